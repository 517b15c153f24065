# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of README.md from the running program.

usage: screenshots.py BUILD-FOLDER [OUTPUT-FOLDER]        on a display of its own: build-aux/on-display
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / 'tests/e2e'))
import e2e  # noqa: E402 (found through the path above)

# As a GNOME desktop shows text; a bare X server has no settings of its own.
GTK_SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
"""
SETTLE = 1.5  # seconds until everything is drawn
DARK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}
HIGH_CONTRAST = {'ADW_DEBUG_HIGH_CONTRAST': '1'}
# name: (width, height, count, environment)
PICTURES = {
    'yard-light': (1280, 800, '180', {}),
    'yard-dark': (1280, 800, '180', DARK),
    'yard-million': (1280, 800, '1000000', {}),
    'yard-high-contrast': (1280, 800, '100', HIGH_CONTRAST),
    'yard-narrow': (360, 640, '100', {}),
    'yard-wide': (2560, 1440, '10000', {}),
}


def shoot(name, folder):
    width, height, count, environment = PICTURES[name]
    with e2e.App(environment=environment) as app:
        e2e.xdotool('windowsize', '--sync', app.window, width, height)
        app.focus()
        app.key('ctrl+g', 'ctrl+a')
        e2e.xdotool('type', count)
        app.key('Return')
        e2e.xdotool('mousemove', 2559, 1599)
        time.sleep(SETTLE)
        subprocess.run(['import', '-window', app.window, '-define', 'png:exclude-chunks=date,time', '-strip',
                        str(folder / f'{name}.png')], check=True)
    print(folder / f'{name}.png')


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ROOT / 'data/screenshots')
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(HEAPYARD=str(build / 'src/app/heapyard'), GSETTINGS_SCHEMA_DIR=str(build / 'data'))
    with tempfile.TemporaryDirectory() as config:
        settings = pathlib.Path(config) / 'gtk-4.0/settings.ini'
        settings.parent.mkdir()
        settings.write_text(GTK_SETTINGS, encoding='utf-8')
        os.environ['XDG_CONFIG_HOME'] = config
        for name in PICTURES:
            shoot(name, folder)


if __name__ == '__main__':
    main()
