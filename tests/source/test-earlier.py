#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What older versions make of a file that asks for the version. TAP."""
import sys

from describing import answered, check_all

NEW = [(15, ('a', 'b')), (9, ('a',))]
# (source, [(last version, slots of C), ...] with the newest first; None: it says why it does not know)
CASES = [
    ('''import sys
class C:
    if sys.version_info >= (3, 10):
        __slots__ = ('a', 'b')
    else:
        __slots__ = ('a',)
''', NEW),
    ('''import sys
if sys.version_info < (3, 8):
    class C: __slots__ = ('a',)
elif sys.version_info < (3, 12):
    class C: __slots__ = ('a', 'b')
else:
    class C: __slots__ = ()
''', [(15, ()), (11, ('a', 'b')), (7, ('a',))]),
    ('''import sys
NAMES = ('a', 'b') if sys.version_info[:2] > (3, 9) else ('a',)
class C: __slots__ = NAMES
''', NEW),
    ('''import sys
class C: __slots__ = ('a', 'b')[:1 + (sys.version_info.minor > 9)]
''', NEW),
    ('''import sys
if sys.version_info >= (3, 10):
    class C: __slots__ = ('a', 'b')
''', [(15, ('a', 'b')), (9, None)]),
    ('''import sys
if sys.version_info < (3, 10):
    class C: __slots__ = ('a',)
''', [(15, None), (9, ('a',))]),
    ('''import sys
if sys.version_info >= (3, 9, 1):
    NAMES = ('a', 'b')
else:
    NAMES = ('a',)
class C: __slots__ = NAMES
''', [(15, ('a', 'b')), (9, None), (8, ('a',))]),
    ('''import sys
if sys.version_info[0] >= 3:
    class C: __slots__ = ('a', 'b')
''', [(15, ('a', 'b'))]),
    ('''import sys
if sys.version_info >= (3, 9):
    import collections.abc as abc
class C: __slots__ = ('a', 'b')
''', [(15, ('a', 'b'))]),
]


def chain(found):
    """[(last version, class)] of the last one listed, the newest first."""
    entry = found['listed'][-1]
    ways = [(15, entry['i'])] + [(e['last'], e['i']) for e in entry['recipe'].get('earlier', ())]
    return [(last, found['classes'][i]) for last, i in ways]


def slots_of(cls):
    return None if 'unknown' in cls else tuple(s['n'] for s in cls['slots'])


def check(source, expected):
    found = [(last, slots_of(cls)) for last, cls in chain(answered(source, **{'class': 'C'}))]
    if found != expected:
        return 'described as %s' % found
    mine = [slots for last, slots in expected if sys.version_info[1] <= last][-1]
    space = {}
    exec(source, space)
    return None if mine is None or space['C'].__slots__ == mine else 'Python makes %s' % (space['C'].__slots__,)


def check_factory():
    """A factory that older versions can't call: these say so, the newer ones make an instance."""
    source = 'import sys\nclass C: pass\nif sys.version_info >= (3, 9):\n    def make(): return C()\n'
    recipe = answered(source, factory='make()')['listed'][0]['recipe']
    wrong = 'unknown' in recipe or recipe['earlier'][0]['last'] != 8 or 'make' not in recipe['earlier'][0]['unknown']
    return 'made by %s' % recipe if wrong else None


def check_base():
    """Only what stands on something that varies is told twice."""
    source = 'import sys\nclass A: pass\nB = A if sys.version_info >= (3, 9) else dict\nclass C(B): pass\n'
    found = answered(source)
    names = [c['name'] for c in found['classes']]
    bases = [cls['bases'][0]['k'] for _, cls in chain(found)]
    return None if names == ['A', 'C', 'C'] and bases == ['def', 'lib'] else 'classes %s on %s' % (names, bases)


def check_patience():
    """Where reading takes too long, newer versions are told of, and older ones are unknown."""
    import describe
    source = 'import sys\nclass C:\n    if sys.version_info >= (3, 9): __slots__ = ()\n'
    saved, describe.PATIENCE = describe.PATIENCE, -1
    try:
        told = [(last, slots_of(cls), cls.get('unknown', '')) for last, cls in chain(answered(source))]
    finally:
        describe.PATIENCE = saved
    good = [t[:2] for t in told] == [(15, ()), (8, None)] and 'too long' in told[1][2]
    return None if good else 'told %s' % told


def main():
    table = [(source, lambda source=source, expected=expected: check(source, expected)) for source, expected in CASES]
    return check_all(table + [('a factory of newer versions', check_factory), ('a base of newer versions', check_base),
                              ('a reader that has no patience', check_patience)])


if __name__ == '__main__':
    sys.exit(main())
