# SPDX-License-Identifier: GPL-3.0-or-later
"""What programs do around class statements: conditions on versions, generics, hooks, metaclasses that fill in slots, slots that
are computed."""
from bodies import PLAIN_NAMES, indented
from calls import Takes

MIXINS = ('socketserver.ThreadingMixIn, socketserver.TCPServer', 'socketserver.ThreadingMixIn, http.server.HTTPServer',
          'argparse.ArgumentDefaultsHelpFormatter, argparse.RawDescriptionHelpFormatter', 'threading.Thread, unittest.TestCase',
          'collections.UserDict, threading.Thread', 'collections.UserList, contextlib.ContextDecorator',
          'json.JSONEncoder, html.parser.HTMLParser', 'collections.OrderedDict, collections.abc.Hashable',
          'collections.Counter, collections.OrderedDict', 'threading.local, logging.Handler', 'ValueError, KeyError',
          'OSError, AttributeError', 'KeyError, AttributeError', 'io.RawIOBase, io.BufferedIOBase', 'str, ValueError',
          'dict, collections.abc.MutableMapping', 'collections.abc.Mapping, dict', 'tuple, collections.abc.Sequence',
          'contextlib.ExitStack, contextlib.ContextDecorator', 'queue.Queue, collections.deque', 'int, abc.ABC')


