# SPDX-License-Identifier: GPL-3.0-or-later
"""Random hierarchies of classes that real code could contain, as Python source. The last statement makes a class C."""
from bodies import NAMES, Bodies, indented
from calls import Calls
from constructs import Constructs
from kinds import Kinds

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
           'socket.socket', 'weakref.ref', 'array.array', 'asyncio.Future', 'asyncio.Protocol',
           'http.server.BaseHTTPRequestHandler', 'socketserver.BaseRequestHandler', 'ast.NodeVisitor',
           'configparser.ConfigParser', 'html.parser.HTMLParser', 'functools.partial', 'itertools.count', 'enum.Enum',
           'enum.IntEnum', 'enum.Flag', 'typing.Generic[T]', 'typing.List[int]', 'typing.Dict[str, T]', 'typing.Sequence[T]',
           'csv.Dialect', 'codecs.Codec', 'cmd.Cmd', 'struct.Struct', 're.Pattern', 'xml.sax.handler.ContentHandler',
           'email.message.Message', 'numbers.Number', 'collections.abc.Collection', 'typing.Protocol', 'weakref.WeakSet',
           'weakref.WeakValueDictionary', 'threading.Event', 'datetime.time', 'itertools.chain', 'operator.itemgetter')
SINCE = {'typing.Protocol': 8, 're.Pattern': 8}
MODULES = ('abc', 'argparse', 'array', 'ast', 'asyncio', 'cmd', 'codecs', 'collections', 'collections.abc', 'configparser',
           'contextlib', 'copy', 'csv', 'ctypes', 'dataclasses', 'datetime', 'decimal', 'email.message', 'enum', 'fractions',
           'functools', 'html.parser', 'http.server', 'io', 'ipaddress', 'itertools', 'json', 'logging', 'numbers', 'operator',
           'pathlib', 'pickle', 'queue', 'random', 're', 'socket', 'socketserver', 'string', 'struct', 'sys', 'threading',
           'types', 'typing', 'unittest', 'uuid', 'weakref', 'xml.sax.handler')
# Library classes that make values for their instances.
KEEPING = ('collections.User', 'argparse.', 'cmd.', 'email.', 'html.parser.', 'json.', 'logging.', 'queue.', 'threading.',
           'unittest.')


