# SPDX-License-Identifier: GPL-3.0-or-later
"""More sources and factories that test-describe.py gives to the describer and to Python itself: (minor, name, factory,
source, expectation). Expectation: 'known': the describer has to follow it; 'unknown': it has to say that it can't."""

CASES = [
    (7, 'dataclass', "C(1, 'b')", '''
from dataclasses import dataclass, field
@dataclass
class C:
    a: int
    b: str
    c: list = field(default_factory=list)
    d: int = 5
    e: int = field(default=1, init=False)
    f: int = field(init=False)
    def __post_init__(self):
        self.f = self.a * 2
''', 'known'),
    (7, 'dataclass-inherit', 'C(1, 2, 3)', '''
import dataclasses as dc
from typing import ClassVar
@dc.dataclass
class A:
    x: int
    y: int = 2
    k: ClassVar[int] = 3
@dc.dataclass
class C(A):
    z: int = 4
    x: int = 9
''', 'known'),
    (7, 'dataclass-initvar', 'C(1, 2)', '''
from dataclasses import dataclass, InitVar
@dataclass
class C:
    a: int
    b: InitVar[int]
    c: int = 0
    def __post_init__(self, b):
        self.c = b
''', 'known'),
    (7, 'dataclass-frozen', 'C(1)', '''
from dataclasses import dataclass
@dataclass(frozen=True)
class C:
    a: int
    def __post_init__(self):
        object.__setattr__(self, 'b', 3)
''', 'known'),
    (7, 'dataclass-frozen-refuses', 'C(1)', '''
from dataclasses import dataclass
@dataclass(frozen=True)
class C:
    a: int
    def __post_init__(self):
        self.b = 3
''', 'known'),
    (10, 'dataclass-kw-only', 'C(1, c=3)', '''
from dataclasses import dataclass, KW_ONLY
@dataclass(slots=True)
class C:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int
''', 'known'),
    (6, 'namedtuple', 'C(1, b=2)', '''
from typing import NamedTuple
class C(NamedTuple):
    a: int
    b: int
    c: int = 3
''', 'known'),
    (6, 'namedtuple-sub', 'C(1)', '''
from collections import namedtuple
class C(namedtuple('Base', 'a, b')):
    __slots__ = ()
    def __new__(cls, a, b=2):
        return super().__new__(cls, a, b)
''', 'known'),
    (8, 'walrus', 'C(4)', '''
class C:
    def __init__(self, n):
        if (m := n * 2) > 5:
            self.m = m
''', 'known'),
    (10, 'match', "C({'kind': 'a'})", '''
class C:
    def __init__(self, d):
        match d:
            case {'kind': 'b'}:
                self.b = 1
            case {'kind': 'a' as k}:
                self.a = k
            case _:
                self.c = 1
''', 'known'),
    (10, 'match-kinds', 'C()', '''
class C:
    def __init__(self):
        for n, x in enumerate((None, 3, 'x', [1, 2], (), 2.5)):
            match x:
                case None: self.none = n
                case 1 | 3: self.number = n
                case 'x': self.text = n
                case [a, b]: self.pair = (a, b)
                case []: self.empty = n
                case float(): self.float = n
                case other: self.other = other
''', 'known'),
    (10, 'match-unknown', 'C(i)', '''
class C:
    def __init__(self, x):
        match x:
            case 1: self.one = 1
            case _: self.other = 1
''', 'unknown'),
    (10, 'match-guard', 'C(5)', '''
class C:
    def __init__(self, x):
        match x:
            case n if n > 3: self.big = n
            case _: self.small = 1
''', 'any'),
    (6, 'meta-call', 'C()', '''
class M(type):
    def __call__(cls, *args, **kw):
        o = super().__call__(*args, **kw)
        o.called = True
        return o
class C(metaclass=M):
    def __init__(self):
        self.a = 1
''', 'known'),
    (6, 'class-decorator', 'C()', '''
def tag(cls):
    cls.tag = 1
    old = cls.__init__
    def init(self):
        old(self)
        self.late = 1
    cls.__init__ = init
    return cls
@tag
class C:
    def __init__(self):
        self.a = 1
''', 'known'),
    (6, 'method-decorator', 'C()', '''
import functools
def logged(f):
    @functools.wraps(f)
    def inner(self, *args):
        self.log = []
        return f(self, *args)
    return inner
class C:
    @logged
    def __init__(self):
        self.a = 1
''', 'any'),
    (6, 'alias', 'K()', '''
class Order:
    def __init__(self): self.a = 1
K = C = Order
''', 'known'),
    (6, 'type-call', 'C()', '''
def init(self):
    self.a = 1
C = type('C', (object,), {'__init__': init, 'b': 2})
''', 'known'),
    (6, 'abstract', 'C()', '''
from abc import ABC, abstractmethod
class A(ABC):
    @property
    @abstractmethod
    def x(self): pass
    @abstractmethod
    def y(self): pass
class C(A):
    def y(self): pass
''', 'known'),
    (6, 'generator', 'C()', '''
def names():
    yield 'a'
    yield 'b'
class C:
    def __init__(self):
        for n in names():
            setattr(self, n, 1)
''', 'known'),
    (6, 'recursion', 'C(4)', '''
class C:
    __slots__ = ('child', 'depth')
    def __init__(self, depth):
        self.child = C(depth - 1) if depth else None
        self.depth = depth
''', 'known'),
    (6, 'sibling', 'C(C(None))', '''
class C:
    def __init__(self, child):
        self.child = child
''', 'unknown'),
    (6, 'registry', 'C()', '''
class C:
    known = []
    def __init__(self):
        self.known.append(self)
''', 'unknown'),
    (6, 'registry by name', 'C("x")', '''
class C:
    known = {}
    def __init__(self, name):
        self.known[name] = self
''', 'known'),
    (6, 'format', 'C()', '''
class C:
    def __init__(self):
        for n in range(2):
            setattr(self, 'a{}_{:03d}'.format(n, n), f'{n!r:>4}')
            setattr(self, f'b{n}', '%s-%d' % ('x', n))
''', 'known'),
    (6, 'dict-methods', 'C()', '''
class C:
    def __init__(self):
        d = dict(a=1, b=2)
        d.update({'c': 3})
        d['d'] = d.pop('a')
        d.setdefault('e', 5)
        for k in sorted(d):
            setattr(self, k, d[k])
        for k in list(d)[:2]:
            setattr(self, k + '2', d.get(k))
''', 'known'),
    (6, 'weakref', 'C()', '''
import weakref
class C:
    def __init__(self):
        self.me = weakref.ref(self)
''', 'known'),
    (6, 'escapes', 'C()', '''
import json
class C:
    def __init__(self):
        self.a = 1
        json.register_me(self) if hasattr(json, 'register_me') else None
''', 'any'),
    (6, 'exec', 'C()', '''
class C:
    def __init__(self):
        exec('self.secret = 1')
        self.a = 1
''', 'unknown'),
    (6, 'eval-self', 'C()', '''
def poke(o):
    eval("setattr(o, 'x', 1)")
class C:
    def __init__(self):
        poke(self)
''', 'unknown'),
    (6, 'library-changes', 'C()', '''
import functools
class C:
    def __init__(self):
        functools.update_wrapper(self, len)
''', 'unknown'),
    (6, 'global-list', 'C()', '''
FIELDS = []
FIELDS.append('a')
FIELDS += ['b', 'c']
FIELDS.extend(('d',))
class C:
    def __init__(self):
        for f in FIELDS:
            setattr(self, f, 0)
''', 'known'),
    (6, 'annotated', 'C()', '''
class C:
    x: int
    def __init__(self):
        self.x: int = 1
        self.y: int
        self.z: str = 'a'
''', 'known'),
    (6, 'init-subclass', 'C()', '''
class B:
    def __init_subclass__(cls, **kw):
        cls.fields = ('p', 'q')
    def __init__(self):
        for f in self.fields:
            setattr(self, f, 1)
class C(B):
    pass
''', 'known'),
    (6, 'library-value', 'C()', '''
from xml.dom.xmlbuilder import Options
class C:
    def __init__(self):
        options = Options()
        if options.filter is not None:
            self.filter = options.filter
''', 'unknown'),
    (6, 'library-init-keywords', 'C()', '''
import collections
class C(collections.OrderedDict):
    def __init__(self):
        super().__init__(a=1)
''', 'unknown'),
    (6, 'init-subclass-through-super', 'C()', '''
class A:
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        cls.fields = ('p', 'q')
class B(A):
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
class C(B):
    def __init__(self):
        for f in self.fields:
            setattr(self, f, 1)
''', 'known'),
    (6, 'name-assigned', 'C()', '''
class C:
    pass
C.__name__ = 'D'
''', 'unknown'),
    (6, 'version-in-init', 'C()', '''
import sys
class C:
    def __init__(self):
        self.a = 1
        if sys.version_info >= (3, 9):
            self.x = 1
''', 'known'),
    (8, 'protocol-without-init', 'C(1)', '''
from dataclasses import dataclass
from typing import Protocol
@dataclass
class P(Protocol):
    x: int
class C(P):
    pass
''', 'known'),
    (8, 'protocol-with-init', 'C(1)', '''
from typing import Protocol
class P(Protocol):
    def __init__(self, a):
        self.a = a
class C(P):
    def __init__(self, a):
        super().__init__(a)
        self.b = 1
''', 'known'),
    (8, 'protocol-itself', 'C(1)', '''
from typing import Protocol
class C(Protocol):
    def __new__(cls):
        return super().__new__(cls)
''', 'known'),
    (6, 'generic-with-new', 'C(1)', '''
from typing import Generic, TypeVar
T = TypeVar('T')
class C(Generic[T]):
    def __new__(cls, *a):
        return super().__new__(cls, *a)
    def __init__(self, *a):
        self.a = a
''', 'known'),
    (6, 'name-of-a-missing-module', 'C()', '''
HAVE = True
try:
    import no_such_module
except ImportError:
    HAVE = False
class C:
    def __init__(self):
        if HAVE:
            self.x = 1
''', 'unknown'),
    (6, 'version-that-refuses', 'C()', '''
import sys
class C:
    def __init__(self):
        self.minor = sys.version_info.minor
        if (3, 9) <= sys.version_info < (3, 12):
            raise ValueError('between')
        self.x = 1 if sys.hexversion >= 0x03080000 else 'old'
''', 'known'),
    (6, 'version-by-a-name', 'C()', '''
import sys
NEW = not sys.version_info.minor < 12
class C:
    def __init__(self):
        if NEW and self:
            self.x = 1
''', 'known'),
    (6, 'version-of-a-helper', 'C()', '''
import sys
if (3, 9) <= sys.version_info:
    def names():
        return 'a'
else:
    def names():
        return 'b'
class C:
    def __init__(self):
        setattr(self, names(), 1)
''', 'known'),
    (6, 'version-that-all-have', 'C()', '''
import sys
MODERN = sys.version_info[0] >= 3 and (3, 6) <= sys.version_info < (4,)
if sys.hexversion >= 0x03060000:
    def names():
        return 'a'
class C:
    def __init__(self):
        if MODERN or sys.version_info >= (3, 9):
            setattr(self, names(), 1)
''', 'known'),
    (6, 'operands-of-any-value', 'C({})', '''
class C:
    def __init__(self, p):
        self.c = 1
        try:
            self.c = p + 1
        except KeyError:
            self.a = 1
''', 'known'),
    (6, 'operands-that-may-go-together', 'C(i)', '''
class C:
    def __init__(self, p):
        self.c = '%s' * 2 % (p, p)
        self.d = [1] * p
        self.e = 1.5 / (p + 1)
''', 'known'),
    (6, 'dict-update-on-two-ways', 'C(i)', '''
class C:
    def __init__(self, p):
        if p in ('t', 's'):
            self.__dict__.update(a=1, z=2)
        else:
            self.__dict__.update(c=1, z=2)
''', 'any'),
    (6, 'library-maker', 'C(None)', '''
import codecs
class B(codecs.Codec):
    pass
class C(B, codecs.StreamReader):
    def __init__(self, stream, errors='strict'):
        super().__init__(stream, errors)
        self.seen = 0
''', 'known'),
    (6, 'library-maker-too-few', 'C()', '''
import codecs
class C(codecs.StreamReader):
    pass
''', 'known'),
    (6, 'library-abstract', 'C()', '''
import contextlib
class C(contextlib.AbstractContextManager):
    pass
''', 'known'),
    (6, 'library-exception', "C('x')", '''
import queue
class C(queue.Empty):
    def __init__(self, key):
        super().__init__(key)
        self.key = key
''', 'known'),
    (6, 'exception-keywords', 'C(1, other=2)', '''
class C(Exception):
    def __init__(self, code, *, other):
        super().__init__(code)
        self.code = code
''', 'known'),
    (6, 'unicode-error', 'C()', '''
class C(UnicodeDecodeError):
    def __init__(self):
        super().__init__('utf-8', b'abc', 0, 1, 'bad')
        self.code = 1
''', 'known'),
    (6, 'import-error-keywords', 'C()', '''
class C(ImportError):
    def __init__(self):
        super().__init__('none', name='mod', path='p')
''', 'known'),
    (6, 'import-error-new-name', 'C(3)', '''
class C(ImportError):
    def __init__(self, n):
        super().__init__('none', name='mod%d' % n)
''', 'unknown'),
    (6, 'os-error-plain-filename', 'C(i)', '''
class C(OSError):
    def __init__(self, n):
        super().__init__(2, 'none', n)
''', 'unknown'),
]
