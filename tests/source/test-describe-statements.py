#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the describer says of class statements that code of the file, or of the library, refuses, and of those of which it
can't say: hy_creation, hy_special and hy_refusals. TAP."""
import io
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', '..', 'resources', 'python'))
sys.dont_write_bytecode = True

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

# (source, start of what it says is not known; None: nothing)
DOUBTED = [
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


def read(source):
    """What is said of the class C."""
    import describe
    reply = io.BytesIO()
    describe.answer_all({'requests': [{'path': None, 'text': source, 'asks': [{'class': 'C'}]}]}, reply)
    answer = json.loads(reply.getvalue().decode('ascii'))
    return answer['classes'][answer['listed'][-1]['i']]


def check_refused(source, expected):
    said = read(source).get('refusal')
    have = [(e['last'], e['text']) for e in said['earlier']] + [(15, said['text'])] if said else None
    return None if have == expected else 'it says %r' % have


def check_doubted(source, expected):
    have = read(source).get('unknown')
    good = have is None if expected is None else have is not None and have.startswith(expected)
    return None if good else 'it says %r' % have


def main():
    table = [(check_refused,) + row for row in REFUSED] + [(check_doubted,) + row for row in DOUBTED]
    print('1..%d' % len(table))
    failed = 0
    for number, (check, source, expected) in enumerate(table, 1):
        wrong = check(source, expected)
        failed += wrong is not None
        print('%s %d %s' % ('not ok' if wrong else 'ok', number, source.replace('\n', '; ')[-70:]))
        if wrong:
            print('# ' + wrong)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
