#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the describer says of class statements: slots, bases, members, versions, files that import each other. TAP."""
import io
import json
import os
import shutil
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', '..', 'resources', 'python'))
sys.dont_write_bytecode = True


def ask(request, **words):
    import describe
    reply = io.BytesIO()
    describe.answer_all({'requests': [dict(request, asks=[words])]}, reply)
    return json.loads(reply.getvalue().decode('ascii'))


def read(source, **words):
    """The class asked for, or the last one of the source."""
    answer = ask({'path': None, 'text': source}, **words)
    if 'error' in answer:
        raise AssertionError(answer['error'])
    return answer['classes'][answer['listed'][-1]['i']]


# (minor, body of a class and what stands before it, slots or the type that is not iterable or None for unknown)
SLOTS = [
    (6, "class C: __slots__ = 'value'", ['value']),
    (6, "class C: __slots__ = ('b', 'a')", ['b', 'a']),
    (6, "class C: __slots__ = ['b'] + ['a']", ['b', 'a']),
    (6, "class C: __slots__ = {'x': 'doc', 'y': 'doc'}", ['x', 'y']),
    (6, "class C: __slots__ = {'x'}", ['x']),
    (6, "class C: __slots__ = ()", []),
    (6, "class C: __slots__ = ('x', 'x')", ['x', 'x']),
    (6, "class C: __slots__ = iter(('x', 'y'))", ['x', 'y']),
    (6, "class C: __slots__ = (c for c in 'pq')", ['p', 'q']),
    (6, "class C: __slots__ = [c + '1' for c in 'pq' if c != 'p']", ['q1']),
    (6, "class C: __slots__ = 'a b'.split()", ['a', 'b']),
    (6, "class C: __slots__ = 'a,b'.replace(',', ' ').split()", ['a', 'b']),
    (6, "class C: __slots__ = tuple(sorted({'b', 'a'}))", ['a', 'b']),
    (6, "class C: __slots__ = (*'ab', *('c',))", ['a', 'b', 'c']),
    (6, "class C: __slots__ = dict.fromkeys(['a', 'b'])", ['a', 'b']),
    (6, "class C: __slots__ = dict(a=1, b=2).keys()", ['a', 'b']),
    (6, "class C: __slots__ = [f'f{n}' for n in range(3)]", ['f0', 'f1', 'f2']),
    (6, "class C: __slots__ = ['f%d' % n for n in range(2)]", ['f0', 'f1']),
    (6, "class C: __slots__ = list(map(str.lower, ['A']))", ['a']),
    (6, "A = ('a',)\nB = A + ('b',)\nclass C: __slots__ = B", ['a', 'b']),
    (6, "class B: __slots__ = ('a',)\nclass C(B): __slots__ = B.__slots__ + ('b',)", ['a', 'b']),
    (6, "class C:\n  a = ('x',)\n  __slots__ = a", ['x']),
    (6, "class C:\n  __slots__ = ['a']\n  __slots__.append('b')\n  __slots__ += ['c']", ['a', 'b', 'c']),
    (6, "class C: __slots__ = ('__p', '_q')", ['__p', '_q']),
    (6, "class C: __slots__ = (type('S', (str,), {})('w'),)", ['w']),
    (6, "def names(): return ['m', 'n']\nclass C: __slots__ = names()", ['m', 'n']),
    (6, "class C: __slots__ = (1, None)", [{'t': 'int'}, {'t': 'NoneType'}]),
    (6, "class C: __slots__ = 5", 'int'),
    (6, "class C: __slots__ = None", 'NoneType'),
    (6, "class C: __slots__ = len", 'builtin_function_or_method'),
    (6, "import os\nclass C: __slots__ = os.environ.get('X').split()", None),
    (6, "import os\nclass C:\n  if os.environ: __slots__ = ('a',)", None),
]

