# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of the project: reading them, and finding what their imports name, without running any."""
import os
import stat

import hy_library as library
import hy_library_makers as makers
from hy_module import Module, SourceError, parse
from hy_things import MISSING, RELEASES, Const, Lazy, LibClass, LibModule, LibThing, ModuleThing, Unknown, Varying

MOST_BYTES = 10 * 1024 * 1024
MOST_MODULES = 200
# On the machines whose interpreters are modelled.
CONSTANTS = {'sys.maxsize': 2 ** 63 - 1, 'sys.platform': 'linux', 'os.name': 'posix', 'sys.byteorder': 'little',
             'os.sep': '/', 'os.linesep': '\n'}
DEEPEST_IMPORT = 20
METACLASSES = {'abc.ABC': 'abc.ABCMeta', 'contextlib.closing': 'abc.ABCMeta', 'fractions.Fraction': 'abc.ABCMeta',
               'collections.UserDict': 'abc.ABCMeta', 'collections.UserList': 'abc.ABCMeta',
               'collections.UserString': 'abc.ABCMeta', 'collections.ChainMap': 'abc.ABCMeta', 'typing.Protocol': 'typing._ProtocolMeta', 'ctypes.Structure':
               'ctypes.PyCStructType', 'ctypes.Union': 'ctypes.UnionType', 'abc.ABCMeta': 'type'}
# Of which ABCMeta is the metaclass; the C table hy-library-types-table.c has it from running interpreters.
ABC_MODULES = ('collections.abc.', 'numbers.', 'contextlib.AbstractContextManager', 'contextlib.AbstractAsyncContextManager',
               'contextlib.ExitStack', 'contextlib.closing', 'contextlib.suppress', 'os.PathLike', 'typing.Supports', 'io.IOBase',
               'io.RawIOBase', 'io.BufferedIOBase', 'io.TextIOBase', 'collections.ChainMap', 'collections.User',
               'weakref.WeakValueDictionary', 'weakref.WeakKeyDictionary', 'configparser.RawConfigParser',
               'configparser.ConfigParser', 'selectors.BaseSelector', 'importlib.abc.')
ABSTRACT = {
    'Hashable': '__hash__', 'Awaitable': '__await__', 'Coroutine': '__await__ send throw', 'AsyncIterable': '__aiter__',
    'AsyncIterator': '__anext__', 'AsyncGenerator': 'asend athrow', 'Iterable': '__iter__', 'Iterator': '__next__',
    'Reversible': '__reversed__ __iter__', 'Generator': 'send throw', 'Sized': '__len__', 'Container': '__contains__',
    'Collection': '__len__ __iter__ __contains__', 'Callable': '__call__', 'Set': '__len__ __iter__ __contains__',
    'MutableSet': '__len__ __iter__ __contains__ add discard', 'Mapping': '__getitem__ __iter__ __len__',
    'MutableMapping': '__getitem__ __iter__ __len__ __setitem__ __delitem__', 'Sequence': '__getitem__ __len__',
    'MutableSequence': '__getitem__ __len__ __setitem__ __delitem__ insert', 'ByteString': '__getitem__ __len__',
    'Buffer': '__buffer__',
}


def read_file(path):
    """Bytes of a regular file, or None."""
    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode) or found.st_size > MOST_BYTES:
            return None
        with open(path, 'rb') as stream:
            return stream.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        return None


