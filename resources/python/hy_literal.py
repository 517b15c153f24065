# SPDX-License-Identifier: GPL-3.0-or-later
"""Literal constants, and what may be computed with them."""
BIGGEST_BITS = 200000


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