class Maker(Bodies, Calls, Constructs, Kinds):
    """Makes one shape for CPython 3.@minor. What is drawn does not depend on @minor, so that most shapes are the same for
    all versions."""

    def __init__(self, random, minor):
        self.random = random
        self.minor = minor
        self.known = []
        self.drawn = {}
        self.current = None
        self.metaclasses = []
        self.descriptors = []
        self.enums = []
        self.typed_dicts = []
        self.structures = []
        self.generics = []
        self.hooked = []  # classes whose __init_subclass__ takes the keyword kind
        self.fresh = self.some(0.25)  # whether instances may make values of their own
        self.used_fresh = False

    def some(self, chance):
        return self.random.random() < chance

    def pick(self, choices):
        return self.random.choice(choices)

    def since(self, minor, lines):
        """@lines where CPython knows them."""
        return lines if self.minor >= minor else []

    def shape(self):
        """(source, factory, whether values are to be counted)."""
        blocks = []
        if self.some(0.08):
            blocks.append(self.descriptor_class('Field'))
        for name in self.random.sample(CLASS_NAMES, self.pick((0, 1, 1, 2, 2, 3, 4, 6))):
            if self.some(0.05):
                blocks.append(self.metaclass('M' + name.strip('_')))
            blocks.append(self.statement(name))
            self.known.append(name)
        blocks.append(self.statement('C'))
        call = self.call()
        factory = call
        if self.some(0.2):
            blocks.append(['def make(i):'] + indented(['o = ' + call] + self.operations() + ['return o']))
            factory = 'make(i)'
        text = '\n\n\n'.join('\n'.join(block) for block in blocks) + '\n'
        # A dict that is kept as an attribute is a value; one that becomes the instance's own is not.
        kept = 'self.__dict__[name] = value' in text and '__dict__ = {' in text or '[' in call or '{' in call
        return self.imports(text) + text, factory, self.used_fresh or kept or any(name in text for name in KEEPING)

    def imports(self, text):
        wanted = [m for m in MODULES if m + '.' in text] + ['typing']
        return ''.join('import %s\n' % m for m in sorted(set(wanted))) + \
            "T = typing.TypeVar('T')\nU = typing.TypeVar('U')\n\n\n"

    def statement(self, name):
        self.begin(name)
        kinds = ((0.06, self.namedtuple), (0.04, self.type_call), (0.04, self.typed_namedtuple), (0.16, self.dataclass),
                 (0.04, self.enum), (0.02, self.typed_dict), (0.03, self.structure), (0.03, self.error), (0.04, self.generic),
                 (0.01, self.namespace), (0.12, self.construct))
        draw = self.random.random()
        for share, make in kinds:
            draw -= share
            if draw < 0:
                known = {self.dataclass: 7, self.typed_dict: 8}.get(make, 6) <= self.minor
                lines = make(name)
                return lines if known else ['class %s:' % name, '    pass']
        return self.plain(name)

    # -- plain classes

    def library(self):
        name = self.pick(LIBRARY)
        return name if SINCE.get(name, 0) <= self.minor else 'object'

    def base(self):
        draw = self.random.random()
        if self.known and draw < 0.72:
            return self.pick(self.known)
        if draw < 0.86:
            return self.pick(BUILTINS)
        if draw < 0.98:
            return self.library()
        return self.pick(FINAL + ('object', '5', 'None', '"x"'))

    def bases(self):
        bases = [self.base() for _ in range(self.pick((0, 0, 1, 1, 1, 1, 2, 2, 3, 4)))]
        return bases if self.some(0.1) else self.go_together(bases)

    def slots(self):
        """The right side of __slots__, in one of its spellings."""
        names = self.names((0, 0, 1, 1, 2, 2, 3, 4, 7, 12))
        self.current.names |= set(names)
        items = [repr(n) for n in names]
        for item, chance in (("'__dict__'", 0.15), ("'__weakref__'", 0.15), ('\'n%d\' % 7', 0.02)):
            if self.some(chance) and (not self.current.has_dict or self.some(0.1)):
                items.append(item)
        if self.some(0.04) and items:
            items.append(self.pick(items))
        if self.some(0.02):
            items.append(self.pick(['1', 'None', "'not ok'", "''", "b'b'", "'__module__'", "'__doc__'", "'__qualname__'",
                                    "'__slots__'", "'__class__'", "'__classcell__'"]))
        self.random.shuffle(items)
        tuple_ = '(%s)' % ''.join('%s, ' % i for i in items)
        return self.pick((tuple_, tuple_, tuple_, tuple_, '[%s]' % ', '.join(items),
                          '{%s}' % ', '.join('%s: None' % i for i in items), items[0] if len(items) == 1 else tuple_,
                          'iter(%s)' % tuple_ if self.some(0.2) else tuple_,
                          'list(%s) + []' % tuple_ if self.some(0.3) else tuple_,
                          '{%s}' % ', '.join(items) if items and self.some(0.3) else tuple_))

    def metaclass(self, name):
        self.metaclasses.append(name)
        self.begin(name)
        lines = self.pick(([], [], [], ['def __call__(cls, *args, **words):', '    return super().__call__(*args, **words)'],
                           ['def __new__(mcs, name, bases, space, **words):',
                            '    return super().__new__(mcs, name, bases, space)'],
                           ['def __new__(mcs, name, bases, space, **words):', '    space.setdefault("added", 1)',
                            '    return super().__new__(mcs, name, bases, space)'],
                           ['def __init__(cls, name, bases, space, **words):', '    super().__init__(name, bases, space)'],
                           ['def __prepare__(name, bases, **words):', '    return {}'], ['level = 3']))
        return self.class_statement(name, [self.pick(('type', 'type', 'abc.ABCMeta'))], lines)

    def plain(self, name):
        bases = self.bases()
        self.inherit(bases)
        keywords = []
        if self.some(0.04):
            keywords.append('metaclass=' + self.pick(['abc.ABCMeta', 'type'] + self.metaclasses * 3))
        if self.some(0.03):
            keywords.append('tag=1')
        slots = ['__slots__ = ' + self.slots()] if self.some(0.45) else []
        body = self.body(name)
        body += self.implement(body)
        self.current.has_dict = self.current.has_dict or not slots
        return self.class_statement(name, bases + keywords, slots + body if self.some(0.9) else body + slots)

    def class_statement(self, name, head, body):
        return ['class %s%s:' % (name, '(%s)' % ', '.join(head) if head else '')] + indented(body or ['pass'])

    # -- instances

    def operations(self):
        """What is done to a new instance o, in random order."""
        lines = []
        for _ in range(self.pick((1, 1, 2, 3, 4))):
            name, value = self.pick(NAMES), self.shared()
            lines += self.pick((['o.%s = %s' % (name, value)], ['o.%s = %s' % (name, value)], ['o.extra = %s' % value],
                                ['del o.%s' % name], ['o.%s = 1' % name, 'del o.%s' % name], ['o.__dict__'], ['vars(o)'],
                                ['copy.copy(o)'], ['pickle.dumps(o)'] if self.some(0.3) else ['dir(o)'],
                                ['o.__dict__ = {"%s": %s}' % (name, value)], ['o.__dict__ = {}'],
                                ['setattr(o, "%s", %s)' % (name, value)], ['o.__dict__["%s"] = %s' % (name, value)],
                                ['hasattr(o, "%s")' % name], ['getattr(o, "%s", None)' % name],
                                ['o.__dict__.pop("%s", None)' % name], ['repr(o)'], ['o = copy.copy(o)'],
                                ['for n in range(%d): setattr(o, "n%%d" %% n, n)' % self.pick((2, 6, 20, 31))],
                                ['try:', '    del o.%s' % name, 'except AttributeError:', '    pass'],
                                ['o.__class__ = C'], ['o.__dict__.clear()'], ['o.__dict__.update({"%s": 1})' % name]))
        return lines
