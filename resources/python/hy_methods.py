# SPDX-License-Identifier: GPL-3.0-or-later
"""Methods of builtin values and of library bases, and what they do to their object."""
import string

import hy_library as library
from hy_refusals import refuse
from hy_texts import shared_text
from hy_things import (LONGEST, MISSING, NONE, ClassDict, ClassThing, Const, DictView, Func, Instance, LibClass, LibInstance,
                       LibMethod, Map, Prop, READING, Raised, Seq, Sized, Undecided, Unknown)

TEXT_METHODS = frozenset('''capitalize casefold count encode decode endswith find index isalnum isalpha isascii
isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper lower lstrip partition
removeprefix removesuffix rfind rindex rpartition rsplit rstrip split splitlines startswith strip swapcase title
upper hex bit_length conjugate as_integer_ratio is_integer'''.split())
# Methods of containers that leave them as they are.
LOOKING = frozenset('''index count copy get keys values items union difference intersection symmetric_difference isdisjoint
issubset issuperset __len__ __getitem__ __contains__ __iter__ __reversed__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __hash__
__repr__ __str__ __format__ __sizeof__ __add__ __mul__ __rmul__ __or__ __ror__ __and__ __rand__ __sub__ __rsub__ __xor__ __rxor__
__class__ __dir__ __reduce__ __reduce_ex__ __init_subclass__'''.split())

# Items that the smallest table of a set has room for.
FEW_KEYS = 4


