# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening files: good ones, and each kind of bad one."""

import os
import pathlib
import sys

import e2e

POINTS = '''\
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class SlottedPoint:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y
'''


def write(folder, name, text):
    path = pathlib.Path(folder) / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_argument(scratch):
    """heapyard FILE.py shows the classes of the file"""
    with e2e.App(write(scratch, 'points.py', POINTS)) as app:
        app.described('Heap yard', r'Point: \d+ instances.*SlottedPoint: \d+ instances')


EVIDENCE = '''{"schema": "heapyard.measure/1", "interpreter": {"path": "/usr/bin/python3", "status": "ok",
"implementation": "cpython", "version": "3.13.0", "build": "default", "bits": 64, "allocator": "pymalloc",
"prefix": "/usr"},
"command": [], "classes": [{"name": "Parcel", "count": 10, "factory": "Parcel()"}]}'''


def test_evidence(scratch):
    """saved evidence opens on its page, beside a Python file"""
    with e2e.App(write(scratch, 'evidence.JSON', EVIDENCE), write(scratch, 'points.py', POINTS)) as app:
        app.find_text('Parcel')
        app.find('push button', '^Measure$')
        app.press('^Yard$')
        app.described('Heap yard', r'SlottedPoint: \d+ instances')


def test_no_evidence(scratch):
    """a JSON file that is no evidence is refused in a sentence"""
    with e2e.App(write(scratch, 'odd.json', '{"schema": 1')) as app:
        app.find_text(r'odd\.json could not be opened')
        app.find_text('It is no JSON document')


MANY = 'import elsewhere\n' + ''.join(f'class Odd{i}(elsewhere.Base):\n    pass\n' for i in range(5)) + ''.join(
    f'class Plain{i}:\n    pass\n' for i in range(7))


def test_many(scratch):
    """a file of many classes opens with those that have figures, and says how many more there are"""
    with e2e.App(write(scratch, 'many.py', MANY)) as app:
        node = app.described('Heap yard', 'Plain5')
        assert 'Odd' not in node.get_description()
        app.find_text('6 more classes can be added')


def test_reload(scratch):
    """an edited file is offered for reload, and its selected instance stays selected"""
    path = write(scratch, 'points.py', POINTS)
    with e2e.App(path) as app:
        app.find_text('Point № 57')
        write(scratch, 'points.py', POINTS.replace('self.y = y', 'self.y = self.z = y'))
        app.press('^Reload$')
        app.described('Heap yard', 'Point: 100 instances')
        app.find_text('Point № 57')
        app.find_text('^z$')


def test_dialog(scratch):
    """a file chosen in the Open dialog"""
    path = write(scratch, 'points.py', POINTS)
    with e2e.App() as app:
        app.described('Heap yard', 'SlottedOrder')
        app.key('ctrl+o')
        app.answer_open(path)
        app.described('Heap yard', r'SlottedPoint: \d+ instances')


def test_never_runs(scratch):
    """opening a file does not run it"""
    mark = scratch / 'ran'
    with e2e.App(write(scratch, 'points.py', f'open({str(mark)!r}, "w")\n{POINTS}')) as app:
        app.described('Heap yard', 'SlottedPoint')
        assert not mark.exists()


def complains(scratch, path, pattern):
    """The program says what is wrong with the file, and goes on."""
    with e2e.App(path) as app:
        app.find_text(pattern)
        app.find(None, '^Heap yard$')


BAD_FILES = (
    ('no Python: file, line and what is wrong', 'broken.py', 'class C:\n    def f(self:\n', r'broken\.py.*2'),
    ('an encoding that it does not have', 'latin.py', b'class C:\n    name = "\xe9"\n', r'(?i)encod|utf-8|decod'),
    ('nothing in it', 'empty.py', '', r'(?i)empty|nothing'),
    ('no classes', 'plain.py', 'x = 1\n', r'(?i)no class'),
    ('nested too deeply', 'deep.py', 'x = ' + '(' * 5000 + ')' * 5000 + '\n', r'(?i)deep|nest|complex|syntax|parenthes'),
    ('larger than 10 MB', 'large.py', '#' * (10 * 1024 * 1024 + 1), r'(?i)larg|10 M'),
)


def bad_file(title, name, text, pattern):
    def test(scratch):
        complains(scratch, write(scratch, name, text), pattern)
    test.__doc__ = f'bad file: {title}'
    return test


def test_missing(scratch):
    """bad file: not there"""
    complains(scratch, scratch / 'nowhere.py', r'nowhere\.py')


def test_folder(scratch):
    """bad file: a folder"""
    complains(scratch, scratch, r'(?i)folder|directory')


def test_device(scratch):
    """bad file: a device"""
    complains(scratch, '/dev/zero', r'(?i)device|regular|not a file|no file')


def test_pipe(scratch):
    """bad file: a pipe that nobody writes to"""
    os.mkfifo(scratch / 'pipe.py')
    complains(scratch, scratch / 'pipe.py', r'(?i)pipe|device|regular|not a file|no file')


if __name__ == '__main__':
    sys.exit(e2e.main([test_argument, test_evidence, test_no_evidence, test_many, test_reload, test_dialog, test_never_runs, *(bad_file(*case) for case in BAD_FILES),
                       test_missing, test_folder, test_device, test_pipe]))
