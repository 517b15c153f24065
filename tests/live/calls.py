# SPDX-License-Identifier: GPL-3.0-or-later
"""What a random class takes: bases that go together, and arguments that fit its constructor."""
import re

# Arguments that a class of the library takes.
FITTING = {
    'int': ('', 'i', '1', '"7"'), 'str': ('', 'i', '"x"', 'b"x", "ascii"'), 'list': ('', '(1, 2)', '"ab"'),
    'dict': ('', 'a=1', '{"b": 2}', '[("a", 1)]'), 'tuple': ('', '(1, 2)', '"ab"'), 'set': ('', '(1, 2)', '"ab"'),
    'frozenset': ('', '(1, 2)', '"ab"'), 'float': ('', 'i', '1.5'), 'complex': ('', 'i', '1, 2'), 'bytes': ('', '3', 'b"ab"'),
    'bytearray': ('', '3', 'b"ab"'), 'ImportError': ('', '"x"', 'name="m"'), 'OSError': ('', '"x"', '2, "x"'),
    'SyntaxError': ('', '"x"'), 'UnicodeDecodeError': ('"utf-8", b"x", 0, 1, "bad"',), 'property': ('', 'None'),
    'staticmethod': ('len',), 'classmethod': ('len',), 'type': ('"N", (), {}',), 'super': ('int',), 'zip': ('', '"ab"'),
    'map': ('str, (1, 2)',), 'reversed': ('"ab"', '(1, 2)'), 'enumerate': ('"ab"', '(1, 2), 5'),
    'collections.OrderedDict': ('', 'a=1', '[("a", 1)]'), 'collections.defaultdict': ('', 'int', 'int, {"a": 1}'),
    'collections.deque': ('', '(1, 2)', '"ab", 5'), 'collections.Counter': ('', '"abca"', 'a=2'),
    'collections.UserDict': ('', '{"a": 1}', 'a=1'), 'collections.UserList': ('', '(1, 2)'), 'collections.ChainMap': ('', '{}'),
    'threading.Thread': ('', 'None, print'), 'queue.Queue': ('', '5'), 'logging.Handler': ('', '10'),
    'logging.Logger': ('"x"',), 'pathlib.PurePosixPath': ('', '"a/b"'), 'pathlib.Path': ('"a"',),
    'datetime.date': ('2020, 1, 2',), 'datetime.datetime': ('2020, 1, 2', '2020, 1, 2, 3'), 'datetime.time': ('', '1, 2'),
    'datetime.timedelta': ('', '1', 'days=2', 'i'), 'decimal.Decimal': ('', '"1.5"', 'i'), 'fractions.Fraction': ('', '1, 3'),
    'uuid.UUID': ('int=5',), 'ipaddress.IPv4Address': ('"10.0.0.1"',), 'types.SimpleNamespace': ('', 'a=1', 'a=i, b=2'),
    'types.ModuleType': ('"m"',), 'ctypes.Structure': ('',), 'string.Template': ('"$a"',), 'random.Random': ('', '1'),
    'io.StringIO': ('', '"abc"'), 'io.BytesIO': ('', 'b"abc"'), 'json.JSONEncoder': ('', 'indent=2'),
    'argparse.Action': ('["-x"], "x"',), 'argparse.ArgumentParser': ('', '"p"'), 'weakref.ref': ('int',),
    'array.array': ('"i"', '"b", [1, 2]'), 'functools.partial': ('int', 'int, 1'), 'itertools.count': ('', '5'),
    'struct.Struct': ('"ii"',), 'itertools.chain': ('', '"ab", (1, 2)'), 'operator.itemgetter': ('"a"', '1, 2'),
    'Exception': ('', '"x"', '"x", i'), 'ValueError': ('', '"x"', 'i'), 'KeyError': ('', '"x"'), 'RuntimeError': ('', '"x"')}
