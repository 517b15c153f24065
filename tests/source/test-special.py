#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the describer says of class statements that the library makes something of that is not modelled: hy_special.py. TAP."""
import sys

from describing import check_all, described

# (source, start of what it says is not known; None: nothing)
DOUBTED = [
    ("import typing\nclass C(typing.NamedTuple): a: typing.ClassVar[int]", 'whether typing takes the annotation of its field `a`'),
    ("import typing\nclass C(typing.NamedTuple): a: typing.Optional", 'whether typing takes'),
    ("import typing\nclass C(typing.NamedTuple): a: (int, str)", 'whether typing takes'),
    ("import typing\nclass C(typing.NamedTuple): a: 3", 'whether typing takes'),
    ("import typing\nclass C(typing.NamedTuple): a: '3 +'", 'whether typing takes'),
    ("import typing\nclass C(typing.NamedTuple): a: typing.Optional[int]", None),
    ("import typing\nclass C(typing.NamedTuple): a: 'typing.ClassVar[int]'", None),
    ("import typing\nclass C(typing.NamedTuple): a: None", None),
    ("import typing\nclass C(typing.NamedTuple): a: int", None),
    ("import typing\nclass C(typing.NamedTuple): a: unknown.Type", None),
    ("import typing\nC = typing.NamedTuple('C', [('a', typing.ClassVar[int])])", 'whether typing takes'),
    ("import typing\nC = typing.NamedTuple('C', [('a', int)])", None),
    ("from __future__ import annotations\nimport typing\nclass C(typing.NamedTuple): a: 3", None),
    ("import enum\nclass C(enum.Enum):\n A = 1\n A = 2", 'it gives the name `A` twice (line 4)'),
    ("import enum\nclass C(enum.Enum):\n A = 1\n B = 1", None),
    ("import enum\nclass C(enum.Enum):\n a = 1\n @property\n def a(self): pass", 'it gives the name `a` twice'),
    ("import enum\nclass C(enum.Enum):\n @property\n def a(self): pass\n @a.setter\n def a(self, v): pass", None),
    ("import enum\nclass C(enum.Enum):\n A = 'x'\n B = enum.auto()", 'what `auto` makes of these members varies'),
    ("import enum\nclass C(enum.Enum):\n A = (1, 2)\n B = enum.auto()", 'what `auto` makes of these members varies'),
    ("import enum\nclass C(enum.Enum):\n A = enum.auto()\n B = enum.auto()", None),
    ("import enum\nclass C(enum.Enum):\n __slots__ = ('a',)\n A = 1", 'whether slots of an enumeration'),
    ("import enum\nclass C(enum.Enum):\n A = 1\n def __init__(self): pass", 'whether its constructors take'),
    ("import enum\nclass C(enum.Enum):\n A = 1\n def __init__(self, n): pass", None),
    ("import enum\nclass C(enum.Enum):\n A = 1\n def __init__(self, n): self.m = n.missing", 'whether its constructors'),
    ("import enum\nclass C(enum.Enum):\n A = 1\n def __init__(self, *n): super().__init__(*n)", 'whether its constructors'),
    ("import enum\nclass C(enum.Enum):\n A = 1\n def __new__(cls, *args): return super().__new__(cls)",
     'whether its constructors take'),
    ("import enum\nclass C(enum.Enum):\n A = 1\n def __new__(cls, n): return object.__new__(cls)", None),
    ("import enum\n@enum.unique\nclass C(enum.Enum):\n A = 1\n B = 1", 'whether `unique` takes it'),
    ("import enum\n@enum.unique\nclass C(enum.Enum):\n A = 1\n B = enum.auto()", 'whether `unique` takes it'),
    ("import enum\n@enum.unique\nclass C(enum.Enum):\n A = enum.auto()\n B = enum.auto()", None),
    ("import enum\nclass C(enum.Enum):\n for a in (1, 2): pass", 'it gives the name `a` twice (line 3)'),
    ("import ctypes\nclass C(ctypes.Structure):\n _fields_ = [('a', ctypes.c_int)]\n __slots__ = ('a',)",
     'which of its slots are fields'),
    ("import ctypes\nclass C(ctypes.Structure):\n _fields_ = [('a',)]", 'whether ctypes takes its `_fields_`'),
    ("import ctypes\nclass C(ctypes.Structure):\n _fields_ = [('a', int)]", 'whether ctypes takes its `_fields_`'),
    ("import ctypes\nclass C(ctypes.Structure):\n _fields_ = 5", 'whether ctypes takes its `_fields_`'),
    ("import ctypes\nclass C(ctypes.Structure):\n _pack_ = -1\n _fields_ = []", 'whether ctypes takes its `_pack_`'),
    ("import ctypes\nclass C(ctypes.Structure):\n _pack_ = 2\n _fields_ = [('a', ctypes.c_char * 3, 2)]", None),
    ("import enum\nclass C(enum.Enum):\n _order_ = 'B A'\n A = 1\n B = 2", 'whether its members are those of `_order_`'),
    ("import enum\nclass C(enum.Enum):\n _order_ = 'A B'\n A = 1\n B = 2", None),
    ("import ctypes\nclass C(ctypes.BigEndianStructure):\n _fields_ = [('a', ctypes.c_bool)]", 'whether its fields'),
    ("import ctypes\nclass C(ctypes.BigEndianStructure):\n _fields_ = [('a', ctypes.c_int)]", None),
    ("class C:\n __slots__ = {'a', 'b'}\n a = b = 1", 'which of the names in its set of slots'),
    ("class C:\n __slots__ = {'a', 'b'}\n a = 1", None),
    ("class C(str):\n __slots__ = {'__dict__', '__weakref__'}", 'which of the names in its set of slots'),
    ("class C:\n __slots__ = {'__dict__', '__weakref__'}", None),
    ("import dataclasses\n@dataclasses.dataclass(slots=True)\nclass B:\n x: int\n def __init_subclass__(cls): "
     "super().__init_subclass__()\nclass C(B): pass", 'what `super` in `__init_subclass__` of `B`'),
    ("import dataclasses\n@dataclasses.dataclass\nclass B:\n x: int\n def __init_subclass__(cls): "
     "super().__init_subclass__()\nclass C(B): pass", None),
    ("import typing\nC = typing.NamedTuple('C', a=int)", 'whether `NamedTuple` takes these fields varies'),
    ("import typing\nC = typing.NamedTuple('C', [('a', int), ('a', int)])", 'whether `NamedTuple` takes these fields'),
    ("import typing\nC = typing.NamedTuple('C', [('a', int), ('b', int)])", None),
    ("import abc, typing\nclass B(typing.TypedDict): pass\nC = type('C', (abc.ABC, B), {})", 'what TypedDict makes of it'),
    ("import typing\nclass B(typing.TypedDict): pass\nC = type('C', (B,), {})", None),
    ("class C:\n locals()['x'] = 1", None),
    ("class C:\n locals()['__x'] = 1", 'what is put into `locals()` is not known'),
    ("class C:\n locals()[C] = 1", 'what is put into `locals()` is not known'),
]



def check(source, expected):
    have = described(source).get('unknown')
    good = have is None if expected is None else have is not None and have.startswith(expected)
    return None if good else 'it says %r' % have


if __name__ == '__main__':
    sys.exit(check_all([(source, lambda row=(source, expected): check(*row)) for source, expected in DOUBTED]))
