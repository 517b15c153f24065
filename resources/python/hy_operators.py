# SPDX-License-Identifier: GPL-3.0-or-later
"""Operators and comparisons."""
import builtins
import operator

import hy_library as library
from hy_digits import digits_inverted, digits_of, takes_one_digit
from hy_dispatch import TURNED, UNARIES
from hy_literal import BINARY, UNARY, folded_late, literal, wants_too_much, width_of
from hy_refusals import refuse
from hy_things import (LONGEST, MISSING, ClassDict, ClassThing, Const, Func, Instance, LibClass, LibInstance, LibMethod, LibThing,
                       Map, Number, Plain, Raised, Range, Seq, Sized, Unknown, Varying)

COMPARE = {'Eq': operator.eq, 'NotEq': operator.ne, 'Lt': operator.lt, 'LtE': operator.le, 'Gt': operator.gt,
           'GtE': operator.ge}
# Of numbers made from i: what the model's sums hold for 10^12 instances.
MAX_SCALE = 10 ** 9
MAX_OFFSET = 2 ** 62
RICH = (int, float, complex, str, bytes, bool)


class Operators(object):
    def eval_UnaryOp(self, node, env):
        value = self.eval(node.operand, env)
        op = type(node.op).__name__
        if op == 'Not':
            if isinstance(value, Varying):
                return value.each(lambda v: not v, self.version_reason(node, env))
            truth = self.truth(value)
            return self.opaque(node, env) if truth is None else Const(not truth)
        if isinstance(value, Const) and isinstance(value.value, (int, float, complex)):
            if op == 'Invert' and not isinstance(value.value, int):
                return self.opaque(node, env)
            if op == 'UAdd' and not isinstance(value.value, bool):
                return value
            made = Const(UNARY[op](value.value), self.making and not literal(node)[0])
            if op == 'Invert':
                made.room = digits_inverted(value.value)
            return made
        if op == 'USub' and isinstance(value, Number):
            return self.number_op('Sub', Const(0), value) or self.opaque(node, env)
        if self.own_special(value, UNARIES[op]) is not None:
            return self.call_special(value, UNARIES[op], [], node, env)
        if isinstance(value, Const):
            raise Raised('TypeError', "bad operand type for unary %s: '%s'" %
                         ({'UAdd': '+', 'USub': '-', 'Invert': '~'}[op], type(value.value).__name__), node.lineno)
        return self.opaque(node, env)

    def eval_BinOp(self, node, env):
        left = self.eval(node.left, env)
        right = self.eval(node.right, env)
        result = self.binary(type(node.op).__name__, left, right, node, env, self.making and not literal(node)[0])
        if self.making and folded_late(node):
            result.folded = True
        return result

    def binary(self, op, left, right, node, env, fresh, in_place=False):
        left, right = self.settle(left), self.settle(right)
        if fresh and self.same_operand(op, left, right) is not None:
            return self.same_operand(op, left, right)
        if op == 'Mod' and isinstance(left, Const) and isinstance(left.value, str):
            return self.percent(left.value, right, node, env)
        if isinstance(left, Const) and isinstance(right, Const):
            return self.binary_const(op, left.value, right.value, node, env, fresh)
        if op == 'Add' and isinstance(left, Seq) and isinstance(right, Seq):
            if left.kind == right.kind and left.kind in ('tuple', 'list') and not self.unsure(left, right):
                return self.concatenate(left, right, fresh)
        if op in ('BitOr', 'Sub', 'BitAnd', 'BitXor') and isinstance(left, Seq) and isinstance(right, Seq):
            return self.set_algebra(op, left, right, node, env)
        if op == 'BitOr' and isinstance(left, Map) and isinstance(right, Map):
            if self.minor is not None and not self.is_since(9):
                raise Raised('TypeError', "unsupported operand type(s) for |: 'dict' and 'dict'", node.lineno)
            result = Map(left.pairs, 'copy', fresh)
            self.map_update(result, right, node)
            return result
        if op == 'Mult':
            found = self.c_array(left, right, node, env) or self.repeat(left, right, fresh)
            if found is not None:
                return found
        if op == 'Add' and all(isinstance(p, Sized) or (isinstance(p, Const) and isinstance(p.value, str))
                               for p in (left, right)):
            return self.join_text([left, right], node, env)
        if 'enum.auto' in (getattr(left, 'name', None), getattr(right, 'name', None)):
            return left if isinstance(left, LibInstance) else right  # in the body it is an int by then
        found = self.number_op(op, left, right)
        if found is not None:
            return found
        if isinstance(left, Instance) or isinstance(right, Instance):
            return self.binary_instances(op, left, right, node, env, in_place)
        self.check_operands(op, left, right, node)
        return self.opaque(node, env)

    def check_operands(self, op, left, right, node):
        """Raises what Python answers to operands that can't go together, whatever their values."""
        samples = [self.sample(left), self.sample(right)]
        if op not in BINARY or MISSING in samples or (op == 'Mod' and isinstance(samples[0], (str, bytes))):
            return
        try:
            BINARY[op](*samples)
        except TypeError as error:
            raise Raised('TypeError', str(error), node.lineno, not str(error).startswith('unsupported operand'))
        except (ArithmeticError, ValueError):  # of the sample's value
            pass

    def sample(self, thing):
        """A small value of the same builtin type; MISSING where the type is not known."""
        if isinstance(thing, Const) and isinstance(thing.value, RICH + (type(None),)):
            return type(thing.value)() if thing.value is not None else None
        kind = 'dict' if isinstance(thing, Map) else getattr(thing, 'kind', None)
        known = isinstance(thing, (Seq, Map, Sized, Number)) and kind not in ('iterator', 'generator')
        maker = library.builtin_type(kind) if known else None
        return MISSING if maker is None else maker()

    def binary_const(self, op, left, right, node, env, fresh):
        if op == 'Mult' and (isinstance(left, (str, bytes)) or isinstance(right, (str, bytes))):
            return self.repeat_text(left, right, node, env, fresh)
        if op not in BINARY or not isinstance(left, RICH + (type(None),)) or wants_too_much(op, left, right):
            return self.opaque(node, env)
        try:
            made = Const(BINARY[op](left, right), fresh)
        except TypeError as error:
            if op == 'Add' and isinstance(left, str):
                raise refuse('no-concatenation', node, cls=type(right).__name__)
            raise Raised('TypeError', str(error), node.lineno)
        except Exception as error:  # whatever Python answers to these operands
            raise Raised(type(error).__name__, str(error), node.lineno)
        if isinstance(made.value, int) and isinstance(left, int) and isinstance(right, int):
            made.room, made.compact = digits_of(op, left, right), takes_one_digit(op, left, right)
        return made

    def repeat_text(self, left, right, node, env, fresh):
        text, times = (left, right) if isinstance(left, (str, bytes)) else (right, left)
        if not isinstance(times, int):
            raise Raised('TypeError', "can't multiply sequence by non-int of type '%s'" % type(times).__name__,
                         node.lineno)
        length = len(text) * max(times, 0)
        if length <= LONGEST:
            return Const(text * times, fresh)
        kind = 'str' if isinstance(text, str) else 'bytes'
        return Sized(kind, length, width_of(text) if kind == 'str' else 0, 0, self.text(node, env))

    def repeat(self, left, right, fresh):
        if isinstance(right, Seq):
            left, right = right, left
        if not (isinstance(left, Seq) and isinstance(right, Const) and isinstance(right.value, int)):
            return None
        times = max(right.value, 0)
        if left.kind not in ('tuple', 'list') or self.unsure(left):
            return None
        if len(left.items) * times <= 4096 and not left.repeated:
            return Seq(left.kind, left.items * times, 'repeat', fresh)
        if len(left.items) == 1:
            return Seq(left.kind, left.items, 'repeat', fresh, left.length * times)
        return None

    def concatenate(self, left, right, fresh):
        length = left.length + right.length
        if left.repeated or right.repeated:
            return Unknown('a long sequence')
        return Seq(left.kind, left.items + right.items, 'copy', fresh and length > 0)

    def unsure(self, *things):
        return any(t.state['unknown'] for t in things if isinstance(t, (Seq, Map)))

    def number_op(self, op, left, right):
        """i + 3, 5 - i, i * 100 stay numbers of which the size is known; i * 1.5 is a float."""
        both = (left, right)
        if not any(isinstance(n, Number) for n in both):
            return None
        consts = [n.value for n in both if isinstance(n, Const)]
        if any(not isinstance(c, (int, float)) for c in consts) or len(consts) + \
                sum(isinstance(n, Number) for n in both) < 2:
            return None
        if any(isinstance(c, float) for c in consts) or op == 'Div' or \
                any(isinstance(n, Number) and n.kind == 'float' for n in both):
            return Number('float') if op in ('Add', 'Sub', 'Mult', 'Div') else None
        (a, b), (c, d) = [(n.scale, n.offset) if isinstance(n, Number) else (0, n.value) for n in both]
        made = {'Add': (a + c, b + d), 'Sub': (a - c, b - d),
                'Mult': (a * d + b * c, b * d) if consts else None}.get(op)
        if made is None or not 0 < abs(made[0]) <= MAX_SCALE or abs(made[1]) > MAX_OFFSET:
            return None
        found = Number('int', made[1], scale=made[0])
        found.made = (op, left, right)
        return found

    def percent(self, pattern, right, node, env):
        if isinstance(right, Seq) and right.kind == 'tuple':
            args = right.items
        else:
            args = [right]
        if pattern == '%s' and len(args) == 1 and self.is_text(args[0]):
            return args[0]
        if all(isinstance(a, Const) for a in args) and not wants_too_much('Mod', pattern, 0):
            values = tuple(a.value for a in args)
            try:
                return Const(pattern % (values if isinstance(right, Seq) else values[0]), self.making)
            except Exception as error:  # whatever Python answers to this format
                raise Raised(type(error).__name__, str(error), node.lineno, isinstance(error, TypeError))
        pieces = pattern.replace('%%', '\0').replace('%s', '%d').split('%d')
        if len(pieces) != len(args) + 1 or any('%' in p for p in pieces):
            return self.opaque(node, env)
        parts = [Const(pieces[0].replace('\0', '%'))]
        for arg, piece in zip(args, pieces[1:]):
            parts.append(self.format_value(arg, '', '', node, env))
            parts.append(Const(piece.replace('\0', '%')))
        return self.join_text(parts, node, env)

    def eval_Compare(self, node, env):
        left = self.eval(node.left, env)
        for op, right_node in zip(node.ops, node.comparators):
            right = self.eval(right_node, env)
            if isinstance(left, Varying) or isinstance(right, Varying):
                found = self.compare_versions(type(op).__name__, left, right, node, env)
                if op is node.ops[-1] and isinstance(found, Varying):
                    return found
                truth = self.truth(self.settle(found))
            else:
                truth = self.compare(type(op).__name__, left, right, node, env)
            if truth is None:
                return self.opaque(node, env)
            if not truth:
                return Const(False)
            left = right
        return Const(True)

    def compare_versions(self, op, left, right, node, env):
        if isinstance(right, Varying):
            op, left, right = TURNED.get(op), right, left
        wanted = self.plain_value(right)
        if op not in COMPARE or wanted is MISSING:
            return self.opaque(node, env)
        try:
            return left.each(lambda v: COMPARE[op](v, wanted), self.version_reason(node, env))
        except TypeError as error:
            raise Raised('TypeError', str(error), node.lineno)

    def version_reason(self, node, env):
        return 'depends on `%s` (line %d)' % (self.text(node, env), node.lineno)

    def compare(self, op, left, right, node, env):
        if op in ('Is', 'IsNot'):
            same = self.identical(left, right)
            return same if same is None or op == 'Is' else not same
        if op in ('In', 'NotIn'):
            found = self.contains(right, left, node, env)
            return found if found is None or op == 'In' else not found
        if isinstance(left, Instance) or isinstance(right, Instance):
            truth = self.compare_instances(op, left, right, node, env)
            return None if truth is MISSING else truth
        classes = (ClassThing, LibClass, Func)
        if op in ('Eq', 'NotEq') and isinstance(left, classes) and isinstance(right, classes) and \
                self.compares_as_object(left) and self.compares_as_object(right):
            return (op == 'Eq') == self.identical(left, right)
        a, b = self.plain_value(left), self.plain_value(right)
        if a is MISSING or b is MISSING:
            bound = self.compare_index(op, left, right)
            return self.compare_index(TURNED.get(op), right, left) if bound is None else bound
        try:
            return bool(COMPARE[op](a, b))
        except TypeError as error:
            raise Raised('TypeError', str(error), node.lineno)

    def compares_as_object(self, thing):
        """Whether == asks for nothing but whether it is the same object."""
        if isinstance(thing, ClassThing):
            return isinstance(self.metaclass_of(thing), LibClass)
        return isinstance(thing, Func) or isinstance(thing, LibClass) and thing.imported == thing.name or \
            isinstance(thing, LibThing) and callable(getattr(builtins, thing.name, None))

    def compare_index(self, op, left, right):
        """What holds of a number made from i for all i, which are 0 or more; None where it depends on i."""
        if not isinstance(left, Number) or left.kind != 'int' or not isinstance(right, Const) or \
                not isinstance(right.value, (int, float)) or op not in COMPARE:
            return None
        first, second = COMPARE[op](left.offset, right.value), COMPARE[op](left.offset + left.scale * MAX_OFFSET, right.value)
        return first if first == second and op not in ('Eq', 'NotEq') else None

    def identical(self, left, right):
        doubtful = (Plain, Unknown)
        if isinstance(left, doubtful) or isinstance(right, doubtful) or \
                self.may_be_value(left) or self.may_be_value(right):
            return None
        if left is right:
            return True
        if isinstance(left, Const) and isinstance(right, Const):
            if left.value is None or right.value is None or isinstance(left.value, bool) or \
                    isinstance(right.value, bool):
                return left.value is right.value
            return None
        if isinstance(left, LibClass) and isinstance(right, LibClass):
            return left.name == right.name
        things = [t for t in (left, right) if isinstance(t, LibThing)]
        if not all(self.compares_as_object(t) for t in things):
            return None
        return len(things) == 2 and left.name == right.name

    def may_be_value(self, thing):
        """Whether what was read from an object of the library need not be a method: its code is not read."""
        return isinstance(thing, LibMethod) and isinstance(thing.owner, LibInstance) and \
            library.builtin_type(thing.owner.name) is None

    def plain_value(self, thing, depth=0):
        """The Python value of a thing that is known completely, else MISSING."""
        if isinstance(thing, Const):
            return thing.value
        if depth > 20 or not isinstance(thing, (Seq, Map)) or self.unsure(thing):
            return MISSING
        if isinstance(thing, Map):
            pairs = [(self.plain_value(k, depth + 1), self.plain_value(v, depth + 1)) for k, v in thing.pairs]
            if any(k is MISSING or v is MISSING for k, v in pairs):
                return MISSING
            return self.build(dict, pairs)
        if thing.repeated or thing.kind in ('iterator', 'generator'):
            return MISSING
        items = [self.plain_value(t, depth + 1) for t in thing.items]
        if any(t is MISSING for t in items):
            return MISSING
        maker = {'list': list, 'tuple': tuple, 'set': set, 'frozenset': frozenset}.get(thing.kind)
        return self.build(maker, items) if maker else MISSING

    def build(self, maker, items):
        try:
            return maker(items)
        except TypeError:
            return MISSING

    def contains(self, container, item, node, env):
        if isinstance(container, ClassDict):
            return self.class_dict_has(container.cls, item)
        if self.own_special(container, '__contains__') is not None:
            return self.truth(self.call_special(container, '__contains__', [item], node, env))
        if isinstance(container, Instance) and self.own_special(container, '__iter__') is not None:
            self.try_iterate(container)
        if isinstance(container, Const) and isinstance(container.value, (str, bytes)):
            if isinstance(item, Const) and isinstance(item.value, type(container.value)):
                return item.value in container.value
            return None
        if isinstance(container, Range):
            return item.value in container.range if isinstance(item, Const) and isinstance(item.value, int) else None
        if not isinstance(container, (Seq, Map)) or self.unsure(container):
            return None
        if isinstance(container, Map):
            self.map_find(container, item)
        items = [k for k, _ in container.pairs] if isinstance(container, Map) else container.items
        wanted = self.plain_value(item)
        if wanted is MISSING:
            return False if not items or self.compares_as_object(item) and MISSING not in map(self.plain_value, items) else None
        values = [self.plain_value(t) for t in items]
        if any(v is not MISSING and v == wanted for v in values):
            return True
        return None if any(v is MISSING for v in values) else False
