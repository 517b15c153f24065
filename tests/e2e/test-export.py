# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports what is on screen in each format, and looks into the files."""

import csv
import io
import json
import struct
import sys
import xml.dom.minidom

import e2e


def check_png(data):
    assert data[:8] == b'\x89PNG\r\n\x1a\n', data[:8]
    width, height = struct.unpack('>II', data[16:24])
    assert width >= 400 and height >= 200, (width, height)


def check_svg(data):
    assert xml.dom.minidom.parseString(data).documentElement.tagName == 'svg'


def check_pdf(data):
    assert data.startswith(b'%PDF-') and b'%%EOF' in data[-64:]


def check_csv(data):
    rows = list(csv.reader(io.StringIO(data.decode())))
    assert len({len(row) for row in rows}) == 1 and any('SlottedOrder' in row for row in rows), rows


def check_json(data):
    assert 'SlottedOrder' in json.dumps(json.loads(data.decode('ascii')))


# What the menu calls it, which of the items of that name, its suffix and its check.
FORMATS = (('PNG', 0, 'png', check_png), ('SVG', 0, 'svg', check_svg), ('PDF', 0, 'pdf', check_pdf),
           ('PNG', 1, 'png', check_png), ('SVG', 1, 'svg', check_svg), ('PDF', 1, 'pdf', check_pdf),
           ('CSV', 0, 'csv', check_csv), ('JSON', 0, 'json', check_json))


def save_as(app, path):
    """Answers the save dialog that is open now."""
    e2e.wait_for(lambda: len(e2e.xdotool('search', '--onlyvisible', '--pid', app.process.pid)) > 1, 'the dialog')
    app.focus()
    app.key('ctrl+a')
    e2e.xdotool('type', '--delay', 10, str(path))
    app.key('Return')


def export_test(item, which, suffix, check):
    def test(scratch):
        path = scratch / f'picture.{suffix}'
        with e2e.App() as app:
            app.described('Heap yard', 'SlottedOrder')
            app.click(app.find('push button|toggle button', '^Export$'))
            app.press(f'^{item}', 'menu item', which)
            save_as(app, path)
            e2e.wait_for(lambda: path.is_file() and path.stat().st_size > 0, f'{path.name}')
            check(path.read_bytes())
            left = [entry.name for entry in scratch.iterdir()]
            assert left == [path.name], left
    picture = ('chart', 'yard')[which] if suffix in ('png', 'svg', 'pdf') else 'figures'
    test.__doc__ = f'export the {picture} as {suffix.upper()}'
    return test


if __name__ == '__main__':
    sys.exit(e2e.main([export_test(*entry) for entry in FORMATS]))
