# SPDX-License-Identifier: GPL-3.0-or-later
"""Command lines that make no sense, places that can't be written, readers that go away: what is said, and the status."""

import os
import pathlib
import pty
import re
import subprocess

import program
from program import ORDERS, PROGRAM, Skip, expect, folder_with, run

# arguments, what the message names
WRONG = [
    ((), 'no command'),
    (('layuot',), 'layout'),
    (('banana',), '--help'),
    (('--json', 'layout'), 'before its options'),
    (('--completion', 'tcsh'), 'bash'),
    (('layout', '--pyhton', '3.12'), '--python'),
    (('layout', '--python'), '--python'),
    (('layout', '--python', '3.5'), '3.6'),
    (('layout', '--python', '2.7'), '3.15'),
    (('layout', '--build', 'fast'), 'free-threaded'),
    (('layout', '--bits', '16'), '64'),
    (('layout', '--json', '--csv'), '--csv'),
    (('layout', '--count', '5'), '--count'),
    (('layout', '--batch', '-', 'a.py'), '--batch'),
    (('layout', '--batch', '-', '--factory', 'A()'), '--batch'),
    (('layout', '--factory', 'Order('), 'Order('),
    (('layout', ':Ordre'), 'Order'),
    (('grow', '--counts', '10..1'), '1..10'),
    (('grow', '--counts', 'many'), 'many'),
    (('grow', '--counts', '0..10/0'), '--counts'),
    (('grow', '--counts', '1e13'), '--counts'),
    (('grow', '--include', 'value'), 'values'),
    (('chart',), '--output'),
    (('chart', '-o', 'a.jpg'), '.png'),
    (('chart', '-o', 'a.png', '--size', '100'), '--size'),
    (('chart', '-o', 'a.png', '--size', '9x9'), '--size'),
    (('chart', '-o', 'a.png', '--size', '99999999999x100'), '--size'),
    (('chart', '-o', 'a.png', '--scale', '9'), '--scale'),
    (('chart', '-o', 'a.png', '--scale', 'nan'), '--scale'),
    (('chart', '-o', 'a.png', '--size', '16000x16000', '--scale', '4'), '16000'),
    (('yard', '-o', 'a.png', '--python', 'all'), 'all'),
    (('chart', '-o', 'a.png', '--count', '-1'), '--count'),
    (('yard', '-o', 'a.png', '--arrange', 'adress'), 'address'),
]


def wrong_usage():
    with folder_with() as folder:
        for arguments, named in WRONG:
            answer = run(*arguments, folder=folder)
            title = ' '.join(arguments)
            yield from expect(title, (answer.status, answer.output), (2, ''))
            if named not in answer.errors or not answer.errors.startswith('heapyard-cli'):
                yield f'{title}: {named} is not in {answer.errors!r}'
        yield from expect('files left', os.listdir(folder), [])


def files_that_cannot_be_read():
    with folder_with(empty__py='', spaces__py=' \n# x\n', wrong__py='def f(:\n', none__py='x = 1\n') as folder:
        pathlib.Path(folder, 'bytes.py').write_bytes(b'# coding: utf-8\nx = "\xff"\n')
        pathlib.Path(folder, 'zeros.py').write_bytes(b'class A: pass\n\0\0')
        pathlib.Path(folder, 'coding.py').write_bytes(b'# coding: klingon\nclass A: pass\n')
        with open(os.path.join(folder, 'large.py'), 'wb') as large:
            large.truncate(11 * 1024 * 1024)
        os.mkdir(os.path.join(folder, 'folder.py'))
        os.mkfifo(os.path.join(folder, 'pipe.py'))
        names = ('empty.py', 'spaces.py', 'wrong.py', 'none.py', 'bytes.py', 'zeros.py', 'coding.py', 'large.py',
                 'folder.py', 'pipe.py', 'missing.py', '/dev/zero', 'missing/a.py', 'wrong.py/a.py')
        for name in names:
            answer = run('layout', name, folder=folder)
            yield from expect(name, (answer.status, answer.output), (3, ''))
            if name not in answer.errors:
                yield f'{name} is not named in {answer.errors!r}'
        caret = run('layout', 'wrong.py', folder=folder).errors
        if 'wrong.py:1' not in caret or '^' not in caret:
            yield f'no line or caret in {caret!r}'


def no_permission():
    if os.geteuid() == 0:
        raise Skip('root may read everything')
    with folder_with(secret__py=ORDERS) as folder:
        os.chmod(os.path.join(folder, 'secret.py'), 0)
        yield from expect('reading', run('layout', 'secret.py', folder=folder).status, 3)
        os.chmod(folder, 0o500)
        answer = run('chart', '-o', 'a.png', folder=folder)
        os.chmod(folder, 0o700)
        yield from expect('writing', answer.status, 3)
        if 'permission' not in answer.errors:
            yield f'no word of permission in {answer.errors!r}'


def batches_that_cannot_be_read():
    with folder_with(a__jsonl='{"file": "a.py"}\nnonsense\n') as folder:
        answer = run('layout', '--batch', 'a.jsonl', folder=folder)
        yield from expect('nonsense', (answer.status, answer.output), (2, ''))
        if 'line 2' not in answer.errors:
            yield f'no line in {answer.errors!r}'
        yield from expect('missing', run('layout', '--batch', 'b.jsonl', folder=folder).status, 3)
        yield from expect('folder', run('layout', '--batch', '.', folder=folder).status, 3)
        deep = run('layout', '--batch', '-', text='[' * 1000000)
        yield from expect('deep', deep.status, 2)
        yield from expect('nothing asked', run('layout', '--batch', '-', '--json', text='').status, 0)


