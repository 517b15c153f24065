# SPDX-License-Identifier: GPL-3.0-or-later
"""What __init__ of Python classes of the library sets on the instance, where CPython 3.6 to 3.15 agree.

Read off running interpreters, with Lib/codecs.py, Lib/logging/__init__.py, Lib/string.py,
Lib/unittest/suite.py, Lib/contextlib.py, Lib/xml/sax/handler.py.
"""

from hy_library_bodies import NAMES

# Parameters after self, and the attributes in order with what each is set to.
MAKERS = {
    'codecs.IncrementalEncoder': ("errors='strict'", ["errors = errors", "buffer = ''"]),
    'codecs.BufferedIncrementalEncoder': ("errors='strict'", ["errors = errors", "buffer = ''"]),
    'codecs.IncrementalDecoder': ("errors='strict'", ["errors = errors"]),
    'codecs.BufferedIncrementalDecoder': ("errors='strict'", ["errors = errors", "buffer = b''"]),
    'codecs.StreamWriter': ("stream, errors='strict'", ["stream = stream", "errors = errors"]),
    'codecs.StreamReader': ("stream, errors='strict'", [
        "stream = stream", "errors = errors", "bytebuffer = b''", "_empty_charbuffer = ''", "charbuffer = ''",
        "linebuffer = None"]),
    'contextlib.closing': ("thing", ["thing = thing"]),
    'logging.Filter': ("name=''", ["name = name", "nlen = len(name)"]),
    'string.Template': ("template", ["template = template"]),
    'unittest.TestSuite': ("tests=()", ["_tests = list(tests)", "_removed_tests = 0"]),
    'xml.sax.handler.ContentHandler': ("", ["_locator = None"]),
    'xml.sax.ContentHandler': ("", ["_locator = None"]),
}
# Those that have neither __init__ nor __new__ of their own.
PLAIN = frozenset('''
ast.NodeTransformer ast.NodeVisitor codecs.Codec contextlib.AbstractAsyncContextManager
contextlib.AbstractContextManager ctypes.BigEndianStructure ctypes.BigEndianUnion
os.PathLike string.Formatter xml.dom.Node
asyncio.InvalidStateError asyncio.QueueEmpty asyncio.QueueFull concurrent.futures.BrokenExecutor csv.Error
dataclasses.FrozenInstanceError decimal.DecimalException email.errors.MessageError http.client.HTTPException
asyncio.BaseProtocol asyncio.BufferedProtocol asyncio.DatagramProtocol asyncio.Protocol asyncio.SubprocessProtocol
concurrent.futures.Executor email.message.EmailMessage multiprocessing.Process socketserver.ThreadingMixIn
calendar.HTMLCalendar calendar.TextCalendar urllib.request.BaseHandler
urllib.request.HTTPHandler urllib.request.HTTPRedirectHandler
multiprocessing.ProcessError pickle.PickleError pickle.PicklingError pickle.UnpicklingError queue.Empty queue.Full
shutil.Error sqlite3.DatabaseError sqlite3.Error subprocess.SubprocessError tarfile.TarError zipfile.BadZipFile
'''.split())
# Nearest base of those that stand on more than object.
PARENTS = {
    'ast.NodeTransformer': 'ast.NodeVisitor', 'codecs.StreamReader': 'codecs.Codec', 'codecs.StreamWriter': 'codecs.Codec',
    'codecs.BufferedIncrementalDecoder': 'codecs.IncrementalDecoder',
    'codecs.BufferedIncrementalEncoder': 'codecs.IncrementalEncoder',
    'ctypes.BigEndianStructure': 'ctypes.Structure', 'ctypes.BigEndianUnion': 'ctypes.Union',
    'asyncio.InvalidStateError': 'Exception', 'asyncio.QueueEmpty': 'Exception', 'asyncio.QueueFull': 'Exception',
    'concurrent.futures.BrokenExecutor': 'RuntimeError', 'csv.Error': 'Exception',
    'dataclasses.FrozenInstanceError': 'AttributeError', 'decimal.DecimalException': 'ArithmeticError',
    'email.errors.MessageError': 'Exception', 'http.client.HTTPException': 'Exception',
    'multiprocessing.Process': 'multiprocessing.process.BaseProcess', 'multiprocessing.ProcessError': 'Exception',
    'pickle.PickleError': 'Exception',
    'pickle.PicklingError': 'pickle.PickleError', 'pickle.UnpicklingError': 'pickle.PickleError',
    'queue.Empty': 'Exception', 'queue.Full': 'Exception', 'shutil.Error': 'OSError',
    'sqlite3.DatabaseError': 'sqlite3.Error', 'sqlite3.Error': 'Exception', 'subprocess.SubprocessError': 'Exception',
    'asyncio.BufferedProtocol': 'asyncio.BaseProtocol', 'asyncio.DatagramProtocol': 'asyncio.BaseProtocol',
    'asyncio.Protocol': 'asyncio.BaseProtocol', 'asyncio.SubprocessProtocol': 'asyncio.BaseProtocol',
    'asyncio.LifoQueue': 'asyncio.Queue', 'asyncio.PriorityQueue': 'asyncio.Queue',
    'email.message.EmailMessage': 'email.message.MIMEPart', 'email.message.MIMEPart': 'email.message.Message',
    'logging.Logger': 'logging.Filterer',
    'logging.Handler': 'logging.Filterer', 'logging.NullHandler': 'logging.Handler',
    'logging.StreamHandler': 'logging.Handler', 'logging.FileHandler': 'logging.StreamHandler',
    'calendar.TextCalendar': 'calendar.Calendar', 'calendar.HTMLCalendar': 'calendar.Calendar',
    'logging.handlers.BufferingHandler': 'logging.Handler', 'logging.handlers.QueueHandler': 'logging.Handler',
    'logging.handlers.MemoryHandler': 'logging.handlers.BufferingHandler', 'threading.Timer': 'threading.Thread',
    'queue.LifoQueue': 'queue.Queue', 'queue.PriorityQueue': 'queue.Queue',
    'threading.BoundedSemaphore': 'threading.Semaphore',
    'urllib.request.AbstractHTTPHandler': 'urllib.request.BaseHandler',
    'urllib.request.HTTPHandler': 'urllib.request.AbstractHTTPHandler',
    'urllib.request.HTTPRedirectHandler': 'urllib.request.BaseHandler',
    'json.JSONDecodeError': 'ValueError', 'tarfile.TarError': 'Exception', 'zipfile.BadZipFile': 'Exception',
}
ABSTRACT = {
    'contextlib.AbstractContextManager': ('__exit__',), 'contextlib.AbstractAsyncContextManager': ('__aexit__',),
    'os.PathLike': ('__fspath__',), 'typing.SupportsAbs': ('__abs__',), 'typing.SupportsBytes': ('__bytes__',),
    'typing.SupportsComplex': ('__complex__',), 'typing.SupportsFloat': ('__float__',), 'typing.SupportsIndex': ('__index__',),
    'typing.SupportsInt': ('__int__',), 'typing.SupportsRound': ('__round__',),
}
_OF_COMPLEX = '__abs__ __add__ __eq__ __mul__ __neg__ __pos__ __pow__ __radd__ __rmul__ __rpow__ __rtruediv__ __truediv__'
_OF_REAL = _OF_COMPLEX + ' __ceil__ __floor__ __floordiv__ __le__ __lt__ __mod__ __rfloordiv__ __rmod__ __round__ __trunc__'
ABSTRACT.update({
    'numbers.Complex': tuple((_OF_COMPLEX + ' __complex__ conjugate imag real').split()),
    'numbers.Real': tuple((_OF_REAL + ' __float__').split()),
    'numbers.Rational': tuple((_OF_REAL + ' denominator numerator').split()),
    'numbers.Integral': tuple((_OF_REAL + ' __and__ __int__ __invert__ __lshift__ __or__ __rand__ __rlshift__ __ror__ '
                               '__rrshift__ __rshift__ __rxor__ __xor__').split()),
})


