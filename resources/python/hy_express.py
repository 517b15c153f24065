# SPDX-License-Identifier: GPL-3.0-or-later
"""Expressions: what object each makes, as far as that can be known."""
import ast
import operator

from hy_machine import Env
from hy_things import (LONGEST, MISSING, Alias, ClassThing, Const, Func, Instance, LibClass, LibInstance, LibMethod, LibThing, Map,
                       Number, Plain, Raised, Range, Seq, Sized, Undecided, Unknown)

BINARY = {'Add': operator.add, 'Sub': operator.sub, 'Mult': operator.mul, 'Div': operator.truediv,
          'FloorDiv': operator.floordiv, 'Mod': operator.mod, 'Pow': operator.pow, 'LShift': operator.lshift,
          'RShift': operator.rshift, 'BitOr': operator.or_, 'BitXor': operator.xor, 'BitAnd': operator.and_}
UNARY = {'UAdd': operator.pos, 'USub': operator.neg, 'Invert': operator.invert}
COMPARE = {'Eq': operator.eq, 'NotEq': operator.ne, 'Lt': operator.lt, 'LtE': operator.le, 'Gt': operator.gt,
           'GtE': operator.ge}
BIGGEST_BITS = 200000
RICH = (int, float, complex, str, bytes, bool)


def width_of(text):
    top = max(text) if text else '\0'
    return 0 if top < '\x80' else 1 if top < '\u0100' else 2 if top < '\U00010000' else 4


def wants_too_much(op, left, right):
    """Whether computing left op right could take long or fill memory."""
    if op == 'Pow':
        return isinstance(left, int) and isinstance(right, int) and \
            (right > BIGGEST_BITS or right * max(left.bit_length(), 1) > BIGGEST_BITS)
    if op == 'LShift':
        return isinstance(right, int) and right > BIGGEST_BITS
    if op == 'Mult' and isinstance(left, int) and isinstance(right, int):
        return left.bit_length() + right.bit_length() > BIGGEST_BITS
    if op == 'Mod' and isinstance(left, (str, bytes)):
        digits = ''.join(c if c.isdigit() else ' ' for c in (left if isinstance(left, str) else left.decode('latin-1')))
        return any(len(d) > 4 for d in digits.split())
    return False


def literal(node):
    """(True, value) for a literal constant; what the compiler folds counts too."""
    kind = type(node).__name__
    if kind == 'Constant' or kind == 'NameConstant':
        return True, node.value
    if kind == 'Num':
        return True, node.n
    if kind in ('Str', 'Bytes'):
        return True, node.s
    if kind == 'Ellipsis':
        return True, Ellipsis
    if kind == 'UnaryOp':
        return literal(node.operand)
    if kind == 'BinOp':
        left = literal(node.left)
        return left if left[0] and literal(node.right)[0] else (False, None)
    if kind == 'Tuple' and all(literal(e)[0] for e in node.elts):
        return True, ()
    return False, None


