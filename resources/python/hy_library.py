# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of the standard library: which are modules, which are classes, and under which name a class is known."""
import builtins
import importlib
import types

import hy_library_makers as makers

MODULES = frozenset('''
__future__ _abc _ast _asyncio _bisect _bootlocale _bz2 _codecs _collections _collections_abc _compat_pickle _compression
_csv _ctypes _datetime _decimal _frozen_importlib _frozen_importlib_external _functools _hashlib _heapq _imp _interpreters
_io _json _locale _lsprof _lzma _markupbase _multibytecodec _operator
_osx_support _pickle _posixsubprocess _py_abc _pydecimal _pyio _queue _random _signal _socket _sqlite3 _sre _ssl _stat
_string _strptime _struct _symtable _thread _threading_local _tracemalloc _typing _warnings _weakref _weakrefset abc aifc
annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii binhex bisect
builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall compression
concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal
difflib dis distutils doctest dummy_threading email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput
fnmatch formatter fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq
hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale
logging lzma macpath mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis
nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev parser pathlib pdb pickle pickletools pipes
pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat
queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil
signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat
statistics string stringprep struct subprocess sunau symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib
tempfile termios test textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty
turtle types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref
xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
'''.split())

# Gone from newer versions: a file of this name in a project is more likely meant.
REMOVED = frozenset('asynchat asyncore binhex cgi chunk crypt distutils formatter imp macpath parser pipes smtpd symbol '
                    'telnetlib'.split())

# Other names of a class -> the canonical one.
RENAMES = {
    '_collections.OrderedDict': 'collections.OrderedDict', '_collections.deque': 'collections.deque',
    '_collections.defaultdict': 'collections.defaultdict', '_io.StringIO': 'io.StringIO', '_io.BytesIO': 'io.BytesIO',
    '_thread._local': 'threading.local', '_threading_local.local': 'threading.local', '_weakref.ref': 'weakref.ref',
    'weakref.ReferenceType': 'weakref.ref', '_weakref.ReferenceType': 'weakref.ref',
    '_functools.partial': 'functools.partial', '_random.Random': '_random.Random',
    'os.PathLike': 'os.PathLike', 'io.UnsupportedOperation': 'io.UnsupportedOperation',
    'types.FunctionType': 'function', 'types.LambdaType': 'function', 'types.GeneratorType': 'generator',
    'types.MethodType': 'method', 'types.BuiltinFunctionType': 'builtin_function_or_method',
    'types.BuiltinMethodType': 'builtin_function_or_method', 'types.ModuleType': 'module', 'types.CodeType': 'code',
    'types.FrameType': 'frame', 'types.TracebackType': 'traceback', 'types.MappingProxyType': 'mappingproxy',
    'types.CoroutineType': 'coroutine', 'types.AsyncGeneratorType': 'async_generator', 'types.CellType': 'cell',
    'types.NoneType': 'NoneType', 'types.EllipsisType': 'ellipsis', 'types.NotImplementedType': 'NotImplementedType',
    'types.GetSetDescriptorType': 'getset_descriptor', 'types.MemberDescriptorType': 'member_descriptor',
    'types.WrapperDescriptorType': 'wrapper_descriptor', 'types.MethodWrapperType': 'method-wrapper',
    'types.MethodDescriptorType': 'method_descriptor', 'types.ClassMethodDescriptorType': 'classmethod_descriptor',
    'typing.OrderedDict': 'collections.OrderedDict', 'typing.Deque': 'collections.deque',
    'typing.DefaultDict': 'collections.defaultdict', 'typing.Counter': 'collections.Counter',
    'typing.ChainMap': 'collections.ChainMap', 'typing.List': 'list', 'typing.Dict': 'dict', 'typing.Set': 'set',
    'typing.FrozenSet': 'frozenset', 'typing.Tuple': 'tuple', 'typing.Type': 'type', 'typing.Text': 'str',
    'socket.error': 'OSError', 'select.error': 'OSError', 'os.error': 'OSError', 'socket.timeout': 'TimeoutError',
    'concurrent.futures.TimeoutError': 'TimeoutError', 'asyncio.TimeoutError': 'TimeoutError',
    'builtins.IOError': 'OSError', 'builtins.EnvironmentError': 'OSError', 'builtins.WindowsError': 'OSError',
    'IOError': 'OSError', 'EnvironmentError': 'OSError', 'numbers.Number': 'numbers.Number',
    'collections.UserDict': 'collections.UserDict', 'subprocess.SubprocessError': 'subprocess.SubprocessError',
    'contextlib.AbstractContextManager': 'contextlib.AbstractContextManager',
    'typing.ContextManager': 'contextlib.AbstractContextManager',
    'typing.AsyncContextManager': 'contextlib.AbstractAsyncContextManager',
    'typing_extensions.NamedTuple': 'typing.NamedTuple', 'typing_extensions.TypedDict': 'typing.TypedDict',
    'typing_extensions.Protocol': 'typing.Protocol',
}
# Abstract classes that typing and, until 3.9, collections offer under their own names.
COLLECTIONS_ABC = '''Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator
Reversible Sized Container Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView
ValuesView Sequence MutableSequence ByteString Buffer'''.split()
for _name in COLLECTIONS_ABC:
    for _module in ('typing', 'collections', '_collections_abc'):
        RENAMES[_module + '.' + _name] = 'collections.abc.' + _name