# Classes of the library with fields of their own, of which a class can have only one as base.
SOLID = set('''int str list dict tuple set frozenset float complex bytes bytearray OSError ImportError NameError AttributeError
StopIteration SyntaxError UnicodeDecodeError property staticmethod classmethod type super zip map reversed enumerate
collections.OrderedDict collections.defaultdict collections.deque collections.Counter threading.local datetime.date
datetime.datetime datetime.timedelta datetime.tzinfo datetime.time decimal.Decimal types.SimpleNamespace types.ModuleType
ctypes.Structure ctypes.Union random.Random io.StringIO io.BytesIO io.RawIOBase socket.socket weakref.ref array.array
asyncio.Future functools.partial itertools.count itertools.chain operator.itemgetter struct.Struct Exception ValueError
KeyError RuntimeError BaseException Warning LookupError'''.split())
# Which of them can not be a class's base beside one of another row: metaclasses of their own.
METACLASSES = {'enum.Enum': 'enum', 'enum.IntEnum': 'enum', 'enum.Flag': 'enum', 'ctypes.Structure': 'structure',
               'ctypes.Union': 'union', 'string.Template': 'template', 'type': 'type'}
# What a class must have so that it can be made.
ABSTRACT = {'collections.abc.Sized': ('__len__',), 'collections.abc.Iterable': ('__iter__',),
            'collections.abc.Hashable': ('__hash__',), 'collections.abc.Callable': ('__call__',),
            'collections.abc.Mapping': ('__getitem__', '__iter__', '__len__'),
            'collections.abc.MutableMapping': ('__getitem__', '__setitem__', '__delitem__', '__iter__', '__len__'),
            'collections.abc.Sequence': ('__getitem__', '__len__'), 'typing.Sequence[T]': ('__getitem__', '__len__'),
            'collections.abc.Set': ('__contains__', '__iter__', '__len__'),
            'collections.abc.Collection': ('__contains__', '__iter__', '__len__'), 'logging.Handler': ()}
PLAIN_VALUES = ('i', '1', '"x"', 'None', '(1, 2)', '"red"', '2.5', '0')


class Takes(object):
    """What a class takes: either one of some texts, or parameters."""

    def __init__(self, texts=None, needed=(), optional=(), only=(), free=False):
        self.texts = texts
        self.needed = list(needed)
        self.optional = list(optional)
        self.only = list(only)  # keyword-only, without a default
        self.free = free  # anything

    @classmethod
    def of_parameters(cls, parameters):
        """Of the texts of a def after self."""
        star = [i for i, p in enumerate(parameters) if p.startswith('*')]
        plain = parameters[:star[0]] if star else parameters
        return cls(None, [p for p in plain if '=' not in p], [p.split('=')[0] for p in plain if '=' in p])


class Drawn(object):
    """What was drawn as a class, as far as other draws depend on it."""

    def __init__(self, name):
        self.line = [name]  # itself and its bases, roughly
        self.solid = name if name in SOLID else None
        self.metaclass = METACLASSES.get(name)
        self.abstract = set(ABSTRACT.get(name, ()))
        self.takes = Takes(FITTING.get(name, ('',)))
        self.fields = None  # of a dataclass, as Takes
        self.frozen = False
        self.has_dict = name not in SOLID and name != 'object'
        self.final = name in ('bool', 'range', 'slice', 'memoryview')
        self.names = set()

    def take_from(self, bases):
        for base in bases:
            self.line += [n for n in base.line if n not in self.line]
            self.solid = self.solid or base.solid
            self.metaclass = self.metaclass or base.metaclass
            self.abstract |= base.abstract
            self.has_dict = self.has_dict or base.has_dict
            self.frozen = self.frozen or base.frozen
            self.names |= base.names
        known = [b.takes for b in bases if b.takes.texts != ('',)]
        self.takes = known[0] if known else Takes(('',))
        fields = [b.fields for b in bases if b.fields is not None]
        self.fields = fields[0] if fields else None


