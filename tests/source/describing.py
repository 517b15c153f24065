# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the describer about sources, for the tests of its modules."""
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


def described(source, **words):
    """What is said of the class C, or of how the factory given makes its instances, in this version."""
    import describe
    reply = io.BytesIO()
    words.setdefault('class', 'C')
    describe.answer_all({'requests': [{'path': None, 'text': source, 'asks': [words]}]}, reply)
    answer = json.loads(reply.getvalue().decode('ascii'))
    listed = answer['listed'][-1]
    mine = of_this_version(listed['recipe'])
    return mine if 'factory' in words else answer['classes'][mine.get('i', listed['i'])]


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
