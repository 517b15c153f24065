# SPDX-License-Identifier: GPL-3.0-or-later
"""What the constructors of the library take. With anything else Python refuses, in words that vary.

Sources: clinic and PyArg_Parse formats of each type; Lib/collections/__init__.py, Lib/_pydatetime.py, Lib/fractions.py,
Lib/uuid.py.
"""
from hy_things import (MISSING, Alias, Bound, ClassThing, Const, DictView, Func, Generated, Instance, LibClass, LibInstance,
                       LibMethod, LibThing, Map, ModuleThing, Number, Plain, Prop, Range, Seq, Sized, Undecided, Unknown, Wrapped)

# Parameters in order, as NAME:KINDS; NAME is "-" where it can't be named, KINDS are of hy_arguments.Kinds; "?" after a name:
# it may be left out; "*": any number of them; "**": of any name; after "|", only by name.
ROWS = {
    'int': '-?:number,text,bytes base?:int', 'float': '-?:number,text,bytes', 'complex': 'real?:number,text imag?:number',
    'str': 'object?:any encoding?:text errors?:text', 'bytes': 'source?:int,bytes,text,plain encoding?:text errors?:text',
    'bytearray': 'source?:int,bytes,text,plain encoding?:text errors?:text',
    'tuple': '-?:items', 'list': '-?:items', 'set': '-?:keys', 'frozenset': '-?:keys', 'dict': '-?:mapping **:any',
    'typing.TypedDict': '-?:mapping **:any', 'zip': '*:items', 'map': '-:callable -:items *:items',
    'filter': '-:callable,none -:items', 'reversed': '-:sequence', 'enumerate': 'iterable:items start?:int',
    'property': 'fget?:any fset?:any fdel?:any doc?:any', 'staticmethod': '-:any', 'classmethod': '-:any',
    'collections.OrderedDict': '-?:mapping **:any', 'collections.defaultdict': '-?:callable,none -?:mapping **:any',
    'collections.deque': 'iterable?:items maxlen?:int,none', 'collections.UserDict': '-?:mapping,none **:any',
    'collections.Counter': '-?:keys,mapping,none **:any', 'collections.UserList': 'initlist?:items,none',
    'collections.UserString': 'seq:any', 'types.SimpleNamespace': '**:any', 'array.array': '-:code -?:plain,bytes',
    'weakref.ref': '-:referable -?:callable,none', 'functools.partial': '-:callable *:any **:any',
    'io.StringIO': 'initial_value?:text,none newline?:newline', 'io.BytesIO': 'initial_bytes?:bytes,none',
    'unittest.TestSuite': '', 'struct.Struct': 'format:text,bytes', 'threading.local': '', 'random.Random': '-?:number,text,bytes,none',
    'datetime.date': 'year:fixed month:fixed day:fixed',
    'datetime.datetime': 'year:fixed month:fixed day:fixed hour?:fixed minute?:fixed second?:fixed microsecond?:fixed '
                         'tzinfo?:zone | fold?:fixed',
    'datetime.time': 'hour?:fixed minute?:fixed second?:fixed microsecond?:fixed tzinfo?:zone | fold?:fixed',
    'datetime.timedelta': 'days?:number seconds?:number microseconds?:number milliseconds?:number minutes?:number '
                          'hours?:number weeks?:number',
    'decimal.Decimal': 'value?:number,text,plain,decimal context?:none',
    'fractions.Fraction': 'numerator?:number,text,decimal,none denominator?:number,decimal,none',
    'uuid.UUID': 'hex?:text,none bytes?:bytes,none bytes_le?:bytes,none fields?:plain,none int?:number,none version?:fixed,none',
    'pathlib.PurePath': '*:path', 'pathlib.PurePosixPath': '*:path', 'pathlib.PureWindowsPath': '*:path',
    'pathlib.Path': '*:path', 'pathlib.PosixPath': '*:path',
    'OSError': '-?:any -?:any -?:any', 'SyntaxError': '-?:any -?:none,items', 'ImportError': '*:any | name?:any path?:any',
    'UnicodeDecodeError': '-:text -:bytes -:int -:int -:text', 'UnicodeEncodeError': '-:text -:text -:int -:int -:text',
    'UnicodeTranslateError': '-:text -:int -:int -:text',
}
ANY_EXCEPTION = '*:any'
# Whose __new__ takes anything: only __init__ looks at it.
NEW_TAKES_ANY = frozenset('''list set dict bytearray property super collections.OrderedDict
collections.defaultdict collections.deque collections.Counter io.StringIO io.BytesIO types.SimpleNamespace typing.TypedDict
datetime.tzinfo'''.split())
ITERABLE = frozenset('''range collections.deque collections.OrderedDict collections.defaultdict collections.Counter array.array
bytearray dict_keys dict_values dict_items'''.split())
PATHS = frozenset('pathlib.Path pathlib.PurePath pathlib.PosixPath pathlib.PurePosixPath'.split())
# What may be called; of the rest nothing of it is known.
CALLABLE = (Func, Bound, ClassThing, LibClass, LibMethod, LibThing, Alias, Generated)
KNOWN = (Const, Number, Sized, Seq, Map, Range, DictView, Instance, Prop, Wrapped, ModuleThing, LibInstance) + CALLABLE


