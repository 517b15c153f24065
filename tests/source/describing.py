# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the describer about sources, for the tests of its modules."""
import contextlib
import io
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', '..', 'resources', 'python'))
sys.dont_write_bytecode = True


def of_this_version(data):
    """What is said of this version, from a description or recipe that says it of all."""
    earlier = [e for e in data.get('earlier', ()) if sys.version_info[1] <= e['last']]
    return earlier[-1] if earlier else data


def answered(source, **words):
    """The describer's answer to one ask."""
    import describe
    reply = io.BytesIO()
    describe.answer_all({'requests': [{'path': None, 'text': source, 'asks': [words]}]}, reply)
    return json.loads(reply.getvalue().decode('ascii'))


def described(source, **words):
    """What is said of the class C, or of how the factory given makes its instances, in this version."""
    words.setdefault('class', 'C')
    answer = answered(source, **words)
    listed = answer['listed'][-1]
    mine = of_this_version(listed['recipe'])
    return mine if 'factory' in words else answer['classes'][mine.get('i', listed['i'])]


def python_makes(source, action):
    """Names that an instance o of the class C has in its __dict__ after @action, or what Python raises."""
    space = {'__name__': '__main__'}
    with contextlib.redirect_stdout(io.StringIO()):
        exec('%s\ndef make():\n o = C()\n %s\n return o' % (source, action), space)
        try:
            return sorted(vars(space['make']()))
        except Exception as error:  # what it raises is what is compared
            return '%s: %s' % (type(error).__name__, error)


def made_otherwise(source, action):
    """What the describer says otherwise of that than Python; None."""
    told = described('%s\ndef make():\n o = C()\n %s\n return o\n' % (source, action), factory='make()')
    names = set()
    for step in (s for s in told.get('ops', ()) if 'n' in s):
        names = (names | {step['n']}) if step['k'] != 'del' else names - {step['n']}
    refusal = of_this_version(told['refusal'])['text'] if 'refusal' in told else None
    said = refusal or told.get('unknown') or sorted(names)
    wanted = python_makes(source, action)
    return None if said == wanted else 'Python says %s\nit says %s' % (wanted, said)


def check_all(table):
    """Prints TAP. @table is of (title, check): the check says what is wrong; None."""
    print('1..%d' % len(table))
    failed = 0
    for number, (title, check) in enumerate(table, 1):
        wrong = check()
        failed += wrong is not None
        print('%s %d %s' % ('not ok' if wrong else 'ok', number, title.replace('\n', '; ').replace('#', '')[-70:]))
        if wrong:
            print('# ' + wrong.replace('\n', '\n# '))
    return 1 if failed else 0
