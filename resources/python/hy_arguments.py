# SPDX-License-Identifier: GPL-3.0-or-later
"""How many arguments the constructors of the library take. With others Python refuses, in words that vary."""
from hy_things import Const, Number, Plain, Undecided

MANY = 255
# What type.__call__ gives to __new__ and to __init__ alike. Source: clinic and PyArg_ParseTuple formats of each type.
COUNTS = {
    'int': (0, 1), 'float': (0, 1), 'complex': (0, 1), 'str': (0, 1), 'bytes': (0, 1), 'tuple': (0, 1),
    'frozenset': (0, 1), 'list': (0, 1), 'set': (0, 1), 'dict': (0, 1), 'bytearray': (0, 1), 'property': (0, 4),
    'staticmethod': (1, 1), 'classmethod': (1, 1), 'zip': (0, MANY), 'map': (2, MANY), 'reversed': (1, 1),
    'enumerate': (1, 2), 'types.SimpleNamespace': (0, 0), 'array.array': (1, 2), 'weakref.ref': (1, 2),
    'functools.partial': (1, MANY), 'struct.Struct': (1, 1), 'collections.deque': (0, 2), 'typing.TypedDict': (0, 1),
    'UnicodeDecodeError': (5, 5), 'UnicodeEncodeError': (5, 5), 'UnicodeTranslateError': (4, 4), 'SyntaxError': (0, 2),
    'OSError': (0, 3),
}
# Those that take any name.
NAMED = ('dict', 'types.SimpleNamespace', 'typing.TypedDict', 'functools.partial', 'ImportError')
# The first is of which they need an iterator.
ITERATES = ('zip', 'map', 'reversed', 'enumerate')
# The same of an argument that is there.
FILLED = ('weakref.ref', 'list', 'set', 'dict', 'tuple', 'frozenset', 'typing.TypedDict')


def check(base, args, keywords, exception, iterable):
    """Doubts a call of the constructor of @base. @exception: whether it is an exception; @iterable says of an argument
    whether its items are known."""
    least, most = COUNTS.get(base, (0, MANY))
    named = base in COUNTS or exception
    wrong = not least <= len(args) <= most or (keywords and named and base not in NAMED)
    if base in FILLED and args and not wrong:
        wrong = isinstance(args[0], (Const, Number)) and \
            (base == 'weakref.ref' or not isinstance(getattr(args[0], 'value', None), (str, bytes)))
    if base in ITERATES and not wrong:
        wrong = not all(iterable(a) for a in args[base == 'map':][:1 if base in ('reversed', 'enumerate') else None])
    if wrong:
        raise Undecided('what `%s` makes of these arguments is not known' % base)


def kept_by_exception(base, args, keywords):
    """What `args` holds of what BaseException.__init__ or a sibling is given; doubts what its other fields hold beside
    that. Source: Objects/exceptions.c, oserror_init, ImportError_init."""
    beside = list(keywords.values())
    if base == 'OSError' and len(args) == 3:
        if not isinstance(args[2], Const) or isinstance(args[2], Plain):
            raise Undecided('what `%s` makes of these arguments is not known' % base)
        if args[2].value is not None:
            beside, args = [args[2]], args[:2]
    if any(value.fresh for value in beside) or any(name not in ('name', 'path') for name in keywords):
        raise Undecided('what `%s` keeps beside its arguments is not known' % base)
    return args
