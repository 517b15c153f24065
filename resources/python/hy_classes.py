# SPDX-License-Identifier: GPL-3.0-or-later
"""Class statements, and the calls that make classes."""
import ast
import keyword as keywords_of_python

import hy_library as library
from hy_machine import Env
from hy_things import (MISSING, NONE, Alias, ClassThing, Const, Field, FieldThing, Func, Generated, Instance, LibClass,
                       LibInstance, LibMethod, LibThing, Prop, Raised, Seq, SlotMember, Undecided, Wrapped)

DATACLASS_WORDS = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                   'weakref_slot')
# Source: Objects/typeobject.c, type_new_classmethod (3.6: type_new).
IMPLICIT_CLASS_METHODS = ('__init_subclass__', '__class_getitem__')
# Decorators of functions that give the function back, or one that does the same.
TRANSPARENT = frozenset('''typing.final typing.override typing.no_type_check typing_extensions.override functools.wraps
typing_extensions.final warnings.deprecated typing_extensions.deprecated reprlib.recursive_repr
atexit.register'''.split())
ATTRS = {'attr.s': 0, 'attr.attrs': 0, 'attr.dataclass': 0, 'attr.define': 1, 'attr.mutable': 1, 'attr.frozen': 1,
         'attrs.define': 1, 'attrs.mutable': 1, 'attrs.frozen': 1, 'attr.attributes': 0}


