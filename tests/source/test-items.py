#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds which operations give the object itself, and of which containers the describer doubts how large they grew
(hy_items.py, hy_iterate.py, hy_texts.py), against the interpreter that runs this. TAP."""
import sys

from describing import check_all, described

SOURCE = 'class C:\n def __init__(self, i):\n  self.b = %s\n  self.a = %s\n'
# (an object, what is made of it)
SAME = [('int("70000")', row) for row in ('abs(b)', '+b', 'round(b)', 'int(b)', 'b + 0', '-b')]
SAME += [('int("-70000")', 'abs(b)'), ('float("70000.5")', 'abs(b)'), ('float("70000.5")', '+b'),
         ('float("70000.5")', 'float(b)')]
SAME += [('str(i) + "x"', row) for row in ('str(b)', 'b + ""', '"" + b', '"%s" % b', '"".join([b])', 'b + "x"')]
SAME += [('(i, [1])', row) for row in ('tuple(b)', 'b * 1', 'b + ()', '() + b', 'b[:]', 'b * 2')]
SAME += [('[i]', 'list(b)'), ('frozenset(["x", "y"])', 'b.copy()'), ('frozenset(["x", "y"])', 'frozenset(b)')]
# What changes an object of which it is then not known how large it is, and what does not.
DOUBTED = [('{k: 1 for k in range(5)}', 'b.pop(1); b[7] = 1'), ('{k: 1 for k in range(5)}', 'b.pop(1); self.b = b.copy()'),
           ('{k: 1 for k in range(5)}', 'b.pop(1); self.b = dict(b)'), ('{1: 2}', 'b.update({k: k for k in range(9)})'),
           ('{}', 'self.b = dict.fromkeys({1, 2})'), ('{}', 'self.b = dict.fromkeys({1: 2})'), ('{i, 1}', ''),
           ('set([i, 1])', ''), ('set([i])', 'b.add(7)'), ('{str(i), "b"}', ''), ('set(range(9))', 'self.b = b - {1}'),
           ('set(range(9))', 'self.b = b.union([11])'), ('bytearray(5)', 'b.append(1)'), ('bytearray(5)', 'b += b"x"'),
           ('bytearray(5)', 'del b[1]'), ('bytearray([1, 2])', '')]
KEPT = [('{k: 1 for k in range(5)}', 'b.pop(1)'), ('{1: 2}', 'b.update({3: 4})'), ('{i, "x"}', ''), ('{i, i + 1}', ''),
        ('{1, 2}', 'b.add(3)'), ('bytearray(5)', 'len(b)'), ('{1: 2}', 'b[3] = 4')]


def values(before, after):
    steps = described(SOURCE % (before, 'None; b = self.b; ' + after), factory='C(i)')['ops']
    return {step['n']: step['v'] for step in steps}


def check_same(before, after):
    space = {}
    exec('class O: pass\ndef make(i):\n self = O()\n b = self.b = %s\n self.a = %s\n return self' % (before, after), space)
    made = space['make'](1000)
    said = values(before, 'self.a = ' + after)
    same = said['a'].get('id') == said['b'].get('id')
    return None if same == (made.a is made.b) else 'Python says %s' % (made.a is made.b)


def check_doubt(before, after, doubted):
    said = values(before, after or 'pass')['b']
    return None if (said['k'] == 'unknown' or 'reason' in said) == doubted else 'it says %r' % said


if __name__ == '__main__':
    TESTS = [('%s, %s' % row, lambda row=row: check_same(*row)) for row in SAME]
    TESTS += [('%s; %s' % row, lambda row=row: check_doubt(*row, doubted=True)) for row in DOUBTED]
    TESTS += [('%s; %s' % row, lambda row=row: check_doubt(*row, doubted=False)) for row in KEPT]
    sys.exit(check_all(TESTS))
