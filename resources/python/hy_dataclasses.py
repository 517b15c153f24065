# SPDX-License-Identifier: GPL-3.0-or-later
"""What dataclass, and attrs, make of a class: its fields and what the decorator's arguments say."""
import ast
import collections

from hy_things import MISSING, ClassThing, Field, FieldThing, Generated, Instance, LibClass, LibThing, SlotMember, Unknown

DATACLASS_WORDS = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                   'weakref_slot')
# Of values of these types, dataclass refuses a default. Source: dataclasses.py, _get_field.
MUTABLE = ('list', 'dict', 'set')
# Decorators of attrs -> whether they make slots unless told otherwise.
ATTRS = {'attr.s': 0, 'attr.attrs': 0, 'attr.dataclass': 0, 'attr.define': 1, 'attr.mutable': 1, 'attr.frozen': 1,
         'attrs.define': 1, 'attrs.mutable': 1, 'attrs.frozen': 1, 'attr.attributes': 0}


class Dataclasses(object):
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
        if thing.kind == 'enum':
            thing.unmade = 'its members are made once, by the class statement'
        # Source: 3.12 Modules/_ctypes/_ctypes.c, UnionType_setattro: it does not tell the type's slots.
        if any(isinstance(b, LibClass) and b.name == 'ctypes.Union' for b in self.mro(thing)):
            thing.unmade = 'whether a union uses the methods that a decorator gives it varies'
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
        if thing.data['slots'] == 1 and any(getattr(b, 'slots_assigned', False) for b in self.mro(thing)):
            self.doubt_class(thing, 'what `dataclass` makes of a base of which `__slots__` is assigned is not modelled', thing.line)
        thing.fields = self.dataclass_fields(thing, thing.data['kw_only'] == 1)
        self.complete_dataclass(thing)
        if thing.data['init'] != 0:
            thing.attrs.setdefault('__init__', Generated('dataclass-init', thing))
        if self.flag(thing, words, 'repr') != 0:
            thing.attrs.setdefault('__repr__', Generated('dataclass-repr', thing))
        if thing.data['slots'] == 1:
            thing.attrs.update((f.name, SlotMember()) for f in self.all_fields(thing) if not f.init_var)
        if thing.data['frozen'] == 1:
            thing.attrs.update(__setattr__=Generated('frozen-setattr', thing), __delattr__=Generated('frozen-delattr', thing))

    def dataclass_fields(self, thing, kw_only):
        fields = []
        for name, (text, node, line) in thing.annotations.items():
            kind = self.annotation_kind(node, thing)
            if kind == 'ClassVar':
                if any(f.name == name for f in self.all_fields(thing)):
                    thing.unmade = 'what becomes of the field `%s` of a base that is none here is not modelled' % name
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
            for word, attribute in (('init', 'init'), ('kw_only', 'kw_only'), ('repr', 'shown')):
                if word in words and self.truth(words[word]) is not None:
                    setattr(field, attribute, self.truth(words[word]))
            if isinstance(field.default, LibThing):
                field.default = None
            thing.attrs.pop(field.name, None)
            if field.default is not None:
                thing.attrs[field.name] = field.default
        else:
            field.default = value

    def inherit_default(self, field, thing):
        """What a base has under the name is the default where the class gives none. Source: 3.7 Lib/dataclasses.py,
        _get_field."""
        found = MISSING if field.name in thing.namespace else self.find_in_class(thing, field.name)
        if found is MISSING and field.name not in thing.namespace and any(
                b.kind == 'namedtuple' and field.name in [f.name for f in b.fields or ()] for b in self.mro(thing)
                if isinstance(b, ClassThing)):
            found = Unknown('a descriptor of a NamedTuple')
        if found is MISSING and any(hasattr(getattr(collections, b.name[12:], None), field.name) for b in self.mro(thing)
                                    if isinstance(b, LibClass) and b.name.startswith('collections.')):
            found = Unknown('what a base of the library has under this name')
        if found is not MISSING and not isinstance(found, SlotMember):
            field.default = found

    def complete_dataclass(self, thing):
        """Gives fields the defaults that bases have, and doubts what versions refuse. Source: dataclasses.py, _get_field:
        the exception names the type with its module; _add_slots."""
        fields = [thing.namespace.get(n) for n in thing.annotations]
        if any(isinstance(f, FieldThing) and 'kw_only' in f.keywords for f in fields) or \
                any(self.annotation_kind(node, thing) == 'KW_ONLY' for _, node, _ in thing.annotations.values()):
            thing.data['since'] = max(thing.data['since'], 10)
        if thing.keywords and thing.data['slots'] == 1:
            self.doubt_class(thing, 'what is made of its keywords when `dataclass` makes it again varies', thing.line)
        for field in thing.fields:
            self.inherit_default(field, thing)
            kinds = self.mro(field.default.cls) if isinstance(field.default, Instance) else []
            if any(getattr(k, 'name', None) in MUTABLE for k in kinds if isinstance(k, LibClass)):
                self.doubt_class(thing, 'the default of `%s` is refused as mutable, or not, by version' % field.name,
                                 field.line)

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