class Project(object):
    """What one file belongs to: its package, its siblings, and the library."""

    def __init__(self, machine_class, parsed, *args):
        """@parsed: texts and trees of files by their bytes, which other readings of the same file share."""
        self.machine = machine_class(self, *args)
        self.parsed = parsed
        self.classes = {}
        self.shells = {}
        self.modules = {}
        self.depth = 0

    # -- the library

    def library_class(self, name):
        thing = self.classes.get(name)
        if thing is None:
            thing = self.classes[name] = LibClass(name)
        return thing

    def library_name(self, dotted):
        name = library.canonical(dotted)
        if dotted in ('typing.TYPE_CHECKING', 'typing_extensions.TYPE_CHECKING'):
            return Const(False)
        if dotted in CONSTANTS:
            return Const(CONSTANTS[dotted])
        if dotted == 'sys.version_info':
            return Varying(RELEASES)
        if dotted == 'sys.hexversion':
            return Varying([3 << 24 | minor << 16 | micro << 8 | 0xf0 for _, minor, micro, _, _ in RELEASES])
        if library.is_class_name(name):
            if dotted == name or dotted.startswith('builtins.'):
                return self.library_class(name)
            thing = self.classes.get(dotted)
            if thing is None:
                thing = self.classes[dotted] = LibClass(name, dotted)
            return thing
        if name in library.MODULES or (name.rsplit('.', 1)[0] in library.MODULES and name in SUBMODULES):
            return LibModule(name)
        return LibThing(name)

    def library_attributes(self, name):
        if name.startswith('collections.abc.'):
            return ABSTRACT.get(name.rsplit('.', 1)[1], '').split() + ['__init__'] * name.endswith('View')
        if makers.own_methods(name) is not None:
            return makers.own_methods(name) + tuple(makers.ABSTRACT.get(name, ())) + \
                tuple(makers.SPECIAL.get(name, '').split())
        return {'types.SimpleNamespace': ('__init__', '__new__', '__repr__', '__eq__', '__reduce__'),
                'uuid.UUID': ('__init__', '__new__', '__setattr__'),
                'typing.Generic': ('__class_getitem__', '__init_subclass__'),
                'typing.Protocol': ('__class_getitem__', '__init_subclass__'), 'abc.ABC': (),
                'contextlib.ContextDecorator': ('__call__', '_recreate_cm')}.get(
                    name, ('__init__', '__new__') if not name.startswith('numbers.') else ())

    def library_metaclass(self, name):
        line = library.parents(name)
        if 'enum.Enum' in line:
            return 'enum.EnumMeta'
        for place in line:
            if place in METACLASSES:
                return METACLASSES[place]
            if place.startswith(ABC_MODULES):
                return 'abc.ABCMeta'
        return 'type'

    def abstract_methods(self, name):
        if name.startswith('collections.abc.'):
            return ABSTRACT.get(name.rsplit('.', 1)[1], '').split()
        return makers.ABSTRACT.get(name, ())

    def concrete_methods(self, name):
        real = library.builtin_type(name)
        if real is not None and name != 'object':
            return set(real.__dict__)
        return set()

    def exception_line(self, name):
        real = library.builtin_type(name)
        if real is None and name == 'FrozenInstanceError':
            return [name] + self.exception_line('AttributeError')
        if real is None:
            return [name, 'Exception', 'BaseException']
        return [t.__name__ for t in real.__mro__]

    def builtin(self, name):
        if name in ('True', 'False', 'None'):
            return Const({'True': True, 'False': False, 'None': None}[name])
        if name == '__debug__':
            return Const(True)
        if name == 'NotImplemented':
            return LibThing('NotImplemented')
        if name in library.BUILTINS:
            renamed = library.canonical(name)
            return self.library_class(renamed) if library.is_class_name(renamed) else LibThing(name)
        return MISSING

    def outside(self, name, line):
        return outside(name, line)

    # -- modules

    def load(self, path, name, data):
        """A module of which the text is given, read at once. Raises SourceError."""
        if data not in self.parsed:
            self.parsed[data] = parse(data)
        text, tree = self.parsed[data]
        module = Module(path, name, text, tree)
        self.modules[os.path.realpath(path) if path else None] = module
        self.read(module)
        return module

    def read(self, module):
        env = module.env
        env.vars['__name__'] = Const(module.imported_as())
        if module.path:
            env.vars['__file__'] = Const(module.path)
        with self.machine.reading():
            self.machine.module_block(module.tree.body, env)
        module.complete = True

    def find(self, dotted, level, module):
        """Path of the project's module that an import names; None where there is none."""
        if module.path is None:
            return None
        folder = os.path.dirname(os.path.abspath(module.path))
        if level:
            for _ in range(level - 1):
                folder = os.path.dirname(folder)
            return find_under(folder, dotted or '')
        while os.path.exists(os.path.join(folder, '__init__.py')) and os.path.dirname(folder) != folder:
            folder = os.path.dirname(folder)
        top = (dotted or '').split('.', 1)[0]
        if (top in library.MODULES or top in KNOWN_PACKAGES) and holds_libraries(folder):
            return None
        return find_under(folder, dotted)

    def is_library(self, dotted, module, name=None):
        """Whether an import means the library's module and not a file of the project that is called the same: such a
        file is meant when it has the name, or when newer versions have no such module."""
        if dotted.split('.', 1)[0] not in library.MODULES:
            return False
        path = self.find(dotted, 0, module)
        if path is None or os.path.realpath(path) == os.path.realpath(module.path):
            return True
        if name is None:
            return dotted not in library.REMOVED
        opened = self.open(path, dotted)
        return opened is None or name not in opened.env.vars

    def open(self, path, dotted):
        """The project's module at path, read; None where it can't be."""
        real = os.path.realpath(path)
        if real in self.modules:
            return self.modules[real]
        data = read_file(path)
        if data is None or len(self.modules) >= MOST_MODULES or self.depth >= DEEPEST_IMPORT:
            return None
        machine = self.machine
        saved = machine.fuel, machine.making
        machine.making = False
        self.depth += 1
        try:
            return self.load(path, dotted, data)
        except SourceError:
            return None
        finally:
            self.depth -= 1
            machine.fuel, machine.making = saved

    def import_later(self, dotted, level, name, module, line):
        """`import name` (dotted None) or `from dotted import name`."""
        if dotted is None:
            return Lazy(lambda: self.import_module(name, level, module, line))
        return Lazy(lambda: self.import_name(dotted, level, name, module, line))

    def import_module(self, dotted, level, module, line=0):
        if not level and self.is_library(dotted, module):
            return LibModule(dotted)
        path = self.find(dotted, level, module)
        found = self.open(path, dotted) if path else None
        if found is not None:
            return ModuleThing(found)
        return outside(('.' * level) + (dotted or ''), line)

    def import_name(self, dotted, level, name, module, line):
        if not level and self.is_library(dotted, module, name):
            return self.library_name(dotted + '.' + name)
        path = self.find(dotted, level, module)
        found = self.open(path, dotted) if path else None
        if found is not None and found is not module and (name in found.env.vars or not found.complete):
            return self.attribute(found, name, line)
        inner = self.find((dotted + '.' if dotted else '') + name, level, module)
        if inner is not None:
            opened = self.open(inner, name)
            if opened is not None:
                return ModuleThing(opened)
        if found is not None:
            return self.attribute(found, name, line)
        known = library.canonical((dotted or '') + '.' + name)
        if (dotted or '').startswith('typing_extensions'):
            return self.library_name(library.canonical('typing.' + name))
        thing = outside(('.' * level) + (dotted or '') + '.' + name, line)
        thing.package_name = known
        return thing

    def attribute(self, module, name, line):
        found = module.env.vars.get(name, MISSING)
        if found is not MISSING:
            return found.get() if isinstance(found, Lazy) else found
        path = self.find(name, 1, module) if os.path.basename(module.path or '') == '__init__.py' else None
        opened = self.open(path, name) if path else None
        if opened is not None:
            return ModuleThing(opened)
        return Unknown('`%s` is not found in %s (line %d)' % (name, os.path.basename(module.path or '?'), line), line)

    def import_star(self, dotted, level, env):
        path = self.find(dotted, level, env.module)
        found = self.open(path, dotted) if path else None
        if found is None:
            if not level and library.is_module(dotted or ''):
                for name in library.star_names(dotted):
                    self.machine.bind(name, self.library_name(dotted + '.' + name), env)
            env.module.starred = True
            return
        listed = self.machine.plain_value(found.env.vars.get('__all__', Const(None)))
        for name, thing in list(found.env.vars.items()):
            if name in listed if isinstance(listed, (list, tuple)) else not name.startswith('_'):
                self.machine.bind(name, thing, env)


