# SPDX-License-Identifier: GPL-3.0-or-later
"""Class statements of which the library makes what is not modelled, or refuses it in words that vary."""
import ast

import hy_library as library
from hy_module import has_future_annotations
from hy_things import (MISSING, NONE, ClassThing, Const, Exhausted, Func, Instance, LibClass, LibInstance, LibThing, Map, Raised,
                       Seq, Undecided, Wrapped)

# Types of ctypes that have another byte order. Source: ctypes/_endian.py, _other_endian.
TURNED = frozenset('ctypes.c_' + n for n in 'short ushort int uint long ulong longlong ulonglong float double longdouble '
                   'byte ubyte int8 uint8 int16 uint16 int32 uint32 int64 uint64 size_t ssize_t char'.split())


# What no field of a NamedTuple or TypedDict can be annotated with, and what only with something in brackets behind it. Source:
# typing.py, _type_check.
NO_TYPES = frozenset('typing.ClassVar typing.Final typing.Generic typing.Protocol dataclasses.InitVar dataclasses.KW_ONLY'.split())
OPEN_TYPES = frozenset('''typing.Optional typing.Union typing.Annotated typing.Concatenate typing.Required typing.NotRequired
typing.ReadOnly typing.Literal typing.TypeGuard typing.TypeIs typing.Unpack'''.split())


