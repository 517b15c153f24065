# SPDX-License-Identifier: GPL-3.0-or-later
"""What __init__ of Python classes of the library sets on the instance, where CPython 3.6 to 3.15 agree.

Read off running interpreters, with Lib/codecs.py, Lib/logging/__init__.py, Lib/string.py,
Lib/unittest/suite.py, Lib/contextlib.py, Lib/xml/sax/handler.py.
"""

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
    'logging.Filterer': ("", ["filters = []"]),
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
    'multiprocessing.ProcessError': 'Exception', 'pickle.PickleError': 'Exception',
    'pickle.PicklingError': 'pickle.PickleError', 'pickle.UnpicklingError': 'pickle.PickleError',
    'queue.Empty': 'Exception', 'queue.Full': 'Exception', 'shutil.Error': 'OSError',
    'sqlite3.DatabaseError': 'sqlite3.Error', 'sqlite3.Error': 'Exception', 'subprocess.SubprocessError': 'Exception',
    'tarfile.TarError': 'Exception', 'zipfile.BadZipFile': 'Exception',
}
ABSTRACT = {
    'contextlib.AbstractContextManager': ('__exit__',), 'contextlib.AbstractAsyncContextManager': ('__aexit__',),
    'os.PathLike': ('__fspath__',),
}


def own_methods(name):
    """Which of __init__ and __new__ a class of these tables has itself; None of other classes."""
    return () if name in PLAIN else ('__init__',) if name in MAKERS else None
