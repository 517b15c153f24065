#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the describer knows of namespaces of classes: hy_namespaces.py. TAP."""
import ast
import sys

from describing import check_all, described

META = '''class M(type):
 def __new__(mcs, name, bases, space, **words):
  %s
  return super().__new__(mcs, name, bases, space)
'''
PREPARED = '''import collections
class M(type):
 @classmethod
 def __prepare__(mcs, name, bases, **words): return %s
'''
HOOK = '''class B:
 def __init_subclass__(cls):
  if %s: raise TypeError('no')
'''
ANNOTATED = 'class C(metaclass=M):\n a: int\n b: int\n'

# Sources in which C is exact, or refused: as this Python has it. The version from which on it runs.
KNOWN = [
    (6, META % "space['__slots__'] = tuple(space.get('__annotations__', ()))" + ANNOTATED),
    (6, META % "space['__slots__'] = ['n%d' % len(space)]" + ANNOTATED),
    (6, META % "space['__slots__'] = [n for n in space if n[:1] != '_']; del space['a']" +
        'class C(metaclass=M):\n a = 1\n def __f(self): super().f()\n'),
    (6, META % "space = {n: v for n, v in space.items() if n[:2] == '__'}; space['__slots__'] = ('a',)" +
        'class C(metaclass=M): a = 1\n'),
    (6, META % "space['__slots__'] = ('n_' + space['__qualname__'],)" + 'class C(metaclass=M): pass\n'),
    (6, PREPARED % '{}' + "class C(metaclass=M): __slots__ = ('a',)\n"),
    (6, PREPARED % 'collections.OrderedDict()' + "class C(metaclass=M): __slots__ = ('a',)\n"),
    (6, 'class C:\n a: int\n b: int\n __slots__ = tuple(__annotations__)\n'),
    (6, HOOK % "'a' not in cls.__dict__" + 'class C(B): a = 1\n'),
    (6, HOOK % "'a' not in cls.__dict__" + 'class C(B): b = 1\n'),
    (6, HOOK % "'__slots__' not in vars(cls)" + 'class C(B): pass\n'),
    (6, HOOK % "cls.__dict__['kind'] != 1" + 'class C(B): kind = 1\n'),
    (6, HOOK % "cls.__dict__.get('kind', 2) == 2" + 'class C(B): pass\n'),
    (7, 'class B:\n def __class_getitem__(cls, item): return cls\n' + "class C(B[int]): __slots__ = ('a',)\n"),
    (7, "class B:\n def __class_getitem__(cls, n): return type('X', (cls,), {'__slots__': 'ab'[:n]})\nclass C(B[1]): pass\n"),
]
UNKNOWN = [
    "class B: __slots__ = iter('ab')\nclass C: __slots__ = tuple(B.__slots__)\n",
    "B = type('B', (), {'__slots__': iter('ab')})\nclass C: __slots__ = tuple(B.__slots__)\n",
    "names = iter('ab')\nnext(names)\nclass C: __slots__ = names\n",
    PREPARED % "{'x': 1}" + 'class C(metaclass=M): pass\n',
    META % "del space['__module__']" + "class C(metaclass=M): __slots__ = ('__module__',)\n",
    'import os\n' + META % "space['__slots__'] = ()" + 'class C(metaclass=M): __slots__ = tuple(os.environ)\n',
    'import os\n' + HOOK % "os.environ.get('X')" + 'class C(B): pass\n',
    HOOK % "'__annotations__' not in cls.__dict__" + 'class C(B): a: int\n',
]


def run(source):
    """(slots, exception) of C."""
    space = {'__name__': 'shape'}
    try:
        exec(compile(source, 'case', 'exec', 0, True), space)
    except Exception as error:  # whatever Python says of the class
        return None, '%s: %s' % (type(error).__name__, error)
    found = vars(space['C']).get('__slots__')
    return None if found is None else [found] if isinstance(found, str) else list(found), None


def check_known(source):
    slots, error = run(source)
    said = described(source)
    refusal = said.get('refusal')
    if 'unknown' in said:
        return None if error and 'raises ' + error in said['unknown'] else 'unknown: ' + said['unknown']
    if refusal or error:
        return None if refusal and refusal['text'] == error else 'Python raises %s, described as %s' % (error, refusal)
    mine = [s['n'] for s in said['slots']] if said['slots_state'] == 'names' else None
    return None if mine == slots else 'Python has %s, described as %s' % (slots, mine)


def check_unknown(source):
    """Whether nobody takes it for exact: it is unknown, or the metaclass is not followed."""
    said = described(source)
    return None if 'unknown' in said or ('meta' in said and 'followed' not in said) else 'described as %s' % said


# What hooks of a metaclass do with the namespace -> whether they may see what versions put there.
SEEN = [
    ('return super().__new__(mcs, name, bases, space)', False),
    ("space['kept'] = space.get('a', 1); return type.__new__(mcs, name, bases, space)", False),
    ("space.pop('a') if 'a' in space else None; return super().__new__(mcs, name, bases, space)", False),
    ("space.get('__annotations__'); return super().__new__(mcs, name, bases, space)", True),
    ('return super().__new__(mcs, name, bases, dict(space))', True),
    ('for key in space: pass', True),
    ('space[name]', True),
]


def check_seen(line, expected):
    import hy_namespaces
    node = ast.parse('def __new__(mcs, name, bases, space):\n ' + line).body[0]
    return None if hy_namespaces.sees_whole(node) == expected else 'taken for the opposite'


def main():
    known = [(source, lambda source=source: check_known(source)) for minor, source in KNOWN if sys.version_info[1] >= minor]
    seen = [(line, lambda line=line, expected=expected: check_seen(line, expected)) for line, expected in SEEN]
    return check_all(known + seen + [(source, lambda source=source: check_unknown(source)) for source in UNKNOWN])


if __name__ == '__main__':
    sys.exit(main())
