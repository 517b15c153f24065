# SPDX-License-Identifier: GPL-3.0-or-later
"""Class statements, their bodies, and the decorators of functions and classes."""
import ast

import hy_library as library
from hy_dataclasses import ATTRS
from hy_machine import Env
from hy_things import (NONE, Alias, Bound, ClassThing, Const, Field, Func, Generated, Instance, LibClass, LibInstance,
                       LibMethod, LibThing, Prop, Raised, Seq, SlotMember, Undecided, Wrapped)

# Source: Objects/typeobject.c, type_new_classmethod (3.6: type_new).
IMPLICIT_CLASS_METHODS = ('__init_subclass__', '__class_getitem__')
# Decorators of functions that give the function back, or one that does the same.
TRANSPARENT = frozenset('''typing.final typing.override typing.no_type_check typing_extensions.override functools.wraps
typing_extensions.final warnings.deprecated typing_extensions.deprecated reprlib.recursive_repr
atexit.register'''.split())


class Classes(object):
    def read_class(self, node, env):
        prefix = env.owner.qualname + '.' if env.kind == 'class' else \
            '' if env.kind == 'module' else '<locals>.'
        line = env.module.class_line(node)
        thing = ClassThing(node.name, prefix + node.name, env.module, node, line)
        thing.fresh = self.making
        thing.statement = True
        inner = self.type_scope(node, env) if getattr(node, 'type_params', None) else env
        for base in node.bases:
            self.read_base(thing, base, inner)
        if inner is not env:
            generic = Alias(self.project.library_class('typing.Generic'))
            thing.bases.append((generic, 'typing.Generic', node.lineno))
        for word in node.keywords:
            self.read_class_keyword(thing, word, inner)
        body = Env(env.module, inner, 'class', thing)
        body.first = None
        self.run_body(node, body, thing)
        self.finish_class(thing, body, node)
        self.create_class(thing, node, env)
        thing.static_attributes = env.module.static_attributes(node)
        if env.kind in ('module', 'class') and '<locals>' not in thing.qualname:
            env.module.statements[thing.qualname] = thing
        return thing

    def type_scope(self, node, env):
        """The scope in which class C[T] knows T."""
        scope = Env(env.module, env, 'function', env.owner)
        for parameter in node.type_params:
            scope.vars[parameter.name] = LibInstance('typing.TypeVar', parameter.name, (), False)
        return scope

    def read_base(self, thing, node, env):
        text = self.text(node, env, 200)
        if isinstance(node, ast.Starred):
            for item in self.try_iterate(self.eval(node.value, env)) or [self.opaque(node, env)]:
                thing.bases.append((item, text, node.lineno))
            return
        value = self.eval(node, env)
        if isinstance(value, LibThing) and value.name == 'typing.NamedTuple':
            value = self.project.library_class('typing.NamedTuple')
        thing.bases.append((value, text, node.lineno))

    def read_class_keyword(self, thing, word, env):
        if word.arg == 'metaclass':
            thing.metaclass = (self.eval(word.value, env), self.text(word.value, env), word.value.lineno)
        elif word.arg is None:
            self.doubt_class(thing, 'its keywords come from `**%s`' % self.text(word.value, env), word.value.lineno)
        else:
            thing.keywords.append((word.arg, self.eval(word.value, env)))

    def doubt_class(self, thing, reason, line):
        if thing.unknown is None:
            thing.unknown = reason if '(line ' in reason else '%s (line %d)' % (reason, line)

    def run_body(self, node, body, thing):
        doc = ast.get_docstring(node, False)
        if doc is not None:
            body.vars['__doc__'] = Const(doc)
            body.lines['__doc__'] = node.body[0].lineno
        saved, self.making = self.making, False
        try:
            self.module_block(node.body, body)
        finally:
            self.making = saved
        for name, inner in thing.module.statements.items():
            if thing.raises and name.startswith(thing.qualname + '.'):
                self.doubt_class(inner, 'the class around it is not made', thing.line)

    def finish_class(self, thing, body, node):
        thing.namespace = dict((n, v) for n, v in body.vars.items())
        self.exhaust_slots(thing, node)
        self.start_attributes(thing)
        thing.annotations = body.annotations
        thing.lines = body.lines
        for name, value in thing.attrs.items():
            self.own(value, thing)
            if name in IMPLICIT_CLASS_METHODS and isinstance(value, Func):
                thing.attrs[name] = Wrapped('classmethod', value)
        self.add_slots(thing)
        kinds = set(b.name for b, _, _ in thing.bases if isinstance(b, LibClass))
        if 'typing.NamedTuple' in kinds:
            self.check_namedtuple(thing, node)
            self.make_typed_namedtuple(thing)
        elif any(isinstance(b, LibClass) and b.name in library.ENUMS for b in self.mro(thing)):
            thing.kind = 'enum'
        self.check_special(thing, node)

    def exhaust_slots(self, thing, node):
        """An iterator in __slots__ gives its items once, to the class that is made."""
        slots = thing.namespace.get('__slots__')
        if isinstance(slots, Seq) and slots.kind in ('iterator', 'generator'):
            thing.slots_iterator = True
            items = self.try_iterate(slots)
            thing.namespace['__slots__'] = self.unknown('an iterator', node) if items is None else Seq('tuple', items)
        elif isinstance(slots, Seq) and slots.kind in ('set', 'frozenset') and self.may_refuse_two(thing):
            self.doubt_class(thing, 'which of the names in its set of slots is refused first varies', thing.line)

    def start_attributes(self, thing):
        thing.attrs = dict(thing.namespace)
        if thing.slots_iterator:
            thing.attrs['__slots__'] = self.unknown('what an iterator in `__slots__` still gives is not known', thing.node)

    def add_slots(self, thing):
        names = self.slot_names(thing)
        for name in names or ():
            if name not in ('__dict__', '__weakref__'):
                thing.attrs.setdefault(name, SlotMember())

    def slot_names(self, thing):
        """Mangled names in a class's own __slots__; None where there are none or they can't be known."""
        value = self.plain_value(thing.namespace.get('__slots__', NONE))
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, (list, tuple, set, frozenset, dict)) or any(not isinstance(n, str) for n in value):
            return None
        return [self.mangle_for(thing, n) for n in value]

    def own(self, value, thing):
        if isinstance(value, Func) and value.cls is None:
            value.cls = thing

    def make_typed_namedtuple(self, thing):
        thing.kind = 'namedtuple'
        thing.fields = []
        for name, (_, _, line) in thing.annotations.items():
            thing.fields.append(Field(name, thing.attrs.get(name), line=line))
        plain = [f.name for f in thing.fields if f.default is None]
        if any(f.name.startswith('_') for f in thing.fields) and plain != [f.name for f in thing.fields][:len(plain)]:
            self.doubt_class(thing, 'which of its fields is refused first varies', thing.line)
        thing.attrs['__new__'] = Wrapped('staticmethod', Generated('namedtuple-new', thing))
        thing.mro_cache = None
        thing.written = thing.bases
        thing.bases = [(self.project.library_class('tuple') if isinstance(b, LibClass) and
                        b.name == 'typing.NamedTuple' else b, t, n) for b, t, n in thing.bases]
        for field in thing.fields:
            thing.attrs.pop(field.name, None)

    # -- decorators of functions

    def decorate(self, func, node, env):
        value = func
        for decorator in reversed(node.decorator_list):
            value = self.apply_decorator(value, func, decorator, env)
        return value

    def apply_decorator(self, value, func, decorator, env):
        made = self.eval(decorator, env)
        name = getattr(made, 'name', None) if isinstance(made, (LibClass, LibThing)) else None
        if isinstance(made, Generated) and made.kind in ('field-default', 'field-validator'):
            if made.kind == 'field-default':
                made.data.keywords['from_self'] = value
            return value
        if name in ('abc.abstractmethod',):
            func.abstract = True
            return value
        if name == 'abc.abstractproperty':
            func.abstract = True
            return Prop(value)
        if name in ('abc.abstractclassmethod', 'abc.abstractstaticmethod'):
            func.abstract = True
            return Wrapped('classmethod' if 'class' in name else 'staticmethod', value)
        if name in ('property', 'enum.property', 'types.DynamicClassAttribute', 'functools.cached_property'):
            return Wrapped('cached_property', value) if name.startswith('functools') else Prop(value)
        if name in ('staticmethod', 'classmethod'):
            return Wrapped(name, value)
        if name == 'typing.overload':
            return value
        if isinstance(made, LibMethod) and isinstance(made.owner, Prop):
            return self.call_method(made, [value], {}, decorator, env)
        if name is not None:
            return self.wrapped_function(value, name)
        if isinstance(made, (Func, ClassThing, Instance)):
            return self.call(made, [value], {}, decorator, env)
        return self.wrapped_function(value, self.text(decorator, env))

    def wrapped_function(self, value, name):
        if isinstance(value, Func) and name not in TRANSPARENT:
            copy = Func(value.node, value.env, value.name, value.cls)
            copy.defaults, copy.kw_defaults = value.defaults, value.kw_defaults
            copy.abstract = value.abstract
            copy.fresh, copy.vague = value.fresh, value.vague
            if name in ('functools.lru_cache', 'functools.cache'):
                copy.shared = True
                return copy
            copy.kind = 'what `%s` makes of `%s` is not known' % (name, value.name)
            return copy
        return value

    # -- decorators of classes

    def decorate_class(self, thing, node, env):
        value = thing
        for decorator in reversed(node.decorator_list):
            value = self.apply_class_decorator(value, thing, decorator, env)
        return value

    def apply_class_decorator(self, value, thing, decorator, env):
        words = {}
        made = self.eval(decorator.func if isinstance(decorator, ast.Call) else decorator, env)
        if isinstance(made, LibInstance) and made.name == 'functools.partial' and len(made.args) == 1 and \
                getattr(made.args[0], 'name', None) == 'dataclasses.dataclass':
            words.update(made.keywords)
            made = made.args[0]
        name = made.name if isinstance(made, (LibClass, LibThing)) else getattr(made, 'package_name', None)
        if isinstance(made, ClassThing):
            name = '%s.%s' % (made.module.name, made.qualname)
        if name in ('dataclasses.dataclass',) or name in ATTRS:
            if isinstance(decorator, ast.Call):
                words.update(self.decorator_words(decorator, env))
                if decorator.args:
                    self.doubt_decorator(thing, decorator, env)
            reader = self.read_dataclass if name == 'dataclasses.dataclass' else self.read_attrs
            reader(thing, words, decorator, name)
            return value
        if name in library.HARMLESS_DECORATORS:
            return value
        if isinstance(made, LibMethod) and made.name == 'register' and self.is_abstract_base(made.cls):
            return value
        if isinstance(made, (Func, Bound, Instance)) or isinstance(made, ClassThing) and isinstance(decorator, ast.Call):
            return self.decorate_by_function(value, thing, made, decorator, env)
        self.doubt_decorator(thing, decorator, env)
        return value

    def decorator_words(self, decorator, env):
        """Yields keyword arguments of a decorator, (None, None) for those that are not known."""
        for word in decorator.keywords:
            value = self.eval(word.value, env)
            if word.arg is not None:
                yield word.arg, value
                continue
            pairs = self.pairs_of(value)
            known = pairs is not None and all(isinstance(k, Const) for k, _ in pairs)
            yield from ((k.value, v) for k, v in pairs) if known else [(None, None)]

    def is_abstract_base(self, cls):
        """Whether its `register` is that of ABCMeta, which gives the class back."""
        if isinstance(cls, LibClass):
            return self.project.library_metaclass(cls.name) == 'abc.ABCMeta'
        return isinstance(cls, ClassThing) and getattr(self.metaclass_of(cls), 'name', None) == 'abc.ABCMeta'

    def decorate_by_function(self, value, thing, made, decorator, env):
        """A decorator of the project: what it returns, if that is the class itself or known."""
        before = self.making
        try:
            if isinstance(decorator, ast.Call):
                made = self.eval(decorator, env)
            found = self.call(made, [value], {}, decorator, env)
        except (Undecided, Raised):
            found = None
        finally:
            self.making = before
        if found is not value and not isinstance(found, ClassThing):
            self.doubt_decorator(thing, decorator, env)
            return value
        return found

    def doubt_decorator(self, thing, decorator, env):
        thing.unknown_decorators.append('%s, line %d' % (self.text(decorator, env), decorator.lineno))