RENAMES['typing.AbstractSet'] = 'collections.abc.Set'

# Library names that begin with a lower-case letter and are classes all the same.
LOWER_CLASSES = frozenset('''
datetime.date datetime.datetime datetime.time datetime.timedelta datetime.timezone datetime.tzinfo collections.deque
collections.defaultdict functools.partial functools.partialmethod functools.cached_property functools.singledispatchmethod
array.array weakref.ref weakref.finalize threading.local threading.Thread itertools.count itertools.chain itertools.cycle
itertools.repeat itertools.accumulate itertools.groupby itertools.islice itertools.product itertools.starmap
itertools.takewhile itertools.dropwhile itertools.zip_longest itertools.permutations itertools.combinations
enum.auto types.new_class socket.socket abc.abstractproperty abc.abstractclassmethod abc.abstractstaticmethod
contextlib.closing contextlib.nullcontext contextlib.redirect_stdout contextlib.suppress struct.error zlib.error re.error
subprocess.STARTUPINFO mmap.mmap operator.attrgetter operator.itemgetter operator.methodcaller select.epoll
uuid.UUID enum.property types.coroutine function generator method module code frame traceback cell mappingproxy
ctypes.c_int ctypes.c_double ctypes.c_float ctypes.c_char ctypes.c_byte ctypes.c_ubyte ctypes.c_short ctypes.c_ushort
ctypes.c_uint ctypes.c_long ctypes.c_ulong ctypes.c_longlong ctypes.c_ulonglong ctypes.c_size_t ctypes.c_ssize_t
ctypes.c_bool ctypes.c_void_p ctypes.c_char_p ctypes.c_wchar ctypes.c_wchar_p ctypes.c_longdouble ctypes.c_int8
ctypes.c_int16 ctypes.c_int32 ctypes.c_int64 ctypes.c_uint8 ctypes.c_uint16 ctypes.c_uint32 ctypes.c_uint64
ctypes.py_object unittest.mock.sentinel
'''.split())
UPPER_FUNCTIONS = frozenset('''
typing.TypeVar typing.ParamSpec typing.TypeVarTuple typing.NewType typing.Any typing.Union typing.Optional typing.ClassVar
typing.Final typing.Literal typing.Annotated typing.TYPE_CHECKING dataclasses.InitVar dataclasses.KW_ONLY
dataclasses.MISSING threading.Lock threading.RLock inspect.Parameter.empty typing.Self typing.NoReturn typing.Never
typing.Required typing.NotRequired typing.LiteralString typing.Concatenate typing.TypeAlias typing.TypeGuard typing.Unpack
ctypes.POINTER ctypes.CFUNCTYPE ctypes.PYFUNCTYPE
'''.split())
# Parents that matter for what an instance is made of; every other library class is taken to stand on object.
PARENTS = {
    'datetime.datetime': 'datetime.date', 'collections.OrderedDict': 'dict', 'collections.defaultdict': 'dict',
    'collections.Counter': 'dict', 'enum.IntEnum': 'enum.Enum', 'enum.StrEnum': 'enum.Enum', 'enum.Flag': 'enum.Enum',
    'enum.IntFlag': 'enum.Flag', 'abc.ABCMeta': 'type', 'enum.EnumMeta': 'type', 'enum.EnumType': 'type',
    'datetime.timezone': 'datetime.tzinfo', 'typing._ProtocolMeta': 'abc.ABCMeta', 'typing.Protocol': 'typing.Generic',
}
HARMLESS_DECORATORS = frozenset('''
functools.total_ordering typing.final typing.runtime_checkable typing.runtime enum.unique typing.no_type_check
typing.dataclass_transform typing_extensions.final typing_extensions.runtime_checkable
typing_extensions.dataclass_transform warnings.deprecated typing_extensions.deprecated functools.singledispatch
enum.verify enum.global_enum reprlib.recursive_repr unittest.skip unittest.skipIf unittest.skipUnless
unittest.expectedFailure unittest.mock.patch unittest.mock.patch.object unittest.mock.patch.dict
zope.interface.implementer zope.interface.declarations.implementer
'''.split())
# What functions give that differs each time.
RETURNS = {
    'time.time': 'float', 'time.perf_counter': 'float', 'time.monotonic': 'float', 'time.process_time': 'float',
    'random.random': 'float', 'random.uniform': 'float', 'random.gauss': 'float',
    'datetime.datetime.now': 'datetime.datetime', 'datetime.datetime.utcnow': 'datetime.datetime',
    'datetime.datetime.today': 'datetime.datetime', 'datetime.datetime.fromtimestamp': 'datetime.datetime',
    'datetime.datetime.strptime': 'datetime.datetime', 'datetime.datetime.fromisoformat': 'datetime.datetime',
    'datetime.date.today': 'datetime.date', 'datetime.date.fromisoformat': 'datetime.date', 'uuid.uuid4': 'uuid.UUID',
    'uuid.uuid1': 'uuid.UUID',
}
ATTRS_FIELDS = frozenset('attr.ib attr.attrib attr.attr attr.field attrs.field'.split())
ENUMS = frozenset('enum.Enum enum.IntEnum enum.StrEnum enum.Flag enum.IntFlag enum.ReprEnum'.split())
BUILTIN_CLASSES = frozenset(n for n in dir(builtins) if isinstance(getattr(builtins, n), type) and n[0] != '_')
# Builtins of newer versions than the one that reads.
NEWER_BUILTINS = frozenset('ExceptionGroup BaseExceptionGroup EncodingWarning PythonFinalizationError aiter anext'.split())
BUILTINS = frozenset(dir(builtins)) | NEWER_BUILTINS
# Modules with types written in C that people inherit from, each quick to import.
C_MODULES = frozenset('array collections datetime decimal functools io itertools operator threading weakref'.split())
DESCRIPTORS = {types.GetSetDescriptorType: 'getset', types.MemberDescriptorType: 'member'}
NO_CLASS_BUILTINS = frozenset('aiter anext'.split())