# (minor, source, [(kind, name) of the bases])
BASES = [
    (6, "class A: pass\nclass C(A): pass", [('def', 'A')]),
    (6, "import datetime as dt\nclass C(dt.date): pass", [('lib', 'datetime.date')]),
    (6, "from collections import OrderedDict as O\nclass C(O): pass", [('lib', 'collections.OrderedDict')]),
    (6, "import collections.abc\nclass C(collections.abc.Sized): pass", [('lib', 'collections.abc.Sized')]),
    (6, "import typing\nclass C(typing.List[int]): pass", [('lib', 'typing.List')]),
    (6, "from typing import Generic, TypeVar\nT = TypeVar('T')\nclass C(Generic[T]): pass", [('lib', 'typing.Generic')]),
    (6, "import _multibytecodec as m\nclass C(m.MultibyteStreamReader): pass",
     [('lib', '_multibytecodec.MultibyteStreamReader')]),
    (6, "class C(IOError): pass", [('lib', 'OSError')]),
    (6, "class C(5): pass", [('not', 'int')]),
    (6, "import os\nclass C(os): pass", [('not', 'module')]),
    (6, "def f(): pass\nclass C(f): pass", [('not', 'function')]),
    (6, "class C(type(lambda: 0)): pass", [('lib', 'function')]),
    (6, "from ctypes import Structure\nclass C(type(Structure)): pass", [('unknown', 'type(Structure)')]),
    (6, "class C(type(ValueError)): pass", [('lib', 'type')]),
    (6, "from nowhere import B\nclass C(B): pass", [('unknown', 'B')]),
    (6, "import nowhere.deep as n\nclass C(n.B): pass", [('unknown', 'n.B')]),
    (6, "B = object\nclass C(B): pass", [('lib', 'object')]),
    (6, "from collections import namedtuple\nclass C(namedtuple('B', 'a b')): pass", [('def', "namedtuple('B', 'a b')")]),
    (6, "BASES = (int,)\nclass C(*BASES): pass", [('lib', 'int')]),
    (6, "try:\n  from nowhere import B\nexcept ImportError:\n  B = object\nclass C(B): pass", [('unknown', 'B')]),
    (6, "if True:\n  B = int\nelse:\n  B = str\nclass C(B): pass", [('lib', 'int')]),
    (6, "import os\nif os.environ:\n  B = int\nelse:\n  B = str\nclass C(B): pass", [('unknown', 'B')]),
    (6, "def base(): return dict\nclass C(base()): pass", [('lib', 'dict')]),
]

# (minor, source, since)
SINCE = [
    (6, "class C: pass", 0),
    (7, "from dataclasses import dataclass\n@dataclass\nclass C: x: int", 7),
    (7, "import dataclasses\n@dataclasses.dataclass\nclass C: x: int = dataclasses.field(kw_only=True)", 10),
    (7, "import dataclasses\n@dataclasses.dataclass\nclass C:\n  _: dataclasses.KW_ONLY\n  x: int", 10),
    (8, "from typing import Protocol\nclass C(Protocol): pass", 8),
    (8, "class C:\n  def f(self, a, /): pass", 8),
    (12, "class C:\n  a = f\"{x['a']}\" f'{x[\"a\"]}'", 0),
    (12, "class C:\n  a = f'{x['a']}'", 12),
    (12, "class C:\n  a = f'{\n1}'", 12),
    (12, "class C:\n  a = f'''{\n1}'''", 0),
    (8, "class C:\n  def f(self):\n    if (n := 3): pass", 8),
    (6, "from functools import cached_property\nclass C:\n  @cached_property\n  def x(self): pass", 8),
    (6, "import functools\nclass C:\n  @functools.cached_property\n  def x(self): pass", 8),
    (6, "class C:\n  x: 'list[int]'\n  y: list[int]", 9),
    (6, "class C:\n  def f(self, x: 'int | None'): pass", 0),
    (6, "class C:\n  def f(self, x: int | None): pass", 10),
    (7, "from __future__ import annotations\nclass C:\n  def f(self, x: int | None): pass", 7),
    (10, "class C:\n  def f(self):\n    match self:\n      case _: pass", 10),
    (10, "import dataclasses\n@dataclasses.dataclass(slots=True)\nclass C: x: int", 10),
    (10, "import dataclasses\n@dataclasses.dataclass(slots=True, weakref_slot=True)\nclass C: x: int", 11),
    (6, "from enum import StrEnum\nclass C(StrEnum): pass", 11),
    (6, "import enum\nclass C(enum.StrEnum): pass", 11),
    (11, "class C:\n  def f(self):\n    try: pass\n    except* ValueError: pass", 11),
    (12, "class C[T]: pass", 12),
    (12, "class C:\n  def f(self, x): return f'{x['a']}'", 12),
    (12, "class C:\n  def f(self, x): return f'{x[\"a\"]}'", 0),
    (13, "class C[T = int]: pass", 13),
    (14, "class C:\n  def f(self): return t'{self}'", 14),
    (6, "try:\n  from typing import Protocol\nexcept ImportError: Protocol = object\nclass C: pass", 0),
]

