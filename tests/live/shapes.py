# SPDX-License-Identifier: GPL-3.0-or-later
"""Random hierarchies of classes that real code could contain.

A shape is a list of statements, each a dict that render() writes as Python; the last one makes a class C.
Statements stay apart so that a failing shape can be made smaller.
"""

SLOT_NAMES = ('a', 'b', 'c', 'x', 'y', 'z', 'id', 'name', 'total', '_state', '_a', '__key', '__x', 'Q', 'Z9', 'value',
              '\u00e9', '__magic__', 'class_', 'of')
CLASS_NAMES = ('A', 'B', 'D', 'E', 'F', 'G', '_H', '__I', 'J_', 'Node', 'Base', 'Mixin', '__')

BUILTINS = ('object', 'int', 'str', 'list', 'dict', 'tuple', 'set', 'frozenset', 'float', 'complex', 'bytes', 'bytearray',
            'Exception', 'ValueError', 'KeyError', 'OSError', 'RuntimeError', 'StopIteration', 'ImportError',
            'AttributeError', 'NameError', 'SyntaxError', 'UnicodeDecodeError', 'BaseException', 'Warning', 'LookupError',
            'property', 'staticmethod', 'classmethod', 'type', 'super', 'zip', 'map', 'reversed', 'enumerate')
FINAL = ('bool', 'range', 'slice', 'memoryview', 'type(None)', 'types.FunctionType', 'types.MethodType')
LIBRARY = ('collections.OrderedDict', 'collections.defaultdict', 'collections.deque', 'collections.Counter',
           'collections.UserDict', 'collections.UserList', 'collections.ChainMap', 'collections.abc.Sized',
           'collections.abc.Mapping', 'collections.abc.MutableMapping', 'collections.abc.Sequence',
           'collections.abc.Iterable', 'collections.abc.Hashable', 'collections.abc.Callable', 'collections.abc.Set',
           'abc.ABC', 'threading.Thread', 'threading.local', 'queue.Queue', 'logging.Handler', 'logging.Logger',
           'pathlib.PurePosixPath', 'pathlib.Path', 'datetime.date', 'datetime.datetime', 'datetime.timedelta',
           'datetime.tzinfo', 'decimal.Decimal', 'fractions.Fraction', 'uuid.UUID', 'ipaddress.IPv4Address',
           'types.SimpleNamespace', 'types.ModuleType', 'ctypes.Structure', 'ctypes.Union', 'contextlib.ContextDecorator',
           'contextlib.ExitStack', 'string.Template', 'string.Formatter', 'random.Random', 'io.StringIO', 'io.BytesIO',
           'io.RawIOBase', 'json.JSONEncoder', 'unittest.TestCase', 'argparse.Action', 'argparse.ArgumentParser',
           'socket.socket', 'weakref.ref', 'array.array', 'asyncio.Future', 'asyncio.Protocol', 'http.server.BaseHTTPRequestHandler',
           'socketserver.BaseRequestHandler', 'ast.NodeVisitor', 'configparser.ConfigParser', 'html.parser.HTMLParser',
           'functools.partial', 'itertools.count', 'enum.Enum', 'enum.IntEnum', 'enum.Flag', 'typing.Generic[T]',
           'typing.List[int]', 'typing.Dict[str, T]', 'typing.Sequence[T]', 'csv.Dialect', 'codecs.Codec', 'cmd.Cmd',
           'struct.Struct', 're.Pattern', 'xml.sax.handler.ContentHandler', 'email.message.Message', 'numbers.Number')
SINCE = {'collections.abc.Collection': 6, 'typing.Protocol': 8, 'typing.TypedDict': 8, 're.Pattern': 8}
MODULES = ('abc', 'argparse', 'array', 'ast', 'asyncio', 'cmd', 'codecs', 'collections', 'collections.abc', 'configparser',
           'contextlib', 'csv', 'ctypes', 'datetime', 'decimal', 'email.message', 'enum', 'fractions', 'functools',
           'html.parser', 'http.server', 'io', 'ipaddress', 'itertools', 'json', 'logging', 'numbers', 'pathlib', 'queue',
           'random', 're', 'socket', 'socketserver', 'string', 'struct', 'threading', 'types', 'typing', 'unittest', 'uuid',
           'weakref', 'xml.sax.handler')


