# SPDX-License-Identifier: GPL-3.0-or-later
"""What is printed of the lesson's classes, letter by letter. UPDATE=1 in the environment writes the golden files anew."""

import os

import program

GOLDEN = {
    'layout-3.8.txt': ('layout', '--python', '3.8'),
    'layout-3.12.txt': ('layout', '--python', '3.12'),
    'layout-3.15.txt': ('layout', '--python', '3.15'),
    'layout-all.txt': ('layout', '--python', 'all'),
    'layout-all-32.txt': ('layout', '--python', 'all', '--bits', '32'),
    'layout-3.13-free-threaded.txt': ('layout', '--python', '3.13', '--build', 'free-threaded'),
    'layout-3.12.json': ('layout', '--python', '3.12', '--json'),
    'layout-all.csv': ('layout', '--python', 'all', '--csv'),
    'grow-3.12.txt': ('grow', '--python', '3.12', '--counts', '0,1,24,25,100k'),
    'grow-3.10.csv': ('grow', '--python', '3.10', '--counts', '0..100000/4', '--csv'),
    'grow-3.13.json': ('grow', ':Order', '--python', '3.13', '--json'),
    'grow-values.json': ('grow', '--python', '3.12', '--counts', '100000', '--include', 'values,list', '--json'),
}


def golden(name, arguments):
    def check():
        answer = program.run(*arguments)
        path = program.HERE / 'golden' / name
        if os.environ.get('UPDATE'):
            path.write_text(answer.output, encoding='utf-8')
        yield from program.expect('status', answer.status, 0)
        yield from program.expect('messages', answer.errors, '')
        text = path.read_text(encoding='utf-8')
        for number, (found, wanted) in enumerate(zip(answer.output.splitlines(), text.splitlines()), 1):
            yield from program.expect(f'{name}:{number}', found, wanted)
        yield from program.expect('length', len(answer.output), len(text))
    return check


def same_bytes_as_measured():
    """The lesson's table: bytes an instance on 3.6 to 3.15, measured on 64-bit Linux."""
    measured = {
        'Order': (184, 184, 152, 152, 152, 104, 96, 104, 104, 104),
        'SlottedOrder': (80, 80, 64, 64, 64, 64, 64, 64, 64, 64),
    }
    rows = program.run('layout', '--python', 'all', '--csv').output.splitlines()[1:]
    for name, wanted in measured.items():
        found = tuple(int(row.split(',')[10]) for row in rows if row.split(',')[1] == name)
        yield from program.expect(name, found, wanted)


def no_interpreter_needed():
    """The lesson works where there is no Python at all."""
    answer = program.run('layout', environment={'PATH': '/nowhere', 'HOME': '/nowhere', 'HEAPYARD_PYTHONS': '',
                                                'PYENV_ROOT': '/nowhere'})
    yield from program.expect('status', answer.status, 0)


program.report([(name, golden(name, arguments)) for name, arguments in GOLDEN.items()]
               + [('bytes as measured', same_bytes_as_measured), ('no interpreter needed', no_interpreter_needed)])