# Those that have only one of both.
ONLY_NEW = frozenset('''
datetime.date datetime.datetime datetime.time datetime.timedelta datetime.timezone datetime.tzinfo decimal.Decimal
fractions.Fraction array.array functools.partial itertools.count itertools.chain itertools.cycle itertools.repeat
itertools.islice itertools.product itertools.groupby operator.itemgetter operator.attrgetter operator.methodcaller threading.local
'''.split())
ONLY_INIT = frozenset('''
collections.OrderedDict collections.defaultdict collections.Counter collections.UserDict collections.UserList
collections.UserString collections.ChainMap threading.Thread threading.Timer threading.Event threading.Condition
threading.Semaphore threading.Barrier queue.Queue logging.Handler logging.Logger logging.Formatter json.JSONEncoder
unittest.TestCase argparse.ArgumentParser argparse.Action socketserver.BaseRequestHandler html.parser.HTMLParser
configparser.RawConfigParser cmd.Cmd email.message.Message weakref.WeakSet ipaddress.IPv4Address ipaddress.IPv6Address
calendar.Calendar json.JSONDecodeError csv.Dialect
'''.split())


# Properties and slots of those written in Python: setting them runs code, or takes no place in __dict__.
PROPERTIES = {
    'threading.Thread': 'ident native_id', 'multiprocessing.process.BaseProcess': 'authkey exitcode ident pid sentinel',
    'threading.Barrier': 'broken n_waiting parties', 'logging.Handler': 'name', 'collections.ChainMap': 'parents',
    'asyncio.Queue': 'maxsize', 'logging.LoggerAdapter': 'manager name',
    'configparser.RawConfigParser': 'converters',
    'fractions.Fraction': '_denominator _numerator denominator imag numerator real', 'numbers.Complex': 'imag real',
    'numbers.Real': 'imag real', 'numbers.Rational': 'denominator imag numerator real',
    'numbers.Integral': 'denominator imag numerator real', 'ipaddress.IPv4Address': '_ip compressed exploded packed version',
    'ipaddress.IPv6Address': '_ip _scope_id compressed exploded packed version',
}

