# SPDX-License-Identifier: GPL-3.0-or-later
"""Builtin and library functions, and methods of builtin values."""
import hy_library as library
from hy_things import (LONGEST, MISSING, Alias, Bound, ClassThing, Const, DictView, FieldThing, Func, Generated,
                       Instance, LibClass, LibInstance, LibMethod, LibThing, Map, Number, Plain, Prop, Raised, Range,
                       Seq, Sized, SuperThing, Undecided, Unknown, Wrapped, NONE)

TEXT_METHODS = frozenset('''capitalize casefold count encode decode endswith find index isalnum isalpha isascii isdecimal
isdigit isidentifier islower isnumeric isprintable isspace istitle isupper lower lstrip partition removeprefix removesuffix
rfind rindex rpartition rsplit rstrip split splitlines startswith strip swapcase title upper hex bit_length conjugate
as_integer_ratio is_integer'''.split())
NAME_OF_MARK = {'abc.abstractmethod': 1, 'abc.abstractproperty': 1}
# Library functions that are given an instance and change it.
MEDDLING = frozenset('''functools.update_wrapper functools.wraps copy.copy copy.deepcopy pickle.dumps pickle.dump
pickle.loads setattr delattr vars dir inspect.getmembers dataclasses.replace dataclasses.asdict dataclasses.astuple
exec eval object.__setattr__ weakref.ref weakref.proxy contextlib.ExitStack.enter_context'''.split())