class Expressions(object):
    def eval(self, node, env):
        self.burn()
        known = getattr(self, 'eval_' + type(node).__name__, None)
        if known is None:
            return self.unknown('`%s` is not read' % self.text(node, env), node)
        return known(node, env)

    def unknown(self, reason, node):
        self.doubt += 1
        line = getattr(node, 'lineno', 0)
        return Unknown('%s (line %d)' % (reason, line) if line else reason, line)

    def opaque(self, node, env):
        return self.unknown('the value of `%s` is not known' % self.text(node, env), node)

    # -- literals

    def eval_Constant(self, node, env):
        return Const(node.value)

    eval_NameConstant = eval_Constant

    def eval_Num(self, node, env):
        return Const(node.n)

    def eval_Str(self, node, env):
        return Const(node.s)

    eval_Bytes = eval_Str

    def eval_Ellipsis(self, node, env):
        return Const(Ellipsis)

    def elements(self, nodes, env):
        items = []
        for node in nodes:
            if isinstance(node, ast.Starred):
                items.extend(self.iterate(self.eval(node.value, env), node, env))
            else:
                items.append(self.eval(node, env))
        return items

    def eval_Tuple(self, node, env):
        fresh = self.making and not literal(node)[0]
        return Seq('tuple', self.elements(node.elts, env), 'literal', fresh and bool(node.elts))

    def eval_List(self, node, env):
        return Seq('list', self.elements(node.elts, env), self.growth_of(node), self.making)

    def eval_Set(self, node, env):
        return Seq('set', self.distinct(self.elements(node.elts, env)), self.growth_of(node), self.making)

    def growth_of(self, node):
        return 'constants' if node.elts and all(literal(e)[0] for e in node.elts) else 'literal'

    def eval_Dict(self, node, env):
        result = Map([], 'literal', self.making)
        for key, value in zip(node.keys, node.values):
            if key is None:
                self.map_update(result, self.eval(value, env), node)
            else:
                self.map_put(result, self.eval(key, env), self.eval(value, env))
        return result

    def eval_JoinedStr(self, node, env):
        parts = []
        for piece in node.values:
            known, value = literal(piece)
            parts.append(Const(value) if known else self.eval(piece, env))
        return self.join_text(parts, node, env)

    def eval_FormattedValue(self, node, env):
        value = self.eval(node.value, env)
        spec = self.eval(node.format_spec, env) if node.format_spec is not None else Const('')
        convert = chr(node.conversion) if node.conversion and node.conversion > 0 else ''
        if isinstance(spec, Const) and isinstance(spec.value, str):
            return self.format_value(value, spec.value, convert, node)
        return self.unknown('the format of `%s` is not known' % self.text(node, env), node)

    def format_value(self, value, spec, convert, node):
        if isinstance(value, Number) and value.kind == 'int' and value.offset == 0 and spec in ('', 'd', 's') and \
                convert in ('', 's', 'r'):
            return Sized('str', 0, 0, 1, '{i}')
        if isinstance(value, Sized) and value.kind == 'str' and spec in ('', 's') and convert in ('', 's'):
            return value
        if isinstance(value, Const) and not wants_too_much('Mod', spec, 0):
            shown = {'r': repr, 's': str, 'a': ascii}.get(convert, lambda v: v)
            try:
                if isinstance(value.value, int) and value.value.bit_length() > 10000:
                    return Unknown('a very large number as text')
                return Const(format(shown(value.value), spec), True)
            except (ValueError, TypeError) as error:
                raise Raised(type(error).__name__, str(error), node.lineno)
        return self.unknown('a text made from what is not known', node)

    def join_text(self, parts, node, env, fresh=None):
        fresh = self.making if fresh is None else fresh
        length = width = digits = 0
        text = ''
        for part in parts:
            if isinstance(part, Const) and isinstance(part.value, str):
                length, width, text = length + len(part.value), max(width, width_of(part.value)), text + part.value
            elif isinstance(part, Sized) and part.kind == 'str':
                length, digits, width = length + part.length, digits + part.digits, max(width, part.width)
                text += part.text
            else:
                return part if isinstance(part, Unknown) else self.opaque(node, env)
        if digits == 0 and len(text) == length and length <= LONGEST:
            return Const(text, fresh)
        return Sized('str', length, width, digits, text[:200])

    def eval_TemplateStr(self, node, env):
        return LibInstance('string.templatelib.Template', self.text(node, env), (), self.making)

    # -- names and attributes

    def eval_Name(self, node, env):
        value = self.lookup(node.id, env)
        if value is MISSING:
            if getattr(env.module, 'complete', False) and not env.module.starred:
                raise Raised('NameError', "name '%s' is not defined" % node.id, node.lineno)
            return self.unknown('the name `%s` is not known' % node.id, node)
        return value

    def eval_Attribute(self, node, env):
        return self.get_attribute(self.eval(node.value, env), self.mangle(node.attr, env), node, env)

    def mangle(self, name, env):
        if env.owner is None or not name.startswith('__') or name.endswith('__') or '.' in name:
            return name
        stripped = env.owner.name.lstrip('_')
        return '_' + stripped + name if stripped else name

    def eval_NamedExpr(self, node, env):
        value = self.eval(node.value, env)
        self.bind(node.target.id, value, env, node.lineno)
        return value

    def eval_Lambda(self, node, env):
        return self.make_function(node, env, '<lambda>')

    def eval_Starred(self, node, env):
        return self.eval(node.value, env)

    def eval_Await(self, node, env):
        self.eval(node.value, env)
        return self.opaque(node, env)

    def yield_items(self, items, env):
        scope = env
        while scope.yielded is None and scope.parent is not None:
            scope = scope.parent
        if scope.yielded is None or not isinstance(scope.yielded['items'], list):
            raise Undecided('what a generator yields depends on what is not known')
        self.put(scope.yielded, 'items', scope.yielded['items'] + items)

    def eval_Yield(self, node, env):
        value = Const(None) if node.value is None else self.eval(node.value, env)
        self.yield_items([value], env)
        return self.opaque(node, env)

    def eval_YieldFrom(self, node, env):
        self.yield_items(self.iterate(self.eval(node.value, env), node, env), env)
        return self.opaque(node, env)

    # -- operators

    def eval_UnaryOp(self, node, env):
        value = self.eval(node.operand, env)
        op = type(node.op).__name__
        if op == 'Not':
            truth = self.truth(value)
            return self.opaque(node, env) if truth is None else Const(not truth)
        if isinstance(value, Const) and isinstance(value.value, (int, float, complex)):
            if op == 'Invert' and not isinstance(value.value, int):
                return self.opaque(node, env)
            return Const(UNARY[op](value.value), self.making and not literal(node)[0])
        if isinstance(value, Const):
            raise Raised('TypeError', "bad operand type for unary %s: '%s'" %
                         ({'UAdd': '+', 'USub': '-', 'Invert': '~'}[op], type(value.value).__name__), node.lineno)
        return self.opaque(node, env)

    def eval_BinOp(self, node, env):
        left = self.eval(node.left, env)
        right = self.eval(node.right, env)
        return self.binary(type(node.op).__name__, left, right, node, env, self.making and not literal(node)[0])

    def binary(self, op, left, right, node, env, fresh):
        if isinstance(left, Const) and isinstance(right, Const):
            return self.binary_const(op, left.value, right.value, node, env, fresh)
        if op == 'Add' and isinstance(left, Seq) and isinstance(right, Seq):
            if left.kind == right.kind and left.kind in ('tuple', 'list') and not self.unsure(left, right):
                return self.concatenate(left, right, fresh)
        if op in ('BitOr', 'Sub', 'BitAnd', 'BitXor') and isinstance(left, Seq) and isinstance(right, Seq):
            return self.set_algebra(op, left, right, node, env)
        if op == 'BitOr' and isinstance(left, Map) and isinstance(right, Map):
            result = Map(left.pairs, 'copy', fresh)
            self.map_update(result, right, node)
            return result
        if op == 'Mult':
            found = self.repeat(left, right, fresh)
            if found is not None:
                return found
        if op == 'Mod' and isinstance(left, Const) and isinstance(left.value, str):
            return self.percent(left.value, right, node, env)
        if op == 'Add' and all(isinstance(p, Sized) or (isinstance(p, Const) and isinstance(p.value, str))
                               for p in (left, right)):
            return self.join_text([left, right], node, env)
        found = self.number_op(op, left, right)
        if found is not None:
            return found
        if isinstance(left, Instance):
            return self.operator_method(op, left, right, node, env)
        return self.opaque(node, env)

    def binary_const(self, op, left, right, node, env, fresh):
        if op == 'Mult' and (isinstance(left, (str, bytes)) or isinstance(right, (str, bytes))):
            return self.repeat_text(left, right, node, env, fresh)
        if op not in BINARY or not isinstance(left, RICH + (type(None),)) or wants_too_much(op, left, right):
            return self.opaque(node, env)
        try:
            return Const(BINARY[op](left, right), fresh)
        except Exception as error:  # whatever Python answers to these operands
            raise Raised(type(error).__name__, str(error), node.lineno)

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
        """i + 3, 3 + i, i - 3 stay numbers of which the size is known; i * 1.5 is a float."""
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
        number = left if isinstance(left, Number) else right
        if op == 'Add' and consts:
            return Number('int', number.offset + consts[0])
        if op == 'Sub' and consts and number is left:
            return Number('int', number.offset - consts[0])
        if op == 'Mult' and consts == [1]:
            return number
        return None

    def percent(self, pattern, right, node, env):
        if isinstance(right, Seq) and right.kind == 'tuple':
            args = right.items
        else:
            args = [right]
        if all(isinstance(a, Const) for a in args) and not wants_too_much('Mod', pattern, 0):
            values = tuple(a.value for a in args)
            try:
                return Const(pattern % (values if isinstance(right, Seq) else values[0]), self.making)
            except Exception as error:  # whatever Python answers to this format
                raise Raised(type(error).__name__, str(error), node.lineno)
        pieces = pattern.replace('%%', '\0').replace('%s', '%d').split('%d')
        if len(pieces) != len(args) + 1 or any('%' in p for p in pieces):
            return self.opaque(node, env)
        parts = [Const(pieces[0].replace('\0', '%'))]
        for arg, piece in zip(args, pieces[1:]):
            parts.append(self.format_value(arg, '', '', node))
            parts.append(Const(piece.replace('\0', '%')))
        return self.join_text(parts, node, env)

    def eval_BoolOp(self, node, env):
        stop = isinstance(node.op, ast.Or)
        value = None
        for index, part in enumerate(node.values):
            value = self.eval(part, env)
            truth = self.truth(value)
            if truth is None:
                rest = [value] + [self.aside(p, env) for p in node.values[index + 1:]]
                return self.merge_values(rest, '`%s` (line %d)' % (self.text(part, env), node.lineno))
            if truth == stop:
                return value
        return value

    def aside(self, node, env):
        """The value of what may not be evaluated at all: its effects have to agree with no effect."""
        box = {}

        def way():
            box['value'] = self.eval(node, env)

        text = '`%s` (line %d)' % (self.text(node, env), node.lineno)
        self.fork([way, lambda: None], 'in ' + text, text)
        return box.get('value', Unknown('depends on ' + text))

    def eval_IfExp(self, node, env):
        truth = self.truth(self.eval(node.test, env))
        if truth is not None:
            return self.eval(node.body if truth else node.orelse, env)
        cond = '`%s` (line %d)' % (self.text(node.test, env), node.lineno)
        signal = self.fork([lambda: ('return', self.eval(node.body, env)),
                            lambda: ('return', self.eval(node.orelse, env))], 'if ' + cond, cond)
        return signal[1]

    def eval_Compare(self, node, env):
        left = self.eval(node.left, env)
        for op, right_node in zip(node.ops, node.comparators):
            right = self.eval(right_node, env)
            truth = self.compare(type(op).__name__, left, right, node)
            if truth is None:
                return self.opaque(node, env)
            if not truth:
                return Const(False)
            left = right
        return Const(True)

    def compare(self, op, left, right, node):
        if op in ('Is', 'IsNot'):
            same = self.identical(left, right)
            return same if same is None or op == 'Is' else not same
        if op in ('In', 'NotIn'):
            found = self.contains(right, left)
            return found if found is None or op == 'In' else not found
        a, b = self.plain_value(left), self.plain_value(right)
        if a is MISSING or b is MISSING:
            if op in ('Eq', 'NotEq') and isinstance(left, (ClassThing, LibClass, Func)) and left is right:
                return op == 'Eq'
            return None
        try:
            return bool(COMPARE[op](a, b))
        except TypeError as error:
            raise Raised('TypeError', str(error), node.lineno)

    def identical(self, left, right):
        doubtful = (Plain, Unknown)
        if isinstance(left, doubtful) or isinstance(right, doubtful):
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
        if isinstance(left, LibThing) or isinstance(right, LibThing):
            return None
        return False

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

    def contains(self, container, item):
        if isinstance(container, Const) and isinstance(container.value, (str, bytes)):
            if isinstance(item, Const) and isinstance(item.value, type(container.value)):
                return item.value in container.value
            return None
        if isinstance(container, Range):
            return item.value in container.range if isinstance(item, Const) and isinstance(item.value, int) else None
        if not isinstance(container, (Seq, Map)) or self.unsure(container):
            return None
        items = [k for k, _ in container.pairs] if isinstance(container, Map) else container.items
        wanted = self.plain_value(item)
        if wanted is MISSING:
            return False if not items else None
        values = [self.plain_value(t) for t in items]
        if any(v is not MISSING and v == wanted for v in values):
            return True
        return None if any(v is MISSING for v in values) else False

    # -- subscripts

    def eval_Subscript(self, node, env):
        value = self.eval(node.value, env)
        index = self.subscript_index(node.slice, env)
        return self.get_item(value, index, node, env)

    def subscript_index(self, node, env):
        kind = type(node).__name__
        if kind == 'Index':
            return self.eval(node.value, env)
        if kind in ('Slice', 'ExtSlice'):
            return self.eval_Slice(node, env) if kind == 'Slice' else self.unknown('a slice', node)
        return self.eval(node, env)

    def eval_Slice(self, node, env):
        ends = [Const(None) if part is None else self.eval(part, env) for part in (node.lower, node.upper, node.step)]
        if all(isinstance(e, Const) and isinstance(e.value, (int, type(None))) for e in ends):
            return Const(slice(*[e.value for e in ends]))
        return self.unknown('a slice of which the ends are not known', node)

    def get_item(self, value, index, node, env):
        if isinstance(value, ClassThing):
            own = self.find_in_class(value, '__class_getitem__')
            return Alias(value) if own is MISSING or isinstance(own, LibMethod) else self.opaque(node, env)
        if isinstance(value, LibClass):
            return Alias(value)
        if isinstance(value, Alias):
            return value
        if isinstance(value, Map) and not self.unsure(value):
            return self.map_get(value, index, node)
        if isinstance(value, Instance):
            return self.call_special(value, '__getitem__', [index], node, env)
        if not isinstance(index, Const):
            return self.opaque(node, env)
        source = value
        if isinstance(value, Seq) and not self.unsure(value) and not value.repeated and value.kind in ('list', 'tuple'):
            source = value.items
        elif isinstance(value, Const) and isinstance(value.value, (str, bytes)):
            source = value.value
        elif isinstance(value, Range):
            source = value.range
        else:
            return self.view_item(value, index, node, env)
        try:
            found = source[index.value]
        except Exception as error:  # whatever Python answers to this index
            raise Raised(type(error).__name__, str(error), node.lineno)
        if isinstance(found, list):
            return Seq(value.kind, found, 'copy', self.making)
        if isinstance(found, range):
            return Range(found.start, found.stop, found.step)
        return found if source is getattr(value, 'items', None) else Const(found, self.making)

    # -- comprehensions

    def eval_ListComp(self, node, env):
        items = self.comprehend(node, env)
        return Seq('list', items, 'comprehension', self.making) if items is not None else self.opaque(node, env)

    def eval_SetComp(self, node, env):
        items = self.comprehend(node, env)
        if items is None:
            return self.opaque(node, env)
        return Seq('set', self.distinct(items), 'comprehension', self.making)

    def eval_GeneratorExp(self, node, env):
        return Seq('generator', [], 'literal', self.making, thunk=lambda: self.comprehend(node, env))

    def eval_DictComp(self, node, env):
        pairs = self.comprehend(node, env)
        if pairs is None:
            return self.opaque(node, env)
        result = Map([], 'comprehension', self.making)
        for key, value in pairs:
            self.map_put(result, key, value)
        return result

    def comprehend(self, node, env):
        """Items of a comprehension in order; None when they can't be known."""
        scope = Env(env.module, env, 'function', env.owner)
        scope.first = env.first
        out = []
        return out if self.comprehend_level(node, 0, scope, env, out) else None

    def comprehend_level(self, node, level, scope, env, out):
        if level == len(node.generators):
            if isinstance(node, ast.DictComp):
                key = self.eval(node.key, scope)
                out.append((key, self.eval(node.value, scope)))
            else:
                out.append(self.eval(node.elt, scope))
            return True
        part = node.generators[level]
        source = self.eval(part.iter, env if level == 0 else scope)
        items = self.try_iterate(source)
        if items is None:
            return False
        for item in items:
            self.burn()
            self.assign(part.target, item, scope)
            keep = True
            for test in part.ifs:
                truth = self.truth(self.eval(test, scope))
                if truth is None:
                    return False
                keep = keep and truth
                if not keep:
                    break
            if keep and not self.comprehend_level(node, level + 1, scope, env, out):
                return False
        return True

    # -- iteration

    def try_iterate(self, thing):
        """Things that iterating gives, or None where they can't be known. Raises what Python raises."""
        if isinstance(thing, Const):
            if isinstance(thing.value, str):
                return [Const(c) for c in thing.value]
            if isinstance(thing.value, bytes):
                return [Const(c) for c in thing.value]
            raise Raised('TypeError', "'%s' object is not iterable" % type(thing.value).__name__)
        if isinstance(thing, Seq):
            if thing.state['unknown']:
                return None
            if thing.state['thunk'] is not None:
                return self.run_thunk(thing)
            self.burn(thing.length)
            if thing.repeated:
                return thing.items * thing.length
            items = list(thing.items)
            if thing.kind in ('iterator', 'generator'):
                self.put(thing.state, 'items', [])
                self.put(thing.state, 'length', 0)
            return items
        if isinstance(thing, Range):
            self.burn(min(len(thing.range), 10 ** 7))
            return [Const(n, self.making) for n in thing.range]
        if isinstance(thing, Map):
            return None if thing.state['unknown'] else [k for k, _ in thing.pairs]
        if isinstance(thing, ClassThing):
            return self.enum_members(thing)
        if isinstance(thing, Instance) and isinstance(thing.state['payload'], (Seq, Map, Const)):
            return self.try_iterate(thing.state['payload'])
        return None

    def run_thunk(self, thing):
        thunk = thing.state['thunk']
        self.put(thing.state, 'thunk', None)
        items = thunk()
        if items is None:
            self.put(thing.state, 'unknown', 'what it gives is not known')
        return items

    def iterate(self, thing, node, env):
        items = self.try_iterate(thing)
        if items is None:
            raise Undecided('`%s` (line %d) has a length that is not known' % (self.text(node, env), node.lineno))
        return items

    def distinct(self, items):
        seen = []
        kept = []
        for item in items:
            value = self.plain_value(item)
            key = (type(value).__name__ in ('str', 'bytes'), value) if value is not MISSING else None
            if key is None or key not in seen:
                kept.append(item)
                seen.append(key)
        return kept
