#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the tables of hy_library_makers.py and hy_library_types.py, and what the describer makes of them, against the
library of the interpreter that runs this. TAP."""
import importlib
import io
import json
import os
import sys

from describing import of_this_version

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', '..', 'resources', 'python'))
sys.dont_write_bytecode = True


# Hooks by which a class could have its own way with attributes, and what makes an instance.
MEDDLING = frozenset('__setattr__ __delattr__ __getattribute__ __getattr__ __new__ __slots__ __eq__ __hash__'.split())
# Those by which an object is shown or compared, which every class can have instead of object's.
SHOWING = frozenset('__repr__ __str__ __format__ __eq__ __hash__ __lt__ __reduce__ __reduce_ex__ __sizeof__'.split())
# Of no matter for what an instance answers, and modules of which the classes are written in C.
QUIET = frozenset('__annotate__ __annotate_func__ __class_getitem__'.split())
C_MADE = ('builtins', '_ctypes', 'ctypes._endian')
# How an instance is made where not everything will do.
FACTORIES = {'threading.Barrier': 'C(2)', 'threading.BoundedSemaphore': 'C(1)', 'email.message.Message': 'C()',
             'logging.FileHandler': 'C("x.log", delay=True)'}


def find(name):
    """The class, None where this Python lacks it."""
    module, _, attribute = name.rpartition('.')
    try:
        return getattr(importlib.import_module(module), attribute, None)
    except ImportError:
        return None


def described(name):
    """(attributes that an instance of a subclass gets, in order; the factory) or why nobody knows."""
    import describe
    module = name.rpartition('.')[0]
    text = 'import %s\nclass C(%s): pass\n' % (module, name)
    ask = {'factory': FACTORIES[name]} if name in FACTORIES else {}
    reply = io.BytesIO()
    describe.answer_all({'requests': [{'path': None, 'text': text, 'asks': [ask]}]}, reply)
    recipe = of_this_version(json.loads(reply.getvalue().decode('ascii'))['listed'][0]['recipe'])
    if 'unknown' in recipe or 'refusal' in recipe:
        return str(recipe), ''
    names = [step['n'] for step in recipe['ops'] if 'n' in step]
    return sorted(set(names), key=names.index), recipe['factory']


def check_maker(name, cls):
    names, factory = described(name)
    kind = type('C', (cls,), {})
    made = eval(factory, {'C': kind}) if factory else None
    return None if names == list(vars(made) if made is not None else ()) else '%s: %s' % (factory, names)


def check_body(name, cls):
    """That a class sets what the table says, and has nothing of its own that would meddle with it."""
    import hy_library_bodies as bodies
    import hy_library_makers as makers
    known = {n for c in cls.__mro__ for n in bodies.NAMES.get(name_of(c), ())} | \
        {n for c in cls.__mro__ for n in makers.PROPERTIES.get(name_of(c), '').split()} | {'__dict__', '__weakref__'}
    unlisted = [n for c in cls.__mro__[:-1] for n, v in vars(c).items()
                if (n in MEDDLING or hasattr(type(v), '__set__')) and n not in known]
    starts = '__init__' in bodies.text_of(name, sys.version_info[1])
    return str(unlisted) if unlisted else check_maker(name, cls) if starts else None


def name_of(cls):
    """The name under which the tables have a class of the library."""
    import hy_library_bodies as bodies
    import hy_library_makers as makers
    return next((n for n in list(bodies.NAMES) + list(makers.PROPERTIES) if find(n) is cls), None)


def check_plain(name, cls):
    import hy_library_makers as makers
    own = [n for n in ('__init__', '__new__') if n in vars(cls)]
    abstract = getattr(cls, '__abstractmethods__', frozenset())
    return None if not own and abstract == frozenset(makers.ABSTRACT.get(name, ())) else str((own, abstract))


def check_own(name, cls):
    import hy_library_makers as makers
    own = [n for n in ('__init__', '__new__') if n in vars(cls)]
    return None if own == list(makers.own_methods(name)) else str(own)


def check_abstract(name, cls):
    import hy_library_makers as makers
    names = getattr(cls, '__abstractmethods__', None)
    return None if names == frozenset(makers.ABSTRACT[name]) or names is None and sys.version_info[:2] == (3, 7) else str(names)


def check_special(name, cls):
    """That no special method is missing by which an instance answers otherwise than a plain object."""
    import hy_library_makers as makers
    import hy_library as library
    known = {n for p in library.parents(name) for n in makers.SPECIAL.get(p, '').split() + list(bodies_of(p))} | \
        {n for p in library.parents(name) for n in makers.ABSTRACT.get(p, ())} | set(vars(object)) - SHOWING
    lacking = sorted({n for c in cls.__mro__[:-1] if c.__module__ not in C_MADE for n, v in vars(c).items()
                      if n[:2] == n[-2:] == '__' and callable(v) and n not in known | QUIET})
    return str(lacking) if lacking else None


def bodies_of(name):
    import hy_library_bodies as bodies
    return bodies.NAMES.get(name, ())


def check_parent(name, cls):
    import hy_library_makers as makers
    parent = makers.PARENTS[name]
    wanted = find(parent) if '.' in parent else find('builtins.' + parent)
    return None if wanted in cls.__mro__[1:] else str(cls.__mro__)


def main():
    import hy_library_bodies as bodies
    import hy_library_makers as makers
    own = makers.ONLY_NEW | makers.ONLY_INIT | set(bodies.NAMES)
    table = [(n, check) for names, check in ((makers.MAKERS, check_maker), (bodies.NAMES, check_body),
                                             (makers.PLAIN, check_plain), (makers.PARENTS, check_parent), (own, check_own),
                                             (set(makers.MAKERS) | set(bodies.NAMES) | makers.PLAIN, check_special),
                                             (makers.ABSTRACT, check_abstract)) for n in sorted(names)]
    print('1..%d' % len(table))
    failed = 0
    for number, (name, check) in enumerate(table, 1):
        cls = find(name)
        if cls is None:
            print('ok %d %s # SKIP not in 3.%d' % (number, name, sys.version_info[1]))
            continue
        wrong = check(name, cls)
        failed += wrong is not None
        print('%s %d %s %s' % ('not ok' if wrong else 'ok', number, check.__name__, name))
        if wrong:
            print('# ' + wrong)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