class Methods(object):
    def call_method(self, method, args, keywords, node, env):
        owner = method.owner
        full = '%s.%s' % (method.cls.name if isinstance(method.cls, LibClass) else 'type', method.name)
        if full in library.RETURNS and owner is None:
            return self.known_return(full, args, keywords, node, env)
        if owner is None and args and method.name not in ('__new__', 'fromkeys', 'maketrans', 'from_bytes', 'fromhex'):
            if isinstance(method.cls, LibClass) and not isinstance(args[0], ClassThing):
                owner, args = args[0], args[1:]
        cls_name = method.cls.name if isinstance(method.cls, LibClass) else 'type'
        if method.name == '__init_subclass__' and isinstance(owner, ClassThing) and cls_name != 'object':
            hook = self.find_init_subclass(owner, method.cls)
            if isinstance(hook, Func):
                return self.call(hook, [owner] + args, keywords, node, env)
            cls_name = hook.cls.name if isinstance(hook, LibMethod) else cls_name
        if method.name == '__init_subclass__' and cls_name == 'object' and keywords:
            raise refuse('init-subclass', node, cls=owner.name if isinstance(owner, ClassThing) else cls_name)
        if method.name == '__new__':
            return self.call_library_new(cls_name, args, keywords, node, env)
        if method.name == '__call__' and cls_name == 'type' and isinstance(owner or (args or [None])[0], ClassThing):
            target, rest = (owner, args) if owner is not None else (args[0], args[1:])
            return self.make_instance(target, rest, keywords, node, env)
        if isinstance(owner, Instance):
            return self.instance_method(owner, cls_name, method.name, args, keywords, node, env)
        if isinstance(owner, ClassDict) and method.name == 'get' and args:
            return self.class_dict_item(owner, args[0], (args + [NONE])[1], node, env)
        if isinstance(owner, DictView):
            return self.view_method(owner, method.name, args, keywords, node, env)
        if isinstance(owner, Seq):
            return self.seq_method(owner, method.name, args, node, env)
        if isinstance(owner, Map):
            return self.map_method(owner, method.name, args, keywords, node, env)
        if isinstance(owner, Const):
            return self.const_method(owner, method.name, args, keywords, node, env)
        if isinstance(owner, Prop) and method.name in ('setter', 'getter', 'deleter') and len(args) == 1:
            parts = {'getter': owner.getter, 'setter': owner.setter, 'deleter': owner.deleter}
            parts[method.name] = args[0]
            return Prop(parts['getter'], parts['setter'], parts['deleter'])
        if cls_name == 'dict' and method.name == 'fromkeys':
            return self.from_keys(args, node)
        if isinstance(owner, (LibInstance, Sized)):
            if method.name not in READING:
                self.change(owner, 'changed by `%s` (line %d)' % (method.name, node.lineno))
            args, keywords = [t for t in args + list(keywords.values()) if isinstance(t, Instance)], {}
        self.let_go(args, keywords, self.callee_text(node, env), node.lineno)
        return self.unknown('what `%s` gives is not known' % self.text(node, env), node)

    def call_library_new(self, base, args, keywords, node, env):
        if base in ('type', 'abc.ABCMeta'):
            made = self.type_new(args, keywords)
            if made is not None:
                return made
        if args and isinstance(args[0], ClassThing):
            return self.library_new(base, args[0], args[1:], keywords, node, env)
        return self.unknown('what `__new__` is given is not known', node)

    def instance_method(self, owner, base, name, args, keywords, node, env):
        if name == '__init__':
            self.library_init(base, owner, args, keywords, node, env)
            return NONE
        if name in ('__setattr__', '__delattr__', '__getattribute__') and args:
            if not isinstance(args[0], Const) or not isinstance(args[0].value, str):
                raise Undecided('%s with a name that is not known (line %d)' % (name, node.lineno))
            self.note_name(owner, args[0], node)
            if name == '__setattr__':
                self.plain_set(owner, args[0].value, args[1], node, env)
                return NONE
            if name == '__delattr__':
                self.plain_del(owner, args[0].value, node, env)
                return NONE
            if name == '__getattribute__':
                return self.usual_attribute(owner, args[0].value, node, env)
        payload = owner.state['payload']
        if isinstance(payload, Seq) and base in ('list', 'set', 'tuple', 'frozenset'):
            return self.seq_method(payload, name, args, node, env)
        if isinstance(payload, Map):
            return self.map_method(payload, name, args, keywords, node, env)
        if isinstance(payload, Const) and base in ('int', 'str', 'float', 'bytes', 'complex'):
            return self.const_method(payload, name, args, keywords, node, env)
        if base == 'bytearray' and name not in LOOKING and name not in TEXT_METHODS:
            self.put(owner.state, 'payload', Unknown('changed by `%s` (line %d)' % (name, node.lineno)))
        if name in ('__init_subclass__', '__eq__', '__hash__', '__repr__', '__str__', '__format__', '__sizeof__'):
            return self.unknown('what `%s` gives' % name, node)
        if base == 'object' and name in ('__reduce__', '__reduce_ex__', '__dir__', '__getstate__'):
            if self.has_place(owner.cls):
                self.touch(owner, node, env)
            return self.unknown('what `%s` gives' % name, node)
        if base not in library.BUILTIN_CLASSES and not self.is_plain_library(base):
            self.not_read('%s.%s' % (base, name))
            self.put(owner.state, 'unknown', owner.state['unknown'] or
                     'what `%s.%s` does (line %d) is not known' % (base, name, node.lineno))
        elif isinstance(payload, LibInstance) and name[:2] != '__':
            self.put(owner.state, 'payload', Unknown('changed by `%s` (line %d)' % (name, node.lineno)))
        return self.unknown('what `%s` gives is not known' % self.text(node, env), node)

    def view_method(self, view, name, args, keywords, node, env):
        if name in ('update', '__init__'):
            pairs = self.pairs_of(args[0]) if args else []
            if pairs is None:
                raise Undecided('`__dict__` is updated with what is not known (line %d)' % node.lineno)
            if args and isinstance(args[0], Map):
                self.view_update(view, pairs, node)
            else:
                for key, value in pairs:
                    self.view_set(view, key, value, node)
            if keywords:
                self.view_update(view, [(Const(k), v) for k, v in keywords.items()], node)
            return NONE
        if name in ('setdefault', '__setitem__') and args and isinstance(args[0], Const):
            have = self.dict_part(view.instance, args[0].value).get(args[0].value, MISSING)
            if have is not MISSING and name == 'setdefault':
                return have
            value = args[1] if len(args) > 1 else NONE
            self.view_set(view, args[0], value, node)
            return value
        if name == 'get' and args and isinstance(args[0], Const):
            return self.dict_part(view.instance, args[0].value).get(args[0].value, args[1] if len(args) > 1 else NONE)
        if name in ('pop', '__delitem__') and args and isinstance(args[0], Const):
            have = self.dict_part(view.instance, args[0].value).get(args[0].value, MISSING)
            if have is not MISSING:
                self.del_item(view, args[0], node, env)
                return have
            if len(args) > 1:
                return args[1]
            raise Raised('KeyError', repr(args[0].value), node.lineno)
        if name in ('clear', 'popitem'):
            raise Undecided('`__dict__.%s` (line %d)' % (name, node.lineno))
        pairs = Map(self.pairs_of(view), 'copy', self.making)
        pairs.of_view = name == 'copy'
        return pairs if name == 'copy' else self.map_method(pairs, name, args, keywords, node, env)

    def seq_method(self, seq, name, args, node, env):
        if seq.kind == 'list':
            if name == 'append' and len(args) == 1:
                if seq.repeated:
                    self.put(seq.state, 'unknown', 'appended to')
                else:
                    self.replace_items(seq, seq.items + args, self.growth_appended(seq))
                self.burn(1 + len(seq.items) // 64)
                return NONE
            if name in ('extend', '__iadd__') and len(args) == 1:
                self.list_extend(seq, args[0], node, env)
                return NONE
            if name == 'insert' and len(args) == 2 and isinstance(args[0], Const) and not seq.repeated:
                items = list(seq.items)
                items.insert(args[0].value, args[1])
                self.replace_items(seq, items, self.growth_appended(seq))
                return NONE
            if name in ('pop', 'remove', 'clear', 'sort', 'reverse'):
                self.put(seq.state, 'unknown', seq.state['unknown'] or 'changed by `%s`' % name)
                return self.unknown('an item', node)
        if name == 'copy' and seq.kind == 'frozenset':
            return seq
        if name == 'copy' and not self.unsure(seq):
            return Seq(seq.kind, seq.items, 'copy', self.making, seq.length)
        if seq.kind == 'set' and name in ('add', 'update'):
            if name == 'add':
                grown = 'append' if seq.state['growth'] != 'copy' or len(seq.items) <= 4 else None
                self.put(seq.state, 'unknown', seq.state['unknown'] or (None if grown else 'added to after a copy'))
                self.replace_items(seq, self.distinct(seq.items + args), 'append')
                self.doubt_items(seq)
            for source in args if name == 'update' else ():
                self.merge_set(seq, source, self.try_iterate(source))
            return NONE
        if seq.kind in ('set', 'frozenset') and name in ('union', 'difference', 'intersection') and len(args) == 1:
            op = {'union': 'BitOr', 'difference': 'Sub', 'intersection': 'BitAnd'}[name]
            items = self.try_iterate(args[0])
            if op == 'BitOr' and not self.unsure(seq):
                made = Seq(seq.kind, seq.items, 'copy', self.making)
                self.merge_set(made, args[0], items)
                if len(made.items) > FEW_KEYS:
                    self.put(made.state, 'unknown', 'how a set grows that takes other items is not known')
                return made
            return self.set_algebra(op, seq, Seq('set', items), node, env) if items is not None else \
                self.opaque(node, env)
        if name in ('discard', 'remove', 'pop', 'clear') and seq.kind == 'set':
            self.put(seq.state, 'unknown', 'items were removed from it')
            return self.unknown('an item', node)
        if name in ('index', 'count') and len(args) == 1:
            value = self.plain_value(seq)
            wanted = self.plain_value(args[0])
            if value is not MISSING and wanted is not MISSING:
                return self.scalar(lambda: getattr(list(value), name)(wanted), [], node)
        if name not in LOOKING:
            self.change(seq, 'changed by `%s` (line %d)' % (name, node.lineno))
        return self.unknown('what `%s` gives is not known' % self.text(node, env), node)

    def set_algebra(self, op, left, right, node, env):
        if self.unsure(left, right) or left.kind not in ('set', 'frozenset'):
            return self.opaque(node, env)
        if op == 'BitOr':
            made = Seq(left.kind, left.items, 'copy', self.making)
            self.merge_set(made, right, right.items)
            return made
        inside = [self.contains(right, item, node, env) for item in left.items]
        if None in inside or op == 'BitXor':
            return self.opaque(node, env)
        keep = op == 'BitAnd'
        # Source: Objects/setobject.c, set_difference: it may take items out of a copy.
        if op == 'Sub' and len(left.items) > FEW_KEYS:
            return self.unknown('how large a difference of sets is, is not known', node)
        return Seq(left.kind, [t for t, there in zip(left.items, inside) if there == keep], 'append', self.making)

    def map_method(self, mapping, name, args, keywords, node, env):
        if name in ('keys', 'values', 'items') and not args:
            if self.unsure(mapping):
                return self.opaque(node, env)
            parts = {'keys': lambda k, v: k, 'values': lambda k, v: v,
                     'items': lambda k, v: Seq('tuple', [k, v], 'literal', self.making)}[name]
            return Seq('view', [parts(k, v) for k, v in mapping.pairs], 'literal', self.making)
        if name == 'copy':
            made = Map(mapping.pairs, 'copy', self.making)
            made.state['unknown'] = mapping.state['unknown']
            if mapping.state['gaps']:
                self.put(made.state, 'unsized', 'items were removed from what it is a copy of')
            return made
        if name == 'update':
            for source in args:
                self.map_update(mapping, source, node)
            for key, value in keywords.items():
                self.map_put(mapping, Const(key), value)
            return NONE
        if name == '__setitem__' and len(args) == 2:
            self.map_put(mapping, args[0], args[1])
            return NONE
        if name in ('get', 'setdefault', 'pop', '__getitem__') and args and not self.unsure(mapping):
            return self.map_access(mapping, name, args, node)
        if name in ('clear', 'popitem', 'pop'):
            self.put(mapping.state, 'unknown', 'items were removed from it')
        elif name not in LOOKING:
            self.change(mapping, 'changed by `%s` (line %d)' % (name, node.lineno))
        return self.unknown('what `%s` gives is not known' % self.text(node, env), node)

    def map_access(self, mapping, name, args, node):
        where = self.map_find(mapping, args[0])
        if where is MISSING:
            if name in ('pop', 'setdefault'):
                self.put(mapping.state, 'unknown', 'whether a key is there is not known')
            return self.unknown('an item of a dict', node)
        if where is None:
            if name == 'setdefault':
                value = args[1] if len(args) > 1 else NONE
                self.map_put(mapping, args[0], value)
                return value
            if name == 'get' or len(args) > 1:
                return args[1] if len(args) > 1 else NONE
            raise Raised('KeyError', repr(self.plain_value(args[0])), node.lineno)
        value = mapping.pairs[where][1]
        if name == 'pop':
            self.put(mapping.state, 'pairs', mapping.pairs[:where] + mapping.pairs[where + 1:])
            self.put(mapping.state, 'gaps', True)
        return value

    def from_keys(self, args, node):
        items = self.try_iterate(args[0]) if args else None
        if items is None:
            return self.unknown('what `fromkeys` is given is not known', node)
        if self.is_merged(args[0]):
            return self.unknown('how large `fromkeys` makes a dict of a set or a dict varies', node)
        result = Map([], 'constructor', self.making)
        for item in items:
            self.map_put(result, item, args[1] if len(args) > 1 else NONE)
        return result

    def const_method(self, owner, name, args, keywords, node, env):
        text = owner.value
        if name == 'format' and isinstance(text, str):
            return self.format_method(text, args, keywords, node, env)
        if name == 'join' and isinstance(text, (str, bytes)) and len(args) == 1:
            return self.join_method(text, args[0], node, env)
        values = [self.plain_value(a) for a in args]
        named = {k: self.plain_value(v) for k, v in keywords.items()}
        known = all(v is not MISSING for v in values) and all(v is not MISSING for v in named.values())
        if known and name == 'replace' and isinstance(text, (str, bytes)) and len(values) >= 2 and \
                len(text) * len(values[1]) > LONGEST:
            known = False
        if known and name in ('zfill', 'ljust', 'rjust', 'center', 'expandtabs'):
            known = bool(values) and isinstance(values[0], int) and values[0] <= LONGEST
        elif known and name not in TEXT_METHODS and name not in ('replace', 'translate'):
            known = False
        if not known:
            return self.unknown('what `%s` gives is not known' % self.text(node, env), node)
        try:
            return self.method_result(owner, name, getattr(text, name)(*values, **named))
        except Exception as error:  # whatever Python answers to these arguments
            raise Raised(type(error).__name__, str(error), node.lineno)

    def join_method(self, glue, source, node, env):
        items = self.try_iterate(source)
        if items is None or isinstance(glue, bytes):
            return self.opaque(node, env)
        parts = []
        for index, item in enumerate(items):
            if isinstance(item, Const) and not isinstance(item.value, str):
                raise Raised('TypeError', 'sequence item %d: expected str instance, %s found' % (
                    index, type(item.value).__name__), node.lineno)
            parts += [Const(glue), item] if index else [item]
        return parts[0] if len(parts) == 1 and self.is_text(parts[0]) else self.join_text(parts, node, env)

    def format_method(self, pattern, args, keywords, node, env):
        import string
        parts = []
        try:
            pieces = list(string.Formatter().parse(pattern))
        except ValueError as error:
            raise Raised('ValueError', str(error), node.lineno)
        auto = 0
        for before, field, spec, convert in pieces:
            parts.append(Const(before))
            if field is None:
                continue
            if field == '':
                field, auto = str(auto), auto + 1
            thing = keywords.get(field) if not field.isdigit() else args[int(field)] if int(field) < len(args) else None
            if thing is None or '{' in (spec or ''):
                return self.opaque(node, env)
            parts.append(shared_text(self.format_value(thing, spec or '', convert or '', node, env)))
        return self.alone(parts) or self.join_text(parts, node, env)
