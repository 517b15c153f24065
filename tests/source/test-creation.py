#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the describer says of class statements that code of the file refuses: hy_creation.py. TAP."""
import sys

from describing import check_all, described

NAMED = """class F:
 def __set_name__(self, owner, name): raise ValueError('no ' + name)
"""
KEYWORD = """class B:
 def __init_subclass__(cls, tag): pass
"""
STARTER = """class M(type):
 def __init__(cls, name, bases, space, *, flag): pass
"""

# (source, [(last 3.x that says so, text), newest last])
REFUSED = [
    (NAMED + "class C: x = F()", [(11, "RuntimeError: Error calling __set_name__ on 'F' instance 'x' in 'C'"),
                                  (15, 'ValueError: no x')]),
    (NAMED + "class C: __x = F()", [(11, "RuntimeError: Error calling __set_name__ on 'F' instance '_C__x' in 'C'"),
                                    (15, 'ValueError: no _C__x')]),
    (KEYWORD + "class C(B): pass", [
        (9, "TypeError: __init_subclass__() missing 1 required positional argument: 'tag'"),
        (15, "TypeError: B.__init_subclass__() missing 1 required positional argument: 'tag'")]),
    (KEYWORD + "class C(B, tag=1, other=2): pass", [
        (9, "TypeError: __init_subclass__() got an unexpected keyword argument 'other'"),
        (15, "TypeError: B.__init_subclass__() got an unexpected keyword argument 'other'")]),
    (KEYWORD + "class C(B, tag=1): pass", None),
    (KEYWORD + "import typing\nclass G(typing.Generic[typing.TypeVar('T')]): pass\nclass C(G, B): pass", [
        (9, "TypeError: __init_subclass__() missing 1 required positional argument: 'tag'"),
        (15, "TypeError: B.__init_subclass__() missing 1 required positional argument: 'tag'")]),
    (STARTER + "class C(metaclass=M): pass", [
        (9, "TypeError: __init__() missing 1 required keyword-only argument: 'flag'"),
        (15, "TypeError: M.__init__() missing 1 required keyword-only argument: 'flag'")]),
    (KEYWORD + "C = type('C', (B,), {'tag': 1})", [
        (9, "TypeError: __init_subclass__() missing 1 required positional argument: 'tag'"),
        (15, "TypeError: B.__init_subclass__() missing 1 required positional argument: 'tag'")]),
    ("class B:\n def __init_subclass__(cls): raise KeyError('a')\nclass C(B): pass", [(15, "KeyError: 'a'")]),
    ("class B:\n def __init_subclass__(cls, **w): super().__init_subclass__(**w)\nclass C(B, tag=1): pass", [
        (8, 'TypeError: __init_subclass__() takes no keyword arguments'),
        (15, 'TypeError: C.__init_subclass__() takes no keyword arguments')]),
    ("class F:\n def __set_name__(self, owner): pass\nclass C: x = F()", [
        (11, "RuntimeError: Error calling __set_name__ on 'F' instance 'x' in 'C'"),
        (15, 'TypeError: F.__set_name__() takes 2 positional arguments but 3 were given')]),
    ("class F:\n def __set_name__(self, owner, name): owner.kept.append(name)\nclass C: x = F()", [
        (11, "RuntimeError: Error calling __set_name__ on 'F' instance 'x' in 'C'"),
        (15, "AttributeError: type object 'C' has no attribute 'kept'")]),
    (STARTER + "class C(metaclass=M, flag=1): pass", None),  # object.__init_subclass__ refuses it first
    ("import functools\nclass C:\n @functools.cached_property\n def a(self): return 1\n b = a", [
        (11, "RuntimeError: Error calling __set_name__ on 'cached_property' instance 'b' in 'C'"),
        (15, "TypeError: Cannot assign the same cached_property to two different names ('a' and 'b').")]),
    ("import enum, functools\nclass C(enum.Enum):\n @functools.cached_property\n def a(self): return 1\n b = a", [
        (10, "RuntimeError: Error calling __set_name__ on 'cached_property' instance 'b' in 'C'"),
        (15, "TypeError: Cannot assign the same cached_property to two different names ('a' and 'b').")]),
]


def check(source, expected):
    said = described(source).get('refusal')
    have = [(e['last'], e['text']) for e in said['earlier']] + [(15, said['text'])] if said else None
    return None if have == expected else 'it says %r' % have


if __name__ == '__main__':
    sys.exit(check_all([(source, lambda row=(source, expected): check(*row)) for source, expected in REFUSED]))
