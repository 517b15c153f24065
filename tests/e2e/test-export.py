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


# In the menu's order: what it calls an item, what that exports, its suffix and its check.
FORMATS = (('PNG', 'chart', 'png', check_png), ('SVG', 'chart', 'svg', check_svg), ('PDF', 'chart', 'pdf', check_pdf),
           ('PNG', 'yard', 'png', check_png), ('SVG', 'yard', 'svg', check_svg), ('PDF', 'yard', 'pdf', check_pdf),
           ('Chart as CSV', 'growth', 'csv', check_csv), ('Chart as JSON', 'growth', 'json', check_json),
           ('Layouts as CSV', 'layouts', 'csv', check_csv), ('Layouts as JSON', 'layouts', 'json', check_json),
           ('PNG', 'versions', 'png', check_png), ('SVG', 'versions', 'svg', check_svg),
           ('PDF', 'versions', 'pdf', check_pdf), ('CSV', 'versions', 'csv', check_csv),
           ('JSON', 'versions', 'json', check_json))


def export_test(number, item, subject, suffix, check):
    def test(scratch):
        path = scratch / f'picture.{suffix}'
        with e2e.App() as app:
            app.described('Heap yard', 'SlottedOrder')
            app.press('^Export$', 'push button|toggle button')
            app.choose(item, number)
            app.answer_save(path)
            check(path.read_bytes())
            left = [entry.name for entry in scratch.iterdir()]
            assert left == [path.name], left
    test.__doc__ = f'export the {subject} as {suffix.upper()}'
    return test


if __name__ == '__main__':
    sys.exit(e2e.main([export_test(number, *entry) for number, entry in enumerate(FORMATS)]))
