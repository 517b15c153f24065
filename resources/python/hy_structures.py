# SPDX-License-Identifier: GPL-3.0-or-later
"""Structures of ctypes: their sizes on 64-bit Linux, and fields, which are no attributes of their own.

Sources: Modules/_ctypes/stgdict.c (3.14: stginfo), PyCStructUnionType_update_stgdict; _ctypes.c, PyCData_MallocBuffer.
"""
from hy_things import MISSING, ClassThing, Const, LibClass, LibInstance, Undecided, Unknown

STRUCTURES = ('ctypes.Structure', 'ctypes.Union')
NUMBERS = {'c_' + n: size for size, names in (
    (1, 'bool byte ubyte int8 uint8'), (2, 'short ushort int16 uint16'), (4, 'int uint int32 uint32 float'),
    (8, 'long ulong longlong ulonglong size_t ssize_t int64 uint64 double'), (16, 'longdouble')) for n in names.split()}
OTHERS = {'c_char': 1, 'c_wchar': 4, 'c_char_p': 8, 'c_wchar_p': 8, 'c_void_p': 8, 'py_object': 8}
FLOATS = ('c_float', 'c_double', 'c_longdouble')
UNREAD = ('_align_', '_layout_', '_swappedbytes_')
POINTER = 8


class CType(Unknown):
    """A type of ctypes made by a call or by *: of a known size only."""

    def __init__(self, reason, line, size, align):
        Unknown.__init__(self, reason, line)
        self.size = size
        self.align = align


class Structures(object):
    def fn_ctypes_POINTER(self, args, keywords, node, env):
        made = self.unknown('what `%s` gives is not known' % self.text(node, env), node)
        return CType(made.reason, made.line, POINTER, POINTER)

    fn_ctypes_CFUNCTYPE = fn_ctypes_PYFUNCTYPE = fn_ctypes_POINTER

    def c_array(self, element, count, node, env):
        """element * count; None where that is no type of ctypes."""
        if isinstance(count, Const) and isinstance(count.value, int) and count.value >= 0:
            found = self.c_size(element)
            if found is not None:
                made = self.opaque(node, env)
                return CType(made.reason, made.line, found[0] * count.value, found[1])
        return None

    def c_size(self, thing):
        """(size, alignment) of a type of ctypes; None."""
        if isinstance(thing, CType):
            return thing.size, thing.align
        if isinstance(thing, LibClass) and thing.name.startswith('ctypes.'):
            size = NUMBERS.get(thing.name[7:]) or OTHERS.get(thing.name[7:])
            return (size, size) if size else None
        return self.structure_size(thing) if isinstance(thing, ClassThing) and self.c_kind(thing) else None

    def c_kind(self, cls):
        """'ctypes.Structure' or 'ctypes.Union' where a class is one; None."""
        return next((b.name for b in self.mro(cls) if isinstance(b, LibClass) and
                     b.name in STRUCTURES), None)

    def structure_size(self, cls):
        # tp_base: the first of them, since none has slots
        base = next((b for b, _, _ in cls.bases if isinstance(b, ClassThing) and self.c_kind(b)), None)
        start = self.structure_size(base) if isinstance(base, ClassThing) else (0, 1)
        fields = self.own_fields(cls)
        pack = self.find_in_class(cls, '_pack_')
        pack = 16 if pack is MISSING else self.plain_value(pack)
        if start is None or fields is None or not isinstance(pack, int) or pack < 1:
            return None
        if any(self.find_in_class(cls, n) is not MISSING for n in UNREAD):
            return None
        end, align = start
        for _, kind in fields:
            found = self.c_size(kind)
            if found is None:
                return None
            size, step = found[0], min(found[1], pack)
            align = max(align, step)
            end = max(end, size) if self.c_kind(cls) == 'ctypes.Union' else -(-end // step) * step + size
        return -(-end // align) * align, align

    def own_fields(self, cls):
        """[(name, type)]; None where they can't be known, as with bits of a number."""
        fields = self.try_iterate(cls.attrs['_fields_']) if '_fields_' in cls.attrs else []
        pairs = [self.try_iterate(f) for f in fields or ()]
        if fields is None or any(p is None or len(p) != 2 or not isinstance(p[0], Const) for p in pairs):
            return None
        return [(p[0].value, p[1]) for p in pairs]

    def field_of(self, cls, name):
        """The type of a field, MISSING where it is none; None where that can't be known."""
        for place in self.mro(cls) if self.c_kind(cls) else ():
            fields = self.own_fields(place) if isinstance(place, ClassThing) else []
            if fields is None or name in dict(fields):
                return None if fields is None else dict(fields)[name]
            if isinstance(place, ClassThing) and name in place.attrs:
                break
        return MISSING

    def set_field_of_structure(self, owner, name, kind, value, node):
        """Numbers are copied; of all else the structure keeps a reference in a dict that it makes."""
        known = kind.name[7:] if isinstance(kind, LibClass) else ''
        number = isinstance(value, Const) and known in NUMBERS and \
            isinstance(value.value, (int, float) if known in FLOATS else int)
        if not number:
            raise Undecided('what the structure keeps for `%s` (line %d) is not known' % (name, node.lineno))
        self.put(owner.attrs, name, value)

    def new_structure(self, base, cls, node, env):
        """What stands for the memory of a structure: an object of one argument, its size."""
        size = self.structure_size(cls)
        if size is None:
            return self.unknown('the size of the structure is not known', node)
        return LibInstance(base, self.text(node, env, 200), [Const(size[0])], self.making)

    def start_structure(self, made, args, keywords, node):
        """Source: Modules/_ctypes/_ctypes.c, Struct_init."""
        fields = [self.own_fields(place) for place in reversed(self.mro(made.cls)) if isinstance(place, ClassThing)]
        names = [] if None in fields else [n for own in fields for n, _ in own]
        given = list(zip(names, args)) + list(keywords.items())
        if len(args) > len(names) or any(n not in names for n in keywords) or len(given) > len(dict(given)):
            raise Undecided('what the structure makes of these arguments is not known (line %d)' % node.lineno)
        for name, value in given:
            self.set_attribute(made, name, value, node, None)
