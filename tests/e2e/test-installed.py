# SPDX-License-Identifier: GPL-3.0-or-later
"""`meson install` gives a working installation: into a folder of its own, run from there.

usage: test-installed.py BUILD-FOLDER PREFIX
"""

import json
import os
import pathlib
import subprocess
import sys

import e2e

BUILD, PREFIX = sys.argv[1:3]
FILES = (
    'bin/heapyard', 'bin/heapyard-cli',
    'share/applications/io.github.heapyard.Heapyard.desktop',
    'share/metainfo/io.github.heapyard.Heapyard.metainfo.xml',
    'share/glib-2.0/schemas/io.github.heapyard.Heapyard.gschema.xml',
    'share/icons/hicolor/scalable/apps/io.github.heapyard.Heapyard.svg',
    'share/icons/hicolor/symbolic/apps/io.github.heapyard.Heapyard-symbolic.svg',
    'share/man/man1/heapyard.1', 'share/man/man1/heapyard-cli.1',
    'share/bash-completion/completions/heapyard-cli', 'share/zsh/site-functions/_heapyard-cli',
    'share/fish/vendor_completions.d/heapyard-cli.fish',
) + tuple(f'share/locale/{language}/LC_MESSAGES/heapyard.mo'
            for language in (pathlib.Path(__file__).parents[2] / 'po/LINGUAS').read_text(encoding='utf-8').split())


def install(folder):
    """The installed tree, below folder as below /."""
    subprocess.run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', str(folder)], check=True,
                   stdout=subprocess.DEVNULL)
    tree = pathlib.Path(str(folder) + PREFIX)
    subprocess.run(['glib-compile-schemas', str(tree / 'share/glib-2.0/schemas')], check=True)
    return tree


def test_files(scratch):
    """every file is where desktops and shells look for it"""
    tree = install(scratch)
    missing = [name for name in FILES if not (tree / name).exists() and not (tree / f'{name}.gz').exists()]
    assert not missing, missing


def test_command_line(scratch):
    """heapyard-cli answers from there"""
    tree = install(scratch)
    done = subprocess.run([tree / 'bin/heapyard-cli', 'layout', '--json'], capture_output=True, text=True, check=True, cwd=scratch)
    assert [entry['name'] for entry in json.loads(done.stdout)['classes']] == ['Order', 'SlottedOrder'], done.stdout


def test_window(scratch):
    """heapyard starts from there, with the installed settings schema alone"""
    tree = install(scratch)
    os.environ.pop('GSETTINGS_SCHEMA_DIR', None)
    os.environ['HEAPYARD'] = str(tree / 'bin/heapyard')
    with e2e.App(environment={'XDG_DATA_DIRS': f'{tree / "share"}:/usr/share'}) as app:
        app.described('Heap yard', 'SlottedOrder')


if __name__ == '__main__':
    sys.exit(e2e.main([test_files, test_command_line, test_window]))
