#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives every case of the describe-cases files to the describer and to Python itself, in the interpreter that runs this, and
compares: which attributes an instance has, in which order, and what Python refuses. TAP."""
import importlib.util
import io
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPTS = os.path.join(HERE, '..', '..', 'resources', 'python')


def load_cases():
    cases = []
    for name in ('describe-cases', 'describe-cases-more', 'describe-cases-file'):
        spec = importlib.util.spec_from_file_location(name.replace('-', '_'), os.path.join(HERE, name + '.py'))
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        cases.extend(module.CASES)
    return cases


def run(source, factory):
    """What Python itself makes: (names in __dict__ in order, filled slots, all slots, exception's name); None where
    Python refuses the classes themselves."""
    space = {'__name__': 'case', 'i': 7}
    try:
        exec(compile(source, 'case', 'exec'), space)
    except Exception:  # whatever the classes raise
        return None
    try:
        made = eval(factory, space)
    except Exception as error:  # what making one raises is what is compared
        return None, None, None, type(error).__name__
    slots, filled = set(), set()
    for cls in [c for c in type(made).__mro__ if c.__module__ == 'case']:
        for name, member in vars(cls).items():
            if type(member).__name__ == 'member_descriptor':
                slots.add(name)
                try:
                    member.__get__(made, type(made))
                    filled.add(name)
                except AttributeError:
                    pass
    return list(getattr(made, '__dict__', {})), filled, slots, None


def replay(recipe, source_slots):
    """The same from the describer's steps."""
    names, slots = [], set()
    for step in recipe.get('ops', []):
        kind, name = step['k'], step.get('n')
        if kind in ('set', 'get') and name in source_slots:
            slots.add(name)
        elif kind in ('set', 'get', 'dict-set') and name not in names:
            names.append(name)
        elif kind == 'del':
            if name in source_slots:
                slots.discard(name)
            else:
                names = [n for n in names if n != name]
        elif kind in ('replace-dict', 'dict-update'):
            items = step['v'].get('items', [])
            names = [] if kind == 'replace-dict' else names
            keys = [items[n]['text'].strip("'") for n in range(0, len(items), 2)]
            names += [n for n in keys if n not in names]
    return names, slots


def of_this_version(recipe):
    for earlier in recipe.get('earlier', ()):
        if sys.version_info[1] <= earlier['last']:
            recipe = earlier
    return recipe


def check(describe, source, factory, expectation):
    """None, or what is wrong."""
    reply = io.BytesIO()
    request = {'path': None, 'text': source, 'asks': [{'factory': factory}]}
    describe.answer_all({'requests': [request]}, reply)
    answer = json.loads(reply.getvalue().decode('ascii'))
    if 'error' in answer:
        return 'refused: %s' % answer['error']
    recipe = next((o['recipe'] for o in answer['listed'] if o['recipe']['factory'] == factory), None)
    if recipe is None:
        return 'no class has the recipe'
    recipe = of_this_version(recipe)
    if 'the reader failed' in json.dumps(answer):
        return json.dumps(answer)
    if recipe.get('unknown'):
        return 'unknown: %s' % recipe['unknown'] if expectation == 'known' else None
    if expectation == 'unknown':
        return 'followed, though nobody can'
    truth = run(source, factory)
    if truth is None:
        return None
    names, filled, slots, error = truth
    if error and not recipe.get('refusal') and re.search(r'\bi\b', factory):
        return None  # for this i: the describer speaks of those that can be made
    if error or recipe.get('refusal'):
        have = (recipe['refusal']['text'] if 'refusal' in recipe else 'nothing').split(':')[0]
        return None if have == error else 'Python raises %s, the describer says %s' % (error, have)
    have_names, have_filled = replay(recipe, slots)
    if (have_names, have_filled) != (names, filled):
        return 'Python has %s %s, the describer %s %s' % (names, sorted(filled), have_names, sorted(have_filled))
    return None


def main():
    sys.path.insert(0, SCRIPTS)
    sys.dont_write_bytecode = True
    import describe
    cases = load_cases()
    print('1..%d' % len(cases))
    failed = 0
    for number, (minor, name, factory, source, expectation) in enumerate(cases, 1):
        if sys.version_info[1] < minor:
            print('ok %d %s # SKIP needs 3.%d' % (number, name, minor))
            continue
        wrong = check(describe, source, factory, expectation)
        failed += wrong is not None
        print('%s %d %s' % ('not ok' if wrong else 'ok', number, name))
        if wrong:
            print('# ' + wrong)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
