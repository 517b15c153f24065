#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds how many digits an int is made with (hy_digits.py) against the interpreter that runs this. TAP."""
import sys
import tracemalloc

from describing import check_all

from hy_digits import NATURAL, SHIFT, digits_inverted, digits_of, digits_read, size, takes_one_digit
from hy_literal import BINARY
from hy_things import MISSING

HEADER = int.__basicsize__
COUNT = 200
LONG = 2 ** 60 + 5000
BORDERS = [2 ** 30 - 1, 2 ** 30, 2 ** 60 - 1, 10 ** 12, 10 ** 19, 2 ** 90]
NUMBERS = [7, 70000] + BORDERS + [-70000] + [-n for n in BORDERS]
SHIFTS = [1, 3, 30, 31, 61]
TEXTS = [('70000', 10), ('0000000000000000070000', 10), ('1000000000', 10), ('1' + '0' * 18, 10), ('3fffffff', 16),
         ('0x40000000', 0), ('0x40000000', 16), ('1_000_000', 10), ('11110000111100001111', 2), ('777777', 8), (' zzzz ', 36)]

ROWS = [(op, a, b) for op in ('Add', 'Sub', 'Mult', 'FloorDiv', 'Mod', 'BitAnd', 'BitOr', 'BitXor')
        for a in NUMBERS for b in NUMBERS]
ROWS += [(op, a, b) for op in ('LShift', 'RShift') for a in NUMBERS for b in SHIFTS]
ROWS += [('Pow', a, b) for a in NUMBERS for b in range(6)]


def asked_for(make, hold):
    """Bytes of one of many results, which @hold keeps."""
    for i in range(COUNT):
        hold[i] = make()  # takes what lies on a free list
    kept = [None] * COUNT
    before = tracemalloc.get_traced_memory()[0]
    for i in range(COUNT // 2):
        kept[i] = make()
    between = tracemalloc.get_traced_memory()[0]
    for i in range(COUNT // 2, COUNT):
        kept[i] = make()
    after = tracemalloc.get_traced_memory()[0]
    return (min(after - between, between - before) + COUNT // 4) // (COUNT // 2)


def modelled(room, compact, result):
    if room == NATURAL or (compact and sys.version_info >= (3, 11)):
        return sys.getsizeof(result) if size(result) > 1 or sys.version_info < (3, 11) else HEADER + 8
    return HEADER + room * 4


def check_made(make, room, compact=False):
    result = make()
    if room is MISSING or -6 < result < 1025:
        return None
    found, said = asked_for(make, [None] * COUNT), modelled(room, compact, result)
    return None if found == said else 'Python asks for %d bytes\nit says %d' % (found, said)


def check_operator(op):
    for _, a, b in (row for row in ROWS if row[0] == op):
        found = check_made(lambda a=a, b=b: BINARY[op](a, b), digits_of(op, a, b), takes_one_digit(op, a, b))
        if found:
            return '%s %d %d: %s' % (op, a, b, found)
    return None


def check_inverted():
    found = [check_made(lambda n=n: ~n, digits_inverted(n)) for n in NUMBERS]
    return next((f for f in found if f), None)


def check_same_object():
    """A remainder that is the left operand: not another int."""
    a, b = LONG, LONG * 2
    return None if digits_of('Mod', a, b) is MISSING and a % b is a else 'not the same'


if __name__ == '__main__':
    tracemalloc.start()
    TESTS = [(op, lambda op=op: check_operator(op)) for op in sorted(set(row[0] for row in ROWS))]
    TESTS += [('int %r' % (row,), lambda row=row: check_made(lambda: int(*row), digits_read(*row))) for row in TEXTS]
    sys.exit(check_all(TESTS + [('inverted', check_inverted), ('the same object', check_same_object)]))