# Special methods that the classes of these tables have, or bases of theirs that the tables don't have.
SPECIAL = {
    'argparse.Action': '__call__ __repr__', 'argparse.ArgumentParser': '__repr__',
    'asyncio.Event': '__repr__', 'asyncio.Queue': '__repr__ __str__',
    'asyncio.Lock': '__aenter__ __aexit__ __await__ __enter__ __exit__ __iter__ __repr__',
    'codecs.StreamReader': '__enter__ __exit__ __getattr__ __iter__ __next__ __reduce_ex__',
    'codecs.StreamWriter': '__enter__ __exit__ __getattr__ __reduce_ex__',
    'concurrent.futures.Executor': '__enter__ __exit__', 'concurrent.futures.Future': '__repr__',
    'contextlib.AbstractAsyncContextManager': '__aenter__', 'contextlib.AbstractContextManager': '__enter__',
    'contextlib.closing': '__enter__ __exit__',
    'email.message.Message': '__bytes__ __contains__ __delitem__ __getitem__ __iter__ __len__ __setitem__ __str__',
    'email.message.MIMEPart': '__str__', 'http.cookiejar.CookieJar': '__iter__ __len__ __repr__ __str__',
    'logging.Filter': '__repr__', 'logging.Formatter': '__repr__', 'logging.Handler': '__repr__',
    'logging.Logger': '__reduce__ __repr__', 'logging.LoggerAdapter': '__repr__',
    'multiprocessing.process.BaseProcess': '__repr__', 'threading.Barrier': '__repr__', 'threading.Event': '__repr__',
    'threading.Semaphore': '__enter__ __exit__ __repr__', 'threading.Thread': '__repr__',
    'unittest.TestCase': '__call__ __repr__ __str__', 'unittest.TestResult': '__repr__',
    'unittest.TestSuite': '__call__ __eq__ __hash__ __iter__ __repr__', 'urllib.request.BaseHandler': '__lt__',
}


def own_methods(name):
    """Which of __init__ and __new__ a class of these tables has itself; None of other classes."""
    if name in ONLY_NEW:
        return ('__new__',)
    if name in NAMES:
        return ('__init__',) if '__init__' in NAMES[name] else ()
    return () if name in PLAIN else ('__init__',) if name in MAKERS or name in ONLY_INIT else None


def label_of(name):
    """How Python's messages name the __init__ that a class of MAKERS has or inherits."""
    return {'unittest.TestSuite': 'BaseTestSuite'}.get(name, name.rpartition('.')[2]) + '.__init__'