# (minor, source, key, value): facts of the last class
FACTS = [
    (6, "class C:\n def f(self):\n  self.b = self.a = 1\n  del self.q\n  self.c += 1\n  self.d: int\n  self.e: int = 2\n"
        "  other.g = 1\n def h(this): this.i = 1", 'static', ['a', 'b', 'e']),
    (6, "class C:\n def f(self):\n  def g(): self.n = 1\n  [0 for self.l in ()]\n  with x as self.w: pass\n"
        "  (self.t, *self.u) = 1, 2", 'static', ['l', 'n', 't', 'u', 'w']),
    (6, "class D:\n class E:\n  def f(self): self.inner = 1\nclass C(D): pass", 'static', []),
    (6, "import functools\n@functools.total_ordering\n\n# comment\nclass C: pass", 'line', 5),
    (6, "@unknown.decorator(3)\nclass C: pass", 'decorators', ['unknown.decorator(3), line 1']),
    (6, "class A:\n class B:\n  class C: pass", 'qualname', 'A.B.C'),
    (6, "from typing import NamedTuple\nclass C(NamedTuple):\n x: int\n y: int = 3", 'fields', ['x', 'y']),
    (6, "class M(type): pass\nclass C(metaclass=M, tag=3): pass", 'keywords', ['tag']),
    (6, "class A:\n class B:\n  def __init__(self, n): pass\n kept = B()\n class C: pass", 'unknown',
     'the class around it is not made (line 1)'),
    (7, "import functools, dataclasses\nd = functools.partial(dataclasses.dataclass, eq=False)\n@d\nclass C: x: int",
     'kind', 'dataclass'),
    (7, "import dataclasses\nd = dataclasses.dataclass(eq=False)\n@d\nclass C: x: int", 'decorators', None),
    (6, "import attr\n@attr.s(slots=True, cache_hash=True)\nclass C: a = attr.ib()", 'unknown',
     'where `cache_hash` keeps the hash is not modelled (line 2)'),
    (6, "import attr\n@attr.define\nclass C:\n __slots__ = ('q',)\n a: int", 'unknown',
     'what its decorator makes of `__slots__` is not modelled (line 3)'),
    (6, "class M(type):\n def __new__(m, n, b, d): return super().__new__(m, n, b, dict(d, __slots__=('z',)))\n"
        "class C(metaclass=M): pass", 'slots', [{'n': 'z'}]),
    (6, "import abc\nclass M(abc.ABCMeta):\n def __new__(m, n, b, d, *, k, **w): return super().__new__(m, n, b, d, **w)\n"
        "class C(metaclass=M, k=1, tag=2): pass", 'keywords', ['tag']),
]