class Maker(object):
    """Makes one shape for CPython 3.@minor."""

    def __init__(self, random, minor):
        self.random = random
        self.minor = minor
        self.known = []
        self.metaclasses = []

    def some(self, chance):
        return self.random.random() < chance

    def shape(self):
        statements = []
        for name in self.random.sample(CLASS_NAMES, self.random.choice((0, 1, 1, 2, 2, 3, 4, 6))):
            if self.some(0.05):
                statements.append(self.metaclass('M' + name.strip('_')))
            statements.append(self.statement(name))
            self.known.append(name)
        statements.append(self.statement('C'))
        return statements

    def metaclass(self, name):
        self.metaclasses.append(name)
        return {'form': 'class', 'name': name, 'bases': [self.random.choice(['type', 'type', 'abc.ABCMeta'])],
                'keywords': [], 'slots': None, 'body': [], 'decorators': []}

    def statement(self, name):
        pick = self.random.random()
        if pick < 0.06 and name != '__':
            return self.namedtuple(name)
        if pick < 0.10:
            return self.type_call(name)
        if pick < 0.14 and name != '__':
            return self.typed_namedtuple(name)
        if pick < 0.34 and self.minor >= 7:
            return self.dataclass(name)
        return self.plain(name)

    # -- parts

    def library(self):
        while True:
            name = self.random.choice(LIBRARY)
            if SINCE.get(name, 0) <= self.minor:
                return name

    def base(self):
        pick = self.random.random()
        if self.known and pick < 0.72:
            return self.random.choice(self.known)
        if pick < 0.86:
            return self.random.choice(BUILTINS)
        if pick < 0.98:
            return self.library()
        return self.random.choice(FINAL + ('object', '5', 'None', '"x"'))

    def bases(self):
        count = self.random.choice((0, 0, 1, 1, 1, 1, 2, 2, 3, 4))
        return [self.base() for _ in range(count)]

    def slots(self):
        """A text for the right side of __slots__, as a list of items and a form."""
        count = self.random.choice((0, 0, 1, 1, 2, 2, 3, 4, 7, 12))
        items = [repr(n) for n in self.random.sample(SLOT_NAMES, min(count, len(SLOT_NAMES)))]
        if self.some(0.15):
            items.append("'__dict__'")
        if self.some(0.15):
            items.append("'__weakref__'")
        if self.some(0.04) and items:
            items.append(self.random.choice(items))
        if self.some(0.02):
            items.append(self.random.choice(['1', 'None', "'not ok'", "''", "b'b'", "'__module__'", "'__doc__'"]))
        self.random.shuffle(items)
        return {'form': self.random.choice(('tuple', 'tuple', 'tuple', 'list', 'dict', 'string')), 'items': items}

    def body(self):
        lines = []
        if self.some(0.1):
            lines.append("'''About it.'''")
        for field in self.random.sample(SLOT_NAMES, self.random.choice((0, 0, 0, 1, 2))):
            lines.append(self.random.choice(('%s = 1', '%s: int', '%s: int = 2', 'def %s(self): pass',
                                             '@property\n    def %s(self): return 1')) % field)
        if self.some(0.6):
            lines.append(self.init())
        if self.some(0.05):
            lines.append('def __init_subclass__(cls, **words): pass')
        return lines

    def init(self):
        names = self.random.sample(SLOT_NAMES, self.random.choice((0, 1, 2, 3, 5)))
        return 'def __init__(self, *args):\n' + ''.join('        self.%s = 1\n' % n for n in names if n) + '        pass'

    def plain(self, name):
        keywords = []
        if self.some(0.04):
            keywords.append('metaclass=' + self.random.choice(['abc.ABCMeta', 'type'] + self.metaclasses))
        if self.some(0.02):
            keywords.append('tag=1')
        return {'form': 'class', 'name': name, 'bases': self.bases(), 'keywords': keywords,
                'slots': self.slots() if self.some(0.5) else None, 'body': self.body(), 'decorators': []}

    def type_call(self, name):
        return {'form': 'type', 'name': name, 'bases': [b for b in self.bases() if '[' not in b],
                'slots': self.slots() if self.some(0.7) else None}

    def namedtuple(self, name):
        fields = self.random.sample(('a', 'b', 'c', 'x', 'y'), self.random.choice((0, 1, 2, 5)))
        return {'form': 'namedtuple', 'name': name, 'fields': fields}

    def typed_namedtuple(self, name):
        fields = self.random.sample(('a', 'b', 'c', 'x', 'y'), self.random.choice((1, 2, 5)))
        lines = ['%s: int%s' % (f, self.random.choice(('', '', ' = 1'))) for f in fields]
        return {'form': 'class', 'name': name, 'bases': ['typing.NamedTuple'], 'keywords': [], 'slots': None,
                'body': lines, 'decorators': []}

    def dataclass(self, name):
        words = []
        for word, since, chance in (('frozen', 7, 0.2), ('eq', 7, 0.05), ('order', 7, 0.08), ('init', 7, 0.05),
                                    ('slots', 10, 0.6), ('kw_only', 10, 0.15), ('weakref_slot', 11, 0.2),
                                    ('unsafe_hash', 7, 0.03)):
            if self.minor >= since and self.some(chance):
                words.append('%s=%s' % (word, self.some(0.9)))
        lines = []
        for field in self.random.sample(SLOT_NAMES, self.random.choice((0, 1, 2, 2, 3, 5))):
            lines.append(self.field(field))
        bases = [b for b in self.bases() if self.some(0.8)]
        return {'form': 'class', 'name': name, 'bases': bases, 'keywords': [], 'body': lines,
                'slots': self.slots() if self.some(0.08) else None,
                'decorators': ['dataclasses.dataclass(%s)' % ', '.join(words) if words or self.some(0.5)
                               else 'dataclasses.dataclass']}

    def field(self, name):
        forms = ['%s: int', '%s: int', '%s: int', '%s: int = 1', '%s: int = 1', '%s: str = "x"',
                 '%s: int = dataclasses.field(default_factory=int)', '%s: int = dataclasses.field(default=3)',
                 '%s: int = dataclasses.field(init=False)', '%s: "typing.ClassVar[int]" = 3',
                 '%s: typing.ClassVar[int] = 3', '%s: dataclasses.InitVar[int]', '%s: dataclasses.InitVar[int] = 5']
        if self.some(0.03):
            forms = ['%s: list = []', '%s: dict = {}', '%s = dataclasses.field(default=3)', '%s: object = bytearray()']
        if self.minor >= 10:
            forms.append('%s: int = dataclasses.field(kw_only=True)')
        return self.random.choice(forms) % name


