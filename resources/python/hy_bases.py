# SPDX-License-Identifier: GPL-3.0-or-later
"""What __new__ and __init__ of the library do to an instance of a class of the project."""
import ast

import hy_arguments as arguments
import hy_library as library
from hy_kept import ZONED
from hy_library_makers import PLAIN
from hy_makers import CONTAINERS, HELD
from hy_refusals import refuse
from hy_structures import STRUCTURES
from hy_things import (MISSING, Alias, ClassThing, Const, Func, Generated, Instance, LibClass, LibInstance, LibMethod, Map, Seq,
                       Undecided, Unknown, Wrapped)

# Classes of the library that wrap a value: __init__ sets `data`.
USER_CONTAINERS = {'collections.UserDict': 'dict', 'collections.UserList': 'list', 'collections.UserString': 'str'}
# Library classes of which __init__ (or __new__) sets no attributes in an instance's __dict__.
QUIET = frozenset('''
object abc.ABC typing.Generic typing.Protocol contextlib.ContextDecorator contextlib.AsyncContextDecorator typing.NamedTuple
datetime.date datetime.datetime datetime.time datetime.timedelta datetime.tzinfo decimal.Decimal collections.deque
collections.OrderedDict collections.defaultdict functools.partial array.array weakref.ref io.StringIO io.BytesIO
property staticmethod classmethod super zip reversed enumerate map filter memoryview threading.local
uuid.UUID pathlib.PurePath pathlib.PurePosixPath pathlib.PureWindowsPath pathlib.Path
pathlib.PosixPath pathlib.WindowsPath fractions.Fraction collections.abc.Sized html.parser.HTMLParser.none
numbers.Number numbers.Complex numbers.Real numbers.Rational numbers.Integral
json.JSONEncoder.none random.Random _random.Random typing.SupportsInt typing.SupportsFloat typing.SupportsIndex
slice range type types.SimpleNamespace enum.Enum
'''.split())

# Of these what __init__ is given makes up what an instance holds, whatever __new__ was given.
FILLED = frozenset('''io.StringIO io.BytesIO collections.deque collections.OrderedDict collections.defaultdict property staticmethod
classmethod super'''.split())
# Of which nothing is known before __init__ has run.
STARTED = ('property', 'io.StringIO', 'io.BytesIO')
NOT_STARTED = 'what `%s` keeps when its `__init__` is not called is not modelled'

# Which set attributes of their instances as any code does.
SETTING = ('fractions.Fraction', 'uuid.UUID', 'property', 'staticmethod', 'classmethod')


