# SPDX-License-Identifier: GPL-3.0-or-later
"""Random classes of the kinds that the standard library makes: dataclasses, named tuples, enums, ctypes structures."""
import re

from bodies import NAMES, PLAIN_NAMES, indented
from calls import Takes

KEYS = ('RED', 'GREEN', 'BLUE', 'a', 'b', '_private', 'MAX', 'of', 'value_')


class Kinds(object):
    """Statements of such classes, as lists of lines; mixed into Maker."""

    # -- dataclasses

    def dataclass(self, name):
        head = [b for b in self.bases() if self.some(0.8)]
        self.inherit(head)
        words = []
        for word, since, chance in (('frozen', 7, 0.2), ('eq', 7, 0.05), ('order', 7, 0.08), ('init', 7, 0.05),
                                    ('slots', 10, 0.5), ('kw_only', 10, 0.15), ('weakref_slot', 11, 0.2),
                                    ('unsafe_hash', 7, 0.03), ('repr', 7, 0.03), ('match_args', 10, 0.03)):
            if word == 'frozen' and self.current.fields is not None and self.some(0.95):
                chance = self.current.frozen
            if self.some(chance):
                text = '%s=%s' % (word, self.some(0.9))
                self.current.frozen = self.current.frozen or text == 'frozen=True'
                words += self.since(since, [text])
        lines = [self.field(field) for field in self.names((0, 1, 2, 2, 3, 5))]
        if self.some(0.9):
            lines = self.in_order(lines)
        self.current.fields = self.current.takes = self.field_takes(lines, 'kw_only=True' in words)
        if self.some(0.06):
            lines.insert(self.random.randint(0, len(lines)), ''.join(self.since(10, ['_: dataclasses.KW_ONLY'])) or 'k: int = 0')
        if self.some(0.12):
            late = [n for n in ('', 'a', 'b', 'x', 'y') if n and any(line.startswith(n + ': dataclasses.Init') for line in lines)]
            lines += ['def __post_init__(%s):' % ', '.join(['self'] + (late if self.some(0.8) else []))] + \
                indented(['self.%s = 1' % n for n in self.names((1, 2))])
        for part, chance in ((self.method, 0.15), (self.accessor, 0.1), (self.class_variables, 0.08), (self.init, 0.04),
                             (self.hook, 0.05)):
            if self.some(chance):
                lines += part(name)
        slots = ['__slots__ = ' + self.slots()] if self.some(0.08) else []
        decorator = '@dataclasses.dataclass' + ('(%s)' % ', '.join(words) if words or self.some(0.5) else '')
        return [decorator] + self.class_statement(name, head, slots + lines)

    def in_order(self, lines):
        """Fields without a default first; none of these where a base has one with it."""
        have = self.current.fields is not None and bool(self.current.fields.optional)
        lines = sorted(lines, key=lambda line: bool(takes_default(line)))
        return [line + ' = 1' if have and takes_default(line) is False and '(' not in line else line for line in lines]

    def field_takes(self, lines, only):
        """What the __init__ takes that these fields and those of the bases make."""
        inherited = self.current.fields
        takes = Takes(None, *((inherited.needed, inherited.optional, inherited.only) if inherited else ()))
        for line in lines:
            name = line.split(':')[0].split(' ')[0]
            known = takes_default(line)
            if known is not None and not any(name in group for group in (takes.needed, takes.optional, takes.only)):
                group = takes.optional if known else takes.only if only or 'kw_only=True' in line else takes.needed
                group.append(name)
        return takes

    def field(self, name):
        forms = ['%s: int', '%s: int', '%s: int', '%s: int = 1', '%s: int = 1', '%s: str = "x"',
                 '%s: int = dataclasses.field(default_factory=int)', '%s: int = dataclasses.field(default=3)',
                 '%s: int = dataclasses.field(init=False)', '%s: "typing.ClassVar[int]" = 3',
                 '%s: typing.ClassVar[int] = 3', '%s: dataclasses.InitVar[int]', '%s: dataclasses.InitVar[int] = 5',
                 '%s: int = dataclasses.field(default=0, repr=False, compare=False)',
                 '%s: int = dataclasses.field(init=False, default=4)', '%s: "int" = dataclasses.field(hash=True, default=2)',
                 '%s: int = dataclasses.field(kw_only=True)', '%s: int = dataclasses.field(default=1, kw_only=False)',
                 '%s: int = dataclasses.field(default=None, metadata={"k": 1})', '%s: typing.Any = None']
        if self.some(0.04):
            forms = ['%s: list = []', '%s: dict = {}', '%s = dataclasses.field(default=3)', '%s: object = bytearray()',
                     '%s: int = dataclasses.field(default=1, default_factory=int)', '%s: set = dataclasses.field(default=set())',
                     '%s: typing.ClassVar[int] = dataclasses.field(default_factory=int)']
        elif self.fresh and self.some(0.3):
            self.used_fresh = True
            forms = ['%s: list = dataclasses.field(default_factory=lambda: [])', '%s: dict = dataclasses.field(default_factory=lambda: {})',
                     '%s: list = dataclasses.field(default_factory=lambda: [1, 2])',
                     '%s_kept: list = dataclasses.field(default_factory=list)', '%s_kept: dict = dataclasses.field(default_factory=dict)']
        form = self.pick(forms)
        return (form if self.minor >= 10 or 'kw_only' not in form else '%s: int = 1') % name

    # -- named tuples, enums and the like

    def namedtuple(self, name):
        fields = self.names((0, 1, 2, 5), ('a', 'b', 'c', 'x', 'y') if self.some(0.9) else NAMES + ('a', 'class', '1a'))
        written = self.pick((repr(' '.join(fields)), repr(fields), repr(tuple(fields)), repr(', '.join(fields))))
        words = ['rename=True'] if self.some(0.1) else []
        words += self.since(7, ['defaults=(%s)' % ''.join('%d, ' % n for n in range(self.pick((1, 2))))]) if self.some(0.15) else []
        call = 'collections.namedtuple(%s)' % ', '.join([repr(name), written] + words)
        self.current.takes = Takes(None, fields)
        self.current.solid = 'tuple'
        if self.some(0.2):
            call = 'typing.NamedTuple(%r, [%s])' % (name, ', '.join('(%r, int)' % f for f in fields))
        if self.some(0.4):
            return self.class_statement(name, [call], self.maybe_empty_slots() + (self.method(name) if self.some(0.3) else []))
        return ['%s = %s' % (name, call)]

    def maybe_empty_slots(self):
        return ['__slots__ = ()'] if self.some(0.7) else []

    def typed_namedtuple(self, name):
        fields = self.names((1, 2, 3, 5), ('a', 'b', 'c', 'x', 'y', 'id') if self.some(0.95) else NAMES)
        lines = ['%s: int%s' % (f, self.pick(('', '', ' = 1'))) for f in fields]
        if self.some(0.95):
            lines.sort(key=lambda line: '=' in line)
        self.current.takes = self.field_takes(lines, False)
        self.current.solid = 'tuple'
        if self.some(0.2):
            lines += self.pick((['def area(self): return 1'], ['"""Point."""'], ['__slots__ = ()'], ['extra = 5'],
                                ['@property', 'def p(self): return 1'], ['def __new__(cls): pass'], ['_x: int = 3']))
        return self.class_statement(name, ['typing.NamedTuple'] + (['typing.Generic[T]'] if self.some(0.04) else []), lines)

    def enum(self, name):
        base = self.pick(('enum.Enum', 'enum.Enum', 'enum.IntEnum', 'enum.Flag', 'enum.IntFlag', 'str, enum.Enum',
                          'int, enum.Enum', ''.join(self.since(11, ['enum.StrEnum'])) or 'enum.Enum'))
        if self.enums and self.some(0.15):
            base = self.pick(self.enums)
        lines, numbers = [], list(range(1, 9))
        for place, key in enumerate(self.names((0, 1, 2, 3, 4), KEYS)):
            value = self.pick(('enum.auto()', str(numbers[place]), str(2 ** place), str(numbers[place])))
            if 'str' in base.lower():
                value = self.pick((repr(key.lower()), '"x"', 'enum.auto()' if 'Str' in base else '"y"'))
            elif base == 'enum.Enum' and self.some(0.3):
                value = self.pick(('"red"', '(1, 2)', 'None', '1', '1.5', 'object()'))
            lines.append('%s = %s' % (key, value))
        self.current.metaclass = 'enum'
        self.current.final = bool(lines)
        self.current.takes = Takes([re.sub(r'enum.auto..', '1', line.split(' = ')[1]) for line in lines] or ('1',))
        if lines and self.some(0.05):
            lines.append(self.pick(lines))
        if self.some(0.2):
            lines += self.pick((['def label(self): return "x"'], ['@property', 'def shown(self): return 1'],
                                ['def __init__(self, *args): self.extra = 1'], ['__slots__ = ()'], ['_ignore_ = ["q"]'],
                                ['@classmethod', 'def first(cls): return 1'], ['@staticmethod', 'def two(): return 2'],
                                ['def __str__(self): return "s"'], ['note: int']))
        self.enums.append(name)
        decorator = ['@enum.unique'] if self.some(0.1) else []
        return decorator + self.class_statement(name, [base], lines)

    def typed_dict(self, name):
        lines = ['%s: %s' % (n, self.pick(('int', 'str', '"int"'))) for n in self.names((0, 1, 2, 3), PLAIN_NAMES)]
        words = ['total=%s' % self.some(0.5)] if self.some(0.3) else []
        bases = [self.pick(self.typed_dicts)] if self.typed_dicts and self.some(0.5) else ['typing.TypedDict']
        self.typed_dicts.append(name)
        self.current.final = True  # but for other TypedDicts
        return self.class_statement(name, bases + words, lines)

    def structure(self, name):
        simple = ('ctypes.c_int', 'ctypes.c_double', 'ctypes.c_char', 'ctypes.c_void_p', 'ctypes.c_char * 5', 'ctypes.c_short',
                  'ctypes.c_int * 3', 'ctypes.POINTER(ctypes.c_int)', 'ctypes.c_uint8', 'ctypes.c_longlong', 'ctypes.c_wchar',
                  'ctypes.c_bool', 'ctypes.py_object')
        kinds = simple + tuple(self.structures) + tuple('%s * 4' % s for s in self.structures)
        fields = ['("%s", %s)' % (n, self.pick(kinds)) for n in self.names((0, 1, 2, 3, 4), PLAIN_NAMES)]
        lines = ['_pack_ = %s' % self.pick((1, 2, 4))] if self.some(0.08) else []
        if self.some(0.95):
            lines.append('_fields_ = [%s]' % ', '.join(fields))
        if self.some(0.15):
            lines.append('__slots__ = ' + self.slots())
        lines += self.method(name) if self.some(0.15) else []
        base = self.pick(('ctypes.Structure', 'ctypes.Structure', 'ctypes.Structure', 'ctypes.Union',
                          'ctypes.BigEndianStructure', self.pick(self.structures or ['ctypes.Structure'])))
        self.structures.append(name)
        self.current.metaclass = 'union' if base == 'ctypes.Union' else 'structure'
        self.current.solid = base if base in self.structures else name
        if self.some(0.06):
            self.structures.append('%sArray' % name)
            return self.class_statement(name, [base], lines) + ['', '', '%sArray = %s * %d' % (name, name, self.pick((0, 2, 100)))]
        return self.class_statement(name, [base], lines)

    def error(self, name):
        bases = [self.pick(('Exception', 'ValueError', 'KeyError', 'OSError', 'RuntimeError', 'LookupError'))]
        self.inherit(bases)
        return self.class_statement(name, bases, self.body(name))

    def generic(self, name):
        bases = self.pick((['typing.Generic[T]'], ['abc.ABC'], ['typing.Generic[T]', 'abc.ABC'],
                           self.since(8, ['typing.Protocol']) or ['abc.ABC'],
                           self.since(8, ['typing.Protocol[T]']) or ['typing.Generic[T]'],
                           ['collections.abc.Mapping'], ['typing.Sequence[T]'], ['typing.Generic[T, U]'],
                           ['%s' % self.pick(self.known or ['abc.ABC']), 'typing.Generic[T]']))
        self.inherit(bases)
        slots = ['__slots__ = ' + self.slots()] if self.some(0.3) else []
        body = self.body(name)
        return self.class_statement(name, bases, slots + body + self.implement(body))

    # -- by calls

    def type_call(self, name):
        bases = [b for b in self.bases() if '[' not in b]
        self.inherit(bases)
        bases = ''.join('%s, ' % b for b in bases)
        items = ["'__slots__': " + self.slots()] if self.some(0.7) else []
        items += ["'%s': %s" % (n, self.shared()) for n in self.names((0, 0, 1, 2))]
        if self.some(0.1):
            items.append("'__init__': lambda self: None")
        return ['%s = type(%r, (%s), {%s})' % (name, name, bases, ', '.join(items))]

    def namespace(self, name):
        self.inherit(['types.SimpleNamespace'])
        return self.class_statement(name, ['types.SimpleNamespace'], self.body(name))

    def descriptor_class(self, name):
        self.begin(name)
        self.descriptors.append(name)
        lines = self.pick((['def __get__(self, instance, owner=None): return 1'],
                           ['def __get__(self, instance, owner=None): return 1', 'def __set__(self, instance, value): pass'],
                           ['def __set_name__(self, owner, name): self.name = name'],
                           ['def __set_name__(self, owner, name):', '    self.name = "_" + name',
                            'def __get__(self, instance, owner=None):',
                            '    return self if instance is None else getattr(instance, self.name, None)',
                            'def __set__(self, instance, value):', '    setattr(instance, self.name, value)'],
                           ['def __set_name__(self, owner, name):', '    raise ValueError("no " + name)'],
                           ['def __set__(self, instance, value):', '    raise AttributeError("read only")'],
                           ['def __set__(self, instance, value):', '    instance.__dict__["kept"] = value']))
        return self.class_statement(name, [], lines)


def takes_default(line):
    """Of the line of a field, or of another: None where __init__ does not take it, else whether it may be left out."""
    if 'init=False' in line or 'ClassVar' in line or ':' not in line or 'KW_ONLY' in line:
        return None
    return ' = ' in line and 'field(kw_only=True)' not in line
