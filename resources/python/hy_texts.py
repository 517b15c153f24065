# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether an operation on a text or bytes gives the same object, the shared one of its character, or a new one."""
from hy_digits import counted
from hy_things import Const, Seq, Sized

# Methods that give the text itself where nothing changes; those of which even a result of one character is an object of
# its own. Sources: Objects/unicodeobject.c (unicode_result_unchanged, case_operation, replace), Objects/bytesobject.c,
# Objects/stringlib/.
UNCHANGED = frozenset('''center expandtabs ljust lstrip partition removeprefix removesuffix replace rjust rpartition rsplit
rstrip split splitlines strip zfill'''.split())
ANEW = frozenset('capitalize casefold lower replace swapcase title upper'.split())


class Texts(object):
    def method_result(self, owner, name, value):
        """What owner.name() gives, which Python says is @value."""
        if isinstance(value, (list, tuple)):
            return Seq(type(value).__name__, [self.method_result(owner, name, v) for v in value], 'mixed', self.making)
        if name in UNCHANGED and type(value) is type(owner.value) and value == owner.value:
            return owner
        if type(value) is int:
            return counted(value, self.making)
        return own_text(Const(value, self.making), name in ANEW)

    def text_of(self, value, making):
        """str (value), repr (value) of a plain value. Sources: long_to_decimal_string, bool_repr, none_repr."""
        return own_text(Const(str(value), making and not isinstance(value, bool)), isinstance(value, int))

    def alone(self, parts):
        """The text that a format holds nothing beside, which is then no new one; None."""
        parts = [p for p in parts if not (isinstance(p, Const) and p.value == '')] if len(parts) > 1 else parts
        return parts[0] if len(parts) == 1 and self.is_text(parts[0]) else None

    def is_text(self, thing):
        return getattr(thing, 'kind', None) == 'str' or isinstance(thing, Const) and isinstance(thing.value, str)

    def same_operand(self, op, left, right):
        """The text or tuple itself where + adds nothing or * repeats it once; None. Source: PyUnicode_Concat,
        unicode_repeat, tuplerepeat; tupleconcat (3.7+)."""
        for thing, other in ((left, right), (right, left)):
            if isinstance(thing, Sized) and thing.kind == 'str' and isinstance(other, Const) and other.value == '':
                return thing if op == 'Add' else None
            if not isinstance(thing, Seq) or thing.kind != 'tuple' or not thing.length:
                continue
            if op == 'Mult' and isinstance(other, Const) and other.value == 1:
                return thing
            if op == 'Add' and isinstance(other, Seq) and other.kind == 'tuple' and not other.length and self.is_since(7):
                return thing
        if not isinstance(left, Const) or not isinstance(right, Const) or not isinstance(left.value, (str, bytes)):
            return None
        if op == 'Mult':
            return left if right.value == 1 and isinstance(right.value, int) else None
        if op != 'Add' or type(left.value) is not type(right.value):
            return None
        return left if not right.value else right if not left.value else None

    def whole(self, value, index):
        """The text or tuple itself where a slice takes all of it; None. Source: unicode_subscript, tuplesubscript."""
        if not isinstance(index.value, slice) or index.value.step not in (None, 1):
            return None
        if isinstance(value, Seq) and value.kind != 'tuple':
            return None
        length = value.length if isinstance(value, Seq) else len(value.value)
        return value if index.value.indices(length)[:2] == (0, length) else None


def own_text(thing, own):
    """Notes that a text of one character is not the one that all share."""
    thing.own = own
    return thing


def shared_text(thing):
    """The same, made in the way in which one character is not new."""
    if isinstance(thing, Sized) and thing.own:
        return Sized(thing.kind, thing.length, thing.width, thing.digits, thing.text)
    return Const(thing.value, thing.fresh) if isinstance(thing, Const) and thing.own else thing
