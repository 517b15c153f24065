# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures as files: each format, its size, the same bytes again, and no trace of one that failed."""

import json
import os
import pathlib
import re
import struct
import time
import zlib
import xml.etree.ElementTree

import program
from program import expect, folder_with, run

REPLY = {
    'schema': 'heapyard.measure/1',
    'classes': [{'name': name, 'count': count, 'measured': {'current': current}}
                for name, count, current in (('Order', 50000, 7700000), ('Order', 100000, 15392706),
                                             ('SlottedOrder', 100000, 12189946), ('Other', 5, 9))],
}


def png_size(path):
    data = pathlib.Path(path).read_bytes()
    assert data.startswith(b'\x89PNG\r\n\x1a\n') and data.endswith(b'IEND\xaeB`\x82')
    return struct.unpack('>II', data[16:24])


def png():
    with folder_with() as folder:
        for command in ('chart', 'yard'):
            for scale, size in (('1', (640, 400)), ('2', (1280, 800)), ('4', (2560, 1600)), ('1.5', (960, 600))):
                answer = run(command, '--count', '50', '-o', 'a.png', '--size', '640x400', '--scale', scale, folder=folder)
                yield from expect(f'{command} {scale}', (answer.status, answer.output, answer.errors), (0, '', ''))
                yield from expect(f'{command} {scale}', png_size(os.path.join(folder, 'a.png')), size)
        yield from expect('files', os.listdir(folder), ['a.png'])


def svg():
    with folder_with() as folder:
        for command in ('chart', 'yard'):
            answer = run(command, '--count', '50', '-o', 'a.svg', folder=folder)
            yield from expect(command, answer.status, 0)
            root = xml.etree.ElementTree.parse(os.path.join(folder, 'a.svg')).getroot()
            yield from expect(command, (root.tag, root.get('viewBox')), ('{http://www.w3.org/2000/svg}svg', '0 0 1280 720'))


def versions():
    """chart --python all: the classes on every version, as high as it takes; yard has no such picture."""
    with folder_with() as folder:
        answer = run('chart', '--python', 'all', '-o', 'a.svg', folder=folder)
        yield from expect('status', answer.status, 0)
        width, height = xml.etree.ElementTree.parse(os.path.join(folder, 'a.svg')).getroot().get('viewBox').split()[2:]
        yield from expect('width', width, '1280')
        yield from expect('height', 200 < int(height) < 600, True)
        yield from expect('size', run('chart', '--python', 'all', '-o', 'b.svg', '--size', '700x500', folder=folder).status, 0)
        root = xml.etree.ElementTree.parse(os.path.join(folder, 'b.svg')).getroot()
        yield from expect('viewBox', root.get('viewBox'), '0 0 700 500')
        yield from expect('yard', run('yard', '--python', 'all', '-o', 'c.svg', folder=folder).status, 2)


def unpacked(data):
    """A PDF with what lies in its compressed streams: from cairo 1.18 on its objects do."""
    parts = [data]
    for stream in re.findall(rb'stream\r?\n(.*?)\r?\nendstream', data, re.DOTALL):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            continue  # a picture or a font, packed otherwise
    return b'\n'.join(parts)


def pdf():
    with folder_with() as folder:
        for command in ('chart', 'yard'):
            answer = run(command, '--count', '50', '-o', 'a.PDF', '--size', '800x500', folder=folder)
            yield from expect(command, answer.status, 0)
            data = unpacked(pathlib.Path(folder, 'a.PDF').read_bytes())
            yield from expect('head', data[:5], b'%PDF-')
            yield from expect('pages', len(re.findall(rb'/Type /Page\b[^s]', data)), 1)
            yield from expect('box', re.search(rb'/MediaBox \[ ([\d. ]+) \]', data).group(1), b'0 0 800 500')


def same_again():
    """With SOURCE_DATE_EPOCH, byte by byte, whenever it is made; otherwise different."""
    def picture(folder, name, *more, **environment):
        run('yard', '--count', '30', '-o', name, *more, folder=folder, environment=environment)
        return pathlib.Path(folder, name).read_bytes()
    with folder_with() as folder:
        for name in ('a.png', 'a.svg', 'a.pdf'):
            first = picture(folder, name)
            time.sleep(1.1 if name == 'a.pdf' else 0)
            yield from expect(f'{name} again', picture(folder, name) == first, True)
            for more in (('--dark',), ('--arrange', 'address')):
                yield from expect(f'{name} {more}', picture(folder, name, *more) == first, False)
            yield from expect(f'{name} at another date', picture(folder, name, SOURCE_DATE_EPOCH='86400') == first, False)


def any_count():
    with folder_with() as folder:
        for count in ('0', '1', '999', '10M', '1e12'):
            for command in (('chart',), ('yard',), ('yard', '--arrange', 'address')):
                answer = run(*command, '--count', count, '-o', 'a.png', folder=folder)
                yield from expect(f'{command} {count}', (answer.status, answer.errors), (0, ''))


def measured():
    with folder_with(reply__json=json.dumps(REPLY), other__json='{"schema": "x", "classes": []}', deep__json='[' * 99999,
                     empty__json='', torn__json=json.dumps(REPLY)[:-5]) as folder:
        for name, more in (('a.png', ()), ('b.png', ('--measured', 'reply.json'))):
            answer = run('chart', '--include', 'values,list', '--python', '3.12', '-o', name, *more, folder=folder)
            yield from expect(name, (answer.status, answer.errors), (0, ''))
        yield from expect('points are drawn', pathlib.Path(folder, 'a.png').read_bytes()
                          == pathlib.Path(folder, 'b.png').read_bytes(), False)
        for name in ('other', 'deep', 'empty', 'torn', 'missing'):
            answer = run('chart', '-o', 'c.png', '--measured', f'{name}.json', folder=folder)
            yield from expect(name, (answer.status, os.path.exists(os.path.join(folder, 'c.png'))), (3, False))
            if f'{name}.json' not in answer.errors:
                yield f'{name} is not named in {answer.errors!r}'


def unknown_classes():
    """What has no figures is said in the picture; what can't be read leaves none."""
    with folder_with(a__py='import nowhere\nclass A(nowhere.B): pass\n', wrong__py='(') as folder:
        for command in ('chart', 'yard'):
            yield from expect(command, run(command, 'a.py', '-o', 'a.png', folder=folder).status, 0)
            yield from expect(command, run(command, 'wrong.py', '-o', 'b.png', folder=folder).status, 3)
        yield from expect('files', sorted(os.listdir(folder)), ['a.png', 'a.py', 'wrong.py'])


program.report([
    ('PNG', png),
    ('SVG', svg),
    ('PDF', pdf),
    ('all versions', versions),
    ('the same picture again', same_again),
    ('any count', any_count),
    ('measured points', measured),
    ('unknown classes', unknown_classes),
])