# (minor, source, [(name, kind)])
MEMBERS = [
    (6, "class C:\n 'doc'\n x = 1\n y: int\n z: int = 2\n def f(self): pass\n @property\n def p(self): pass\n"
        " @staticmethod\n def s(): pass\n @classmethod\n def c(cls): pass\n del x\n __m = 1",
     [('__doc__', 'variable'), ('y', 'annotation'), ('z', 'variable'), ('f', 'method'), ('p', 'property'),
      ('s', 'staticmethod'), ('c', 'classmethod'), ('__m', 'variable')]),
    (6, "class D:\n def __set__(self, o, v): pass\nclass C:\n d = D()\n class In: pass\n l = lambda self: 1",
     [('d', 'descriptor'), ('In', 'variable'), ('l', 'method')]),
]

LISTED = [
    (6, "class A: pass\nclass B:\n class C: pass\nif x:\n class D: pass\nelse:\n class E: pass\n"
        "try:\n class F: pass\nexcept E: pass\ndef f():\n class G: pass", ['A', 'B', 'B.C', 'D', 'E', 'F']),
    (6, "class A: x = 1\nclass B: pass\nclass A: y = 1", ['B', 'A']),
    (6, "if False:\n class A: pass\nwhile x:\n class B: pass\nfor n in y:\n class C: pass\nwith z:\n class D: pass",
     ['A', 'B', 'C', 'D']),
    (6, "from collections import namedtuple\nP = namedtuple('P', 'x y')", ['P']),
]

# Whether each instance gets a new object, or the compiler made one of it; None: not that of 3.6.
FRESH = [
    (7, "'a' * 20", False),
    (7, "'a' * 21", None),
    (7, "'a' * 4096", None),
    (7, "'a' * 4097", True),
    (7, "4097 * b'a'", True),
    (7, "'ab' * 2000 + 'c' * 4000", None),
    (7, "('a' * 4096) * 2", True),
    (7, "('a', 1) * 128", None),
    (7, "('a', 1) * 129", True),
    (7, "'a' * 15 + 'b' * 15", False),
    (7, "('a' * 30, 1)", None),
    (7, "2 ** 127", True),
    (7, "2 ** 63", False),
    (7, "-(10 ** 30)", False),
    (7, "10 ** 400", True),
    (7, "1 << 120", False),
    (7, "1 << 128", True),
    (7, "'%d' % 5000", True),
    (7, "frozenset()", True),
    (7, "frozenset(frozenset((1, 2)))", True),
    (7, "tuple([])", False),
    (7, "min(1 << 70, 1 << 60)", False),
]

# (minor, a list, how it is said to have grown)
GROWTHS = [(6, text, growth) for growth, texts in (
    ('constructor', ("list((1, 2))", "list('ab')", "list(range(3))", "list([1])")),
    ('extended', ("[*(1, 2)]", "sorted([2, 1])", "list(reversed([1]))", "list(iter([1]))")),
    ('hashed', ("list({1})", "list({1: 2})", "list({1: 2}.items())", "list(frozenset((1,)))")),
    ('hashed-extended', ("sorted({1})", "[*{1: 2}]")),
    ('unsized', ("list(map(str, 'ab'))", "list(zip('ab', 'cd'))", "list(enumerate('ab'))", "[*map(str, 'ab')]",
                 "sorted(c for c in 'ab')")),
    ('copy', ("set({1})", "frozenset({1: 2})", "{1} | {2}", "{1, 2}.union({3})")),
    ('append', ("{1}.union([2])",)),
    ('generator', ("list(c for c in 'ab')",))) for text in texts]
GROWTHS += [(6, "[]; " + body, growth) for body, growth in (
    ("self.x.append(1)", 'append'), ("self.x.append(1); self.x.append(2)", 'append'), ("self.x.extend('ab')", 'extended'),
    ("self.x.extend('ab'); self.x.append(1)", 'mixed'), ("self.x += map(str, 'ab')", 'unsized'),
    ("self.x = [1, 2]; self.x.append(3)", 'mixed'), ("self.x = [c for c in 'ab']; self.x.append(3)", 'append'),
    ("self.x = set(); self.x.update({1}); self.x.add(2)", 'append'), ("self.x = {1}; self.x |= {2, 3}", 'copy'),
    ("_, *self.x = 'abc'", 'extended'), ("_, *self.x, _ = 'abc'", 'mixed'))]

