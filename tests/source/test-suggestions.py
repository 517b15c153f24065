#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what is suggested in the place of a keyword argument (hy_suggestions.py) against what CPython 3.13 and newer say, and its
costs against those of Python/suggestions.c. TAP."""
import random
import sys

from describing import check_all

# (name, candidates, the one that is suggested)
CASES = [
    ('', ['a'], None), ('a', [], None), ('a', ['a'], None), ('a', ['b'], None), ('named', ['self', 'name'], 'name'),
    ('Name', ['name', 'named'], 'name'), ('__key', ['_A__key'], '_A__key'), ('__x', ['_A__x'], None), ('ab', ['b', 'a'], 'b'),
    ('value', ['values', 'valu'], 'values'), ('Value', ['valu', 'value'], 'value'), ('n' * 60, ['n' * 61], 'n' * 61),
    ('x' + 'ab' * 21 + 'y', ['z' + 'ac' * 21 + 'w'], None), ('name', ['n%d' % n for n in range(749)] + ['names'], None),
]
# (one, other, what it costs to change one into the other)
COSTS = [('', '', 0), ('a', 'a', 0), ('a', 'A', 1), ('a', 'b', 2), ('', 'ab', 4), ('abc', 'ac', 2), ('a', '\x01', 2),
         ('kitten', 'sitting', 6), ('x' * 41, 'y', None)]
WORDS = ['name', 'names', 'Name', '_name', '__name', 'nane', 'size', 'sizes', 'resize', 'a', 'ab', 'b', 'value', 'values', 'vlaue']
SEED = 7
TRIALS = 300


def check(name, candidates, wanted):
    from hy_suggestions import suggest
    found = suggest(name, candidates)
    return None if found == wanted else 'it suggests %r' % found


def check_cost(one, other, wanted):
    from hy_suggestions import distance
    found = [distance(one.encode(), other.encode()), distance(other.encode(), one.encode())]
    return None if found == [wanted] * 2 else 'it costs %r' % found


def check_python():
    """Whether Python suggests the same; versions before 3.13 suggest nothing."""
    from hy_suggestions import suggest
    draw = random.Random(SEED)
    for _ in range(TRIALS if sys.version_info >= (3, 13) else 0):
        parameters, name = draw.sample(WORDS, draw.randint(1, 5)), draw.choice(WORDS)
        function = eval('lambda %s: 1' % ', '.join(p + '=1' for p in parameters))
        try:
            function(**{name: 1})
        except TypeError as error:
            other = suggest(name, parameters)
            if str(error).partition('. ')[2] != ("Did you mean '%s'?" % other if other else ''):
                return '%s among %s: Python says %s' % (name, parameters, error)
    return None


if __name__ == '__main__':
    rows = [('%s %s' % row[:2], lambda row=row: check(*row)) for row in CASES]
    rows += [('%s %s' % row[:2], lambda row=row: check_cost(*row)) for row in COSTS]
    sys.exit(check_all(rows + [('as Python does, seed %d' % SEED, check_python)]))