class Special(object):
    def check_field_types(self, thing):
        """Doubts a NamedTuple or TypedDict of which a field may be annotated with what typing takes for no type."""
        for name, (_, node, line) in thing.annotations.items() if not has_future_annotations(thing.module) else ():
            if not self.is_type(node, thing.module.env):
                self.doubt_class(thing, 'whether typing takes the annotation of its field `%s` is not known' % name, line)

    def is_type(self, node, env):
        kind = type(node).__name__
        if kind in ('Name', 'Attribute'):
            return self.may_be_type(self.eval(node, env), False)
        if kind == 'Subscript':
            return not isinstance(node.value, (ast.Name, ast.Attribute)) or self.may_be_type(self.eval(node.value, env), True)
        if kind == 'BinOp':
            return self.is_type(node.left, env) and self.is_type(node.right, env)
        value = getattr(node, 'value', getattr(node, 's', MISSING)) if kind in ('Constant', 'NameConstant', 'Str') else MISSING
        return value is None or isinstance(value, str) and is_expression(value)

    def may_be_type(self, thing, filled):
        """@filled: whether it stands before brackets."""
        name = getattr(thing, 'name', None) if isinstance(thing, (LibClass, LibThing)) else None
        plain = isinstance(thing, (Const, Seq, Map)) and not (isinstance(thing, Const) and thing.value is None)
        return not plain and name not in NO_TYPES and (filled or name not in OPEN_TYPES)

    def check_special(self, thing, node):
        names = set(b.name for b in self.mro(thing) if isinstance(b, LibClass))
        if thing.kind == 'enum':
            self.check_enumeration(thing, node)
        if 'typing.TypedDict' in names:
            self.check_typed_dict(thing)
        if 'typing.TypedDict' in names or thing.kind == 'namedtuple':
            self.check_field_types(thing)
        if any(n.startswith('ctypes.c_') for n in names) and \
                any(self.names_class(f) for f in thing.namespace.values() if isinstance(f, Func)):
            self.doubt_class(thing, 'what ctypes makes of `super` in it is not modelled', thing.line)
        if any(n.startswith('ctypes.') and n.endswith(('Structure', 'Union')) for n in names) and '_fields_' in thing.namespace:
            self.check_structure(thing, names)

    def check_namedtuple(self, thing, node):
        """Source: typing.py, NamedTupleMeta.__new__, _namedtuple_mro_entries."""
        bases = [b for b, _, _ in thing.bases if isinstance(b, LibClass) and b.name == 'typing.NamedTuple']
        methods = [f for f in thing.namespace.values() if isinstance(f, Func)]
        if len(bases) > 1 or any(self.names_class(f) for f in methods) or \
                any('dataclass' in ast.dump(d) for d in node.decorator_list):
            self.doubt_class(thing, 'what NamedTuple makes of it is not modelled', thing.line)

    def may_refuse_two(self, thing):
        """Whether more than one of its slots may be refused."""
        names = set(self.slot_names(thing) or ())
        return len(names & set(thing.namespace)) > 1 or (bool(thing.bases) and {'__dict__', '__weakref__'} <= names)

    def check_called(self, thing):
        """What check_special says of a TypedDict, of a class that a call of type makes."""
        if any(isinstance(b, LibClass) and b.name == 'typing.TypedDict' for b in self.mro(thing)):
            self.check_typed_dict(thing)

    def check_enumeration(self, thing, node):
        """Source: enum.py, _EnumDict.__setitem__, auto, unique."""
        for name, line in self.names_given_twice(node):
            self.doubt_class(thing, 'it gives the name `%s` twice' % name, line)
        values = [(n, v) for n, v in thing.namespace.items() if isinstance(v, (Const, Seq, LibClass, LibInstance)) and
                  not (n.startswith('_') and n.endswith('_'))]
        plain = [v.value for _, v in values if isinstance(v, Const)]
        told = [self.plain_value(v) for _, v in values if isinstance(v, (Const, Seq))]
        automatic = [v for _, v in values if isinstance(v, LibInstance) and v.name == 'enum.auto']
        typed = [b.name for b in self.mro(thing) if isinstance(b, LibClass) and library.builtin_type(b.name) not in
                 (None, object)]
        if any(isinstance(part, ast.Delete) for part in getattr(node, 'body', ())):
            self.doubt_class(thing, 'what an enumeration makes of names that are deleted is not modelled', thing.line)
        if self.slot_names(thing):
            self.doubt_class(thing, 'whether slots of an enumeration conflict with its members varies', thing.line)
        elif not self.is_in_order(thing, [n for n, _ in values]):
            self.doubt_class(thing, 'whether its members are those of `_order_` is not known', thing.line)
        elif any(n.startswith('__') for n, _ in values):
            self.doubt_class(thing, 'whether a private name is a member varies', thing.line)
        elif self.starts_otherwise(thing, [v for _, v in values]):
            self.doubt_class(thing, 'whether its constructors take the values of its members is not known', thing.line)
        elif typed and len(plain) + len(automatic) < len(values):
            self.doubt_class(thing, 'whether `%s` makes its members is not known' % typed[0], thing.line)
        elif automatic and (len(plain) + len(automatic) < len(values) or any(not isinstance(p, int) for p in plain)) and \
                not {'str', 'enum.StrEnum'} & set(b.name for b in self.mro(thing) if isinstance(b, LibClass)):
            self.doubt_class(thing, 'what `auto` makes of these members varies', thing.line)
        elif any(ast.dump(d).find("'unique'") >= 0 for d in node.decorator_list) and \
                (any(v in told[:n] for n, v in enumerate(told)) or (automatic and plain)):
            self.doubt_class(thing, 'whether `unique` takes it is not known', thing.line)

    def is_in_order(self, thing, names):
        order = thing.namespace.get('_order_', NONE)
        return order is NONE or self.plain_value(order) in (' '.join(names), ', '.join(names), names, tuple(names))

    def starts_otherwise(self, thing, values):
        """Whether a member's value may not be what its own __new__ and __init__ take."""
        maker = self.find_in_class(thing, '__new__')
        maker = maker.func if isinstance(maker, Wrapped) else maker
        starter = self.find_in_class(thing, '__init__')
        return bool(values) and (self.takes_otherwise(maker, values) or self.asks_super(maker) or
                                 self.takes_otherwise(starter, values) or self.refuses_value(thing, starter, values))

    def refuses_value(self, thing, starter, values):
        """Whether its own __init__ raises when a member is made."""
        mark = len(self.journal)
        try:
            for value in values if isinstance(starter, Func) else ():
                args = value.items if isinstance(value, Seq) and value.kind == 'tuple' else [value]
                self.call(starter, [Instance(thing, False)] + list(args), {}, starter.node, starter.env)
        except Raised:
            return True
        except (Undecided, Exhausted):
            return False
        finally:
            self.rollback(mark)
        return False

    def asks_super(self, maker):
        """Whether a constructor goes on to that of the enumeration, which looks a member up."""
        return isinstance(maker, Func) and any(
            isinstance(n, ast.Attribute) and n.attr == '__new__' and isinstance(n.value, ast.Call)
            for n in ast.walk(maker.node))

    def takes_otherwise(self, starter, values):
        if not isinstance(starter, Func):
            return False
        if any(isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute) and n.func.attr == '__init__' and
               isinstance(n.func.value, ast.Call) and n.args + n.keywords for n in ast.walk(starter.node)):
            return True  # object.__init__ refuses arguments, Enum.__init__ of 3.11 takes them
        spec = starter.node.args
        most = len(spec.args) - 1
        least = most - len(starter.defaults)
        counts = [len(v.items) if isinstance(v, Seq) and v.kind == 'tuple' else 1 for v in values]
        return bool(spec.kwonlyargs) or any(n < least or n > most and spec.vararg is None for n in counts)

    def names_given_twice(self, node):
        seen = set()
        decorated = set()  # a property is given again with its setter
        for part in node.body:
            if isinstance(part, (ast.FunctionDef, ast.ClassDef)):
                again = bool(part.decorator_list) and (part.name in decorated or part.name not in seen)
                decorated.update([part.name] if again else [])
                names = [] if again else [part.name]
            else:
                names = [n.id for n in ast.walk(part) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
                names += names if isinstance(part, (ast.For, ast.While)) else []
            for name in names:
                if name in seen and not (name.startswith('__') and name.endswith('__')):
                    yield name, part.lineno
                seen.add(name)

    def check_typed_dict(self, thing):
        """Source: typing.py, _TypedDictMeta.__new__."""
        known = all(w in ('total', 'closed', 'extra_items') for w, _ in thing.keywords)
        for base, _, _ in thing.bases:
            line = self.mro(base) if isinstance(base, ClassThing) else [base]
            named = set(getattr(b, 'name', None) for b in line)
            known = known and bool(named & {'typing.TypedDict', 'typing.Generic'})
        known = known and not any('ClassVar' in text for text, _, _ in thing.annotations.values())
        if not known or '__slots__' in thing.namespace:
            self.doubt_class(thing, 'what TypedDict makes of it is not modelled', thing.line)

    def is_no_field(self, thing):
        """Whether an item of _fields_ is no (name, type) or (name, type, bits)."""
        parts = self.try_iterate(thing) if isinstance(thing, Seq) else [] if isinstance(thing, Const) else None
        if parts is None:
            return False
        return len(parts) not in (2, 3) or isinstance(parts[1], (Const, Seq)) or \
            (isinstance(parts[1], LibClass) and library.builtin_type(parts[1].name) is not None)

    def check_structure(self, thing, names):
        if '__slots__' in thing.namespace and self.slot_names(thing) != []:
            self.doubt_class(thing, 'which of its slots are fields is not modelled', thing.line)
        pack = self.plain_value(thing.namespace.get('_pack_', Const(1)))
        if not isinstance(pack, int) or pack < 0:
            self.doubt_class(thing, 'whether ctypes takes its `_pack_` is not known', thing.line)
        fields = thing.namespace['_fields_']
        if isinstance(fields, Const) or any(self.is_no_field(f) for f in self.try_iterate(fields) or ()):
            self.doubt_class(thing, 'whether ctypes takes its `_fields_` is not known', thing.line)
        if any('BigEndian' in n for n in names):
            fields = self.try_iterate(fields) or [None]
            parts = [self.try_iterate(f) if isinstance(f, Seq) else None for f in fields]
            if any(p is None or len(p) < 2 or getattr(p[1], 'name', None) not in TURNED for p in parts):
                self.doubt_class(thing, 'whether its fields have another byte order is not known', thing.line)


def is_expression(text):
    try:
        ast.parse(text, mode='eval')
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