# (minor, source of a value, the kind that it is said to be)
KINDS = [
    (6, "', '.join", 'library'),
    (6, "sys.stdout.write", 'unknown'),
    (6, "lambda x: x", 'library'),
    (6, "{1, 2, 3, 4, 5} | {6, 7}", 'unknown'),
    (6, "{1, 2} | {2, 3}", 'unknown'),
    (6, "self", 'global'),
    (6, "C.__new__(C)", 'object'),
    (6, "sys.version_info[0]", 'int'),
    (6, "sys.version_info[1]", 'int'),
    (6, "sys.version_info.minor", 'int'),
    (6, "'cp%d%d' % sys.version_info[:2]", 'unknown'),
    (6, "sys.version_info >= (3, 6)", 'bool'),
    (6, "sys.version_info.minor < 6", 'bool'),
    (6, "self.__str__", 'unknown'),
    (6, "str.join", 'global'),
    (6, "io.StringIO()", 'library'),
    (6, "io.StringIO(newline='')", 'unknown'),
    (6, "collections.OrderedDict(a=1)", 'unknown'),
    (6, "collections.deque(maxlen=5)", 'library'),
    (6, "datetime.timedelta(0)", 'unknown'),
    (6, "datetime.timedelta(days=1)", 'library'),
]

# (minor, expression of s, n, t and b, what it gives: the object itself, a new one, or one character's own)
TEXTS = [(6, text, 'same') for text in (
    "f'{s}'", "f'{s!s}'", "'%s' % s", "'{}'.format(s)", "str(s)", "s.strip()", "s.replace('q', 'x')", "s[:]", "s[0:99]",
    "s + ''", "'' + s", "s * 1", "''.join([s])", "s.split(',')[0]", "s.splitlines()[0]", "s.partition('q')[0]",
    "s.ljust(2)", "s.zfill(2)", "b.strip()", "b[:]", "bytes(b)", "b + b''", "t[:]", "tuple(t)", "str(True)", "repr(False)")]
TEXTS += [(6, text, 'new') for text in (
    "f'{s}x'", "s[1:]", "s[::-1]", "s.lower()", "s.encode()", "s.split()[0]", "s * 2", "','.join([s, s])", "t[1:]",
    "t[::-1]", "str(None)", "repr(None)", "str(n + 10)", "'%d' % n", "f'{n:d}'", "'{}'.format(n)", "s[0]", "chr(97)")]
TEXTS += [(6, text, 'own') for text in (
    "str(n)", "repr(n)", "f'{n}'", "f'{n!r}'", "s[0].upper()", "'ab'.replace('b', s[9:])", "''.join(['a', s[9:]])")]

# (minor, body of __init__ (self, a=1), what the attribute f holds of its own: [type or kind, what that holds])
HELD = [
    (6, "self.f = lambda: 1", ['function', []]),
    (6, "self.f = lambda: a", ['function', [['tuple', [['cell', []]]]]]),
    (6, "self.f = lambda: self", ['function', [['tuple', [['cell', []]]]]]),
    (6, "self.f = lambda: [self, a, print]", ['function', [['tuple', [['cell', []], ['cell', []]]]]]),
    (6, "self.f = lambda x=1: x", ['function', []]),
    (6, "self.f = lambda x=a, *, y=2: x", ['function', [['tuple', []], ['dict', []]]]),
    (6, "b = [a]; self.f = lambda: [a for a in b]", ['function', [['tuple', [['cell', []], ['cell', [['list', []]]]]]]]),
    (6, "self.f = lambda: super().__init__()", ['function', [['tuple', []]]]),
    (6, "g = lambda: g\n  self.f = g", ['function', [['tuple', [['cell', []]]]]]),
    (6, "g = lambda: (lambda: a)\n  self.f = g()", ['function', [['tuple', [['cell', []]]]]]),
    (6, "global z\n  z = a\n  self.f = lambda: z", ['function', []]),
    (6, "self.f = [lambda: n for n in (a,)][0]", ['function', [['tuple', [['cell', []]]]]]),
    (6, "def g(x: int): pass\n  self.f = g", ['unknown', []]),
    (6, "@print\n  def g(x): pass\n  self.f = g", ['unknown', []]),
    (6, "self.f = [].append", ['builtin_function_or_method', [['list', []]]]),
    (6, "self.f = self.run", ['method', []]),
    (6, "self.f = RUN", []),
]