class Classes(object):
    def read_class(self, node, env):
        prefix = env.owner.qualname + '.' if env.kind == 'class' else \
            '' if env.kind == 'module' else '<locals>.'
        line = env.module.class_line(node)
        thing = ClassThing(node.name, prefix + node.name, env.module, node, line)
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

    def finish_class(self, thing, body, node):
        thing.namespace = dict((n, v) for n, v in body.vars.items())
        self.exhaust_slots(thing, node)
        thing.attrs = dict(thing.namespace)
        thing.annotations = body.annotations
        thing.lines = body.lines
        for name, value in thing.attrs.items():
            self.own(value, thing)
            if name in IMPLICIT_CLASS_METHODS and isinstance(value, Func):
                thing.attrs[name] = Wrapped('classmethod', value)
        self.add_slots(thing)
        kinds = set(b.name for b, _, _ in thing.bases if isinstance(b, LibClass))
        if 'typing.NamedTuple' in kinds:
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
        name = made.name if isinstance(made, (LibClass, LibThing)) else getattr(made, 'package_name', None)
        if name in ('dataclasses.dataclass',) or name in ATTRS:
            if isinstance(decorator, ast.Call):
                for word in decorator.keywords:
                    words[word.arg] = self.eval(word.value, env)
                if decorator.args:
                    self.doubt_decorator(thing, decorator, env)
            reader = self.read_dataclass if name == 'dataclasses.dataclass' else self.read_attrs
            reader(thing, words, decorator, name)
            return value
        if name in library.HARMLESS_DECORATORS:
            return value
        if isinstance(made, Func):
            return self.decorate_by_function(value, thing, made, decorator, env)
        self.doubt_decorator(thing, decorator, env)
        return value

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

    # -- dataclasses

    def flag(self, thing, words, name, default=-1):
        if name not in words:
            return default
        truth = self.truth(words[name])
        if truth is None:
            self.doubt_class(thing, '`%s` of its decorator is not known' % name, thing.line)
            return default
        return int(truth)

    def read_dataclass(self, thing, words, decorator, name):
        if thing.kind == 'enum' and (words.get('slots') is not None or set(thing.annotations) & set(thing.namespace)):
            self.doubt_class(thing, 'what `dataclass` makes of an enumeration is not modelled', thing.line)
        thing.kind = 'dataclass'
        thing.data = {n: self.flag(thing, words, n) for n in
                      ('slots', 'weakref_slot', 'frozen', 'eq', 'init', 'kw_only', 'order', 'unsafe_hash')}
        thing.data['dict'] = -1
        thing.data['since'] = 11 if 'weakref_slot' in words else \
            10 if 'slots' in words or 'kw_only' in words or 'match_args' in words else 7
        if None in words or any(w not in DATACLASS_WORDS for w in words):
            self.doubt_class(thing, 'an argument of its decorator is not known', decorator.lineno)
        if any(isinstance(b, LibClass) and b.name == 'typing.TypedDict' for b in self.mro(thing)):
            self.doubt_class(thing, 'what `dataclass` makes of a TypedDict is not modelled', thing.line)
        if thing.data['slots'] == 1 and any(getattr(b, 'slots_iterator', False) for b in self.mro(thing)):
            self.doubt_class(thing, 'what the iterator in `__slots__` of a base still gives is not known', thing.line)
        thing.fields = self.dataclass_fields(thing, thing.data['kw_only'] == 1)
        self.complete_dataclass(thing)
        if thing.data['init'] != 0:
            thing.attrs.setdefault('__init__', Generated('dataclass-init', thing))
        if thing.data['slots'] == 1:
            thing.attrs.update((f.name, SlotMember()) for f in thing.fields if not f.init_var)
        if thing.data['frozen'] == 1:
            thing.attrs['__setattr__'] = Generated('frozen-setattr', thing)

    def dataclass_fields(self, thing, kw_only):
        fields = []
        for name, (text, node, line) in thing.annotations.items():
            kind = self.annotation_kind(node, thing)
            if kind == 'ClassVar':
                continue
            if kind == 'KW_ONLY':
                kw_only = True
                continue
            field = Field(name, kw_only=kw_only, init_var=kind == 'InitVar', line=line)
            self.read_default(field, thing, 'default_factory')
            fields.append(field)
        return fields

    def read_default(self, field, thing, factory_word):
        value = thing.namespace.get(field.name)
        if isinstance(value, FieldThing):
            words = value.keywords
            field.default = words.get('default')
            field.factory = words.get('from_self', words.get(factory_word))
            field.takes_self = 'from_self' in words
            field.converter = words.get('converter')
            for word, attribute in (('init', 'init'), ('kw_only', 'kw_only')):
                if word in words and self.truth(words[word]) is not None:
                    setattr(field, attribute, self.truth(words[word]))
            if isinstance(field.default, LibThing):
                field.default = None
            thing.attrs.pop(field.name, None)
            if field.default is not None:
                thing.attrs[field.name] = field.default
        else:
            field.default = value

    def annotation_kind(self, node, thing):
        """'ClassVar', 'InitVar', 'KW_ONLY' or None for the annotation of a field."""
        text = None
        if isinstance(node, (ast.Subscript, ast.Attribute, ast.Name)):
            target = node.value if isinstance(node, ast.Subscript) else node
            text = target.attr if isinstance(target, ast.Attribute) else getattr(target, 'id', None)
            if isinstance(target, ast.Name):
                found = self.lookup(target.id, thing.module.env)
                text = found.name.rsplit('.', 1)[-1] if isinstance(found, LibThing) else text
        else:
            value = getattr(node, 's', getattr(node, 'value', None))
            if isinstance(value, str):
                text = value.split('[', 1)[0].strip().rsplit('.', 1)[-1]
        return text if text in ('ClassVar', 'InitVar', 'KW_ONLY') else None

    def read_attrs(self, thing, words, decorator, name):
        modern = ATTRS[name]
        thing.kind = 'attrs'
        frozen = self.flag(thing, words, 'frozen', 1 if name.endswith('.frozen') else -1)
        thing.data = {'slots': self.flag(thing, words, 'slots', 1 if modern else -1), 'frozen': frozen,
                      'weakref_slot': self.flag(thing, words, 'weakref_slot'), 'eq': self.flag(thing, words, 'eq'),
                      'init': self.flag(thing, words, 'init'), 'kw_only': self.flag(thing, words, 'kw_only'),
                      'dict': -1, 'since': 0}
        self.doubt_attrs(thing, words, modern, decorator)
        annotated = modern or self.flag(thing, words, 'auto_attribs', 0) == 1 or name == 'attr.dataclass'
        fields = []
        marked = [n for n, v in thing.namespace.items() if isinstance(v, FieldThing)]
        if 'these' in words:
            pairs = self.pairs_of(words['these'])
            if pairs is None or any(not isinstance(v, FieldThing) for _, v in pairs):
                self.doubt_class(thing, '`these` of its decorator is not known', decorator.lineno)
            thing.namespace.update((self.plain_value(k), v) for k, v in pairs or ())
            marked = [self.plain_value(k) for k, _ in pairs or ()]
            fields = [Field(n, line=decorator.lineno) for n in marked]
        elif annotated and all(n in thing.annotations for n in marked):
            fields = self.dataclass_fields(thing, thing.data['kw_only'] == 1)
        else:
            fields = [Field(n, kw_only=thing.data['kw_only'] == 1, line=thing.lines.get(n, 0)) for n in marked]
        for field in fields:
            self.read_default(field, thing, 'factory')
            field.argument = field.name.lstrip('_')
            thing.attrs.pop(field.name, None)
        thing.fields = fields
        if thing.data['slots'] == 1:
            thing.attrs.update((f.name, SlotMember()) for f in fields)
        if thing.data['init'] != 0:
            thing.attrs['__init__'] = Generated('dataclass-init', thing)

    def doubt_attrs(self, thing, words, modern, decorator):
        """Source: attr/_make.py, attrs and _ClassBuilder."""
        thing.data['auto_exc'] = self.flag(thing, words, 'auto_exc', int(modern))
        if 'cache_hash' in words and self.truth(words['cache_hash']) is not False:
            self.doubt_class(thing, 'where `cache_hash` keeps the hash is not modelled', decorator.lineno)
        if thing.data['slots'] == 1 and '__slots__' in thing.namespace:
            self.doubt_class(thing, 'what its decorator makes of `__slots__` is not modelled', thing.line)

    # -- classes made by calls

    def named_class(self, name, node, env, kind):
        thing = ClassThing(name, name, env.module, node, getattr(node, 'lineno', 0))
        thing.kind = kind
        return thing

    def class_from_type(self, args, keywords, node, env):
        if len(args) != 3 or not isinstance(args[0], Const) or not isinstance(args[0].value, str):
            return self.opaque(node, env)
        bases = self.try_iterate(args[1])
        pairs = self.pairs_of(args[2])
        if bases is None or pairs is None or any(not isinstance(k, Const) for k, _ in pairs):
            return self.unknown('the arguments of `type` are not known', node)
        thing = self.named_class(args[0].value, node, env, 'type_call')
        thing.bases = [(b, self.name_of(b), node.lineno) for b in bases]
        thing.namespace = {k.value: v for k, v in pairs}
        self.exhaust_slots(thing, node)
        thing.attrs = dict(thing.namespace)
        self.check_called(thing)
        self.create_class(thing, node, env)
        return thing

    def name_of(self, thing):
        return getattr(thing, 'name', None) or '?'

    def class_from_new_class(self, args, keywords, node, env):
        return None

    def class_from_namedtuple(self, args, keywords, node, env):
        if len(args) < 2 and 'field_names' not in keywords:
            return None
        name = self.plain_value(args[0] if args else keywords.get('typename', NONE))
        names = self.plain_value(args[1] if len(args) > 1 else keywords['field_names'])
        if not isinstance(name, str) or names is MISSING:
            return self.unknown('the fields of `namedtuple` are not known', node)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        names = [str(n) for n in names]
        rename = keywords.get('rename', args[2] if len(args) > 2 else None)
        if rename is not None and self.truth(rename):
            names = rename_fields(names)
        self.check_fields(name, names, node)
        thing = self.named_class(name, node, env, 'namedtuple')
        defaults = self.try_iterate(keywords['defaults']) if 'defaults' in keywords else []
        thing.fields = [Field(n, line=node.lineno) for n in names]
        if len(defaults or []) > len(names):
            raise Raised('TypeError', 'Got more default values than field names', node.lineno)
        for field, default in zip(thing.fields[len(names) - len(defaults or []):], defaults or []):
            field.default = default
        return self.finish_namedtuple(thing, node)

    def finish_namedtuple(self, thing, node):
        thing.bases = [(self.project.library_class('tuple'), 'tuple', node.lineno)]
        thing.written = []
        thing.attrs = dict(thing.namespace)
        thing.attrs['__new__'] = Wrapped('staticmethod', Generated('namedtuple-new', thing))
        return thing

    def check_fields(self, name, names, node):
        for field in [name] + names:
            if not field.isidentifier():
                raise Raised('ValueError', 'Type names and field names must be valid identifiers: %r' % field,
                             node.lineno)
            if keywords_of_python.iskeyword(field):
                raise Raised('ValueError', 'Type names and field names cannot be a keyword: %r' % field, node.lineno)
        seen = set()
        for field in names:
            if field.startswith('_') and not field[1:].isdigit():
                raise Raised('ValueError', 'Field names cannot start with an underscore: %r' % field, node.lineno)
            if field in seen:
                raise Raised('ValueError', 'Encountered duplicate field name: %r' % field, node.lineno)
            seen.add(field)

    def make_typing_NamedTuple(self, args, keywords, node, env):
        """NamedTuple('C', [('a', int), ...])."""
        name = self.plain_value(args[0]) if args else MISSING
        pairs = self.pairs_of(args[1]) if len(args) > 1 else [(Const(k), v) for k, v in keywords.items()]
        if not isinstance(name, str) or pairs is None or any(not isinstance(k, Const) for k, _ in pairs):
            return self.unknown('the fields of `NamedTuple` are not known', node)
        thing = self.named_class(name, node, env, 'namedtuple')
        thing.fields = [Field(str(k.value), line=node.lineno) for k, _ in pairs]
        if len(args) < 2 or len({k.value for k, _ in pairs}) < len(pairs):
            self.doubt_class(thing, 'whether `NamedTuple` takes these fields varies', node.lineno)
        return self.finish_namedtuple(thing, node)

    def class_from_make_dataclass(self, args, keywords, node, env):
        name = self.plain_value(args[0]) if args else MISSING
        items = self.try_iterate(args[1]) if len(args) > 1 else None
        if not isinstance(name, str) or items is None:
            return self.unknown('the arguments of `make_dataclass` are not known', node)
        thing = self.named_class(name, node, env, 'type_call')
        for item in items:
            parts = [item] if isinstance(item, Const) else self.try_iterate(item)
            if not parts or not isinstance(parts[0], Const):
                return self.unknown('a field of `make_dataclass` is not known', node)
            if not is_field_name(parts[0].value) or parts[0].value in thing.annotations:
                raise Raised('TypeError', 'Field names must be valid and differ', node.lineno, True)
            thing.annotations[parts[0].value] = ('', None, node.lineno)
            thing.lines[parts[0].value] = node.lineno
            if len(parts) > 2:
                thing.namespace[parts[0].value] = parts[2]
        bases = self.try_iterate(keywords.pop('bases')) if 'bases' in keywords else []
        extra = self.pairs_of(keywords.pop('namespace')) if 'namespace' in keywords else []
        if bases is None or extra is None:
            return self.unknown('the arguments of `make_dataclass` are not known', node)
        thing.bases = [(b, self.name_of(b), node.lineno) for b in bases]
        thing.namespace.update((k.value, v) for k, v in extra if isinstance(k, Const))
        thing.attrs = dict(thing.namespace)
        keywords.pop('module', None)
        self.read_dataclass(thing, keywords, node, 'dataclasses.dataclass')
        return thing


def is_field_name(name):
    return isinstance(name, str) and name.isidentifier() and not keywords_of_python.iskeyword(name)


def rename_fields(names):
    seen = set()
    out = []
    for index, name in enumerate(names):
        bad = not is_field_name(name) or name.startswith('_') or name in seen
        out.append('_%d' % index if bad else name)
        seen.add(name)
    return out
