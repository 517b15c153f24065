# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that desktops, shells and tools read are well-formed, by their own validators.

usage: test-data.py BUILD-FOLDER
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.dom.minidom

import house

BUILT = pathlib.Path(sys.argv[1])


def run(*command):
    """Complaint of a validator, if it has one."""
    if shutil.which(command[0]) is None:
        yield f'{command[0]} is not installed'
        return
    environment = {**os.environ, 'MALLOC_PERTURB_': '0'}  # gtk4-builder-tool 4.8 reads memory that it has freed
    done = subprocess.run(command, cwd=house.ROOT, capture_output=True, text=True, env=environment)
    if done.returncode:
        yield (f'{" ".join(command)}: ' + (done.stdout + done.stderr).strip()).replace('\n', '\n# ')


def check_desktop():
    for path in BUILT.glob('data/*.desktop'):
        yield from run('desktop-file-validate', str(path))


def check_metainfo():
    for path in BUILT.glob('data/*.metainfo.xml'):
        for complaint in run('appstreamcli', 'validate', '--no-net', '--explain', str(path)):
            faults = re.findall('[EW]: .*', complaint)
            # From 1.0 on it warns of this. There is no home page to name yet.
            if not faults or any('url-homepage-missing' not in fault for fault in faults):
                yield complaint


def check_schema():
    with tempfile.TemporaryDirectory() as folder:
        yield from run('glib-compile-schemas', '--strict', '--targetdir', folder, 'data')


def check_templates():
    """The tool knows GTK's types alone: of ours, and of libadwaita's, the tests of the widgets make each."""
    if not os.environ.get('DISPLAY') and not os.environ.get('WAYLAND_DISPLAY'):
        raise house.Skip('gtk4-builder-tool needs a display')
    for path in house.files('ui/*.ui', 'resources/**/*.ui'):
        for complaint in run('gtk4-builder-tool', 'validate', house.name(path)):
            if not re.search(r"(object|parent) type '?(Hy|Adw|GtkSource)|No function named", complaint):
                yield complaint


def check_xml():
    for path in house.files('ui/*', 'data/**/*.svg', 'data/**/*.xml', 'data/*.in', 'resources/**/*.xml', 'resources/**/*.svg'):
        if path.suffix in ('.ui', '.svg', '.xml') or path.name.endswith('.xml.in'):
            try:
                xml.dom.minidom.parse(str(path))
            except Exception as error:  # expat's own class is no part of the documented interface
                yield f'{house.name(path)}: {error}'


def check_json():
    for path in house.files('data/**/*.json', 'tests/**/*.json'):
        try:
            json.loads(path.read_text(encoding='utf-8'))
        except ValueError as error:
            yield f'{house.name(path)}: {error}'


house.report([
    ('the desktop file is valid', check_desktop),
    ('the metainfo is valid', check_metainfo),
    ('the settings schema is valid', check_schema),
    ('the templates are valid', check_templates),
    ('XML is well-formed', check_xml),
    ('JSON is well-formed', check_json),
])