# (minor, source, [(name, kind or type, growth or length) of each value that the last class called plainly gets, None for the payload]
# or a part of why that is not known)
MADE = [
    (6, "import attr\n@attr.s\nclass C:\n a = attr.ib(default=300, converter=float)\n b = attr.ib(default=1)",
     [('a', 'float', None), ('b', 'int', None)]),
    (6, "import attr\n@attr.define\nclass C(Exception):\n a = attr.field(default=1)",
     [('a', 'int', None), (None, 'tuple', 'literal')]),
    (6, "import attr\n@attr.s\nclass C(Exception):\n a = attr.ib(default=1)", [('a', 'int', None), (None, 'tuple', 'literal')]),
    (8, "import functools\nclass C:\n def __init__(self): self.p\n @functools.cached_property\n def p(self): return [1]",
     [('p', 'list', 'constants')]),
    (6, "import collections\nclass C(collections.UserDict): pass", [('data', 'dict', 'append')]),
    (6, "class C(OSError):\n def __init__(self): super().__init__(2, 'none', 'f')", [(None, 'tuple', 2)]),
    (6, "class C(OSError):\n def __init__(self): super().__init__(2, 'none', None)", [(None, 'tuple', 3)]),
    (6, "class C(OSError):\n def __init__(self, a=1): pass", [(None, 'tuple', 0)]),
    (6, "import enum\nclass C(enum.Enum):\n A = (1, 2)\n def __init__(self, a, b): self.a = a", 'its members are made once'),
    (6, "import weakref\nDATA = weakref.WeakKeyDictionary()\nclass C:\n def __init__(self): DATA[self] = 1",
     'is given the instance'),
]

# (minor, class statement of ctypes, of which instances have the size that Python says; None: not known)
STRUCTURES = [(6, 'class C(Structure): _fields_ = [%s]' % fields, True) for fields in (
    '', "('x', c_int), ('y', c_double), ('z', c_char)", "('s', c_char * 17), ('n', c_short)", "('f', POINTER(c_int))",
    "('a', (c_short * 3) * 5), ('b', c_int8)", "('p', py_object), ('q', CFUNCTYPE(c_int))")]
STRUCTURES += [
    (6, "class C(Union): _fields_ = [('s', c_char * 17), ('n', c_double)]", True),
    (6, "class C(Structure):\n _pack_ = 2\n _layout_ = 'ms'\n _fields_ = [('s', c_char), ('n', c_double)]", None),
    (6, "class B(Structure): _fields_ = [('s', c_char), ('n', c_double)]\n"
        "class C(B): _fields_ = [('b', B), ('c', c_char)]", True),
    (6, "class C(Structure): pass\nC._fields_ = [('next', POINTER(C)), ('n', c_short)]", True),
    (6, "class C(BigEndianStructure): _fields_ = [('n', c_uint32), ('m', c_uint64)]", True),
    (6, "class C(Structure): _fields_ = [('n', c_int, 3)]", None),
    (6, "class C(Structure):\n _fields_ = [('n', c_char_p)]\n def __init__(self): self.n = b'text'", None),
    (6, "class C(Structure):\n _fields_ = [('n', c_int)]\n def __init__(self): self.n, self.m = 5, 6", True),
]