class Bases(object):
    def library_new(self, base, cls, args, keywords, node, env):
        """base.__new__(cls, ...): the instance, with the value that it holds where the base keeps one."""
        if base == 'type':
            raise Undecided('instances of a metaclass are classes')
        if base == 'object':
            self.check_safe(cls)
            self.check_object_arguments(cls, args, keywords, node)
        elif self.has_generic_new(cls, base) and not self.is_since(9 if base == 'datetime.tzinfo' else 7):
            raise Undecided('what `Generic.__new__` makes of a %s is not modelled' % base)
        if not self.is_exception(base) and base not in arguments.NEW_TAKES_ANY:
            arguments.check(base, args, keywords, False, self)
        self.try_arguments(base, args, keywords, node)
        if base in SETTING and not isinstance(self.find_in_class(cls, '__setattr__'), LibMethod):
            raise Undecided('whether `%s` can set its attributes is not known' % base)
        real = library.builtin_type(base)
        if real is None and self.abstract_names(cls):
            raise Undecided('whether `%s` makes instances of an abstract class is not known' % base)
        made = self.bare(cls, node) if real in (None, object) else Instance(cls, self.making)
        self.note_made(made)
        if base in HELD:
            payload = self.make_value(base, args, keywords, node, env)
            if isinstance(payload, Unknown):
                raise Undecided(payload.reason)
            if isinstance(payload, Const) and payload.fresh is False and self.making:
                payload = Const(payload.value, True)
            self.put(made.state, 'payload', payload)
        elif self.is_exception(base):
            args = [] if self.leaves_to_init(base, cls) else \
                arguments.kept_by_exception(base, args, keywords) if base == 'OSError' else args
            self.put(made.state, 'payload', Seq('tuple', args, 'literal', self.making and bool(args)))
        elif base == 'object':
            pass
        elif base in STRUCTURES:
            self.put(made.state, 'payload', self.new_structure(base, cls, node, env))
        elif base == 'typing.TypedDict':
            arguments.check(base, args, keywords, False, self)
            return self.make_value('dict', args, keywords, node, env)
        elif base in USER_CONTAINERS or base == 'collections.Counter':
            pass
        elif base not in QUIET and base not in CONTAINERS:
            if self.project.library_metaclass(base) not in ('type', 'abc.ABCMeta') or not self.is_plain_library(base):
                self.not_read(base)
                self.put(made.state, 'unknown', 'what `%s` keeps in its instances is not known' % base)
        else:
            self.put(made.state, 'payload', self.held_by_new(base, args, keywords, node, env))
        if base.startswith('pathlib.'):
            self.not_read(base)
        if base == 'super' and self.find_in_class(cls, '__getattr__') is not MISSING:
            self.put(made.state, 'unknown', 'what a `super` with a `__getattr__` answers is not modelled')
        if base in STARTED:
            self.put(made.state, 'unknown', NOT_STARTED % base)
        return made

    def held_by_new(self, base, args, keywords, node, env):
        if base in CONTAINERS:
            return self.make_value(base, [], {}, node, env)
        return LibInstance(base, self.text(node, env, 200), () if base in FILLED or base == 'datetime.tzinfo' else args,
                           self.making, keywords if base in ZONED else None)

    def note_made(self, made):
        """Notes a new instance: of those that the factory makes itself, or of those that the file makes as it is read."""
        if self.watched is not None:
            self.created.append(made)
        else:
            made.cls.early_ones.append(made)
            made.cls.early += not self.doubtful

    def check_safe(self, cls):
        """Source: Objects/typeobject.c, tp_new_wrapper."""
        for base in self.mro(cls):
            if isinstance(base, LibClass) and not library.is_made_by_object(base.name):
                raise Undecided('`object.__new__` refuses a class with the base `%s`' % base.name)

    def is_plain_library(self, base):
        return base in QUIET or base.startswith('collections.abc.') and not base.endswith('View')

    def is_exception(self, name):
        real = library.builtin_type(name)
        return real is not None and issubclass(real, BaseException)

    def leaves_to_init(self, base, cls):
        """Whether __new__ of an exception takes no arguments, since the class has an __init__ of its own. Source:
        Objects/exceptions.c, oserror_use_init."""
        return issubclass(library.builtin_type(base), OSError) and not self.is_made_by_new(base, cls)

    def is_made_by_new(self, base, cls):
        """Whether __init__ of an exception does nothing, since __new__ has done it."""
        methods = [self.find_in_class(cls, name) for name in ('__init__', '__new__')]
        return issubclass(library.builtin_type(base), OSError) and \
            (isinstance(methods[0], LibMethod) or not isinstance(methods[1], LibMethod))

    def kept_tuple(self, base, args, keywords, node, env):
        """What an exception keeps as args: the very tuple that is given in super ().__init__ (*args)."""
        kept = arguments.kept_by_exception(base, args, keywords)
        owner = node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
        if kept is args and isinstance(owner, ast.Call) and getattr(owner.func, 'id', None) == 'super' and \
                len(node.args) == 1 and isinstance(node.args[0], ast.Starred) and isinstance(node.args[0].value, ast.Name):
            given = self.eval(node.args[0].value, env)
            if isinstance(given, Seq) and given.kind == 'tuple':
                return given
        return Seq('tuple', kept, 'literal', self.making and bool(kept))

    def check_object_arguments(self, cls, args, keywords, node):
        """Source: Objects/typeobject.c, object_new, excess_args; typing.py, Generic.__new__ (until 3.8: without arguments to
        object, where the class has an __init__)."""
        if not args and not keywords:
            return
        generic = any(self.is_generic(b) for b in self.mro(cls))
        starter = self.find_in_class(cls, '__init__')
        plain = isinstance(starter, LibMethod) and starter.cls.name == 'object'
        if isinstance(self.find_in_class(cls, '__new__'), (Wrapped, Generated, Func)):
            if any(getattr(b, 'name', None) == 'typing.Protocol' for b in self.mro(cls)):
                raise Undecided('whether a protocol takes arguments of `__new__` varies')
            if plain or not generic or self.is_since(9):
                raise refuse('own-new', node)
        elif plain:
            raise refuse('generic-new' if generic else 'object-new', node, cls=cls.name)

    def is_generic(self, place):
        """Whether a class of an MRO is Generic or brings it. Source: typing.py, _GenericAlias.__mro_entries__."""
        if isinstance(place, ClassThing):
            aliases = [b.cls for b, _, _ in place.bases if isinstance(b, Alias)]
            return any(isinstance(a, LibClass) and a.imported.startswith('typing.') for a in aliases)
        return isinstance(place, LibClass) and place.name == 'typing.Generic'

    def has_generic_new(self, cls, base):
        """Whether Generic comes before @base, the __new__ of which makes the instances."""
        line = self.mro(cls)
        place = next((n for n, b in enumerate(line) if isinstance(b, LibClass) and b.name == base), 0)
        return any(b is not cls and self.is_generic(b) for b in line[:place])

    def library_init(self, base, made, args, keywords, node, env, quiet=False):
        """base.__init__(made, ...)."""
        arguments.check(base, args, keywords, self.is_exception(base), self)
        if base != 'object' and not any(getattr(b, 'name', None) == base for b in self.mro(made.cls)):
            raise Undecided('`%s.__init__` is called for a %s' % (base, made.cls.name))
        if base in CONTAINERS:
            payload = self.make_value(base, args, keywords, node, env)
            self.put(made.state, 'payload', payload)
        elif base in STRUCTURES:
            self.start_structure(made, args, keywords, node)
        elif self.library_maker(base) is not None:
            self.call(self.library_maker(base), [made] + args, keywords, node, env)
        elif base == 'super':
            raise Undecided('what `super` is bound to is not known')
        elif base == 'object' or base in PLAIN:
            if (args or keywords) and not isinstance(self.find_in_class(made.cls, '__init__'),
                                                                  LibMethod):
                raise refuse('object-init', node)
        elif base == 'collections.Counter':
            known = not args and not keywords
            self.put(made.state, 'payload', Map([], 'constructor', self.making) if known else
                     self.unknown('what it counts is not known', node))
        elif base in USER_CONTAINERS:
            self.set_attribute(made, 'data', self.user_data(base, args, keywords, node, env), node, env)
        elif base == 'types.SimpleNamespace':
            for name, value in keywords.items():
                self.step(made, 'dict-set', name, value, node)
                self.put(made.attrs, name, value)
        elif self.is_exception(base):
            if 'args' in made.attrs:
                raise Undecided('`args` is assigned before `%s.__init__` (line %d)' % (base, node.lineno))
            if not self.is_made_by_new(base, made.cls):
                self.put(made.state, 'payload', self.kept_tuple(base, args, keywords, node, env))
        elif base in FILLED:
            given = LibInstance(base, self.text(node, env, 200), args, self.making, keywords)
            self.put(made.state, 'payload', given)
            if made.state['unknown'] == NOT_STARTED % base:
                self.put(made.state, 'unknown', None)
            if given.holds_keywords():
                self.put(made.state, 'unknown', 'what `%s.__init__` keeps of keyword arguments is not known' % base)
        elif (args or keywords) and base not in arguments.ROWS and self.is_plain_library(base) and \
                not isinstance(self.find_in_class(made.cls, '__init__'), LibMethod):
            raise Undecided('whether `%s.__init__` takes these arguments is not known' % base)
        elif not self.is_plain_library(base):
            if base not in HELD:
                self.not_read(base + '.__init__')
                self.put(made.state, 'unknown', 'what `%s.__init__` sets is not known' % base)

    def user_data(self, base, args, keywords, node, env):
        """Source: collections/__init__.py, UserDict, UserList and UserString."""
        held = self.make_value(USER_CONTAINERS[base], args, keywords, node, env)
        if isinstance(held, Map):
            self.put(held.state, 'growth', 'append')
        elif isinstance(held, Seq) and held.items:
            return self.unknown('how a list that is assigned to a slice grows', node)
        return held
