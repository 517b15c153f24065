# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the program heapyard-cli share: a call of it, files to read, and an answer in TAP."""

import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAM = os.environ['HEAPYARD_CLI']

# Without the language, colours and date of the person who runs the tests.
ENVIRONMENT = dict(os.environ, LC_ALL='C.UTF-8', SOURCE_DATE_EPOCH='1700000000')
ENVIRONMENT.pop('NO_COLOR', None)

ORDERS = '''\
class Order:
    def __init__(self, id, total):
        self.id = id
        self.total = total


class Slotted:
    __slots__ = ('id', 'total')

    def __init__(self, id, total):
        self.id = id
        self.total = total


Alias = Slotted
'''


class Skip(Exception):
    """What a check raises when this machine can't show what it looks for."""


class Answer:
    """How a call of the program ended."""

    def __init__(self, done):
        self.status = done.returncode
        self.output = done.stdout.decode('utf-8', 'surrogateescape')
        self.errors = done.stderr.decode('utf-8', 'surrogateescape')


def run(*arguments, text=None, folder=None, environment=None, **more):
    """Calls heapyard-cli; text is its standard input."""
    done = subprocess.run([PROGRAM, *arguments], input=b'' if text is None else text.encode('utf-8', 'surrogateescape'),
                          stdout=more.pop('stdout', subprocess.PIPE), stderr=subprocess.PIPE, cwd=folder, timeout=120,
                          env=dict(ENVIRONMENT, **(environment or {})), check=False, **more)
    done.stdout = done.stdout or b''
    return Answer(done)


def folder_with(**files):
    """A folder that goes with the object returned; a__b=text makes the file a.b."""
    folder = tempfile.TemporaryDirectory(prefix='heapyard-')
    for name, text in files.items():
        pathlib.Path(folder.name, name.replace('__', '.')).write_text(text, encoding='utf-8')
    return folder


def expect(title, found, wanted):
    """Yields a complaint where what was found is not what was wanted."""
    if found != wanted:
        yield f'{title}: {found!r} instead of {wanted!r}'


def report(checks):
    """Runs checks, each a pair of a title and a function that yields complaints; prints TAP and exits."""
    print('TAP version 13')
    print(f'1..{len(checks)}')
    failures = 0
    for number, (title, check) in enumerate(checks, 1):
        try:
            complaints = list(check())
        except Skip as skip:
            print(f'ok {number} {title} # SKIP {skip}', flush=True)
            continue
        print(f'{"not ok" if complaints else "ok"} {number} {title}', flush=True)
        for complaint in complaints:
            for line in str(complaint).splitlines():
                print(f'# {line}', flush=True)
        failures += bool(complaints)
    sys.exit(1 if failures else 0)
