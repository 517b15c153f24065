# SPDX-License-Identifier: GPL-3.0-or-later
"""Literal constants, and what may be computed with them."""
import operator

BIGGEST_BITS = 200000
BINARY = {'Add': operator.add, 'Sub': operator.sub, 'Mult': operator.mul, 'Div': operator.truediv,
          'FloorDiv': operator.floordiv, 'Mod': operator.mod, 'Pow': operator.pow, 'LShift': operator.lshift,
          'RShift': operator.rshift, 'BitOr': operator.or_, 'BitXor': operator.xor, 'BitAnd': operator.and_}
UNARY = {'UAdd': operator.pos, 'USub': operator.neg, 'Invert': operator.invert}
# MAX_INT_SIZE; MAX_COLLECTION_SIZE and MAX_STR_SIZE of Python/ast_opt.c and Python/flowgraph.c, and, in 3.6, of
# Python/peephole.c.
FOLDED_BITS = 128
FOLDED = (256, 4096)
FOLDED_BY_3_6 = (20, 20)


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


def grows_too_much(op, left, right, limits):
    """Whether the compiler leaves left op right, two constants, to be computed at run time: safe_multiply, safe_power,
    safe_lshift, safe_mod."""
    if op == 'Mod':
        return isinstance(left, (str, bytes))
    if op == 'Mult':
        if isinstance(left, int):
            left, right = right, left
        if isinstance(left, (str, bytes, tuple)) and isinstance(right, int):
            return len(left) * right > (limits[not isinstance(left, tuple)])
    if not isinstance(left, int) or not isinstance(right, int):
        return False
    if op == 'Mult':
        return left.bit_length() + right.bit_length() > FOLDED_BITS
    if op == 'Pow':
        return right > 0 and left.bit_length() * right > FOLDED_BITS
    return op == 'LShift' and left.bit_length() + right > FOLDED_BITS


def fold(table, op, operands, limits=FOLDED):
    """(True, value) where the compiler puts the result of an operator into the code's constants."""
    if len(operands) == 2 and grows_too_much(op, operands[0], operands[1], limits):
        return False, None
    try:
        return True, table[op](*operands)
    except Exception:  # whatever Python answers to them at run time
        return False, None


def literal(node, limits=FOLDED):
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
        known, value = literal(node.operand, limits)
        return fold(UNARY, type(node.op).__name__, (value,)) if known else (False, None)
    if kind == 'BinOp':
        left, right = literal(node.left, limits), literal(node.right, limits)
        if left[0] and right[0]:
            return fold(BINARY, type(node.op).__name__, (left[1], right[1]), limits)
    if kind == 'Tuple':
        items = [literal(e, limits) for e in node.elts]
        if all(known for known, _ in items):
            return True, tuple(value for _, value in items)
    return False, None


def literal_index(node):
    """Whether an index or a slice is nothing but literals."""
    kind = type(node).__name__
    if kind == 'Slice':
        return all(part is None or literal(part)[0] for part in (node.lower, node.upper, node.step))
    return literal(node.value if kind == 'Index' else node)[0]


def folded_late(node):
    """Whether the compilers of 3.7 and later make one constant of it, and that of 3.6 does not."""
    return literal(node)[0] and not literal(node, FOLDED_BY_3_6)[0]