SUBMODULES = frozenset('''collections.abc os.path concurrent.futures xml.etree xml.etree.ElementTree xml.dom xml.sax
html.parser http.client http.server urllib.parse urllib.request urllib.error logging.handlers logging.config
importlib.abc importlib.machinery importlib.util importlib.metadata importlib.resources email.message email.mime
multiprocessing.pool unittest.mock asyncio.events string.templatelib json.decoder json.encoder curses.ascii
ctypes.wintypes ctypes.util'''.split())


KNOWN_PACKAGES = ('attr', 'attrs', 'typing_extensions')


def holds_libraries(folder):
    """Whether the modules of a folder are the library's own, or installed beside it, and not a project's."""
    return os.path.basename(folder) in ('site-packages', 'dist-packages') or \
        all(os.path.isfile(os.path.join(folder, name)) for name in ('os.py', 'site.py', 'codecs.py'))


def outside(name, line):
    thing = Unknown('`%s` is from an installed package and not read (line %d): measure it' % (name, line), line)
    thing.package_name = name
    return thing


def find_under(folder, dotted):
    base = os.path.join(folder, *[p for p in (dotted or '').split('.') if p])
    for path in (base + '.py', os.path.join(base, '__init__.py')):
        if (dotted or not path.endswith(os.sep + '.py')) and os.path.isfile(path):
            return path
    return None