class Calls(object):
    """Mixed into Maker; self.drawn is {name: Drawn}, self.current the one whose statement is being drawn."""

    def begin(self, name):
        self.current = self.drawn[name] = Drawn(name)

    def drawn_of(self, base):
        return self.drawn.get(base) or Drawn(base if base in ABSTRACT else base.split('[')[0])

    def go_together(self, bases):
        """Those of @bases that Python lets stand in one class statement, mostly: the nearest relatives first."""
        kept = []
        for base in bases:
            one = self.drawn_of(base)
            others = [self.drawn_of(k) for k in kept]
            if one.final or any(base in o.line for o in others) or any(k in one.line for k in kept) or \
                    any(o.solid and one.solid and o.solid != one.solid for o in others) or \
                    any(o.metaclass and one.metaclass and o.metaclass != one.metaclass for o in others):
                continue
            kept.append(base)
        return sorted(kept, key=lambda b: -len(self.drawn_of(b).line))

    def inherit(self, bases):
        self.current.take_from([self.drawn_of(b) for b in bases])

    def implement(self, lines):
        """Methods that its bases leave abstract."""
        needed = sorted(n for n in self.current.abstract if not any('def %s(' % n in line for line in lines))
        if not needed or self.some(0.25):
            return []
        self.current.abstract.clear()
        result = {'__len__': '0', '__iter__': 'iter(())', '__hash__': '1', '__contains__': 'False'}
        return ['def %s(self%s): return %s' % (n, ', *args' if n in ('__getitem__', '__setitem__', '__delitem__', '__call__',
                                                                    '__contains__') else '', result.get(n, 'None'))
                for n in needed]

    # -- arguments

    def fitting(self, takes, values):
        """Arguments, as texts."""
        if takes.texts is not None:
            return [self.pick(takes.texts)]
        optional = takes.optional[:self.random.randint(0, len(takes.optional))]
        named = self.random.randint(0, len(optional)) if self.some(0.3) else len(optional)
        args = [self.pick(values) for _ in takes.needed + optional[:named]]
        args += ['%s=%s' % (n, self.pick(values)) for n in takes.only + optional[named:]]
        return args

    def call(self):
        """How instance number i is made."""
        values = list(PLAIN_VALUES)
        if self.fresh and self.some(0.5):
            self.used_fresh = True
            values += self.fresh_values()
        if self.some(0.85):
            return 'C(%s)' % ', '.join(a for a in self.fitting(self.drawn['C'].takes, values) if a)
        args = [self.pick(values) for _ in range(self.pick((0, 0, 1, 1, 2, 3)))]
        if self.some(0.3):
            args += ['%s=%s' % (n, self.pick(values)) for n in self.names((1, 2), ('a', 'b', 'x', 'name', 'value', 'only'))]
        return 'C(%s)' % ', '.join(args)

    def call_up(self, method, values):
        """A call of what the class inherits."""
        if self.some(0.15):
            args = self.pick(('', ', '.join(values), ', '.join(values[:1])))
        else:
            inherited = self.current.takes
            args = ', '.join(re.sub(r'\bi\b', '1', a) for a in self.fitting(inherited, values or ['1']) if a)
            args = '' if method == '__init__' and self.current.solid in NO_INIT and inherited.texts else args
        if self.some(0.15):
            owner = self.pick(self.current.line[1:] or ['object'])
            owner = owner if owner in self.known else 'object'
            return '%s.%s(%s)' % (owner, method, ', '.join(['self'] + values[:1 if owner != 'object' else 0]))
        return self.pick(('super().%s(%s)', 'super().%s(%s)', 'super(__class__, self).%s(%s)')) % (method, args)


# Whose __init__ is that of object: arguments go to __new__.
NO_INIT = set('''int str tuple frozenset float complex bytes zip map reversed enumerate datetime.date datetime.datetime
datetime.timedelta datetime.time decimal.Decimal fractions.Fraction weakref.ref array.array functools.partial itertools.count
itertools.chain operator.itemgetter random.Random threading.local'''.split())