class Kinds(object):
    """Whether a thing is known to be of a kind."""

    def __init__(self, base, machine):
        self.base = base
        self.machine = machine

    def fits(self, kinds, thing):
        if self.is_known(thing):
            return any(getattr(self, 'is_' + kind)(thing) for kind in kinds.split(','))
        self.machine.not_read(self.base)  # what is not known is taken to be right
        return True

    def is_known(self, thing):
        """Whether its type is known: it is not for what the library has under a name."""
        return isinstance(thing, KNOWN) and not (isinstance(thing, LibThing) and '.' in thing.name) and \
            not (isinstance(thing, LibMethod) and thing.owner is None)

    def const(self, thing, types):
        return isinstance(thing, Const) and isinstance(thing.value, types)

    def is_any(self, thing):
        return True

    def is_none(self, thing):
        return isinstance(thing, Const) and thing.value is None

    def is_fixed(self, thing):
        """A number of which a limit does not depend on i."""
        return self.const(thing, int)

    def is_int(self, thing):
        return self.const(thing, int) or isinstance(thing, Number) and thing.kind == 'int'

    def is_number(self, thing):
        return self.const(thing, (int, float, complex)) or isinstance(thing, Number)

    def is_text(self, thing):
        return self.const(thing, str) or isinstance(thing, Sized) and thing.kind == 'str'

    def is_bytes(self, thing):
        return self.const(thing, bytes) or isinstance(thing, Sized) and thing.kind != 'str'

    def is_plain(self, thing):
        """Of which Python's own answer is known."""
        return isinstance(thing, (Seq, Map)) and self.machine.plain_value(thing) is not MISSING

    def is_items(self, thing):
        return isinstance(thing, (Seq, Map, Range, DictView)) or self.const(thing, (str, bytes)) or \
            isinstance(thing, Sized) or isinstance(thing, LibInstance) and thing.name in ITERABLE or self.holds(thing)

    def holds(self, thing):
        """Whether it is an instance of a subclass of a builtin container or text."""
        kept = thing.state['payload'] if isinstance(thing, Instance) else None
        return kept is not None and self.is_items(kept)

    def is_keys(self, thing):
        """Items that all are hashable."""
        items = thing.items if isinstance(thing, Seq) and thing.kind not in ('set', 'frozenset') else ()
        return self.is_items(thing) and all(self.is_hashable(t) for t in items)

    def is_hashable(self, thing):
        if isinstance(thing, Seq) and thing.kind in ('tuple', 'frozenset'):
            return all(self.is_hashable(t) for t in thing.items)
        if isinstance(thing, Instance):
            return self.machine.find_in_class(thing.cls, '__eq__') is MISSING
        return not isinstance(thing, (Seq, Map, DictView))

    def is_mapping(self, thing):
        if isinstance(thing, (Map, DictView)):
            return True
        if isinstance(thing, Instance):
            return isinstance(thing.state['payload'], Map)
        pairs = thing.items if isinstance(thing, Seq) else None
        return pairs is not None and all(isinstance(p, Seq) and p.length == 2 and self.is_hashable(p.items[0]) for p in pairs)

    def is_sequence(self, thing):
        return isinstance(thing, Range) or self.const(thing, (str, bytes)) or \
            isinstance(thing, Seq) and thing.kind in ('list', 'tuple')

    def is_callable(self, thing):
        if isinstance(thing, Instance):
            return self.machine.find_in_class(thing.cls, '__call__') is not MISSING
        return isinstance(thing, CALLABLE)

    def is_referable(self, thing):
        if isinstance(thing, Seq):
            return thing.kind in ('set', 'frozenset') and not thing.fresh
        return isinstance(thing, (Func, ClassThing, LibClass, Instance)) and not thing.fresh

    def is_zone(self, thing):
        return self.is_none(thing) or isinstance(thing, LibInstance) and thing.name.startswith('datetime.t') or \
            isinstance(thing, Instance) and any(getattr(b, 'name', None) == 'datetime.tzinfo'
                                                for b in self.machine.mro(thing.cls))

    def is_decimal(self, thing):
        return isinstance(thing, LibInstance) and thing.name in ('decimal.Decimal', 'fractions.Fraction') and not thing.keywords

    def is_path(self, thing):
        return self.is_text(thing) or isinstance(thing, LibInstance) and thing.name in PATHS

    def is_newline(self, thing):
        return isinstance(thing, Const) and thing.value in (None, '', '\n', '\r', '\r\n')

    def is_code(self, thing):
        return isinstance(thing, Const) and isinstance(thing.value, str) and thing.value in tuple('bBhHiIlLqQfd')


def parameters(row):
    """[(name, whether it may be left out, kinds)] of those by place, of those by name only, and of the rest by place and
    by name: None where there is none."""
    placed, named, rest = [], [], {'*': None, '**': None}
    group = placed
    for word in row.split():
        name, _, kinds = word.partition(':')
        if word == '|':
            group = named
        elif name in rest:
            rest[name] = kinds
        else:
            group.append((name.rstrip('?'), name.endswith('?'), kinds))
    return placed, named, rest['*'], rest['**']


def check(base, args, keywords, exception, machine):
    """Doubts a call of the constructor of @base. @exception: whether it is an exception."""
    row = ROWS.get(base, ANY_EXCEPTION if exception else None)
    if row is None:
        return
    placed, named, more, words = parameters(row)
    fits = Kinds(base, machine).fits
    right = len(args) <= len(placed) or more is not None
    for n, value in enumerate(args):
        right = right and fits(placed[n][2] if n < len(placed) else more, value)
    late = {name: kinds for name, _, kinds in placed[len(args):] + named if name != '-'}
    for name, value in keywords.items():
        kinds = late.get(name, words)
        right = right and kinds is not None and fits(kinds, value)
    if not right or any(not optional and name not in keywords for name, optional, _ in placed[len(args):]):
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
