#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file sets on instances of its own classes as it is read: hy_early.py; and how many it makes. TAP."""
import ast
import sys

from describing import check_all, described

# (source, [(attribute, line)] that instances of its class C get)
CASES = [
    ('class C: pass\nc = C()\nc.x = 1', [('x', 3)]),
    ('class C: pass\nc = d = C()\nd.x = 1\nc.y: int = 2', [('y', 4), ('x', 3)]),
    ('class C: pass\nc: C = C(1, a=2)\nc.x += 1', [('x', 3)]),
    ('class C: pass\nc = C\nc.x = 1', []),
    ('class C: pass\nclass D: pass\nc = D()\nc.x = 1', []),
    ('class C: pass\nc = C()\nc.x.y = 1', []),
    ('class C: pass\nc = C()\nd.x = 1', []),
    ('class C: pass\nc = C()\nprint(c.x)', []),
    ('class C: pass\ndef make():\n    c = C()\n    c.x = 1', []),
    ('class C: pass\nif True:\n    c = C()\nelse:\n    c.x = 1', [('x', 5)]),
    ('class C: pass\ntry:\n    c = C()\nexcept E:\n    c.x = 1\nfinally:\n    c.y = 1', [('x', 5), ('y', 7)]),
    ('class C: pass\nfor n in range(3):\n    c = C()\n    c.x = n', [('x', 4)]),
    ('class C: pass\nwith open(p):\n    c = C()\nc.x = 1', [('x', 4)]),
    ('class Outer:\n    class C: pass\n    c = C()\n    c.x = 1', [('x', 4)]),
    ('class C:\n    def __set_name__(self, owner, name): self.name = name\nclass D: a = C()', [('name', 2)]),
    ('class C:\n    def __set_name__(me, owner, name): me.a = owner.b = name\nclass D: a = C()', [('a', 2)]),
    ('class C:\n    def __set_name__(self, owner, name): self.name = name\na = C()', []),
    ('class C:\n    def __set_name__(self, owner, name): self.name = name\ndef f():\n    class D: a = C()', []),
    ('class C:\n    def __set_name__(): pass\nclass D: a = C()', []),
    ('class C: pass\nclass D: a = C()', []),
]
# (source, how many instances of its class C the file surely makes itself)
COUNTS = [
    ('class C: pass', 0), ('class C: pass\nc = C()', 1), ('class C: pass\nC.a = C()\nC()', 2), ('class C: pass\na = [C() for n in range(5)]', 5),
    ('class C:\n def make(): return C()\nc = C.make()', 1), ('class C: pass\nclass D(C): pass\nd = D()', 0),
    ('class C: pass\nclass D: a = C()', 1), ('class C: pass\nif unknown:\n c = C()', 0),
    ('class C: pass\ndef f(): return C()', 0), ('class C: pass\ndef f(): return C()\nf()', 1),
    ('class C: pass\ntry:\n import nothing\nexcept ImportError:\n c = C()', 0),
]


def check_count(source, wanted):
    found = described(source, factory='C()').get('early', 0)
    return None if found == wanted else 'it says %d' % found


def set_name(tree):
    return next((n for n in ast.walk(tree) if getattr(n, 'name', None) == '__set_name__'), None)


def check(source, expected):
    from hy_early import Early
    tree = ast.parse(source)
    have = Early(tree).attributes('C', set_name(tree))
    return None if sorted(have) == sorted(expected) else 'it says %r' % have


if __name__ == '__main__':
    rows = [(source, lambda row=(source, expected): check(*row)) for source, expected in CASES]
    sys.exit(check_all(rows + [('%s: count' % row[0], lambda row=row: check_count(*row)) for row in COUNTS]))
