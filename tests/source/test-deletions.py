#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what deleting an attribute does to an instance (hy_deletions.py) against the interpreter that runs this. TAP."""
import sys

from describing import check_all, made_otherwise

PLAIN = "class C:\n def __init__(self): self.a = self.b = 1\n"
HOOK = PLAIN + " def __delattr__(self, name): "
DESCRIPTOR = "class D:\n def __set__(self, o, v): o.kept = v\n def __delete__(self, o): o.gone = 1\nclass C:\n a = D()\n"
FROZEN = "import dataclasses\n@dataclasses.dataclass(frozen=True)\nclass C:\n a: int = 1\n"
TUPLE = "import collections\nclass C(collections.namedtuple('T', 'a')):\n def __new__(cls): return super().__new__(cls, 1)\n"
STRUCTURE = "import ctypes\nclass C(ctypes.Structure): _fields_ = [('a', ctypes.c_int)]\n"

# (source of a class C, what is done to its instance o)
CASES = [
    (PLAIN, 'del o.a'), (PLAIN, 'del o.a, o.b'), (PLAIN, 'del o.a; o.a = 1'), (PLAIN, 'delattr(o, "b")'), (PLAIN, 'del o.c'),
    (PLAIN, 'object.__delattr__(o, "a")'), (PLAIN, 'o.__delattr__("a")'), (PLAIN, 'del o.__dict__["a"]'), (PLAIN, 'del o.__weakref__'),
    (HOOK + "object.__delattr__(self, 'b')", 'del o.a'), (HOOK + "super().__delattr__(name)", 'del o.a'),
    (HOOK + "del self.__dict__[name]", 'del o.a'), (HOOK + "pass", 'del o.zzz'), (HOOK + "raise AttributeError(name)", 'del o.a'),
    (HOOK + "self.x = 1", 'del o.a'), (PLAIN + " @property\n def p(self): pass\n @p.deleter\n def p(self): self.d = 1", 'del o.p'),
    (PLAIN + " p = property(lambda self: 1)", 'del o.p'), (DESCRIPTOR, 'o.a = 1; del o.a'), (DESCRIPTOR, 'del o.a'),
    ("class C:\n __slots__ = ('a', '__dict__')", 'o.a = 1; o.b = 2; del o.b; o.c = 3; del o.a; del o.a'),
    ("class C:\n __slots__ = 'a'\n b = 1", 'del o.a'), ("class C:\n __slots__ = 'a'\n b = 1", 'del o.b'),
    ("class C:\n __slots__ = 'a'", 'del o.b'), (FROZEN, 'del o.a'), (FROZEN, 'del o.b'), (TUPLE, 'del o.a'), (STRUCTURE, 'del o.a'),
    ("class C(int): pass", 'del o.real'), (PLAIN, 'd = {}; del d.a'), (PLAIN, 'd = []; del d.append'), (PLAIN, 's = "x"; del s.x'),
]
# Those of which the describer does not say what happens.
DOUBTED = [(PLAIN, 'del o.__dict__'), (PLAIN, 'del o.__class__'), (PLAIN, 'del o.c'), ("class C(int): pass", 'del o.real'),
           (DESCRIPTOR.replace('__delete__', 'other'), 'del o.a')]


def check(source, action):
    if 'dataclass' in source and sys.version_info < (3, 7):
        return None
    wrong = made_otherwise(source, action)
    return None if wrong is None or (source, action) in DOUBTED and '(line ' in wrong else wrong


if __name__ == '__main__':
    rows = CASES + [row for row in DOUBTED if row not in CASES]
    sys.exit(check_all([('%s %s' % row, lambda row=row: check(*row)) for row in rows]))
