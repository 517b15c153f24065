# SPDX-License-Identifier: GPL-3.0-or-later
"""Instances of library classes, what __new__ and __init__ of builtin bases do, and methods that libraries generate."""
import ast
import importlib

import hy_arguments as arguments
import hy_library as library
from hy_library_makers import PLAIN
from hy_refusals import refuse, refuse_arguments, refuse_keyword, too_many
from hy_things import (LONGEST, MISSING, NONE, Alias, ClassThing, Const, Func, Generated, Instance, LibClass, LibInstance,
                       LibMethod, Map, Number, Prop, Raised, Range, Seq, Sized, SlotMember, Undecided, Unknown, Wrapped)

CONTAINERS = ('list', 'set', 'dict')
HELD = ('int', 'float', 'complex', 'str', 'bytes', 'tuple', 'frozenset')
# Classes of the library that wrap a value: __init__ sets `data`.
USER_CONTAINERS = {'collections.UserDict': 'dict', 'collections.UserList': 'list', 'collections.UserString': 'str'}
# Library classes of which __init__ (or __new__) sets no attributes in an instance's __dict__.
QUIET = frozenset('''
object abc.ABC typing.Generic typing.Protocol contextlib.ContextDecorator contextlib.AsyncContextDecorator typing.NamedTuple
datetime.date datetime.datetime datetime.time datetime.timedelta datetime.tzinfo decimal.Decimal collections.deque
collections.OrderedDict collections.defaultdict functools.partial array.array weakref.ref io.StringIO io.BytesIO
property staticmethod classmethod super zip reversed enumerate map filter memoryview bytearray threading.local
uuid.UUID pathlib.PurePath pathlib.PurePosixPath pathlib.PureWindowsPath pathlib.Path
pathlib.PosixPath pathlib.WindowsPath fractions.Fraction collections.abc.Sized html.parser.HTMLParser.none
numbers.Number numbers.Complex numbers.Real numbers.Rational numbers.Integral
json.JSONEncoder.none random.Random _random.Random typing.SupportsInt typing.SupportsFloat typing.SupportsIndex
slice range type types.SimpleNamespace enum.Enum
'''.split())

# Of these what __init__ is given makes up what an instance holds, whatever __new__ was given.
FILLED = frozenset('io.StringIO io.BytesIO collections.deque collections.OrderedDict collections.defaultdict property'.split())

# Of a conversion to a builtin type, the special methods that it asks for.
CONVERSIONS = {'int': ('__int__', '__index__', '__trunc__'), 'float': ('__float__', '__index__'),
               'complex': ('__complex__', '__float__', '__index__'), 'bytes': ('__bytes__',)}
STRUCTURES = ('ctypes.Structure', 'ctypes.Union')


