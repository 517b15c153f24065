#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what special methods of a class do to its instances (hy_dispatch.py) against the interpreter that runs this. TAP."""
import sys

from describing import check_all, made_otherwise


def noting(name, result='True', more=''):
    """A class C of which the method @name sets an attribute."""
    return 'class C:\n def %s(self, *args): self.x = 1; return %s\n%s' % (name, result, more)


BINARIES = (('+', 'add'), ('-', 'sub'), ('*', 'mul'), ('/', 'truediv'), ('//', 'floordiv'), ('%', 'mod'), ('**', 'pow'),
            ('<<', 'lshift'), ('>>', 'rshift'), ('&', 'and'), ('|', 'or'), ('^', 'xor'), ('@', 'matmul'))
COMPARISONS = (('==', 'eq', 'eq'), ('!=', 'ne', 'ne'), ('<', 'lt', 'gt'), ('<=', 'le', 'ge'), ('>', 'gt', 'lt'), ('>=', 'ge', 'le'))
OTHER = "class B(C):\n def __%s__(self, other): self.y = 1; other.z = 1; return %s\n"
TURN = "class C:\n def __iter__(self): self.n = 0; return self\n def __next__(self):\n  self.n += 1\n  if self.n > 3: raise StopIteration\n" \
       "  return 'k%d' % self.n\n"

# (source of a class C, what is done to its instance o)
CASES = [(noting('__%s__' % name), 'o %s 2' % sign) for sign, name in BINARIES]
CASES += [(noting('__r%s__' % name), '2 %s o' % sign) for sign, name in BINARIES if sign != '%']
CASES += [(noting('__i%s__' % name, 'self'), 'o %s= 2' % sign) for sign, name in BINARIES]
CASES += [(noting('__%s__' % name, 'self'), 'o %s= 2' % sign) for sign, name in BINARIES]
CASES += [(noting('__%s__' % name), 'o %s 2' % sign) for sign, name, _ in COMPARISONS]
CASES += [(noting('__%s__' % turned), '2 %s o' % sign) for sign, _, turned in COMPARISONS]
CASES += [
    (noting('__eq__'), 'o != 2'), (noting('__add__', 'NotImplemented', OTHER % ('radd', 1)), 'o + B()'),
    (noting('__add__', '1', OTHER % ('radd', 1)), 'o + B()'), (noting('__add__', '1', OTHER % ('add', 1)), 'o + B()'),
    (noting('__radd__', '1', ' def __add__(self, o): return NotImplemented\n') + "class D:\n pass\n", 'o.d = D(); o.d + o'),
    (noting('__lt__', 'NotImplemented', OTHER % ('gt', 1)), 'o < B()'), (noting('__neg__'), '-o'), (noting('__pos__'), '+o'),
    (noting('__invert__'), '~o'), (noting('__bool__'), 'not o'), (noting('__len__', '0'), 'o.y = 1 if o else 2'),
    (noting('__bool__'), 'o and setattr(o, "y", 1)'), (noting('__bool__', 'False'), 'o or setattr(o, "y", 1)'), (noting('__len__', '3'), 'len(o)'),
    (noting('__contains__'), '3 in o'), (noting('__iter__', 'iter((3,))'), '3 in o'), (noting('__getitem__'), 'o[1]'),
    (noting('__setitem__'), 'o[1] = 2'), (noting('__delitem__'), 'del o[1]'), (noting('__call__'), 'o(1, 2)'),
    (noting('__iter__', 'iter("ab")'), 'for n in o: setattr(o, n, 1)'),
    (noting('__abs__'), 'abs(o)'), (noting('__hash__', '3'), 'hash(o)'), (noting('__round__'), 'round(o, 2)'), (noting('__next__'), 'next(o)'),
    (noting('__int__', '3'), 'int(o)'), (noting('__float__', '3.5'), 'float(o)'), (noting('__bytes__', 'b""'), 'bytes(o)'),
    (noting('__iter__', 'iter("a")'), 'a, = o'), (TURN, 'for n in o: setattr(o, n, 1)'), (TURN, 'list(o)'),
    (noting('__iter__', '(n for n in "pq")'), '[setattr(o, n, 1) for n in o]'),
    ('class C: pass', 'o[1]'), ('class C: pass', 'o["x"]'), ('class C: pass', 'o[1] = 2'), ('class C: pass', 'del o[1]'), ('class C: pass', 'len(o)'),
    ('class C: pass', 'o()'), ('class C: pass', 'o.x = 1 if o else 2'),
]


if __name__ == '__main__':
    sys.exit(check_all([('%s %s' % row, lambda row=row: made_otherwise(*row)) for row in CASES]))
