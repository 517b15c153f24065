# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources and factories that test-describe.py gives to the describer and to Python itself: (minor, name, factory,
source, expectation). Expectation: 'known': the describer has to follow it; 'unknown': it has to say that it can't."""

CASES = [
    (6, 'plain', "C(1, 'a')", '''
class C:
    def __init__(self, a, b):
        self.a = a
        self.b = b
''', 'known'),
    (6, 'order', 'C()', '''
class C:
    def __init__(self):
        self.z = self.y = 1
        self.a, (self.m, *self.n) = 1, (2, 3, 4)
''', 'known'),
    (6, 'defaults', 'C(1, d=5)', '''
class C:
    def __init__(self, a, b=2, *args, c=3, d, **kw):
        self.a = a
        self.b = b
        self.args = args
        self.c = c
        self.kw = kw
''', 'known'),
    (6, 'super', 'C()', '''
class A:
    def __init__(self):
        self.a = 1
class B(A):
    def __init__(self):
        super().__init__()
        self.b = 1
class C(B):
    def __init__(self):
        super(C, self).__init__()
        self.c = 1
''', 'known'),
    (6, 'diamond', 'D()', '''
class A:
    def __init__(self): self.a = 1
class B(A):
    def __init__(self):
        super().__init__(); self.b = 1
class C(A):
    def __init__(self):
        super().__init__(); self.c = 1
class D(B, C):
    def __init__(self):
        super().__init__(); self.d = 1
''', 'known'),
    (6, 'helper', 'C(3)', '''
class C:
    def __init__(self, n):
        self._setup(n)
        self.done = True
    def _setup(self, n):
        for k in range(n):
            setattr(self, 'f%d' % k, k)
''', 'known'),
    (6, 'mangled', 'C()', '''
class C:
    __slots__ = ('__a', 'b', '__dict__')
    def __init__(self):
        self.__a = 1
        self.__z = 2
        setattr(self, '__q', 3)
''', 'known'),
    (6, 'kwargs-update', 'C(a=1, b=2)', '''
class C:
    def __init__(self, **kw):
        self.__dict__.update(kw)
        self.__dict__['z'] = 1
        vars(self)['y'] = 2
''', 'known'),
    (7, 'locals', 'C(1, 2)', '''
class C:
    def __init__(self, a, b):
        for k, v in locals().items():
            if k != 'self':
                setattr(self, k, v)
''', 'known'),
    (6, 'guard', 'C(5)', '''
class C:
    def __init__(self, n):
        if n < 0:
            raise ValueError('negative')
        if n == 5:
            self.five = True
        else:
            self.other = True
        self.n = n
''', 'known'),
    (6, 'raises', 'C(-1)', '''
class C:
    def __init__(self, n):
        if n < 0:
            raise ValueError('negative')
        self.n = n
''', 'known'),
    (6, 'missing-argument', 'C()', '''
class C:
    def __init__(self, n):
        self.n = n
''', 'known'),
    (6, 'early-return', 'C(None)', '''
class C:
    def __init__(self, n):
        self.a = 1
        if n is None:
            return
        self.b = 1
''', 'known'),
    (6, 'property', 'C(4)', '''
class C:
    def __init__(self, v):
        self.v = v
    @property
    def v(self):
        return self._v
    @v.setter
    def v(self, value):
        self._v = value
        self.changed = True
''', 'known'),
    (6, 'property-read', 'C()', '''
class C:
    @property
    def lazy(self):
        if not hasattr(self, '_lazy'):
            self._lazy = 1
        return self._lazy
    def __init__(self):
        self.x = self.lazy
        self.y = self.lazy
''', 'known'),
    (8, 'cached-property', 'C()', '''
from functools import cached_property
class C:
    def __init__(self):
        self.a = 1
        self.b = self.c
    @cached_property
    def c(self):
        return 3
''', 'known'),
    (6, 'descriptor', 'C()', '''
class D:
    def __set_name__(self, owner, name):
        self.name = '_' + name
    def __get__(self, o, t=None):
        return getattr(o, self.name)
    def __set__(self, o, v):
        setattr(o, self.name, v)
class C:
    x = D()
    y = D()
    def __init__(self):
        self.y = 1
        self.x = self.y
''', 'known'),
    (6, 'setattr-delegates', 'C()', '''
class C:
    def __init__(self):
        self.a = 1
        self.b = 2
    def __setattr__(self, k, v):
        super().__setattr__(k, v)
''', 'known'),
    (6, 'setattr-renames', 'C()', '''
class C:
    def __init__(self):
        self.a = 1
    def __setattr__(self, k, v):
        object.__setattr__(self, '_' + k, v)
''', 'unknown'),
    (6, 'setattr-renames-interned', 'C()', '''
class C:
    def __init__(self):
        self.a = 1
    def __setattr__(self, k, v):
        if k[0] == '_':
            object.__setattr__(self, k, v)
        else:
            setattr(self, '_' + k, v)
''', 'known'),
    (6, 'delete', 'C()', '''
class C:
    def __init__(self):
        self.a = 1
        self.b = 2
        del self.a
        self.c = 3
''', 'known'),
    (6, 'try', "C('5')", '''
class C:
    def __init__(self, v):
        try:
            self.v = int(v)
        except ValueError:
            self.bad = v
        finally:
            self.done = 1
''', 'known'),
    (6, 'try-fails', "C('x')", '''
class C:
    def __init__(self, v):
        try:
            self.v = int(v)
        except ValueError:
            self.bad = v
        finally:
            self.done = 1
''', 'known'),
    (6, 'unknown-branch', 'C(i)', '''
class C:
    def __init__(self, n):
        self.a = 1
        if n % 2:
            self.b = 1
''', 'unknown'),
    (6, 'unknown-both', 'C(i)', '''
class C:
    def __init__(self, n):
        if n % 2:
            self.b = 1
        else:
            self.b = 'odd'
''', 'known'),
    (6, 'unknown-again', 'C(i)', '''
class C:
    def __init__(self, n):
        self.a = 0
        self.b = None
        if n % 2:
            self.a = 1
        for k in range(n % 3):
            self.a += k
            self.b = k
        while n % 5:
            n -= 1
            self.b = 0
        try:
            self.a = int(str(n)[:1])
        except ValueError:
            self.b = 3
        self.c = 1
''', 'known'),
    (6, 'unknown-deleted', 'C(i)', '''
class C:
    def __init__(self, n):
        self.a = 0
        if n % 2:
            del self.a
            self.a = 1
''', 'unknown'),
    (6, 'environment', 'C()', '''
import os
class C:
    def __init__(self):
        if os.environ.get('HEAPYARD_NO_SUCH'):
            self.extra = 1
''', 'unknown'),
    (6, 'unknown-loop', 'C()', '''
import os
class C:
    def __init__(self):
        for k in os.environ:
            setattr(self, k, 1)
''', 'unknown'),
    (6, 'while', 'C()', '''
class C:
    def __init__(self):
        n = 0
        while n < 5:
            n += 1
            if n == 2:
                continue
            if n == 4:
                break
            setattr(self, 'a' + str(n), n)
        else:
            self.never = 1
''', 'known'),
    (6, 'new', 'C(3)', '''
class C:
    def __new__(cls, v):
        self = super().__new__(cls)
        self.made = v
        return self
    def __init__(self, v):
        self.v = v
''', 'known'),
    (6, 'singleton', 'C()', '''
class C:
    _one = None
    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
            cls._one.x = 1
        return cls._one
''', 'unknown'),
    (6, 'int', 'C(7)', '''
class C(int):
    def __new__(cls, v):
        self = int.__new__(cls, v + 1)
        self.extra = v
        return self
''', 'known'),
    (6, 'list', 'C([1, 2])', '''
class C(list):
    def __init__(self, items):
        list.__init__(self, items)
        self.n = len(self)
        self.append(3)
''', 'known'),
    (6, 'exception', "C('bad', 5)", '''
class C(ValueError):
    def __init__(self, text, code):
        super().__init__(text)
        self.code = code
''', 'known'),
    (6, 'function-factory', 'make(2)', '''
class C:
    def __init__(self, a):
        self.a = a
def make(n):
    o = C(n)
    o.late = n * 2
    return o
''', 'known'),
    (6, 'classmethod-factory', "C.parse('1,2')", '''
class C:
    def __init__(self, a, b):
        self.a, self.b = a, b
    @classmethod
    def parse(cls, text):
        a, b = text.split(',')
        o = cls(int(a), int(b))
        o.text = text
        return o
''', 'known'),
    (6, 'global-names', 'C()', '''
class C:
    def __init__(self):
        for name, value in zip(NAMES, range(3)):
            setattr(self, name, value)
        for n, name in enumerate(NAMES):
            setattr(self, name + str(n), name.upper())
NAMES = ['x', 'y', 'z']
''', 'known'),
    (6, 'comprehension', 'C(3)', '''
class C:
    def __init__(self, n):
        self.items = [k * 2 for k in range(n) if k != 1]
        self.table = {str(k): [] for k in range(n)}
        self.pairs = dict(zip('ab', (1, 2)))
        self.text = ', '.join(str(k) for k in self.items)
''', 'known'),
    (6, 'conditional-expression', 'C(None)', '''
class C:
    def __init__(self, a=None):
        self.a = a or []
        self.b = a if a is not None else {}
        self.c = isinstance(a, str) and a.strip()
''', 'known'),
    (6, 'with', 'C()', '''
class Lock:
    def __enter__(self): return self
    def __exit__(self, *a): return False
class C:
    lock = Lock()
    def __init__(self):
        with self.lock as held:
            self.a = 1
        self.b = held
''', 'known'),
    (6, 'nested-function', 'C()', '''
class C:
    def __init__(self):
        def put(name, value=None):
            setattr(self, name, value)
        put('a')
        put('b', 2)
        run = lambda: put('c')
        run()
''', 'known'),
    (6, 'mixin', 'C()', '''
class Named:
    name = None
    def set_name(self, name):
        self.name = name
        return self
class C(Named):
    def __init__(self):
        self.set_name('x').other = 1
''', 'known'),
    (6, 'replace-dict', 'C({1: 2})', '''
class C:
    def __init__(self, d):
        self.a = 1
        self.__dict__ = {'b': 2}
        self.c = d
''', 'known'),
    (6, 'class-attribute', 'C()', '''
class C:
    count = 0
    def __init__(self):
        self.count += 1
        type(self).seen = True
        self.__class__.other = 1
''', 'known'),
    (6, 'global-statement', 'C()', '''
made = 0
class C:
    def __init__(self):
        global made
        made = made + 1
        self.n = made
''', 'known'),
    (6, 'getattr', 'C()', '''
class C:
    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        value = name * 2
        setattr(self, name, value)
        return value
    def __init__(self):
        self.a = self.b
''', 'known'),
    (6, 'slots-inherit', 'C()', '''
class A:
    __slots__ = ['a'] + ['b']
class B(A):
    __slots__ = A.__slots__ + ['c']
class C(B):
    __slots__ = tuple(x for x in 'd e'.split()) + ('f',)
    def __init__(self):
        self.a = self.d = self.c = 1
''', 'known'),
    (6, 'init-by-slots', 'C(1, 2, 3)', '''
class C:
    __slots__ = ('x', 'y', 'z')
    def __init__(self, *args):
        for slot, arg in zip(self.__slots__, args):
            setattr(self, slot, arg)
''', 'known'),
]