class Makers(object):
    # -- library classes

    def call_library_class(self, cls, args, keywords, node, env):
        name = cls.name
        if name != cls.imported and cls.imported.startswith('typing.'):
            # Source: Lib/typing.py, _GenericAlias.__call__; those that may be called get an `__orig_class__`.
            if name in CONTAINERS or name in HELD:
                raise Raised('TypeError', 'Type %s cannot be instantiated; use %s() instead' % (
                    cls.imported.split('.')[1], name), node.lineno)
            return self.unknown('what calling `%s` makes is not known' % cls.imported, node)
        maker = getattr(self, 'make_' + name.replace('.', '_'), None)
        if maker is not None:
            return maker(args, keywords, node, env)
        if name in CONTAINERS or name in HELD or name == 'bytearray':
            return self.make_value(name, args, keywords, node, env)
        if name == 'types.SimpleNamespace':
            return self.make_namespace(cls, args, keywords, node)
        for thing in list(args) + list(keywords.values()):
            if isinstance(thing, Instance) and self.making and name in ('weakref.ref', 'weakref.finalize',
                                                                       'weakref.WeakMethod'):
                self.step(thing, 'weakref', None, None, node)
        made = self.try_arguments(name, args, keywords, node)
        if name == 'datetime.timedelta' and made is not None and not made:
            # Source: Modules/_datetimemodule.c, new_delta_ex: one object from 3.13 on.
            return self.unknown('whether a timedelta of 0 is a new object varies', node)
        return LibInstance(name, self.text(node, env, 200), args, self.making, keywords)

    def try_arguments(self, name, args, keywords, node):
        """What Python makes of arguments that are known, or raises; i stands for 1. None of others."""
        module, _, attribute = name.rpartition('.')
        if module not in ('datetime', 'decimal', 'fractions', 'uuid'):
            return None
        values = [1 if isinstance(a, Number) and a.kind == 'int' else self.plain_value(a) for a in args]
        named = {k: self.plain_value(v) for k, v in keywords.items()}
        if any(v is MISSING for v in values + list(named.values())):
            return None
        try:
            return getattr(importlib.import_module(module), attribute)(*values, **named)
        except Exception as error:  # whatever Python answers to these arguments
            raise Raised(type(error).__name__, str(error), node.lineno, True)

    def make_object(self, args, keywords, node, env):
        return LibInstance('object', 'object()', (), self.making)

    def make_bool(self, args, keywords, node, env):
        truth = self.truth(args[0]) if args else False
        return self.opaque(node, env) if truth is None else Const(truth)

    def make_type(self, args, keywords, node, env):
        if len(args) == 1:
            kind = self.class_of(args[0])
            return self.unknown(kind.reason, node) if isinstance(kind, Unknown) else kind
        return self.class_from_type(args, keywords, node, env)

    def make_property(self, args, keywords, node, env):
        parts = [a if not (isinstance(a, Const) and a.value is None) else None for a in args[:3]]
        named = [keywords.get(k) for k in ('fget', 'fset', 'fdel')]
        parts += named[len(parts):]
        return Prop(*parts)

    def make_staticmethod(self, args, keywords, node, env):
        return Wrapped('staticmethod', args[0]) if args else self.opaque(node, env)

    def make_classmethod(self, args, keywords, node, env):
        return Wrapped('classmethod', args[0]) if args else self.opaque(node, env)

    def make_functools_cached_property(self, args, keywords, node, env):
        return Wrapped('cached_property', args[0]) if args else self.opaque(node, env)

    def make_range(self, args, keywords, node, env):
        values = [a.value for a in args if isinstance(a, Const) and isinstance(a.value, int)]
        if len(values) != len(args) or not 1 <= len(values) <= 3 or any(abs(v) > 1 << 62 for v in values):
            return self.opaque(node, env)
        values = [0] + values if len(values) == 1 else values
        return Range(values[0], values[1], values[2] if len(values) > 2 and values[2] else 1)

    def lazily(self, sources, combine):
        """An iterator over what combine makes of the sources' items."""
        def thunk():
            rows = [self.try_iterate(s) for s in sources]
            return None if any(r is None for r in rows) else combine(*rows)

        return Seq('iterator', [], 'literal', self.making, thunk=thunk)

    def pair(self, *items):
        return Seq('tuple', list(items), 'literal', self.making)

    def make_zip(self, args, keywords, node, env):
        return self.lazily(args, lambda *rows: [self.pair(*items) for items in zip(*rows)])

    def make_enumerate(self, args, keywords, node, env):
        start = args[1] if len(args) > 1 else keywords.get('start', Const(0))
        if not args or not isinstance(start, Const) or not isinstance(start.value, int):
            return self.opaque(node, env)
        return self.lazily(args[:1], lambda row: [self.pair(Const(n, self.making), t)
                                                  for n, t in enumerate(row, start.value)])

    def make_reversed(self, args, keywords, node, env):
        made = self.lazily(args[:1], lambda row: row[::-1])
        self.put(made.state, 'growth', 'sized')
        return made

    def make_map(self, args, keywords, node, env):
        if len(args) < 2:
            return self.opaque(node, env)
        return self.lazily(args[1:], lambda *rows: [self.call(args[0], list(items), {}, node, env)
                                                    for items in zip(*rows)])

    def make_filter(self, args, keywords, node, env):
        if len(args) != 2:
            return self.opaque(node, env)
        return self.lazily(args[1:], lambda row: self.keep(args[0], row, node, env))

    def keep(self, test, row, node, env):
        kept = []
        for item in row:
            none = isinstance(test, Const) and test.value is None
            truth = self.truth(item if none else self.call(test, [item], {}, node, env))
            if truth is None:
                return None
            kept += [item] if truth else []
        return kept

    def make_itertools_chain(self, args, keywords, node, env):
        return self.lazily(args, lambda *rows: [t for row in rows for t in row])

    def make_namespace(self, cls, args, keywords, node):
        made = Instance(self.library_shell(cls), self.making)
        for name, value in keywords.items():
            self.step(made, 'dict-set', name, value, node)
            self.put(made.attrs, name, value)
        return made

    def library_shell(self, cls):
        """A ClassThing that stands for the library class itself, so that instances of it can be followed."""
        shell = self.project.shells.get(cls.name)
        if shell is None:
            shell = ClassThing(cls.name.rsplit('.', 1)[-1], cls.name, None, None, 0)
            shell.kind = 'alias'
            shell.bases = [(cls, cls.name, 0)]
            shell.mro_cache = self.base_line(cls)
            self.project.shells[cls.name] = shell
        return shell

    def make_value(self, name, args, keywords, node, env):
        """list(x), int(x), str(x) ...: the value, as far as it is known."""
        if name in ('list', 'tuple', 'set', 'frozenset'):
            if not args:
                return Seq(name, [], 'constructor', self.making and name != 'tuple')
            items = self.try_iterate(args[0])
            if items is None:
                return self.unknown('what `%s` holds is not known' % self.text(node, env), node)
            if name in ('tuple', 'frozenset') and isinstance(args[0], Seq) and args[0].kind == name:
                return args[0]
            items = self.distinct(items) if name in ('set', 'frozenset') else items
            growth = self.growth_from(args[0], 'constructor') if name == 'list' else 'copy' if name != 'tuple' and \
                self.is_merged(args[0]) else 'constructor'
            inline = isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.GeneratorExp)
            return Seq(name, items, 'generator' if name == 'list' and inline else growth, self.making and (bool(items) or name != 'tuple'))
        if name == 'dict':
            result = Map([], 'constructor', self.making)
            if args:
                self.map_update(result, args[0], node)
            for key, value in keywords.items():
                self.map_put(result, Const(key), value)
            return result
        return self.make_scalar(name, args, keywords, node, env)

    def make_scalar(self, name, args, keywords, node, env):
        if args and isinstance(args[0], Number) and len(args) == 1:
            if name == 'str' and args[0].kind == 'int' and args[0].offset == 0:
                return Sized('str', 0, 0, 1, '{i}')
            if name in ('int', 'float'):
                return args[0] if name == args[0].kind else Number(name, args[0].offset)
        if name == 'str' and len(args) == 1 and isinstance(args[0], Sized) and args[0].kind == 'str':
            return args[0]
        if name == 'str' and len(args) == 1 and isinstance(args[0], Instance):
            return self.show(args[0], '__str__', node, env)
        for special in CONVERSIONS.get(name, ()) if len(args) == 1 else ():
            if self.own_special(args[0], special) is not None:
                return self.call_special(args[0], special, [], node, env)
        values = [self.plain_value(a) for a in args]
        named = {k: self.plain_value(v) for k, v in keywords.items()}
        if any(v is MISSING for v in values) or any(v is MISSING for v in named.values()):
            return self.unknown('what `%s` gives is not known' % self.text(node, env), node)
        if name in ('bytes', 'bytearray') and values and isinstance(values[0], int):
            if values[0] > LONGEST or name == 'bytearray':
                return Sized(name, max(values[0], 0))
        if name == 'int' and values and isinstance(values[0], str) and len(values[0]) > 4000:
            return self.opaque(node, env)
        maker = library.builtin_type(name)
        try:
            made = maker(*values, **named)
        except Exception as error:  # whatever Python answers to these arguments
            raise Raised(type(error).__name__, str(error), node.lineno, isinstance(error, TypeError))
        if name == 'bytearray':
            return Sized(name, len(made))
        same = len(args) == 1 and isinstance(args[0], Const) and type(made) is type(args[0].value)
        if name == 'str' and values and not same and not named and len(values) == 1:
            return self.text_of(values[0], self.making)
        return args[0] if same else Const(made, self.making)

    # -- builtin bases of a class of the project

    def library_new(self, base, cls, args, keywords, node, env):
        """base.__new__(cls, ...): the instance, with the value that it holds where the base keeps one."""
        if base == 'type':
            raise Undecided('instances of a metaclass are classes')
        if base == 'object':
            self.check_object_arguments(cls, args, keywords, node)
            self.check_safe(cls)
        if not self.is_exception(base) and base not in arguments.NEW_TAKES_ANY:
            arguments.check(base, args, keywords, False, self)
        self.try_arguments(base, args, keywords, node)
        real = library.builtin_type(base)
        if real is None and self.abstract_names(cls):
            raise Undecided('whether `%s` makes instances of an abstract class is not known' % base)
        made = self.bare(cls, node) if real in (None, object) else Instance(cls, self.making)
        self.note_made(made)
        if base in HELD:
            payload = self.make_value(base, args, keywords, node, env)
            if isinstance(payload, Const) and payload.fresh is False and self.making:
                payload = Const(payload.value, True)
            self.put(made.state, 'payload', payload)
        elif self.is_exception(base):
            args = [] if self.leaves_to_init(base, cls) else args
            self.put(made.state, 'payload', Seq('tuple', args, 'literal', self.making and bool(args)))
        elif base == 'object':
            pass
        elif base in STRUCTURES:
            self.put(made.state, 'payload', self.new_structure(base, cls, args, keywords, node, env))
        elif base == 'typing.TypedDict':
            return self.make_value('dict', args, keywords, node, env)
        elif base in USER_CONTAINERS or base == 'collections.Counter':
            pass
        elif base not in QUIET and base not in CONTAINERS:
            if self.project.library_metaclass(base) not in ('type', 'abc.ABCMeta') or not self.is_plain_library(base):
                self.not_read(base)
                self.put(made.state, 'unknown', 'what `%s` keeps in its instances is not known' % base)
        else:
            self.put(made.state, 'payload', self.held_by_new(base, args, node, env))
        if base == 'property':
            self.put(made.state, 'unknown', 'what `property` keeps when its `__init__` is not called is not modelled')
        return made

    def held_by_new(self, base, args, node, env):
        if base in CONTAINERS:
            return self.make_value(base, [], {}, node, env)
        if base.startswith('io.') or base == 'bytearray':
            return self.unknown('what `%s` holds without its `__init__` is not known' % base, node)
        return LibInstance(base, self.text(node, env, 200), () if base in FILLED else args, self.making)

    def note_made(self, made):
        """Notes a new instance: of those that the factory makes itself, or of those that the file makes as it is read."""
        if self.watched is not None:
            self.created.append(made)
        elif not self.doubtful:
            made.cls.early += 1

    def check_safe(self, cls):
        """Source: Objects/typeobject.c, tp_new_wrapper."""
        for base in self.mro(cls):
            if isinstance(base, LibClass) and not library.is_made_by_object(base.name):
                raise Undecided('`object.__new__` refuses a class with the base `%s`' % base.name)

    def is_plain_library(self, base):
        return base in QUIET or base.startswith('collections.abc.')

    def is_exception(self, name):
        real = library.builtin_type(name)
        return real is not None and issubclass(real, BaseException)

    def leaves_to_init(self, base, cls):
        """Whether __new__ of an exception takes no arguments, since the class has an __init__ of its own. Source:
        Objects/exceptions.c, oserror_use_init."""
        return issubclass(library.builtin_type(base), OSError) and \
            not isinstance(self.find_in_class(cls, '__init__'), LibMethod)

    def check_object_arguments(self, cls, args, keywords, node):
        """Source: Objects/typeobject.c, object_new, excess_args; typing.py, Generic.__new__ (until 3.8: without arguments to
        object, where the class has an __init__)."""
        if not args and not keywords:
            return
        generic = any(self.is_generic(b) for b in self.mro(cls))
        starter = self.find_in_class(cls, '__init__')
        plain = isinstance(starter, LibMethod) and starter.cls.name == 'object'
        if isinstance(self.find_in_class(cls, '__new__'), (Wrapped, Generated, Func)):
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

    def library_init(self, base, made, args, keywords, node, env, quiet=False):
        """base.__init__(made, ...)."""
        arguments.check(base, args, keywords, self.is_exception(base), self)
        if base != 'object' and not any(getattr(b, 'name', None) == base for b in self.mro(made.cls)):
            raise Undecided('`%s.__init__` is called for a %s' % (base, made.cls.name))
        if base in CONTAINERS:
            payload = self.make_value(base, args, keywords, node, env)
            self.put(made.state, 'payload', payload)
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
            args = arguments.kept_by_exception(base, args, keywords)
            self.put(made.state, 'payload', Seq('tuple', args, 'literal', self.making and bool(args)))
        elif base in FILLED:
            given = LibInstance(base, self.text(node, env, 200), args, self.making, keywords)
            self.put(made.state, 'payload', given)
            if base == 'property':
                self.put(made.state, 'unknown', None)
            if given.holds_keywords():
                self.put(made.state, 'unknown', 'what `%s.__init__` keeps of keyword arguments is not known' % base)
        elif (args or keywords) and base not in arguments.ROWS and self.is_plain_library(base) and \
                not isinstance(self.find_in_class(made.cls, '__init__'), LibMethod):
            raise Undecided('whether `%s.__init__` takes these arguments is not known' % base)
        elif not self.is_plain_library(base) and base not in STRUCTURES:
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

    # -- what decorators and library classes generate

    def call_generated(self, generated, args, keywords, node, env):
        kind = generated.kind
        if kind == 'dataclass-init':
            return self.run_field_init(generated.cls, args, keywords, node, env)
        if kind == 'namedtuple-new':
            return self.run_namedtuple_new(generated.cls, args, keywords, node, env)
        if kind in ('frozen-setattr', 'frozen-delattr'):
            raise Raised('FrozenInstanceError', '', node.lineno, True)
        if kind == 'protocol-init':
            return self.run_protocol_init(args[0], args[1:], keywords, node, env)
        return self.opaque(node, env)

    def all_fields(self, cls):
        """Fields of a dataclass or attrs class with those of its bases, in the order of __init__ before kw_only."""
        found = {}
        for place in reversed(self.mro(cls)):
            if isinstance(place, ClassThing) and place.fields is not None and place.kind in ('dataclass', 'attrs'):
                for field in place.fields:
                    found[field.name] = field
        return list(found.values())

    def run_namedtuple_new(self, cls, args, keywords, node, env):
        target, values = args[0], args[1:]
        given = self.bind_fields(cls.qualname + '.__new__', cls.fields, values, keywords, node, 'tuple-arguments', '_cls')
        items = []
        for field in cls.fields:
            items.append(given.get(field.name, field.default))
        made = Instance(target, self.making)
        self.put(made.state, 'payload', Seq('tuple', items, 'literal', self.making))
        return made

    def bind_fields(self, label, fields, values, keywords, node, family='arguments', own='self'):
        """What each field is given by a call of the function @label, whose first parameter is @own."""
        positional = [f for f in fields if f.init and not f.kw_only]
        given = {f.name: v for f, v in zip(positional, values)}
        names = {self.argument_name(f): f for f in fields if f.init}
        only = [f.name for f in fields if f.init and f.kw_only]
        for key, value in keywords.items():
            if key not in names:
                parameters = [own] + [self.argument_name(f) for f in positional + [f for f in fields if f.init and f.kw_only]]
                raise refuse_keyword(label, key, parameters, node, family)
            if names[key].name in given:
                raise refuse_arguments(label, "got multiple values for argument '%s'" % key, node, family)
            given[names[key].name] = value
        have = dict(given)
        have.update((f.name, f) for f in fields if f.default is not None or f.factory is not None)
        if len(values) > len(positional):
            needed = [f for f in positional if f.default is None and f.factory is None]
            raise too_many((len(needed) + 1, len(positional) + 1), len(values) + 1, len(set(only) & set(given)), label, node,
                           family)
        self.check_missing(label, [f.name for f in positional], only, have, node, family)
        return given

    def argument_name(self, field):
        return getattr(field, 'argument', None) or field.name

    def run_field_init(self, cls, args, keywords, node, env):
        made, values = args[0], args[1:]
        fields = self.all_fields(cls)
        given = self.bind_fields(cls.qualname + '.__init__', fields, values, keywords, node)
        late = []
        for field in fields:
            if field.name in given:
                value = given[field.name]
            elif field.factory is not None:
                value = self.call(field.factory, [made] if field.takes_self else [], {}, node, env)
            elif field.default is not None:
                value = field.default
            else:
                continue
            if field.converter is not None and not self.is_none(field.converter):
                value = self.call(field.converter, [value], {}, node, env)
            if field.init_var:
                late.append(value)
            elif field.init or field.factory is not None or self.default_is_set(cls):
                self.set_field(cls, made, field, value, node, env)
        hooks = ('__post_init__',) if cls.kind == 'dataclass' else ('__attrs_post_init__',)
        for name in hooks:
            hook = self.find_in_class(made.cls, name)
            if not isinstance(hook, (LibMethod, Unknown)) and hook is not MISSING:
                self.call(hook, [made] + late, {}, node, env)
        if cls.data.get('auto_exc') == 1 and any(isinstance(b, LibClass) and self.is_exception(b.name)
                                                 for b in self.mro(cls)):
            kept = [made.attrs[f.name] for f in fields if f.init]
            self.put(made.state, 'payload', Seq('tuple', kept, 'literal', self.making and bool(kept)))
        return NONE

    def is_none(self, thing):
        return isinstance(thing, Const) and thing.value is None

    def default_is_set(self, cls):
        """Whether __init__ sets a field(init=False) that has a plain default: where the class can't hold it."""
        return cls.kind == 'attrs' or bool(cls.data.get('slots') == 1)

    def set_field(self, cls, made, field, value, node, env):
        by_dict = cls.kind == 'attrs' and cls.data.get('frozen') == 1 and cls.data.get('slots') != 1
        if by_dict and not isinstance(self.find_in_class(made.cls, field.name), SlotMember):
            self.step(made, 'dict-set', field.name, value, node)
            self.put(self.dict_part(made, field.name), field.name, value)
        elif self.find_in_class(made.cls, '__setattr__') is not MISSING and \
                isinstance(self.find_in_class(made.cls, '__setattr__'), Generated):
            self.plain_set(made, field.name, value, node, env)
        else:
            self.set_attribute(made, field.name, value, node, env)