def is_module(name):
    return name.split('.', 1)[0] in MODULES


def canonical(name):
    if name.startswith('builtins.'):
        name = name[9:]
    return RENAMES.get(name, name)


def is_class_name(name):
    """Whether the canonical dotted name means a class, by the table or by its spelling."""
    if '.' not in name:
        return name in BUILTIN_CLASSES or (name in NEWER_BUILTINS and name not in NO_CLASS_BUILTINS) \
            or name in RENAMES.values()
    if name in LOWER_CLASSES:
        return True
    if name in UPPER_FUNCTIONS:
        return False
    last = name.rsplit('.', 1)[1].lstrip('_')
    return last[:1].isupper() and not (last.isupper() and len(last) > 3)


def builtin_type(name):
    """The running interpreter's type of that name, for its methods and parents only."""
    found = getattr(builtins, name, None)
    return found if isinstance(found, type) else None


def has_member(cls, name):
    """Whether instances of a type have an attribute of that name: what its metaclass has, they have not."""
    return any(name in place.__dict__ for place in cls.__mro__)


def c_type(cls_name):
    """A type of a module written in C; None."""
    module, _, attribute = cls_name.rpartition('.')
    return getattr(importlib.import_module(module), attribute, None) if module in C_MODULES else None


def descriptor_kind(cls_name, name):
    """'getset' or 'member' where a type written in C has such a descriptor of its own; None."""
    real = c_type(cls_name) or builtin_type(cls_name)
    return DESCRIPTORS.get(type(getattr(real, '__dict__', {}).get(name)))