class Builtins(object):
    def call_library(self, name, args, keywords, node, env):
        known = getattr(self, 'fn_' + name.replace('.', '_'), None)
        if known is not None:
            found = known(args, keywords, node, env)
            if found is not None:
                return found
        elif name in MEDDLING:
            self.let_go(args, keywords, node, env)
        return self.unknown('what `%s` gives is not known' % self.text(node, env), node)

    # -- functions

    def fn_len(self, args, keywords, node, env):
        thing = args[0] if args else NONE
        if isinstance(thing, Seq) and not self.unsure(thing) and thing.kind not in ('iterator', 'generator'):
            return Const(thing.length, self.making)
        if isinstance(thing, Map) and not self.unsure(thing):
            return Const(len(thing.pairs), self.making)
        if isinstance(thing, Range):
            return Const(len(thing.range), self.making)
        if isinstance(thing, Sized) and not thing.digits:
            return Const(thing.length, self.making)
        if isinstance(thing, Const):
            if not isinstance(thing.value, (str, bytes)):
                raise Raised('TypeError', "object of type '%s' has no len()" % type(thing.value).__name__, node.lineno)
            return Const(len(thing.value), self.making)
        if isinstance(thing, Instance):
            return self.call_special(thing, '__len__', [], node, env)
        return None

    def fn_isinstance(self, args, keywords, node, env):
        if len(args) != 2 or isinstance(args[0], (Plain, Unknown)):
            return None
        truth = self.is_subclass(self.class_of(args[0]), args[1])
        return None if truth is None else Const(truth)

    def fn_issubclass(self, args, keywords, node, env):
        truth = self.is_subclass(args[0], args[1]) if len(args) == 2 else None
        return None if truth is None else Const(truth)

    def is_subclass(self, cls, wanted):
        if isinstance(wanted, Seq):
            answers = [self.is_subclass(cls, w) for w in wanted.items]
            return True if True in answers else None if None in answers else False
        wanted = self.plain_class(wanted)
        cls = self.plain_class(cls)
        if not isinstance(wanted, (ClassThing, LibClass)) or not isinstance(cls, (ClassThing, LibClass)):
            return None
        line = self.mro(cls) if isinstance(cls, ClassThing) else self.base_line(cls)
        if wanted in line:
            return True
        if any(not isinstance(t, (ClassThing, LibClass)) for t in line):
            return None
        if isinstance(wanted, LibClass) and '.' in wanted.name:
            return None
        return False

    def fn_callable(self, args, keywords, node, env):
        if args and isinstance(args[0], (Func, ClassThing, LibClass, Bound)):
            return Const(True)
        return Const(False) if args and isinstance(args[0], (Const, Seq, Map)) else None

    def fn_getattr(self, args, keywords, node, env):
        if len(args) < 2 or not isinstance(args[1], Const) or not isinstance(args[1].value, str):
            return None
        try:
            return self.get_attribute(args[0], args[1].value, node, env)
        except Raised as error:
            if error.kind == 'AttributeError' and len(args) > 2:
                return args[2]
            raise

    def fn_hasattr(self, args, keywords, node, env):
        if len(args) != 2 or not isinstance(args[1], Const) or isinstance(args[0], (Plain, Unknown)):
            return None
        try:
            found = self.get_attribute(args[0], args[1].value, node, env)
        except Raised as error:
            return Const(False) if error.kind == 'AttributeError' else None
        return None if isinstance(found, (Unknown, LibMethod)) else Const(True)

    def fn_setattr(self, args, keywords, node, env):
        if len(args) != 3:
            return None
        if not isinstance(args[1], Const) or not isinstance(args[1].value, str):
            if isinstance(args[0], Instance):
                raise Undecided('setattr with a name that is not known (line %d)' % node.lineno)
            return NONE
        self.set_attribute(args[0], args[1].value, args[2], node, env)
        return NONE

    def fn_delattr(self, args, keywords, node, env):
        if len(args) != 2 or not isinstance(args[1], Const):
            raise Undecided('delattr with a name that is not known (line %d)' % node.lineno)
        self.del_attribute(args[0], args[1].value, node, env)
        return NONE

    def fn_vars(self, args, keywords, node, env):
        if len(args) == 1 and isinstance(args[0], Instance):
            return self.touch(args[0], node, env)
        return self.scope_map(env) if not args else None

    def fn_locals(self, args, keywords, node, env):
        return self.scope_map(env)

    def scope_map(self, env):
        return Map([(Const(n), v) for n, v in env.vars.items()], 'constructor', self.making)

    def fn_dir(self, args, keywords, node, env):
        if len(args) == 1 and isinstance(args[0], Instance):
            self.touch(args[0], node, env)
        return None

    def fn_print(self, args, keywords, node, env):
        return NONE

    def fn_id(self, args, keywords, node, env):
        return self.unknown('an address', node)

    def fn_iter(self, args, keywords, node, env):
        items = self.try_iterate(args[0]) if len(args) == 1 else None
        return None if items is None else Seq('iterator', items, 'literal', self.making)

    def fn_sorted(self, args, keywords, node, env):
        items = self.try_iterate(args[0]) if args else None
        values = [self.plain_value(t) for t in items or ()]
        if items is None or keywords.get('key') is not None or any(v is MISSING for v in values):
            return None
        try:
            order = sorted(range(len(values)), key=lambda n: values[n])
        except TypeError as error:
            raise Raised('TypeError', str(error), node.lineno)
        reverse = keywords.get('reverse')
        if reverse is not None and self.truth(reverse) is not False:
            order = order[::-1]
        return Seq('list', [items[n] for n in order], 'constructor', self.making)

    def made_of(self, values, growth='constructor'):
        return Seq('iterator', values, growth, self.making)

    def fn_reversed_items(self, args):
        items = self.try_iterate(args[0]) if args else None
        return None if items is None else self.made_of(items[::-1])

    def fn_sum(self, args, keywords, node, env):
        return self.fold(sum, args, node)

    def fn_min(self, args, keywords, node, env):
        return None if keywords else self.fold(min, args, node)

    def fn_max(self, args, keywords, node, env):
        return None if keywords else self.fold(max, args, node)

    def fn_any(self, args, keywords, node, env):
        return self.fold(any, args, node)

    def fn_all(self, args, keywords, node, env):
        return self.fold(all, args, node)

    def fold(self, function, args, node):
        things = self.try_iterate(args[0]) if len(args) == 1 else args
        values = [self.plain_value(t) for t in things or ()]
        if things is None or any(v is MISSING for v in values):
            return None
        try:
            return Const(function(values), self.making)
        except Exception as error:  # whatever Python answers to these values
            raise Raised(type(error).__name__, str(error), node.lineno)

    def scalar(self, function, args, node):
        values = [self.plain_value(a) for a in args]
        if any(v is MISSING for v in values):
            return None
        try:
            return Const(function(*values), self.making)
        except Exception as error:  # whatever Python answers to these values
            raise Raised(type(error).__name__, str(error), node.lineno)

    def fn_abs(self, args, keywords, node, env):
        return self.scalar(abs, args, node)

    def fn_chr(self, args, keywords, node, env):
        return self.scalar(chr, args, node)

    def fn_ord(self, args, keywords, node, env):
        return self.scalar(ord, args, node)

    def fn_round(self, args, keywords, node, env):
        return self.scalar(round, args, node)

    def fn_divmod(self, args, keywords, node, env):
        return None

    def fn_repr(self, args, keywords, node, env):
        value = self.plain_value(args[0]) if len(args) == 1 else MISSING
        if value is MISSING or (isinstance(value, int) and value.bit_length() > 10000):
            return None
        text = repr(value)
        return Const(text, self.making) if len(text) <= LONGEST else None

    def fn_hex(self, args, keywords, node, env):
        return self.scalar(hex, args, node)

    # -- the library

    def fn_collections_namedtuple(self, args, keywords, node, env):
        return self.class_from_namedtuple(args, keywords, node, env)

    def fn_functools_wraps(self, args, keywords, node, env):
        return LibThing('functools.wraps')

    def fn_functools_lru_cache(self, args, keywords, node, env):
        return LibThing('functools.lru_cache')

    def fn_typing_final(self, args, keywords, node, env):
        return args[0] if args else None

    def fn_warnings_deprecated(self, args, keywords, node, env):
        return LibThing('warnings.deprecated')

    def fn_reprlib_recursive_repr(self, args, keywords, node, env):
        return LibThing('reprlib.recursive_repr')

    def fn_exec(self, args, keywords, node, env):
        if self.making:
            raise Undecided('`%s` runs a text as program (line %d)' % (self.text(node, env), node.lineno))
        return None

    fn_eval = fn_exec

    def fn_typing_cast(self, args, keywords, node, env):
        return args[1] if len(args) == 2 else None

    def fn_dataclasses_field(self, args, keywords, node, env):
        return FieldThing(keywords)

    def fn_dataclasses_make_dataclass(self, args, keywords, node, env):
        return self.class_from_make_dataclass(args, keywords, node, env)

    def fn_types_new_class(self, args, keywords, node, env):
        return self.class_from_new_class(args, keywords, node, env)

    def fn_weakref_proxy(self, args, keywords, node, env):
        if args and isinstance(args[0], Instance) and self.making:
            self.step(args[0], 'weakref', None, None, node, None)
        return LibInstance('weakref.proxy', 'weakref.proxy(...)', args, self.making)

    def fn_copy_copy(self, args, keywords, node, env):
        if not args or not isinstance(args[0], Instance):
            return args[0] if args and isinstance(args[0], Const) else None
        source = args[0]
        hooks = ('__copy__', '__reduce__', '__reduce_ex__', '__getstate__', '__setstate__', '__getnewargs__')
        if any(isinstance(self.find_in_class(source.cls, n), (Func, Unknown)) for n in hooks):
            raise Undecided('the class says itself how it is copied (line %d)' % node.lineno)
        self.step(source, 'copy', None, None, node, None)
        made = Instance(source.cls, self.making)
        self.put(made.state, 'unknown', 'it is a copy of another instance (line %d)' % node.lineno)
        for key, value in source.attrs.items():
            self.put(made.attrs, key, value)
        return made

    def fn_pickle_dumps(self, args, keywords, node, env):
        if args and isinstance(args[0], Instance):
            if isinstance(self.find_in_class(args[0].cls, '__getstate__'), Func) or \
                    isinstance(self.find_in_class(args[0].cls, '__reduce__'), Func):
                raise Undecided('the class says itself how it is pickled (line %d)' % node.lineno)
            self.touch(args[0], node, env)
        return self.unknown('what pickle gives is not known', node)

    # -- methods

    def call_method(self, method, args, keywords, node, env):
        owner = method.owner
        if owner is None and args and method.name not in ('__new__', 'fromkeys', 'maketrans', 'from_bytes', 'fromhex'):
            if isinstance(method.cls, LibClass) and not isinstance(args[0], ClassThing):
                owner, args = args[0], args[1:]
        cls_name = method.cls.name if isinstance(method.cls, LibClass) else 'type'
        if method.name == '__new__':
            return self.call_library_new(cls_name, args, keywords, node, env)
        if method.name == '__call__' and cls_name == 'type' and isinstance(owner or (args or [None])[0], ClassThing):
            target, rest = (owner, args) if owner is not None else (args[0], args[1:])
            return self.make_instance(target, rest, keywords, node, env)
        if isinstance(owner, Instance):
            return self.instance_method(owner, cls_name, method.name, args, keywords, node, env)
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
        if not isinstance(owner, LibInstance):
            self.let_go(args, keywords, node, env)
        return self.unknown('what `%s` gives is not known' % self.text(node, env), node)

    def call_library_new(self, base, args, keywords, node, env):
        if base == 'type':
            made = self.type_new(args)
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
            if name == '__setattr__':
                self.plain_set(owner, args[0].value, args[1], node, env)
                return NONE
            if name == '__delattr__':
                self.step(owner, 'del', args[0].value, None, node, None)
                self.drop(owner.attrs, args[0].value)
                return NONE
            if name == '__getattribute__':
                return self.instance_attribute(owner, args[0].value, node, env)
        payload = owner.state['payload']
        if isinstance(payload, Seq) and base in ('list', 'set', 'tuple', 'frozenset'):
            return self.seq_method(payload, name, args, node, env)
        if isinstance(payload, Map):
            return self.map_method(payload, name, args, keywords, node, env)
        if isinstance(payload, Const) and base in ('int', 'str', 'float', 'bytes', 'complex'):
            return self.const_method(payload, name, args, keywords, node, env)
        if name in ('__init_subclass__', '__eq__', '__hash__', '__repr__', '__str__', '__format__', '__sizeof__'):
            return self.unknown('what `%s` gives' % name, node)
        if base == 'object' and name in ('__reduce__', '__reduce_ex__', '__dir__', '__getstate__'):
            self.touch(owner, node, env)
            return self.unknown('what `%s` gives' % name, node)
        if base not in library.BUILTIN_CLASSES and not self.is_plain_library(base):
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
            for key, value in pairs + [(Const(k), v) for k, v in keywords.items()]:
                self.view_set(view, key, value, node)
            return NONE
        if name in ('setdefault', '__setitem__') and args and isinstance(args[0], Const):
            have = view.instance.attrs.get(args[0].value, MISSING)
            if have is not MISSING and name == 'setdefault':
                return have
            value = args[1] if len(args) > 1 else NONE
            self.view_set(view, args[0], value, node)
            return value
        if name == 'get' and args and isinstance(args[0], Const):
            return view.instance.attrs.get(args[0].value, args[1] if len(args) > 1 else NONE)
        if name in ('pop', '__delitem__') and args and isinstance(args[0], Const):
            have = view.instance.attrs.get(args[0].value, MISSING)
            if have is not MISSING:
                self.del_item(view, args[0], None, node, env)
                return have
            if len(args) > 1:
                return args[1]
            raise Raised('KeyError', repr(args[0].value), node.lineno)
        if name in ('clear', 'popitem'):
            raise Undecided('`__dict__.%s` (line %d)' % (name, node.lineno))
        return self.map_method(Map(self.pairs_of(view), 'copy', self.making), name, args, keywords, node, env)

    def seq_method(self, seq, name, args, node, env):
        if seq.kind == 'list':
            if name == 'append' and len(args) == 1:
                if seq.repeated:
                    self.put(seq.state, 'unknown', 'appended to')
                else:
                    self.replace_items(seq, seq.items + args, 'append')
                self.burn(1 + len(seq.items) // 64)
                return NONE
            if name in ('extend', '__iadd__') and len(args) == 1:
                self.list_extend(seq, args[0], node, env)
                return NONE
            if name == 'insert' and len(args) == 2 and isinstance(args[0], Const) and not seq.repeated:
                items = list(seq.items)
                items.insert(args[0].value, args[1])
                self.replace_items(seq, items, 'append')
                return NONE
            if name in ('pop', 'remove', 'clear', 'sort', 'reverse'):
                self.put(seq.state, 'unknown', seq.state['unknown'] or 'changed by `%s`' % name)
                return self.unknown('an item', node)
        if name == 'copy' and not self.unsure(seq):
            return Seq(seq.kind, seq.items, 'copy', self.making, seq.length)
        if seq.kind == 'set' and name in ('add', 'update'):
            items = list(args) if name == 'add' else None
            if name == 'update':
                parts = [self.try_iterate(a) for a in args]
                items = None if any(p is None for p in parts) else [t for p in parts for t in p]
            if items is None:
                self.put(seq.state, 'unknown', 'what is added to it is not known')
            else:
                self.replace_items(seq, self.distinct(seq.items + items), 'append')
            return NONE
        if seq.kind in ('set', 'frozenset') and name in ('union', 'difference', 'intersection') and len(args) == 1:
            op = {'union': 'BitOr', 'difference': 'Sub', 'intersection': 'BitAnd'}[name]
            items = self.try_iterate(args[0])
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
        return self.unknown('what `%s` gives is not known' % self.text(node, env), node)

    def set_algebra(self, op, left, right, node, env):
        if self.unsure(left, right) or left.kind not in ('set', 'frozenset'):
            return self.opaque(node, env)
        if op == 'BitOr':
            return Seq(left.kind, self.distinct(left.items + right.items), 'append', self.making)
        inside = [self.contains(right, item) for item in left.items]
        if None in inside or op == 'BitXor':
            return self.opaque(node, env)
        keep = op == 'BitAnd'
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
        return value

    def from_keys(self, args, node):
        items = self.try_iterate(args[0]) if args else None
        if items is None:
            return self.unknown('what `fromkeys` is given is not known', node)
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
            return self.from_python(getattr(text, name)(*values, **named))
        except Exception as error:  # whatever Python answers to these arguments
            raise Raised(type(error).__name__, str(error), node.lineno)

    def from_python(self, value):
        if isinstance(value, (list, tuple)):
            return Seq(type(value).__name__, [self.from_python(v) for v in value], 'append', self.making)
        return Const(value, self.making)

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
        return self.join_text(parts, node, env)

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
            parts.append(self.format_value(thing, spec or '', convert or '', node))
        return self.join_text(parts, node, env)
