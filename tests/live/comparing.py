# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks an interpreter and the model about shapes, and says where they differ."""
import glob
import json
import os
import re
import shutil
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FIGURES = ('basicsize', 'itemsize', 'dictoffset', 'weakrefoffset', 'flags', 'members', 'mro')
RAISED = re.compile(r'[A-Za-z]+(Error|Exception|Warning|Interrupt|Exit|Iteration): |[A-Za-z]+Error$')
IMPORTED = re.compile(r'^import ([a-z.]+)$', re.MULTILINE)
COUNT = 40  # instances that measure.py makes
# How free lists are settled: by some instances, not at all, and by more than any list of keys holds.
SETTLE = (8, 0, 120)


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


def measure(path, asked, settle=SETTLE[0]):
    """The answers of the interpreter at @path for [(source, factory)]; @settle as in measure.py."""
    modules = {m for source, *_ in asked for m in IMPORTED.findall(source)}
    document = {'modules': sorted(modules), 'settle': settle, 'shapes': [a[:2] for a in asked]}
    # Meson's MALLOC_PERTURB_ would have glibc fill all of measure.py's ballast.
    done = subprocess.run([path, '-I', os.path.join(HERE, 'measure.py')], input=json.dumps(document).encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=1200,
                          env=dict(os.environ, MALLOC_PERTURB_='0'))
    lines = done.stdout.decode().splitlines()
    if done.returncode != 0 or len(lines) != len(asked):
        raise RuntimeError(done.stderr.decode(errors='replace')[-500:])
    return [json.loads(line) for line in lines]


def ask(cli, command, batch, options):
    done = subprocess.run([cli, command, '--json', '--batch', batch] + options, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=600)
    if not done.stdout:
        raise RuntimeError(done.stderr.decode(errors='replace')[-500:])
    return json.loads(done.stdout.decode())


def number_of(found):
    return int(os.path.basename(found['file'])[len('shape'):-len('.py')])


def model(cli, asked, python='all'):
    """[{minor: answer}] of the model for [(source, factory, whether values are counted)]."""
    answers = [{} for _ in asked]
    with tempfile.TemporaryDirectory() as folder:
        batches = {'layout': [], 'grow': []}
        for i, (source, factory, valued) in enumerate(asked):
            path = os.path.join(folder, 'shape%d.py' % i)
            with open(path, 'w', encoding='utf-8') as file:
                file.write(source)
            request = json.dumps({'file': path, 'class': 'C', 'factory': factory})
            batches['layout'].append(request)
            if valued:
                batches['grow'].append(request)
        for name, lines in batches.items():
            with open(os.path.join(folder, name), 'w') as out:
                out.write(''.join(line + '\n' for line in lines))
        document = ask(cli, 'layout', os.path.join(folder, 'layout'), ['--python', python])
        for found in document['classes']:
            answers[number_of(found)][int(found['python'][2:])] = found
        for error in document['errors']:
            for minor in range(6, 16):
                answers[number_of(error)][minor] = {'status': 'unreadable', 'reason': error['message']}
        if batches['grow']:
            counts = ','.join(str(n + 1) for n in range(COUNT))
            options = ['--python', python, '--counts', counts, '--include', 'values']
            for series in ask(cli, 'grow', os.path.join(folder, 'grow'), options)['series']:
                answers[number_of(series)][int(series['python'][2:])]['grown'] = \
                    series['points'] and [p['requested'] for p in series['points']]
    return answers


def told(error):
    return ('%(type)s: %(message)s' % error).replace('\n', '\\n')


def status_told(answer):
    return told(answer['error']) if answer['status'] == 'error' else answer['status']