PROJECT = {
    'pkg/__init__.py': 'from .base import Base\nfrom . import other\n',
    'pkg/base.py': 'from .deep.root import Root\nclass Base(Root):\n  def __init__(self):\n    super().__init__()\n'
                   '    self.base = 1\n',
    'pkg/other.py': 'import pkg\nfrom pkg.base import *\nNAMES = ("o1", "o2")\n',
    'pkg/deep/__init__.py': '',
    'pkg/deep/root.py': 'from .. import other\nclass Root:\n  def __init__(self):\n'
                        '    for n in other.NAMES: setattr(self, n, 1)\n',
    'pkg/deep/use.py': 'from pkg import Base as B\nimport pkg.other as o\nclass C(B): pass\nclass D(o.Base): pass\n',
    'loop_a.py': 'from loop_b import B\nclass A(B): pass\n',
    'loop_b.py': 'import loop_a\nclass B: pass\nclass E(loop_a.A): pass\n',
    'late.py': 'import sys\nif sys.version_info >= (3, 9):\n  NAME = "new"\nelse:\n  NAME = "old"\n',
    'uses_late.py': 'import late\nclass C:\n  def __init__(self): setattr(self, late.NAME, 1)\n',
    'queue.py': 'class Mine: pass\n',
    'script.py': 'from queue import Mine, Queue\nclass S(Mine): pass\nclass T(Queue): pass\n',
}


def check_slots(source, expected):
    found = read(source, **{'class': 'C'})
    if expected is None:
        return found['slots_state'] == 'unknown' and '__slots__' in found['unknown']
    if isinstance(expected, str):
        return found['slots_state'] == 'not-iterable' and found['slots_type'] == expected
    return [s if 't' in s else s['n'] for s in found['slots']] == expected


def check_bases(source, expected):
    return [(b['k'], b['n']) for b in read(source, **{'class': 'C'})['bases']] == expected


def check_since(source, expected):
    return read(source).get('since', 0) == expected


def check_fact(source, key, expected):
    return read(source).get(key) == expected


def check_members(source, expected):
    return [(m['n'], m['k']) for m in read(source, **{'class': 'C'})['members']] == expected


def set_value(source):
    text = 'import collections, datetime, io, sys\nclass C:\n def __init__(self): self.x = ' + source
    return ask({'path': None, 'text': text})['listed'][0]['recipe']['ops'][-1]['v']


def check_growth(source, expected):
    return set_value(source)['g'] == expected


def check_kind(source, expected):
    return set_value(source)['k'] == expected


def check_fresh(source, expected):
    value = set_value(source)
    return (None if value.get('folded') else value.get('fresh', False)) == expected


def held(value):
    """Of a value that is made anew: [type or kind, what it holds]; nothing of others."""
    own = value.get('fresh') or value['k'] == 'unknown'
    return [value.get('type', value['k']), [held(v) for v in value.get('items', ()) if held(v)]] if own else []


def check_held(body, expected):
    text = 'class C:\n def run(self): pass\n def __init__(self, a=1):\n  ' + body + '\nRUN = C().run\n'
    return held(ask({'path': None, 'text': text})['listed'][0]['recipe']['ops'][-1]['v']) == expected


def check_made(source, expected):
    recipe = ask({'path': None, 'text': source})['listed'][-1]['recipe']
    if isinstance(expected, str):
        return expected in recipe.get('unknown', '')
    values = [(s.get('n'), s['v']) for s in recipe['ops']]
    values += [(None, recipe['payload'])] if 'payload' in recipe else []
    return [(n, v['k'], v['len'] if type(want[2]) is int else v.get('g')) for (n, v), want in zip(values, expected)] == \
        expected and len(values) == len(expected)


