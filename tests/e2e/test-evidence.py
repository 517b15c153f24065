# SPDX-License-Identifier: GPL-3.0-or-later
"""The Evidence page: measure a file's class, cancel, measure again, hand the evidence over, open it again."""

import json
import os
import pathlib
import subprocess
import sys

import e2e

ORDERS = '''\
import time

SLOW = {slow}


class Order:
    def __init__(self, id: int, name: str):
        time.sleep(SLOW)
        self.id = id
        self.name = name
'''


def usable():
    """Whether this machine has an interpreter to measure with."""
    answer = subprocess.run([os.environ['HEAPYARD_CLI'], 'pythons', '--json'], capture_output=True, check=False).stdout
    return any(one['status'] == 'ok' for one in json.loads(answer)['interpreters'])


def write(scratch, slow):
    path = pathlib.Path(scratch) / 'orders.py'
    path.write_text(ORDERS.format(slow=slow))
    return path


def open_page(app):
    app.described('Heap yard', r'Order: \d+ instances')
    app.press('^Evidence$')
    app.find_text(r'Measuring runs the code of .*orders\.py')
    entry = app.find('text', '^How many instances')
    app.write(entry, '2000')
    e2e.wait_for(lambda: 'i' in e2e.text_of(app.find('text', '^Instance number i')), 'a suggested expression')


def measure(app):
    e2e.PATIENCE = 90
    app.press('^Measure$')
    app.find('push button', 'Copy Markdown')
    app.find_text('^measured equals modelled$')


def carrying(mark):
    """Processes that were started with mark in their environment."""
    found = []
    for path in pathlib.Path('/proc').glob('[0-9]*/environ'):
        try:
            if mark.encode() in path.read_bytes():
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def save_as(app, item, number, path):
    app.press('^Save evidence', 'push button|toggle button')
    app.choose(item, number)
    app.answer_save(path)


def test_measure(scratch):
    """a file's class measured, its evidence saved as Markdown, PNG and JSON, and opened again"""
    with e2e.App(write(scratch, 0)) as app:
        open_page(app)
        measure(app)
        save_as(app, 'Markdown', 0, scratch / 'evidence.md')
        text = (scratch / 'evidence.md').read_text()
        assert '| `Order` |' in text and 'heapyard-cli measure' in text, text
        save_as(app, 'Chart as PNG', 4, scratch / 'evidence.png')
        assert (scratch / 'evidence.png').read_bytes().startswith(b'\x89PNG'), 'no PNG'
        save_as(app, 'JSON', 2, scratch / 'evidence.json')
        document = json.loads((scratch / 'evidence.json').read_text())
        assert document['classes'][0]['verdict'] == 'equal', document
        document['classes'][0]['name'] = 'Renamed'
        (scratch / 'other.json').write_text(json.dumps(document))
        app.press('^Open saved')
        app.answer_open(scratch / 'other.json')
        app.find_text('^Renamed as it is$')


def test_cancel(scratch):
    """a measurement cancelled, and what it had started is gone; then one that goes through"""
    path = write(scratch, 5)
    mark = f'HEAPYARD_TEST_MARK={scratch}'
    with e2e.App(path, environment={'HEAPYARD_TEST_MARK': str(scratch)}) as app:
        open_page(app)
        app.press('^Measure$')
        app.find_text('making the first instances|importing the file')
        app.press('^Cancel measuring$')
        app.find_text('^Cancelled')
        assert carrying(mark) == [app.process.pid], 'something survived'
        path.write_text(ORDERS.format(slow=0))
        measure(app)


def test_error(scratch):
    """a class that can't be made says why, with its line"""
    path = pathlib.Path(scratch) / 'orders.py'
    path.write_text('class Order:\n    def __init__(self):\n        self.a = 1\n        raise ValueError("no luck")\n')
    with e2e.App(path) as app:
        app.described('Heap yard', 'Order')
        app.press('^Evidence$')
        e2e.PATIENCE = 60
        e2e.wait_for(lambda: app.look('push button', '^Measure$'), 'the button')
        app.find_text(r'Measuring runs the code of')
        app.press('^Measure$')
        app.find_text(r'orders\.py:4: ValueError: no luck')


HOSTILE = [
    ('import sys\nsys.exit(3)\n', r'the file ended the interpreter with sys\.exit\(3\)'),
    ('import os\nos._exit(0)\n', 'it ended its own process before it answered'),
    ('import os\nos.closerange(0, 4096)\n', 'it closed the channel that the answer goes through'),
    ('import os\nos.kill(os.getppid(), 9)\nos._exit(1)\n', 'before it answered'),
    ('def deep(): deep()\ndeep()\n', 'maximum recursion depth exceeded')]


def test_hostile(scratch):
    """files that do what they should not, one after the other: each with its message, and the window goes on"""
    path = write(scratch, 0)
    mark = f'HEAPYARD_TEST_MARK={scratch}'
    with e2e.App(path, environment={'HEAPYARD_TEST_MARK': str(scratch)}) as app:
        open_page(app)
        e2e.PATIENCE = 60
        for trick, message in HOSTILE:
            path.write_text(trick + ORDERS.format(slow=0))
            app.press('^Measure$')
            app.find_text(message)
            app.find('push button', '^Measure$')
            assert carrying(mark) == [app.process.pid], f'something survived {trick!r}'
        path.write_text(ORDERS.format(slow=0))
        measure(app)


def test_interpreters(scratch):
    """an interpreter added by the dialog is listed with what is wrong with it, and removed again"""
    broken = scratch / 'python3-broken'
    broken.write_text('#!/bin/sh\necho no library >&2\nexit 1\n')
    broken.chmod(0o700)
    with e2e.App(write(scratch, 0)) as app:
        open_page(app)
        app.tab_to('list item', '^Interpreters of this machine')
        app.key('Return')
        app.press('^Add interpreter', 'push button')
        app.answer_open(broken)
        app.find_text('python3-broken: exit status 1: no library')
        app.press('^Remove .*python3-broken', 'push button')
        e2e.wait_for(lambda: app.look('push button', '^Remove .*python3-broken') is None, 'it to go')


if not usable():
    print('1..0 # SKIP no usable Python on this machine')
    sys.exit(0)
sys.exit(e2e.main([test_measure, test_cancel, test_error, test_hostile, test_interpreters]))
