#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds hy_mixins.py against the library of the interpreter that runs this: that the abstract classes have these
methods, and do to an object what the describer follows. TAP."""
import collections.abc
import sys

from describing import check_all, described

HEAD = 'from collections.abc import *\n'
MAPPING = HEAD + """class C(MutableMapping):
    def __init__(self, *a, **k):
        self.d = {}
        %s
    def __getitem__(self, key): return self.d[key]
    def __setitem__(self, key, value):
        self.d[key] = value
        setattr(self, 'at_' + key, value)
    def __delitem__(self, key): del self.d[key]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
"""
SEQUENCE = HEAD + """class C(MutableSequence):
    def __init__(self, *a):
        self.d = []
        %s
    def __getitem__(self, i): return self.d[i]
    def __setitem__(self, i, value): self.d[i] = value
    def __delitem__(self, i): del self.d[i]
    def __len__(self): return len(self.d)
    def insert(self, i, value):
        self.d.append(value)
        setattr(self, 'at_%%d_%%s' %% (i, value), value)
"""
SET = HEAD + """class C(MutableSet):
    def __init__(self, *a):
        self.d = []
        %s
    def __contains__(self, value): return value in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def add(self, value):
        self.d.append(value)
        setattr(self, 'has_' + value, value)
    def discard(self, value): pass
"""
DONE = [
    (MAPPING % 'self.update(*a, **k)', "C({'x': 1}, y=2)"),
    (MAPPING % 'self.update(*a, **k)', "C([('x', 1), ('y', 2)], x=3)"),
    (MAPPING % 'self.update(*a, **k)', 'C()'),
    (MAPPING % "self.setdefault('x', 5); self.setdefault('x', 6)", 'C()'),
    (MAPPING % "self.update(k); self.e = self.get('x', 'no'); self.f = self.get('z')", 'C(x=1)'),
    (MAPPING % "self.update(k)\n        if 'x' in self: self.e = 1\n        if 'z' in self: self.f = 1", 'C(x=1)'),
    (SEQUENCE % 'self.extend(a); self.append(9)', 'C(7, 8)'),
    (SEQUENCE % 'self += a', 'C(7, 8)'),
    (SET % 'self |= a', "C('p', 'q')"),
]


def check_made(source, factory):
    recipe = described(source, factory=factory)
    names = []
    for step in recipe.get('ops', ()):
        if step['n'] not in names:
            names.append(step['n'])
    space = {}
    exec(source, space)
    made = list(vars(eval(factory, space)))
    return None if names == made else 'it says %r, and is %r' % (recipe, made)


def check_there(cls, name):
    return None if hasattr(getattr(collections.abc, cls.rpartition('.')[2]), name) else 'it has none'


def main():
    import ast
    from hy_mixins import MIXINS
    there = [(cls + '.' + node.name, lambda cls=cls, name=node.name: check_there(cls, name))
             for cls, text in sorted(MIXINS.items()) for node in ast.parse(text).body]
    made = [(source.split('\n')[4] + ' ' + factory, lambda row=(source, factory): check_made(*row))
            for source, factory in DONE]
    return check_all(there + made)


if __name__ == '__main__':
    sys.exit(main())
