#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the words in which the describer says Python refuses an instance (hy_refusals.py) against the interpreter that runs
this. TAP."""
import sys

from describing import check_all, described, of_this_version

SLOTTED = "class C:\n __slots__ = ('a',)\n"
PROPERTY = "class C:\n a = property(lambda self: 1)\n"
ABSTRACT = "import abc\nclass C(abc.ABC):\n"
MADE = "def make(i):\n o = C()\n"
TWICE = "import dataclasses\n@dataclasses.dataclass(slots=True)\nclass C:\n x: int\n"
PROTOCOL = "import typing\nclass P(typing.Protocol):\n"
# The first 3.x that can run a case.
SINCE = {'super-of-other': 10, 'init-of-class': 8}
# The last one of which the words are told.
UNTIL = {'slot-unset': 12}

# (key of hy_refusals.TEXTS, source, factory)
CASES = [
    ('arguments', "class C:\n def __init__(self): pass", 'C(1)'),
    ('arguments', "class C:\n def __init__(self, a, b=2): pass", 'C(1, 2, 3)'),
    ('arguments', "class C:\n def __init__(self, a): pass", 'C()'),
    ('arguments', "class C:\n def __init__(self, a, b): pass", 'C()'),
    ('arguments', "class C:\n def __init__(self, a, b, c, d): pass", 'C()'),
    ('arguments', "class C:\n def __init__(self, *, a, b=1): pass", 'C()'),
    ('arguments', "class C:\n def __init__(self, *, a, b): pass", 'C()'),
    ('arguments', "class C:\n def __init__(self, a, *, b=1): pass", 'C(1, 2, b=3)'),
    ('arguments', "class C:\n def __init__(self, *, b=1): pass", 'C(1, b=3)'),
    ('arguments', "class C:\n def __init__(self, *, b=1, c=2): pass", 'C(1, b=3, c=3)'),
    ('arguments', "class C:\n def __init__(): pass", 'C()'),
    ('arguments', "class C:\n def __init__(self, a): pass", 'C(1, a=2)'),
    ('arguments', "class C:\n def __init__(self): pass", 'C(q=2)'),
    ('arguments', "class C:\n def __new__(cls, a): pass", 'C()'),
    ('arguments', "class B:\n def __init__(self, a): pass\nclass C(B):\n def __init__(self): super().__init__()", 'C()'),
    ('arguments', "class C:\n def __init__(self, a, b, /, c=1): pass", 'C(1, b=2, a=3, d=1)'),
    ('tuple-arguments', "import collections\nC = collections.namedtuple('C', 'a b')", 'C(1)'),
    ('tuple-arguments', "import collections\nC = collections.namedtuple('C', 'a b')", 'C(1, 2, 3)'),
    ('object-new', "class C: pass", 'C(1)'),
    ('object-new', "class C: pass", 'C(a=1)'),
    ('generic-new', "import typing\nT = typing.TypeVar('T')\nclass C(typing.Generic[T]): pass", 'C(1)'),
    ('own-new', "class C:\n def __new__(cls, a): return super().__new__(cls, a)", 'C(1)'),
    ('object-init', "class C:\n def __init__(self, a): super().__init__(a)", 'C(1)'),
    ('abstract', ABSTRACT + " @abc.abstractmethod\n def a(self): pass", 'C()'),
    ('abstract', ABSTRACT + " @abc.abstractmethod\n def b(self): pass\n @abc.abstractmethod\n def a(self): pass", 'C()'),
    ('no-place', SLOTTED + " def __init__(self): self.b = 1", 'C()'),
    ('no-place', SLOTTED + " b = 1\n def __init__(self): self.__dict__ = {}", 'C()'),
    ('no-place-by-hook', SLOTTED + " def __setattr__(self, n, v): object.__setattr__(self, n, v)\n"
                                   " def __init__(self): self.b = 1", 'C()'),
    ('no-place-by-hook', SLOTTED + " def __delattr__(self, n): pass\n def __init__(self): self.b = 1", 'C()'),
    ('read-only-weakref', "class C:\n def __init__(self): self.__weakref__ = 1", 'C()'),
    ('read-only-weakref', "class A:\n __slots__ = '__weakref__'\nclass C(A):\n def __init__(self): self.__weakref__ = 1", 'C()'),
    ('no-place', SLOTTED + " def __init__(self): self.__weakref__ = 1", 'C()'),
    ('traceback', "class C(KeyError):\n def __init__(self): self.__traceback__ = 1", 'C()'),
    ('cause', "class C(KeyError):\n def __init__(self): self.__cause__ = []", 'C()'),
    ('context', "class C(KeyError):\n def __init__(self): self.__context__ = 'x'", 'C()'),
    ('suggestion', "class C:\n def __init__(self, name, *, other=1): pass", 'C(named=1)'),
    ('suggestion', "class C:\n def __init__(self, __key): pass", 'C(__key=1)'),
    ('suggestion', "import collections\nC = collections.namedtuple('C', 'alpha beta')", 'C(beta=1, alpa=1)'),
    ('no-setter', PROPERTY + " def __init__(self): self.a = 1", 'C()'),
    ('no-deleter', PROPERTY + MADE + " del o.a", 'make(i)'),
    ('too-many-values', "class C:\n def __init__(self, x): self.a, self.b = x", 'C((1, 2, 3))'),
    ('too-many-values', "class C:\n def __init__(self, x): self.a, self.b = x", 'C([1, 2, 3])'),
    ('too-many-values', "class C:\n def __init__(self, x): self.a, self.b = x", 'C({1: 1, 2: 1, 3: 1})'),
    ('too-many-uncounted', "class C:\n def __init__(self, x): self.a, self.b = x", 'C("abc")'),
    ('too-many-uncounted', "class C:\n def __init__(self, x): self.a, self.b = x", 'C(iter("abc"))'),
    ('no-concatenation', "class C:\n def __init__(self, x): self.a = x + 1", 'C("a")'),
    ('no-index', "class C: pass\n" + MADE + " o[0]", 'make(i)'),
    ('field-not-deleted', "import ctypes\nclass C(ctypes.Structure): _fields_ = [('a', ctypes.c_int)]\n" + MADE + " del o.a",
     'make(i)'),
    ('no-place', "class C(dict): pass\ndef make(i):\n o = {}\n del o.a", 'make(i)'),
    ('no-place', "class C(dict): pass\ndef make(i):\n o = 'x'\n o.a = 1", 'make(i)'),
    ('not-there', "class C: pass\n" + MADE + " del o.a", 'make(i)'),
    ('super-of-other', TWICE + " def __post_init__(self): super().__init__()", 'C(1)'),
    ('super-of-other', TWICE + " def __post_init__(self): super(__class__, self).__init__()", 'C(1)'),
    ('init-of-class', PROTOCOL + " def __init__(self, a): super().__init__(a)\nclass C(P): pass", 'C(1)'),
    ('read-only-getset', "class C(int):\n def __init__(self): self.real = 1", 'C()'),
    ('read-only-member', "class C(property):\n def __init__(self): self.fget = 1", 'C()'),
    ('read-only-getset', "import collections\nclass C(collections.deque):\n def __init__(self): self.maxlen = 1", 'C()'),
    ('class-of-builtin', "class C: pass\ndef make(i):\n o = {}\n o.__class__ = C", 'make(i)'),
    ('copy', "import copy\nclass C(property): pass\ndef make(i):\n copy.copy(C())", 'make(i)'),
    ('copy', "import copy\nclass C:\n __slots__ = iter('a')\ndef make(i):\n copy.copy(C())", 'make(i)'),
    ('slot-not-there', SLOTTED + MADE + " del o.a", 'make(i)'),
    ('slot-unset', SLOTTED + MADE + " o.a", 'make(i)'),
    ('slot-unset', "class B:\n class C: __slots__ = ('a',)\nC = B.C\n" + MADE + " o.a", 'make(i)'),
]


def python_says(source, factory):
    space = {'__name__': '__main__', 'i': 7}
    exec(compile(source, 'case', 'exec'), space)
    try:
        eval(factory, space)
    except Exception as error:  # what it raises is what is compared
        return '%s: %s' % (type(error).__name__, error)
    return 'made'


def check(kind, source, factory):
    if not SINCE.get(kind, 8 if ', /' in source else 6) <= sys.version_info[1] <= UNTIL.get(kind, 99):
        return None
    told = described(source, factory=factory).get('refusal')
    have = of_this_version(told)['text'] if told else 'made'
    wanted = python_says(source, factory)
    return None if have == wanted else 'Python says %s\nit says %s' % (wanted, have)


def check_complete():
    """Whether each text is tried; keywords of a class statement are tests/source/test-creation.py's."""
    from hy_refusals import TEXTS
    missing = set(TEXTS) - {kind for kind, _, _ in CASES} - {'init-subclass'}
    return 'no case of %s' % ', '.join(sorted(missing)) if missing else None


if __name__ == '__main__':
    rows = [('%s %s' % row[1:], lambda row=row: check(*row)) for row in CASES]
    sys.exit(check_all(rows + [('every text', check_complete)]))
