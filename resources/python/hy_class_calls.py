# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that make classes: of type, namedtuple, NamedTuple and make_dataclass."""
import ast
import keyword as keywords_of_python

from hy_things import MISSING, NONE, ClassThing, Const, Field, Generated, Raised, Wrapped


class ClassCalls(object):
    def named_class(self, name, node, env, kind):
        thing = ClassThing(name, name, env.module, node, getattr(node, 'lineno', 0))
        thing.fresh = self.making
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
        self.start_attributes(thing)
        self.add_slots(thing)
        self.check_called(thing)
        self.create_class(thing, node, env)
        return thing

    def name_of(self, thing):
        return getattr(thing, 'name', None) or '?'

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
        if 'defaults' in keywords and not self.is_since(7):
            raise Raised('TypeError', "namedtuple() got an unexpected keyword argument 'defaults'", node.lineno)
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
        if not all(self.is_type(part, env) for part in types_written(node)):
            self.doubt_class(thing, 'whether typing takes the types of its fields is not known', node.lineno)
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


def types_written(node):
    """Of a call NamedTuple ('C', [('a', int)]), the types of its fields."""
    args = getattr(node, 'args', ())
    items = args[1].elts if len(args) > 1 and isinstance(args[1], (ast.List, ast.Tuple)) else ()
    return [item.elts[1] for item in items if isinstance(item, (ast.List, ast.Tuple)) and len(item.elts) == 2]


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