def check_text(expression, expected):
    text = "class C:\n def __init__(self, s='Abcd ef', n=7, t=(1, 2), b=b'abc'): self.x = " + expression
    value = ask({'path': None, 'text': text})['listed'][0]['recipe']['ops'][0]['v']
    return ('own' if value.get('own') else 'new' if value.get('fresh') else 'same') == expected


def check_structure(source, expected):
    text = 'from ctypes import *\n' + source
    recipe = ask({'path': None, 'text': text})['listed'][-1]['recipe']
    if expected is None:
        return 'unknown' in recipe or recipe['payload']['k'] == 'unknown'
    import ctypes
    space = {}
    exec(text, space)
    names = [s['n'] for s in recipe['ops']]
    return recipe['payload']['items'][0]['n'] == ctypes.sizeof(space['C']) and names == list(vars(space['C']()))


def check_listed(source, expected):
    answer = ask({'path': None, 'text': source})
    return [answer['classes'][entry['i']]['qualname'] for entry in answer['listed']] == expected


def in_project(folder, name, **words):
    path = os.path.join(folder, *name.split('/'))
    with open(path, encoding='utf-8') as stream:
        return ask({'path': path, 'text': stream.read()}, **words)


def check_project(folder):
    """Yields what is wrong with files that import each other."""
    answer = in_project(folder, 'pkg/deep/use.py')
    steps = [[s['n'] for s in entry['recipe'].get('ops', ())] for entry in answer['listed']]
    if steps != [['o1', 'o2', 'base']] * 2:
        yield 'relative imports: %s' % steps
    names = [answer['classes'][entry['i']]['bases'][0]['k'] for entry in answer['listed']]
    if names != ['def', 'def']:
        yield 'bases through imports: %s' % names
    answer = in_project(folder, 'loop_a.py')
    if answer['classes'][answer['listed'][0]['i']]['bases'][0]['k'] != 'def':
        yield 'a circle of imports'
    recipe = in_project(folder, 'uses_late.py')['listed'][0]['recipe']
    steps = [(r.get('last'), [s['n'] for s in r['ops']]) for r in [recipe] + recipe['earlier']]
    if steps != [(None, ['new']), (8, ['old'])]:
        yield 'a file that is read when an instance is made: %s' % steps
    answer = in_project(folder, 'script.py')
    kinds = [answer['classes'][entry['i']]['bases'][0]['k'] for entry in answer['listed']]
    if kinds != ['def', 'lib']:
        yield 'a file called like a module of the library: %s' % kinds


def checks():
    for table, check in ((SLOTS, check_slots), (BASES, check_bases), (SINCE, check_since), (FACTS, check_fact),
                         (MEMBERS, check_members), (LISTED, check_listed), (FRESH, check_fresh), (KINDS, check_kind), (GROWTHS, check_growth),
                         (HELD, check_held), (MADE, check_made), (TEXTS, check_text), (STRUCTURES, check_structure)):
        for row in table:
            yield row[0], row[1], lambda row=row, check=check: check(*row[1:])


def main():
    table = list(checks())
    print('1..%d' % (len(table) + 1))
    failed = 0
    for number, (minor, source, check) in enumerate(table, 1):
        title = source.replace('\n', '; ').replace('#', '')[:70]
        if sys.version_info[1] < minor:
            print('ok %d %s # SKIP needs 3.%d' % (number, title, minor))
            continue
        good = check()
        failed += not good
        print('%s %d %s' % ('ok' if good else 'not ok', number, title))
    folder = tempfile.mkdtemp(prefix='heapyard-')
    try:
        for name, text in PROJECT.items():
            path = os.path.join(folder, *name.split('/'))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'w', encoding='utf-8') as stream:
                stream.write(text)
        wrong = list(check_project(folder))
    finally:
        shutil.rmtree(folder)
    print('%s %d files that import each other' % ('not ok' if wrong else 'ok', len(table) + 1))
    for line in wrong:
        print('# ' + line)
    return 1 if failed or wrong else 0


if __name__ == '__main__':
    sys.exit(main())
