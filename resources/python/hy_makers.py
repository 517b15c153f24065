# SPDX-License-Identifier: GPL-3.0-or-later
"""Instances of library classes, and methods that libraries generate."""
import ast
import importlib

import hy_library as library
from hy_digits import digits_read
from hy_refusals import refuse_arguments, refuse_keyword, too_many
from hy_texts import own_text
from hy_things import (LONGEST, MISSING, NONE, Bound, ClassThing, Const, Generated, Instance, LibClass, LibInstance, LibMethod,
                       Map, Number, Prop, Raised, Range, Seq, Sized, SlotMember, Undecided, Unknown,
                       Wrapped)

CONTAINERS = ('list', 'set', 'dict', 'bytearray')
# Of a conversion to a builtin type, the special methods that it asks for.
CONVERSIONS = {'int': ('__int__', '__index__', '__trunc__'), 'float': ('__float__', '__index__'),
               'complex': ('__complex__', '__float__', '__index__'), 'bytes': ('__bytes__',)}
HELD = ('int', 'float', 'complex', 'str', 'bytes', 'tuple', 'frozenset')


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
        if name in CONTAINERS or name in HELD:
            return self.make_value(name, args, keywords, node, env)
        if name == 'types.SimpleNamespace':
            return self.make_namespace(cls, args, keywords, node)
        if name in ('weakref.ref', 'weakref.finalize', 'weakref.WeakMethod'):
            return self.make_weak(name, args, keywords, node, env)
        if name.startswith(('csv.', '_csv.', 'io.', '_io.')):
            self.let_go([t for t in args if isinstance(t, Instance)], {}, name, node.lineno)
        made = self.try_arguments(name, args, keywords, node)
        if name == 'datetime.timedelta' and made is not None and not made:
            # Source: Modules/_datetimemodule.c, new_delta_ex: one object from 3.13 on.
            return self.unknown('whether a timedelta of 0 is a new object varies', node)
        return LibInstance(name, self.text(node, env, 200), args, self.making, keywords)

    def make_weak(self, name, args, keywords, node, env):
        """A weak reference, of which the object that it means keeps one."""
        made = LibInstance(name, self.text(node, env, 200), args, self.making, keywords)
        for thing in list(args) + list(keywords.values()) if self.making else ():
            if isinstance(thing, Instance):
                self.step(thing, 'weakref', None, None, node)
            elif thing.fresh:
                self.let_go([t.owner for t in args[1:] if isinstance(t, Bound)], {}, 'a callback', node.lineno)
                self.put(made.state, 'unknown', 'what a weak reference to what is made anew takes is not known (line %d)' % node.lineno)
        if args and name != 'weakref.WeakMethod' and isinstance(args[0], (Const, Map)) or \
                args and isinstance(args[0], Seq) and args[0].kind in ('list', 'tuple'):
            raise Raised('TypeError', "cannot create weak reference to '%s' object" % self.type_name(args[0]), node.lineno)
        return made

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
        made = Prop(*parts)
        made.fresh = self.making
        return made

    def make_staticmethod(self, args, keywords, node, env):
        return self.wrap('staticmethod', args, node, env)

    def make_classmethod(self, args, keywords, node, env):
        return self.wrap('classmethod', args, node, env)

    def make_functools_cached_property(self, args, keywords, node, env):
        return self.wrap('cached_property', args, node, env)

    def wrap(self, kind, args, node, env):
        if not args:
            return self.opaque(node, env)
        made = Wrapped(kind, args[0])
        made.fresh = self.making
        return made

    def make_range(self, args, keywords, node, env):
        values = [a.value for a in args if isinstance(a, Const) and isinstance(a.value, int)]
        if len(values) != len(args) or not 1 <= len(values) <= 3 or any(abs(v) > 1 << 62 for v in values):
            return self.opaque(node, env)
        values = [0] + values if len(values) == 1 else values
        made = Range(values[0], values[1], values[2] if len(values) > 2 and values[2] else 1)
        made.fresh = self.making
        return made

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
            made = Seq(name, items, 'generator' if name == 'list' and inline else growth,
                       self.making and (bool(items) or name != 'tuple'))
            return self.doubt_items(made) if name in ('set', 'frozenset') else made
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
            if name == 'str' and args[0].is_index():
                return own_text(Sized('str', 0, 0, 1, '{i}'), True)
            if name in ('int', 'float'):
                return args[0] if name == args[0].kind else Number(name)
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
            # Source: Objects/bytearrayobject.c, bytearray___init___impl: it grows item by item, as a list does.
            taken = made and not isinstance(values[0], (bytes, str))
            return self.unknown('how a bytearray grows is not known', node) if taken else Sized(name, len(made))
        same = len(args) == 1 and isinstance(args[0], Const) and type(made) is type(args[0].value)
        if name == 'str' and values and not same and not named and len(values) == 1:
            return self.text_of(values[0], self.making)
        if same:
            return args[0]
        made = Const(made, self.making)
        if name == 'int' and isinstance(values[0] if values else None, str):
            made.room = digits_read(values[0], named.get('base', values[1] if len(values) > 1 else 10))
        return made

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
        if self.has_generic_new(target, 'tuple') and not self.is_since(7):
            raise Undecided('what `Generic.__new__` makes of a tuple is not modelled')
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
        doubt = next((p.unmade for p in self.mro(cls) if isinstance(p, ClassThing) and p.unmade), None)
        if doubt is not None:
            raise Undecided(doubt)
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
        name = '__post_init__' if cls.kind == 'dataclass' else '__attrs_post_init__'
        hook = self.find_in_class(made.cls, name)
        # Whether it is called was decided as the class was decorated. Source: dataclasses.py, _process_class.
        if not isinstance(hook, (LibMethod, Unknown)) and MISSING not in (hook, self.find_in_class(cls, name)):
            if not isinstance(self.find_in_class(made.cls, '__getattribute__'), LibMethod):
                raise Undecided('what `__getattribute__` answers for `%s` is not followed' % name)
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
