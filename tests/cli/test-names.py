# SPDX-License-Identifier: GPL-3.0-or-later
"""Manual and shell completion name every command and option that the program has."""

import os
import re
import shutil
import subprocess
import tempfile

import program
from program import Skip, expect, run


def options_by_command():
    commands = re.findall(r'^  ([a-z]+)  ', run('--help').output, re.M)
    return {command: re.findall(r'--[a-z-]+', run(command, '--help').output.split('Options:')[1].split('Example:')[0])
            for command in commands}


def manual():
    text = (program.ROOT / 'data' / 'man' / 'heapyard-cli.1').read_text(encoding='utf-8').replace('\\-', '-')
    for command, options in options_by_command().items():
        if f'.B {command}\n' not in text:
            yield f'the manual does not name {command}'
        for option in options:
            if not re.search(rf'^\.B.*{option}\b', text, re.M):
                yield f'the manual does not name {option} of {command}'


def manual_is_sound():
    if not shutil.which('man'):
        raise Skip('man is not installed')
    for name in ('heapyard', 'heapyard-cli'):
        done = subprocess.run(['man', '--warnings', '-E', 'UTF-8', '-l', program.ROOT / 'data' / 'man' / f'{name}.1'],
                              env=dict(os.environ, MANWIDTH='80', MANPAGER='cat'), stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, check=False)
        yield from expect(name, (done.returncode, done.stderr), (0, b''))


def scripts_name_all():
    for shell in ('bash', 'zsh', 'fish'):
        answer = run('--completion', shell)
        yield from expect(shell, (answer.status, answer.errors), (0, ''))
        for command, options in options_by_command().items():
            for option in options:
                wanted = f'-l {option[2:]} ' if shell == 'fish' else option
                lines = [line for line in answer.output.splitlines() if command in line or shell == 'zsh']
                if not any(wanted in line + ' ' for line in lines):
                    yield f'{shell} does not complete {option} of {command}'


def script_of(name, shell):
    """The script that is installed for a program."""
    if name == 'heapyard-cli':
        return run('--completion', shell).output
    file = {'bash': name, 'zsh': f'_{name}', 'fish': f'{name}.fish'}[shell]
    return (program.ROOT / 'data' / 'completions' / file).read_text(encoding='utf-8')


def complete_in_bash(*words):
    """What bash offers for the last word."""
    script = script_of(words[0], 'bash')
    function = '_' + words[0].replace('-', '_')
    script += f'COMP_WORDS=({" ".join(map(repr, words))})\nCOMP_CWORD={len(words) - 1}\n{function}\n'
    script += 'printf "%s\\n" "${COMPREPLY[@]}"\n'
    with tempfile.TemporaryDirectory() as folder:
        open(os.path.join(folder, 'orders.py'), 'w', encoding='utf-8').close()
        done = subprocess.run(['bash', '-c', script], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              check=False)
    return done.stdout.decode().split(), done.stderr.decode()


def bash():
    if not shutil.which('bash'):
        raise Skip('bash is not installed')
    for words, wanted in (
            (('heapyard-cli', 'lay'), ['layout']),
            (('heapyard-cli', 'layout', '--py'), ['--python']),
            (('heapyard-cli', 'layout', '--python', '3.1'), ['3.10', '3.11', '3.12', '3.13', '3.14', '3.15']),
            (('heapyard-cli', 'yard', '--arrange', ''), ['instance', 'address']),
            (('heapyard-cli', 'layout', 'or'), ['orders.py']),
            (('heapyard-cli', 'chart', '-o', 'or'), ['orders.py']),
            (('heapyard-cli', 'layout', '--arr'), []),
            (('heapyard', 'or'), ['orders.py']), (('heapyard', '--v'), ['--version'])):
        yield from expect(' '.join(words), complete_in_bash(*words), (wanted, ''))


def sound(shell):
    def check():
        if not shutil.which(shell):
            raise Skip(f'{shell} is not installed')
        for name in ('heapyard', 'heapyard-cli'):
            done = subprocess.run([shell, '-n'], input=script_of(name, shell).encode(), stderr=subprocess.PIPE,
                                  check=False)
            yield from expect(name, (done.returncode, done.stderr), (0, b''))
    return check


program.report([
    ('the manual names all', manual),
    ('the manual is sound', manual_is_sound),
    ('completions name all', scripts_name_all),
    ('bash completes', bash),
    ('zsh takes its script', sound('zsh')),
    ('fish takes its script', sound('fish')),
])