class Constructs(object):
    """Statements of such classes, as lists of lines; mixed into Maker."""

    def construct(self, name):
        return self.pick((self.nested, self.subscripted, self.parameters_of_type, self.with_keyword, self.own_items,
                          self.filled_by_metaclass, self.by_version, self.base_by_version, self.by_import, self.decorated,
                          self.library_mixin, self.changed_after, self.in_function, self.checked, self.wrapped_dataclass,
                          self.member_of_enum))(name)

    def simple_body(self, name):
        slots = ['__slots__ = ' + self.computed_slots()] if self.some(0.6) else []
        self.current.has_dict = self.current.has_dict or not slots
        return slots + (self.body(name) if self.some(0.5) else [])

    def known_base(self):
        return self.go_together([self.pick(self.known)]) if self.known and self.some(0.6) else []

    def family(self, name):
        """(bases, body) of a plain class."""
        bases = self.known_base()
        self.inherit(bases)
        return bases, self.simple_body(name)

    # -- slots that are computed

    def computed_slots(self):
        names = self.names((0, 1, 2, 3), PLAIN_NAMES)
        self.current.names |= set(names)
        listed = '(%s)' % ''.join('%r, ' % n for n in names)
        first = '(%s)' % ''.join('%r, ' % n for n in names[:1])
        rest = '(%s)' % ''.join('%r, ' % n for n in names[1:])
        forms = [listed, 'tuple(%s)' % listed, '%s + %s' % (first, rest), 'tuple(sorted(%s))' % listed,
                 '%r.split()' % ' '.join(names), 'tuple(n for n in %s)' % listed, '[n for n in %s if n != "a"]' % listed,
                 'list({%s})' % ', '.join('%r: 1' % n for n in names), '(*%s, *%s)' % (first, rest),
                 'tuple("%%s_" %% n for n in %s)' % listed, '[*%s]' % listed, 'tuple(dict.fromkeys(%s))' % listed,
                 'tuple(map(str, %s))' % listed, '%s + ("__dict__",)' % listed if not self.current.has_dict else listed,
                 '%s + ("__weakref__",)' % listed if not self.current.has_dict else listed,
                 'tuple(name.strip("_") for name in %s)' % listed, 'frozenset(%s[:1])' % listed]
        if self.known and self.some(0.2):
            forms = ['tuple(getattr(%s, "__slots__", ())) + %s' % (self.pick(self.known), listed),
                     '%s.__slots__ + %s' % (self.pick(self.known), listed)]
        return self.pick(forms)

    # -- nested and generic classes

    def nested(self, name):
        self.begin(name)
        inner = self.class_statement('Inner', self.known_base(), ['__slots__ = ' + self.slots()] if self.some(0.6) else [])
        outer = self.class_statement(name + 'Holder', [], inner + self.pick(([], ['Alias = Inner'], ['kept = Inner'])))
        self.current.has_dict = True
        return outer + ['', ''] + self.class_statement(name, [name + 'Holder.Inner'], self.simple_body(name))

    def subscripted(self, name):
        if not self.generics or self.some(0.3):
            self.generics.append(name)
            bases, body = self.family(name)
            own = self.pick((['typing.Generic[T]'], ['typing.Generic[T]'], ['typing.Generic[T, U]'],
                             self.since(8, ['typing.Protocol[T]']) or ['typing.Generic[T]']))
            return self.class_statement(name, bases + own, body)
        base = self.pick(self.generics)
        self.inherit([base])
        head = self.pick((['%s[int]' % base], ['%s[T]' % base], ['%s[T]' % base, 'typing.Generic[T]'], ['%s["%s"]' % (base, name)],
                          ['%s[int, str]' % base], ['%s[typing.List[T]]' % base], [base], ['%s[int]' % base, 'abc.ABC']))
        return self.class_statement(name, head, self.simple_body(name))

    def parameters_of_type(self, name):
        bases, body = self.family(name)
        parameters = self.pick(('[T]', '[T: int]', '[T, U]', '[T: (int, str)]', '[*Ts]', '[**P]', '[K, *Vs]'))
        body += self.pick(([], ['item: "T"'], ['def of(self, other): return other']))
        statement = self.class_statement(name, bases, body)
        return [statement[0].replace('class %s' % name, 'class %s%s' % (name, parameters), 1)] + statement[1:] \
            if self.minor >= 12 else statement

    def own_items(self, name):
        made = name + 'Base'
        result = self.pick(('cls', 'cls', 'type(cls.__name__, (cls,), {})', 'type("Sized", (cls,), {"__slots__": ("n1",)})'))
        lines = self.class_statement(made, [], (['__slots__ = ()'] if self.some(0.5) else []) +
                                     ['def __class_getitem__(cls, item):', '    return ' + result])
        body = self.simple_body(name)
        return lines + ['', ''] + self.class_statement(name, ['%s[%s]' % (made, self.pick(('int', '1', '"x"', 'int, str')))], body)

    # -- hooks and metaclasses

    def with_keyword(self, name):
        if not self.hooked or self.some(0.4):
            self.hooked.append(name)
            bases, body = self.family(name)
            hook = self.pick((['def __init_subclass__(cls, *, kind=None, **words):', '    super().__init_subclass__(**words)',
                               '    cls.kind = kind'],
                              ['def __init_subclass__(cls, kind="plain", **words):', '    super().__init_subclass__(**words)',
                               '    if kind not in ("plain", "x"):', '        raise ValueError("unknown kind " + kind)'],
                              ['kept = {}', 'def __init_subclass__(cls, kind=None, **words):',
                               '    super().__init_subclass__(**words)', '    cls.kept[cls.__name__] = cls'],
                              ['@classmethod', 'def __init_subclass__(cls, kind):', '    cls.kind = kind']))
            return self.class_statement(name, bases, body + hook)
        base = self.pick(self.hooked)
        self.inherit([base])
        words = self.pick(([], ['kind="x"'], ['kind="x"'], ['kind="other"'], ['kind="x"', 'level=1'], ['**{"kind": "x"}']))
        return self.class_statement(name, [base] + words, self.simple_body(name))

    def checked(self, name):
        made = name + 'Checked'
        test = self.pick(('"__slots__" not in cls.__dict__', 'not hasattr(cls, "kind")', '"run" not in vars(cls)',
                          'len(cls.__name__) > 1', 'getattr(cls, "__slots__", None) is None', 'cls.__dict__.get("a") == 1',
                          'not cls.__bases__', 'issubclass(cls, dict)'))
        hook = ['def __init_subclass__(cls, **words):', '    super().__init_subclass__(**words)', '    if %s:' % test,
                '        raise TypeError("%s is not complete" % cls.__name__)']
        lines = self.class_statement(made, [], ['__slots__ = ()'] + hook)
        body = self.simple_body(name) + self.pick(([], ['kind = 1'], ['def run(self): pass']))
        return lines + ['', ''] + self.class_statement(name, [made], body)

    def filled_by_metaclass(self, name):
        meta = 'M%s' % name.strip('_')
        fill = self.pick((['space["__slots__"] = tuple(space.get("__annotations__", {}))'],
                          ['space.setdefault("__slots__", ())'], ['space = dict(space)', 'space["__slots__"] = ("m1", "m2")'],
                          ['space["__slots__"] = [n for n in space if not n.startswith("_")]',
                           'for n in space["__slots__"]:', '    del space[n]'],
                          ['fields = [n for n, v in space.items() if v is None]',
                           'space = {n: v for n, v in space.items() if v is not None}', 'space["__slots__"] = fields'],
                          ['space["size"] = len(space)'], ['bases = bases or (dict,)'],
                          ['if "__slots__" not in space:', '    space["__slots__"] = ("kept",)'],
                          ['space.pop("x", None)'], ['space = {**space, "__slots__": ()}'], ['name = name + "Made"']))
        made = self.pick(('super().__new__(mcs, name, bases, space)', 'type.__new__(mcs, name, bases, space)',
                          'super().__new__(mcs, name, bases, dict(space))'))
        prepare = self.pick(([], [], [], ['@classmethod', 'def __prepare__(mcs, name, bases, **words):',
                                          '    return ' + self.pick(('{}', 'collections.OrderedDict()', 'dict(x=1)'))]))
        hook = ['def __new__(mcs, name, bases, space, **words):'] + indented(fill + ['return ' + made])
        lines = self.class_statement(meta, ['type'], prepare + hook)
        self.metaclasses.append(meta)
        body = ['%s: int%s' % (n, self.pick(('', '', ' = 1'))) for n in self.free_names((0, 1, 2), PLAIN_NAMES)]
        body += ['%s = %s' % (n, self.shared()) for n in self.free_names((0, 1, 2), PLAIN_NAMES)] + self.method(name)
        return lines + ['', ''] + self.class_statement(name, ['metaclass=' + meta], body)

    # -- conditions

    def condition(self):
        minor = self.pick((7, 8, 8, 9, 10, 11, 12, 13, 14))
        return self.pick(('sys.version_info >= (3, %d)', 'sys.version_info >= (3, %d)', 'sys.version_info < (3, %d)',
                          'sys.version_info[:2] >= (3, %d)', 'sys.version_info.minor > %d', 'sys.version_info[1] <= %d',
                          'sys.hexversion >= 0x03%02x0000', 'not sys.version_info >= (3, %d)',
                          'sys.version_info[0] == 3 and sys.version_info[1] >= %d')) % minor

    def by_version(self, name):
        if self.some(0.5):
            bases, one = self.family(name)
            other = self.simple_body(name)
            return ['if %s:' % self.condition()] + indented(self.class_statement(name, bases, one)) + ['else:'] + \
                indented(self.class_statement(name, bases if self.some(0.7) else [], other))
        bases = self.known_base()
        self.inherit(bases)
        slots = [['__slots__ = ' + self.computed_slots()] for _ in range(3)]
        body = self.pick((['if %s:' % self.condition()] + indented(slots[0]) + ['else:'] + indented(slots[1]),
                          ['if %s:' % self.condition()] + indented(slots[0]) + ['elif %s:' % self.condition()] +
                          indented(slots[1]) + ['else:'] + indented(slots[2]),
                          ['__slots__ = ("a",) + (("__weakref__",) if %s else ())' % self.condition()],
                          ['__slots__ = ("a", "b") if %s else "c"' % self.condition()],
                          ['if %s:' % self.condition()] + indented(slots[0])))
        return self.class_statement(name, bases, body)

    def base_by_version(self, name):
        one, other = [self.pick(self.known + ['dict', 'object', 'list', 'Exception']) for _ in range(2)]
        self.inherit([])
        lines = self.pick((['if %s:' % self.condition(), '    %sBase = %s' % (name, one), 'else:', '    %sBase = %s' % (name, other)],
                           ['%sBase = %s if %s else %s' % (name, one, self.condition(), other)],
                           ['NEW = ' + self.condition(), '%sBase = NEW and %s or %s' % (name, one, other)],
                           ['def choose():', '    if %s:' % self.condition(), '        return ' + one, '    return ' + other, '',
                            '', '%sBase = choose()' % name]))
        return lines + ['', ''] + self.class_statement(name, [name + 'Base'], self.simple_body(name))

    def by_import(self, name):
        self.inherit([])
        module, wanted, other = self.pick((
            ('typing', 'Protocol', 'object'), ('enum', 'StrEnum', 'str'), ('functools', 'cached_property', 'property'),
            ('dataclasses', 'dataclass', 'object'), ('typing', 'TypedDict', 'dict'), ('contextlib', 'nullcontext', 'object'),
            ('collections', 'OrderedDict', 'dict'), ('typing', 'NamedTuple', 'object'), ('queue', 'SimpleQueue', 'list'),
            ('types', 'GenericAlias', 'type')))
        lines = ['try:', '    from %s import %s as Imported' % (module, wanted), 'except %s:' %
                 self.pick(('ImportError', 'ImportError', '(ImportError, AttributeError)', 'Exception')), '    Imported = ' + other]
        if wanted[0].islower():
            return lines + ['', ''] + self.class_statement(name, [], self.simple_body(name) + (
                ['@Imported', 'def area(self): return 1'] if wanted == 'cached_property' else []))
        return lines + ['', ''] + self.class_statement(name, ['Imported'], self.simple_body(name))

    # -- decorators, functions, the library

    def decorated(self, name):
        bases, body = self.family(name)
        lines, decorator = self.pick((
            (['def note(cls):', '    return cls'], '@note'), (['def note(cls):', '    cls.noted = 1', '    return cls'], '@note'),
            (['def note(**words):', '    def wrap(cls):', '        cls.words = words', '        return cls', '    return wrap'],
             '@note(a=1)'), ([], '@functools.total_ordering'),
            (['seen = []', 'def note(cls):', '    seen.append(cls)', '    return cls'], '@note'),
            (['class Registry:', '    def __init__(self): self.kept = {}', '    def add(self, cls):',
              '        self.kept[cls.__name__] = cls', '        return cls', '', '', 'registry = Registry()'], '@registry.add'),
            (['def note(cls):', '    return type(cls.__name__, (cls,), {"__slots__": ("added",)})'], '@note')))
        if 'total_ordering' in decorator:
            body += ['def __lt__(self, other): return True']
        return lines + ([''] * 2 if lines else []) + [decorator] + self.class_statement(name, bases, body)

    def library_mixin(self, name):
        bases = self.pick(MIXINS)
        self.inherit(bases.split(', '))
        return self.class_statement(name, [bases], self.simple_body(name))

    def changed_after(self, name):
        bases, body = self.family(name)
        after = self.pick((['%s.later = 1'], ['%s.__slots__ = ("q",)'], ['%s.__doc__ = "text"'], ['%s.run = lambda self: 1'],
                           ['setattr(%s, "later", 1)'], ['for n in ("p", "q"):', '    setattr(%s, n, 1)'], ['Short = %s'],
                           ['%s.__module__ = "elsewhere"'], ['%s.__qualname__ = "Other"'], ['assert %s.__name__']))
        return self.class_statement(name, bases, body) + ['', ''] + [line % name if '%s' in line else line for line in after]

    def in_function(self, name):
        bases, body = self.family(name)
        return ['def build(wanted=("a", "b")):'] + indented(
            self.class_statement(name, bases, self.pick((body, ['__slots__ = wanted'], ['__slots__ = tuple(wanted) + ("z",)']))) +
            ['return ' + name]) + ['', '', '%s = build(%s)' % (name, self.pick(('', '("p",)', '["p", "q"]')))]

    def wrapped_dataclass(self, name):
        self.inherit([])
        fields = [self.field(n) for n in self.names((1, 2, 3), PLAIN_NAMES)]
        if self.minor < 10:
            return self.class_statement(name, [], ['pass'])
        decorator = self.pick(('@dataclasses.dataclass(**{"slots": True})', '@dataclasses.dataclass(slots=%s)' % self.condition(),
                               '@dataclasses.dataclass(**({"slots": True} if %s else {}))' % self.condition(),
                               '@dataclasses.dataclass(slots=True, frozen=True, eq=False)'))
        return [decorator] + self.class_statement(name, [], self.in_order(fields))

    def member_of_enum(self, name):
        self.current.metaclass, self.current.final = 'enum', True
        self.current.takes = Takes(['1'])
        return self.class_statement(name, *self.pick((
            (['enum.Flag'], ['R = enum.auto()', 'W = enum.auto()', 'RW = R | W']), (['enum.IntFlag'], ['R = 1', 'W = 2', 'ALL = 3']),
            (['float, enum.Enum'], ['A = 1.5', 'B = 2.5']), (['enum.Enum'], ['A = (1, "x")', 'B = (2, "y")', '', 'def __init__(self, n, label):',
                                                                              '    self.label = label']),
            (['str, enum.Enum'], ['A = "a"', 'B = "b"', '', 'def __str__(self): return self.value']),
            (['enum.Enum'], ['A = 1', '@classmethod', 'def _missing_(cls, value): return cls.A']),
            (['enum.Enum'], ['def _generate_next_value_(name, *rest): return name', 'A = enum.auto()', 'B = enum.auto()']),
            (['int, enum.Enum'], ['def __new__(cls, value, label=""):', '    self = int.__new__(cls, value)', '    self._value_ = value',
                                  '    return self', 'A = 1', 'B = 2, "two"']),
            (['enum.Enum'], ['A = B = 1', 'C = 2']), (['enum.Enum'], ['for n in "AB": locals()[n] = n', 'del n']),
            (['enum.Enum'], ['class Kind:', '    pass', 'A = 1']), (['enum.Enum'], ['A, B, C = range(3)']))))