def is_made_by_object(cls_name):
    """Whether object.__new__ makes instances of a class with that one as base: no type written in C has another."""
    module, _, attribute = cls_name.rpartition('.')
    real = builtin_type(cls_name)
    if module in C_MODULES:
        real = getattr(importlib.import_module(module), attribute, None)
    if real is None:
        return makers.own_methods(cls_name) is not None or module in ('abc', 'typing', 'numbers', 'collections.abc', 'contextlib',
                                                                      'enum')
    return all('__new__' not in t.__dict__ or isinstance(t.__dict__['__new__'], staticmethod)
               for t in real.__mro__ if t is not object)


def parents(name):
    """Canonical names of the bases of a library class, nearest first, object last."""
    line = [name]
    while line[-1] in PARENTS or line[-1] in makers.PARENTS:
        line.append(PARENTS.get(line[-1]) or makers.PARENTS[line[-1]])
    real = builtin_type(line[-1])
    if real is not None:
        line.extend(t.__name__ for t in real.__mro__[1:])
    elif line[-1] != 'object':
        line.append('object')
    return line


def star_names(module):
    """What `from module import *` brings of the modules for which people write it."""
    return STAR_NAMES.get(module, '').split()


STAR_NAMES = {
    'typing': 'Any Callable ClassVar Dict Final FrozenSet Generic List Literal NamedTuple Optional Protocol Set Tuple Type '
              'TypeVar TypedDict Union Iterable Iterator Mapping Sequence ChainMap Counter DefaultDict Deque OrderedDict',
    'ctypes': 'Structure Union BigEndianStructure LittleEndianStructure POINTER c_int c_uint c_char c_double c_float c_long '
              'c_ulong c_short c_ushort c_byte c_ubyte c_void_p c_char_p c_bool c_size_t c_int8 c_int16 c_int32 c_int64 '
              'c_uint8 c_uint16 c_uint32 c_uint64 c_longlong c_ulonglong c_wchar c_wchar_p c_longdouble c_ssize_t py_object '
              'CFUNCTYPE PYFUNCTYPE Array addressof byref cast create_string_buffer pointer sizeof',
    'enum': 'Enum IntEnum Flag IntFlag StrEnum auto unique EnumMeta',
    'dataclasses': 'dataclass field Field FrozenInstanceError InitVar KW_ONLY MISSING fields asdict astuple make_dataclass '
                   'replace is_dataclass',
    'collections': 'ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple',
    'collections.abc': 'Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator '
                       'Reversible Sized Container Callable Collection Set MutableSet Mapping MutableMapping MappingView '
                       'KeysView ItemsView ValuesView Sequence MutableSequence',
    'abc': 'ABC ABCMeta abstractmethod abstractproperty abstractclassmethod abstractstaticmethod',
    'datetime': 'date datetime time timedelta timezone tzinfo MINYEAR MAXYEAR',
    'decimal': 'Decimal Context DecimalException getcontext setcontext localcontext',
}
