# SPDX-License-Identifier: GPL-3.0-or-later
"""How many digits of 30 bits Python asks for when it makes an int: more than the result has where an operator takes room
that the result may need. Source of all: Objects/longobject.c, where each function is named."""
import math

from hy_things import MISSING, Const

SHIFT = 30
# Beyond this many digits some operators are left to other algorithms, by version.
MOST_DIGITS = 60
# As many as the result has: PyLong_FromLong, PyLong_FromLongLong, PyLong_FromDouble.
NATURAL = 0


def size(number):
    return -(-abs(number).bit_length() // SHIFT)


def added(a, b):
    """long_add, x_add, x_sub: the last looks for the highest digit in which operands of one length differ."""
    most = max(size(a), size(b))
    if most <= 1:
        return NATURAL
    if (a < 0) == (b < 0):
        return most + 1
    return most if size(a) != size(b) else size(abs(a) ^ abs(b))


def subtracted(a, b):
    """long_sub."""
    if b == 0:
        return NATURAL if size(a) <= 1 else size(a) + (a < 0)
    return added(a, -b)


def multiplied(a, b):
    """long_mul, x_mul. Some versions make a 0 of its own of a long operand and 0."""
    if max(size(a), size(b)) <= 1:
        return NATURAL
    return size(a) + size(b) if a and b else MISSING


def raised(a, b):
    """long_pow, from the left bit by bit: by the last multiplication."""
    if b < 2 or b.bit_length() > SHIFT:
        return NATURAL if size(a) <= 1 and 0 <= b < 2 else MISSING
    return multiplied(a ** (b - 1), a) if b % 2 else multiplied(a ** (b // 2), a ** (b // 2))


def divided(a, b):
    """l_divmod, divrem1, x_divrem: the latter may leave the highest digit 0. It rounds down what it has rounded to 0. A
    quotient of one digit may be made in the place of an earlier remainder."""
    if max(size(a), size(b)) <= 1 or abs(a) < abs(b):
        return NATURAL
    quotient = abs(a) // abs(b)
    if (a < 0) != (b < 0) and a % b:
        return subtracted(-quotient, 1)
    if size(b) == 1:
        return size(a)
    up = SHIFT * size(b) - abs(b).bit_length()
    top = (abs(a) << up) >> SHIFT * (size(a) - 1)
    digits = size(a) - size(b) + (top >= (abs(b) << up) >> SHIFT * (size(b) - 1))
    return digits if digits > 1 else MISSING


def left_over(a, b):
    """l_mod, rem1, x_divrem. A remainder that is the left operand is that object."""
    if size(b) <= 1:
        return NATURAL
    if abs(a) < abs(b):
        return added(a, b) if a and (a < 0) != (b < 0) else MISSING
    rest = abs(a) % abs(b)
    if (a < 0) != (b < 0) and rest:
        return added(-rest if a < 0 else rest, b)
    return size(b)


def shifted_left(a, b):
    """long_lshift1: a digit more where the bits of one may go into two."""
    return size(a) + b // SHIFT + (b % SHIFT > 0) if a else NATURAL


def shifted_right(a, b):
    """long_rshift1. How a long negative one is rounded has changed."""
    if size(a) <= 1:
        return NATURAL
    return MISSING if a < 0 else max(size(a) - b // SHIFT, 0)


def combined(name):
    """long_bitwise: a negative operand has ones without end before it, and a negative result has one more digit."""
    def digits(a, b):
        if size(a) < size(b):
            a, b = b, a
        negative = {'BitAnd': a & b, 'BitOr': a | b, 'BitXor': a ^ b}[name] < 0
        if max(size(a), size(b)) <= 1 and not negative:
            return NATURAL
        shorter = name == 'BitAnd' and b >= 0 or name == 'BitOr' and b < 0
        return size(b if shorter else a) + negative
    return digits


DIGITS = {'Add': added, 'Sub': subtracted, 'Mult': multiplied, 'Pow': raised, 'FloorDiv': divided, 'Mod': left_over,
          'LShift': shifted_left, 'RShift': shifted_right, 'BitAnd': combined('BitAnd'), 'BitOr': combined('BitOr'),
          'BitXor': combined('BitXor')}


def digits_of(op, left, right):
    """What left op right, two ints, asks for: digits, NATURAL or MISSING where it is not known."""
    if max(size(left), size(right)) > MOST_DIGITS:
        return MISSING
    return DIGITS[op](left, right)


def takes_one_digit(op, left, right):
    """Whether bit operators of newer versions see an int of one digit and ask for what the result needs."""
    return max(size(left), size(right)) <= 1 and (op in ('BitAnd', 'BitOr', 'BitXor') or op == 'LShift' and right < SHIFT)


def counted(number, fresh):
    """A length or a sum. Source: PyLong_FromSsize_t, builtin_sum_impl; what they take for one digit varies."""
    made = Const(number, fresh)
    made.room = MISSING if size(number) == 1 or size(number) > 2 else NATURAL
    return made


def digits_inverted(number):
    """long_invert."""
    return added(number, 1) if size(number) > 1 else NATURAL


def digits_read(text, base):
    """PyLong_FromString: by how many digits the text has, prefix left out."""
    digits = text.strip().lstrip('+-').replace('_', '').lower()
    if digits[:2] in ('0b', '0o', '0x') and base in (0, {'b': 2, 'o': 8, 'x': 16}[digits[1]]):
        base, digits = {'b': 2, 'o': 8, 'x': 16}[digits[1]], digits[2:]
    base = base or 10
    if base & (base - 1) == 0:
        return -(-len(digits) * (base.bit_length() - 1) // SHIFT)
    return int(len(digits) * (math.log(base) / math.log(2 ** SHIFT)) + 1)