def render_slots(slots):
    items = slots['items']
    if slots['form'] == 'string' and len(items) == 1 and items[0].startswith("'"):
        return items[0]
    if slots['form'] == 'dict' and all(not i[0].isdigit() for i in items):
        return '{%s}' % ', '.join('%s: None' % i for i in items)
    if slots['form'] == 'list':
        return '[%s]' % ', '.join(items)
    return '(%s)' % ''.join('%s, ' % i for i in items)


def render_statement(statement):
    name = statement['name']
    slots = '__slots__ = ' + render_slots(statement['slots']) if statement.get('slots') else None
    if statement['form'] == 'namedtuple':
        return '%s = collections.namedtuple(%r, %r)\n' % (name, name, ' '.join(statement['fields']))
    if statement['form'] == 'type':
        body = '{%s}' % (("'__slots__': " + render_slots(statement['slots'])) if slots else '')
        return '%s = type(%r, (%s), %s)\n' % (name, name, ''.join('%s, ' % b for b in statement['bases']), body)
    head = ', '.join(statement['bases'] + statement['keywords'])
    lines = ['@' + d for d in statement['decorators']]
    lines.append('class %s%s:' % (name, '(%s)' % head if head else ''))
    lines += ['    ' + line for line in ([slots] if slots else []) + statement['body']] or []
    if not slots and not statement['body']:
        lines.append('    pass')
    return '\n'.join(lines) + '\n'


def render(statements, minor):
    """The text of a file."""
    text = '\n'.join(render_statement(s) for s in statements)
    wanted = [m for m in MODULES if m + '.' in text] + ['collections', 'typing']
    if 'dataclasses.' in text:
        wanted.append('dataclasses')
    head = ''.join('import %s\n' % m for m in sorted(set(wanted)))
    return head + "T = typing.TypeVar('T')\n\n" + text


def smaller(statements):
    """Yields shapes with one thing less, the largest cuts first."""
    import copy

    for i in range(len(statements) - 1):
        yield statements[:i] + statements[i + 1:]
    for i, statement in enumerate(statements):
        for key in ('bases', 'body', 'keywords', 'decorators', 'fields'):
            for j in range(len(statement.get(key) or ())):
                changed = copy.deepcopy(statements)
                del changed[i][key][j]
                yield changed
        if statement.get('slots'):
            changed = copy.deepcopy(statements)
            changed[i]['slots'] = None
            yield changed
            for j in range(len(statement['slots']['items'])):
                changed = copy.deepcopy(statements)
                del changed[i]['slots']['items'][j]
                yield changed
