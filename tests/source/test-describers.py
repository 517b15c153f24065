#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests of the describer, those of random classes with the same ones in every run, in every interpreter found: on
PATH, in pyenv, and in HEAPYARD_PYTHONS (paths separated by colons). TAP."""
import glob
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPTS = ['arguments', 'changing', 'creation', 'deletions', 'describe', 'describe-facts', 'digits', 'dispatch', 'earlier', 'early',
           'followed', 'items', 'kept', 'library-makers', 'mixins', 'namespaces', 'raising', 'refusals', 'shown', 'special',
           'suggestions']
RANDOM_CLASSES = '40'
SEED = '1'
VERSION = 'import sys; print(sys.implementation.name, "%d.%d" % sys.version_info[:2])'


def candidates():
    for path in os.environ.get('HEAPYARD_PYTHONS', '').split(':'):
        if path:
            yield path
    for folder in os.environ.get('PATH', '').split(os.pathsep):
        for path in sorted(glob.glob(os.path.join(folder, 'python3*'))):
            if re.match(r'python3(\.\d+)?$', os.path.basename(path)):
                yield path
    root = os.environ.get('PYENV_ROOT', os.path.expanduser('~/.pyenv'))
    for path in sorted(glob.glob(os.path.join(root, 'versions', '*', 'bin', 'python3'))):
        yield path


def interpreters():
    """One path for each version, 3.6 or newer."""
    found = {}
    for path in candidates():
        try:
            answer = subprocess.run([path, '-I', '-S', '-c', VERSION], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                    universal_newlines=True, timeout=60).stdout.split()
        except (OSError, subprocess.TimeoutExpired):
            continue
        if len(answer) == 2 and answer[0] == 'cpython' and int(answer[1].split('.')[1]) >= 6:
            found.setdefault(answer[1], path)
    return sorted(found.items(), key=lambda item: int(item[0].split('.')[1]))


def main():
    number = 0
    failed = False
    for version, path in interpreters():
        for script, arguments in [(name, []) for name in SCRIPTS] + [('describe-random', [RANDOM_CLASSES, SEED])]:
            number += 1
            run = subprocess.run([path, '-E', '-s', '-S', '-B', os.path.join(HERE, 'test-%s.py' % script)] + arguments,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
            failed = failed or run.returncode != 0
            print('%s %d %s %s' % ('not ok' if run.returncode else 'ok', number, version, script))
            if run.returncode:
                print('\n'.join('# ' + line for line in run.stdout.split('\n') if not line.startswith('ok')))
            sys.stdout.flush()
    print('1..%d' % number if number else '1..0 # SKIP no interpreter found')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