def places_that_cannot_be_written():
    with folder_with() as folder:
        for place, word in (('no/such/a.png', 'folder'), ('.', '.png')):
            answer = run('yard', '--count', '3', '-o', place, folder=folder)
            yield from expect(place, answer.status, 2 if place == '.' else 3)
            if word not in answer.errors:
                yield f'{word} is not in {answer.errors!r}'
        os.symlink('/dev/full', os.path.join(folder, 'full.png'))
        answer = run('yard', '--count', '3', '-o', 'full.png', folder=folder)
        yield from expect('full disk', answer.status, 3)
        if 'full' not in answer.errors:
            yield f'no word of the full disk in {answer.errors!r}'
        os.mkdir(os.path.join(folder, 'folder.png'))
        yield from expect('a folder', run('yard', '-o', 'folder.png', folder=folder).status, 3)
        yield from expect('files left', sorted(os.listdir(folder)), ['folder.png', 'full.png'])


def full_standard_output():
    if not os.path.exists('/dev/full'):
        raise Skip('there is no /dev/full here')
    with open('/dev/full', 'wb') as full:
        answer = run('layout', '--json', stdout=full)
    yield from expect('status', answer.status, 3)
    if 'standard output' not in answer.errors:
        yield f'nothing said: {answer.errors!r}'


def closed_standard_output():
    answer = run('layout', stdout=None, preexec_fn=lambda: os.close(1))
    yield from expect('status', answer.status, 3)


def reader_gone():
    ours, theirs = os.pipe()
    os.close(ours)
    answer = run('layout', '--python', 'all', '--json', stdout=theirs)
    os.close(theirs)
    yield from expect('status and silence', (answer.status, answer.errors), (3, ''))


def any_locale():
    """Names and quotes come through where the locale has none but ASCII."""
    with folder_with(orders__py='class Größe: pass\n') as folder:
        for locale in ('C', 'POSIX', 'C.UTF-8', 'xx_XX'):
            answer = run('layout', 'orders.py:Grösse', '--factory', 'Größe()', folder=folder,
                         environment={'LC_ALL': locale})
            yield from expect(locale, (answer.status, 'Grösse' in answer.errors, '?' in answer.errors.replace('”?', '')),
                              (2, True, False))
            answer = run('layout', 'orders.py:Größe', '--factory', 'Größe()', folder=folder, environment={'LC_ALL': locale})
            yield from expect(locale, (answer.status, 'Größe()' in answer.output), (0, True))


def on_terminal(**environment):
    """What layout prints on a terminal."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen([PROGRAM, 'layout', ':Order'], stdout=theirs, stdin=subprocess.DEVNULL,
                             env=dict(program.ENVIRONMENT, TERM='xterm', **environment))
    os.close(theirs)
    text = b''
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        text += piece
    os.close(ours)
    child.wait()
    return text.decode().replace('\r\n', '\n')


def colours():
    plain = run('layout', ':Order').output
    coloured = on_terminal()
    yield from expect('colours on a terminal', '\033[' in coloured, True)
    yield from expect('the same text', re.sub(r'\033\[[0-9;]*m', '', coloured), plain)
    yield from expect('NO_COLOR', on_terminal(NO_COLOR='1'), plain)
    yield from expect('NO_COLOR, empty', '\033[' in on_terminal(NO_COLOR=''), True)
    yield from expect('colours elsewhere', '\033[' in plain, False)


def help_and_version():
    answer = run('--version')
    yield from expect('version', (answer.status, bool(re.fullmatch(r'heapyard-cli \d+\.\d+\.\d+\n', answer.output))),
                      (0, True))
    commands = re.findall(r'^  ([a-z]+)  ', run('--help').output, re.M)
    yield from expect('commands', {'layout', 'grow', 'chart', 'yard'} <= set(commands), True)
    for command in commands:
        answer = run(command, '--help')
        yield from expect(f'{command} --help', (answer.status, answer.errors), (0, ''))
        if f'heapyard-cli {command}' not in answer.output.split('Example:')[-1]:
            yield f'{command} --help has no example'
        yield from expect(f'{command} -h', run(command, '-h').output, answer.output)


def without_gtk():
    libraries = subprocess.run(['ldd', PROGRAM], stdout=subprocess.PIPE, check=True).stdout.decode()
    for name in ('gtk', 'gdk', 'adwaita', 'gtksourceview'):
        found = [line for line in libraries.splitlines() if re.search(rf'lib{name}', line)]
        yield from expect(name, found, [])


program.report([
    ('command lines that make no sense', wrong_usage),
    ('files that cannot be read', files_that_cannot_be_read),
    ('no permission', no_permission),
    ('batches that cannot be read', batches_that_cannot_be_read),
    ('places that cannot be written', places_that_cannot_be_written),
    ('a full standard output', full_standard_output),
    ('a closed standard output', closed_standard_output),
    ('a reader who has gone', reader_gone),
    ('any locale', any_locale),
    ('colours', colours),
    ('help and version', help_and_version),
    ('no GTK', without_gtk),
])