def difference(measured, modelled):
    """None, or what differs in words."""
    if measured['status'] == 'other' or modelled['status'] in ('unknown', 'unreadable'):
        return None
    if measured['status'] == 'error' and measured['error']['type'] == 'NameError':
        return None
    if measured['status'] != modelled['status'] or (measured['status'] == 'error' and
                                                    measured['error'] != modelled['error']):
        return '%s, but modelled %s' % (status_told(measured), status_told(modelled))
    if measured['status'] == 'error':
        return None
    for figure in FIGURES:
        mine = sorted(modelled[figure]) if figure == 'flags' else modelled[figure]
        if mine is not None and measured[figure] != mine:
            return '%s %r, but modelled %r' % (figure, measured[figure], mine)
    return instances_difference(measured, modelled)


def refusal(modelled):
    """What the model says Python answers to the making of an instance; None where it does not."""
    reason = modelled['unknown'].get('by_rank') or ''
    return reason if RAISED.match(reason) else None


def instances_difference(measured, modelled):
    mine = refusal(modelled)
    if 'refused' in measured and measured['refused']['type'] == 'NameError':
        return None  # a class that Python refused
    if 'refused' in measured:
        true = told(measured['refused']).rstrip(': ')
        if mine is None:
            return 'no instance: %s, but modelled with figures' % true if modelled['by_rank'] is not None else None
        mine = mine.replace('\n', '\\n').rstrip(': ')
        return None if mine == true else 'no instance: %s, but modelled %s' % (true, mine)
    if 'instances' not in measured:
        return None
    if mine is not None:
        return 'an instance, but modelled %s' % mine
    return figures_difference(measured['instances'], modelled)


def expected(modelled):
    """Bytes that each of the instances asks for, by the model; None where it has no answer."""
    if 'grown' in modelled:
        grown = modelled['grown'] or []
        return [b - a for a, b in zip([0] + grown, grown)] or None
    return [b for b, n in modelled['by_rank'] or () for _ in range(n)] or None


def settled(answers, modelled):
    """One answer of several that differ in how free lists were left: of each instance the bytes that the model expects,
    where one of them has these."""
    wanted = expected(modelled)
    one = json.loads(json.dumps(answers[0]))
    if wanted and all('instances' in a for a in answers):
        rows = zip(*[a['instances']['requested'] for a in answers])
        one['instances']['requested'] = [mine if mine in row else row[0] for mine, row in zip(wanted, rows)]
    return one


def figures_difference(measured, modelled):
    """The first instance apart: what it adds to the class is counted with it. Null is no answer, so no difference."""
    sizes = modelled['getsizeof'] or {}
    pairs = [('getsizeof', measured['getsizeof'], sizes.get('instance')), ('dict', measured['dict'], sizes.get('dict')),
             ('touch', measured['touch'], (modelled['materialized'] or {}).get('requested'))]
    wanted = expected(modelled)
    pairs.append(('with values' if 'grown' in modelled else 'by_rank', measured['requested'][1:], wanted and wanted[1:]))
    if 'grown' not in modelled:
        one = modelled['per_instance'] or {}
        blocks = measured['blocks']  # without what came from a free list
        whole = sum(blocks) == measured['requested'][-1]
        small = whole and max(blocks or [0]) <= 512
        pairs += [('per_instance', measured['requested'][-1], one.get('requested')),
                  ('blocks', len(blocks) if whole else None, one.get('blocks')),
                  ('allocated', sum((b + 15) // 16 * 16 for b in blocks) if small else None, one.get('allocated'))]
    for name, true, mine in pairs:
        if mine is not None and true is not None and true != mine:
            return '%s %r, but modelled %r' % (name, true, mine)
    return None


def unknown_reason(measured, modelled):
    """Why the model has no answer where there is one; None. A word says of what."""
    if measured['status'] == 'other':
        return None
    if modelled['status'] in ('unknown', 'unreadable'):
        return 'class: ' + str(modelled['reason'])
    if measured.get('instances') and modelled['by_rank'] is None and refusal(modelled) is None:
        return 'instances: ' + str(modelled['unknown'].get('by_rank'))
    return None
