# SPDX-License-Identifier: GPL-3.0-or-later
"""Special methods: what operators, calls and statements ask of an instance's class."""
import types

import hy_library as library
from hy_refusals import refuse
from hy_things import (MISSING, ClassThing, Const, Func, Instance, LibClass, LibMethod, LibThing, Plain, Raised, Seq, Unknown,
                       Wrapped)

COMPARISONS = {'Eq': '__eq__', 'NotEq': '__ne__', 'Lt': '__lt__', 'LtE': '__le__', 'Gt': '__gt__', 'GtE': '__ge__'}
SIGNS = {'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>='}
TURNED = {'Eq': 'Eq', 'NotEq': 'NotEq', 'Lt': 'Gt', 'LtE': 'GtE', 'Gt': 'Lt', 'GtE': 'LtE'}
BINARIES = {'Add': 'add', 'Sub': 'sub', 'Mult': 'mul', 'Mod': 'mod', 'BitOr': 'or', 'BitAnd': 'and', 'BitXor': 'xor',
            'Div': 'truediv', 'FloorDiv': 'floordiv', 'LShift': 'lshift', 'RShift': 'rshift', 'Pow': 'pow', 'MatMult': 'matmul'}
UNARIES = {'USub': '__neg__', 'UAdd': '__pos__', 'Invert': '__invert__'}
# What Python says where there is no such method. Sources: Objects/abstract.c, Objects/call.c.
LACKING = {
    '__call__': "'%s' object is not callable", '__getitem__': "'%s' object is not subscriptable",
    '__setitem__': "'%s' object does not support item assignment", '__delitem__': "'%s' object doesn't support item deletion",
    '__len__': "object of type '%s' has no len()", '__iter__': "'%s' object is not iterable",
}
# Where the other of two is there, Python words it otherwise.
PAIRS = {'__setitem__': '__delitem__', '__delitem__': '__setitem__', '__iter__': '__getitem__',
         '__getitem__': '__class_getitem__'}
MOST_ROUNDS = 2000


# Types of which no builtin name is known.
NAMELESS = {'NoneType': type(None), 'function': types.FunctionType, 'method': types.MethodType,
            'builtin_function_or_method': types.BuiltinFunctionType}


class Dispatch(object):
    def refuse_lacking(self, thing, name, node):
        """Refuses what the special method @name does, where a thing is of a builtin type that has none. Versions word it in
        several ways."""
        kind = self.class_of(thing)
        if isinstance(thing, (Plain, Unknown, Instance, ClassThing, LibClass, Wrapped)) or not isinstance(kind, LibClass):
            return
        real = library.builtin_type(kind.name) or NAMELESS.get(kind.name)
        if real is not None and not library.has_member(real, name):
            raise Raised('TypeError', "'%s' object has no `%s`" % (kind.name, name), getattr(node, 'lineno', 0), vague=True)

    def call_special(self, owner, name, args, node, env, keywords=None):
        method = self.find_in_class(owner.cls, name)
        if isinstance(method, (Func, Wrapped, LibMethod)):
            bound = self.bind_found(method, owner, owner.cls, node, env)
            return self.call(bound, args, keywords or {}, node, env)
        if method is MISSING and name in LACKING and self.knows_all_names(owner.cls) and \
                self.find_in_class(owner.cls, PAIRS.get(name, name)) is MISSING:
            if name == '__getitem__' and self.may_be_index(args[0]):
                raise refuse('no-index', node, cls=owner.cls.name)
            raise Raised('TypeError', LACKING[name] % owner.cls.name, node.lineno)
        if not self.knows_all_names(owner.cls):
            self.change_values(owner)
        return self.opaque(node, env)

    def may_be_index(self, thing):
        return not isinstance(thing, Const) or isinstance(thing.value, int)

    def own_special(self, thing, name):
        """A special method that code of the project gives a thing's class; None."""
        found = self.find_in_class(thing.cls, name) if isinstance(thing, Instance) else None
        return found if isinstance(found, (Func, Wrapped)) else None

    def ask(self, owner, name, args, node, env):
        """What a special method of the project's own gives; MISSING where there is none, or it declines."""
        if self.own_special(owner, name) is None:
            return MISSING
        given = self.call_special(owner, name, args, node, env)
        return MISSING if isinstance(given, LibThing) and given.name == 'NotImplemented' else given

    def ask_both(self, left, right, name, turned, node, env):
        """The same of two operands: @name of the left one, then @turned of the right one."""
        first = [(left, name, right), (right, turned, left)]
        if isinstance(right, Instance) and isinstance(left, Instance) and left.cls is not right.cls and \
                left.cls in self.mro(right.cls) and turned in self.names_between(right.cls, left.cls):
            first.reverse()
        for owner, method, other in first:
            if owner is right and method == turned and isinstance(left, Instance) and isinstance(right, Instance) and \
                    left.cls is right.cls and turned.startswith('__r'):
                continue
            given = self.ask(owner, method, [other], node, env)
            if given is not MISSING:
                return given
        return MISSING

    def names_between(self, cls, base):
        """Names that a class has before a base in its order."""
        line = self.mro(cls)
        return {n for place in line[:line.index(base)] if isinstance(place, ClassThing) for n in place.attrs}

    # -- operators

    def compare_instances(self, op, left, right, node, env):
        """The truth of a comparison that methods of the project decide; MISSING where none does."""
        given = self.ask_both(left, right, COMPARISONS[op], COMPARISONS[TURNED[op]], node, env)
        if given is MISSING and op == 'NotEq':
            given = self.ask_both(left, right, '__eq__', '__eq__', node, env)
            truth = MISSING if given is MISSING else self.truth(given)
            return truth if truth in (MISSING, None) else not truth
        return MISSING if given is MISSING else self.truth(given)

    def binary_instances(self, op, left, right, node, env, in_place):
        """What an operator gives where an operand is an instance."""
        name = BINARIES.get(op, '')
        given = self.ask(left, '__i%s__' % name, [right], node, env) if in_place else MISSING
        if given is MISSING:
            given = self.ask_both(left, right, '__%s__' % name, '__r%s__' % name, node, env)
        return self.opaque(node, env) if given is MISSING else given

    def truth_of(self, thing):
        """Whether an instance is true; None where that can't be known."""
        for name in ('__bool__', '__len__'):
            found = self.find_in_class(thing.cls, name)
            if isinstance(found, Func):
                return self.truth(self.call(found, [thing], {}, found.node, found.env))
            if found is not MISSING:
                return None
        return True

    # -- iteration

    def iterate_instance(self, thing):
        """Things that iterating an instance gives; None where they can't be known."""
        method = self.own_special(thing, '__iter__')
        if not isinstance(method, Func):
            return None
        given = self.call(method, [thing], {}, method.node, method.env)
        if given is not thing and not isinstance(given, Instance):
            return self.try_iterate(given) if isinstance(given, Seq) else None
        step = self.own_special(given, '__next__')
        return self.take_all(given, step) if isinstance(step, Func) else None

    def take_all(self, thing, step):
        items = []
        while len(items) < MOST_ROUNDS:
            try:
                items.append(self.call(step, [thing], {}, step.node, step.env))
            except Raised as error:
                if error.kind != 'StopIteration':
                    raise
                return items
        return None
