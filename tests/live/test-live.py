#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the model with live interpreters on random class hierarchies.

    test-live.py CLI [--count N] [--seed S] [--python PATH]... [--show-unknown]

Prints TAP: a line for each interpreter. What differs is made smaller first. The shapes are the same in every run of the
tests, and others each time where HEAPYARD_FUZZ_SHAPES says how many.
"""
import argparse
import collections
import glob
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

import shapes

HERE = os.path.dirname(os.path.abspath(__file__))
FIGURES = ('basicsize', 'itemsize', 'dictoffset', 'weakrefoffset', 'flags', 'members', 'mro')
BATCH = 400


def interpreters(named):
    """[(minor, path)] one for each version."""
    paths = list(named) or [p for p in os.environ.get('HEAPYARD_PYTHONS', '').split(':') if p]
    if not named:
        root = os.environ.get('PYENV_ROOT', os.path.expanduser('~/.pyenv'))
        paths += sorted(glob.glob(os.path.join(root, 'versions', '3.*', 'bin', 'python3')))
        paths += [p for p in map(shutil.which, ['python3.%d' % m for m in range(6, 16)] + ['python3']) if p]
    found = {}
    for path in paths:
        code = 'import sys; print(sys.version_info[1], sys.maxsize > 2**32, getattr(sys, "_is_gil_enabled", bool)() is False)'
        try:
            done = subprocess.run([path, '-c', code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=20)
        except (OSError, subprocess.TimeoutExpired):
            continue
        words = done.stdout.decode().split()
        if done.returncode == 0 and words[1] == 'True' and 6 <= int(words[0]) <= 15:
            found.setdefault(int(words[0]), path)
    return sorted(found.items())


def measure(path, sources):
    done = subprocess.run([path, '-I', os.path.join(HERE, 'measure.py')], input=json.dumps(sources).encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=600)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode(errors='replace')[-500:])
    return json.loads(done.stdout.decode())


def model(cli, minor, sources, measured):
    """With a factory where Python could make instances."""
    with tempfile.TemporaryDirectory() as folder:
        batch = os.path.join(folder, 'batch')
        with open(batch, 'w') as out:
            for i, source in enumerate(sources):
                path = os.path.join(folder, 'shape%d.py' % i)
                with open(path, 'w', encoding='utf-8') as file:
                    file.write(source)
                request = {'file': path, 'class': 'C'}
                if measured[i].get('instances'):
                    request['factory'] = 'C()'
                out.write(json.dumps(request) + '\n')
        done = subprocess.run([cli, 'layout', '--json', '--python', '3.%d' % minor, '--batch', batch],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=600)
        document = json.loads(done.stdout.decode())
        answers = [None] * len(sources)
        for found in document['classes']:
            answers[index_of(found['file'])] = found
        for error in document['errors']:
            answers[index_of(error['file'])] = {'status': 'unreadable', 'reason': error['message']}
    return answers


def index_of(path):
    return int(os.path.basename(path)[len('shape'):-len('.py')])


def difference(measured, modelled):
    """None, or what differs in words."""
    if modelled is None:
        return 'no answer'
    if measured['status'] == 'other' or modelled['status'] in ('unknown', 'unreadable'):
        return None
    if measured['status'] == 'error' and measured['error']['type'] == 'NameError':
        return None
    if measured['status'] != modelled['status']:
        return '%s, but modelled %s' % (told(measured), told(modelled))
    if measured['status'] == 'error':
        return None if measured['error'] == modelled['error'] else '%s, but modelled %s' % (told(measured), told(modelled))
    for figure in FIGURES:
        mine = sorted(modelled[figure]) if figure == 'flags' else modelled[figure]
        if measured[figure] != mine:
            return '%s %r, but modelled %r' % (figure, measured[figure], mine)
    return instance_difference(measured['instances'], modelled) if measured['instances'] else None


def instance_difference(measured, modelled):
    """The first instance apart: what it adds to the class is counted with it. Null is no answer, so no difference."""
    ranks = modelled['by_rank']
    sizes = modelled['getsizeof'] or {}
    pairs = [('by_rank', measured['requested'][1:], ranks and [b for b, n in ranks for _ in range(n)][1:]),
             ('getsizeof', measured['getsizeof'], sizes.get('instance')), ('dict', measured['dict'], sizes.get('dict')),
             ('touch', measured.get('touch'), (modelled['materialized'] or {}).get('requested'))]
    for name, true, mine in pairs:
        if mine is not None and true is not None and true != mine:
            return '%s %r, but modelled %r' % (name, true, mine)
    return None


def told(answer):
    return '%(type)s: %(message)s' % answer['error'] if answer['status'] == 'error' else answer['status']


def compare_one(cli, minor, path, statements):
    """What differs each time: memory of something else may be counted once."""
    source = shapes.render(statements, minor)
    measured = measure(path, [source] * 3)
    modelled = model(cli, minor, [source], measured)[0]
    found = [difference(truth, modelled) for truth in measured]
    return found[0] if all(found) else None


def shrink(cli, minor, path, statements):
    """The smallest shape that still differs in some way; (None, None) where it does not when tried again."""
    found = compare_one(cli, minor, path, statements)
    again = found is not None
    while again:
        again = False
        for candidate in shapes.smaller(statements):
            try:
                now = compare_one(cli, minor, path, candidate)
            except (RuntimeError, ValueError):
                continue
            if now is not None:
                statements, found, again = candidate, now, True
                break
    return statements, found


def check(cli, minor, path, count, seed, reasons):
    """Yields (source, difference), made small, of the first difference in each batch."""
    for start in range(0, count, BATCH):
        made = []
        for i in range(start, min(count, start + BATCH)):
            made.append(shapes.Maker(random.Random('%s/%d/%d' % (seed, minor, i)), minor).shape())
        sources = [shapes.render(s, minor) for s in made]
        measured = measure(path, sources)
        modelled = model(cli, minor, sources, measured)
        differing = []
        for statements, truth, mine in zip(made, measured, modelled):
            if mine is not None and mine['status'] in ('unknown', 'unreadable'):
                reasons[mine['reason']] += 1
            if difference(truth, mine) is not None:
                differing.append(statements)
        for statements in differing[:5]:
            small, found = shrink(cli, minor, path, statements)
            if found is not None:
                yield shapes.render(small, minor), found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('cli')
    wanted = os.environ.get('HEAPYARD_FUZZ_SHAPES')
    parser.add_argument('--count', type=int, default=int(wanted or 60))
    parser.add_argument('--seed', default=str(random.SystemRandom().randrange(10 ** 6)) if wanted else '1')
    parser.add_argument('--python', action='append', default=[])
    parser.add_argument('--show-unknown', action='store_true')
    options = parser.parse_args()
    found = interpreters(options.python)
    if not found:
        print('1..0 # SKIP no interpreter of CPython 3.6 to 3.15')
        return 0
    print('1..%d' % len(found))
    print('# seed %s, %d shapes for each interpreter' % (options.seed, options.count))
    failed = False
    for number, (minor, path) in enumerate(found, 1):
        reasons = collections.Counter()
        differences = list(check(options.cli, minor, path, options.count, options.seed, reasons))
        failed |= bool(differences)
        print('%s %d 3.%d: %d unknown' % ('not ok' if differences else 'ok', number, minor, sum(reasons.values())))
        for source, difference_found in differences:
            print('# ' + difference_found.replace('\n', '\\n'))
            print(''.join('#     %s\n' % line for line in source.splitlines()), end='')
        for reason, times in reasons.most_common() if options.show_unknown else ():
            print('# unknown %d times: %s' % (times, reason))
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
