# SPDX-License-Identifier: GPL-3.0-or-later
"""Builtin and library functions, and methods of builtin values."""
import importlib

import hy_library as library
import hy_since_table as since_table
from hy_digits import counted
from hy_kept import zone_of
from hy_texts import own_text
from hy_things import (LONGEST, MISSING, NONE, Bound, ClassDict, ClassThing, Const, FieldThing, Func, Instance, LibClass,
                       LibInstance, LibMethod, LibModule, LibThing, Map, Number, Plain, Raised, Range, Seq, Sized, Undecided,
                       Unknown)

# Library functions that are given an instance and change it.
MEDDLING = frozenset('''functools.update_wrapper functools.wraps copy.copy copy.deepcopy pickle.dumps pickle.dump
pickle.loads setattr delattr vars dir inspect.getmembers dataclasses.replace dataclasses.asdict dataclasses.astuple
exec eval object.__setattr__ weakref.ref weakref.proxy contextlib.ExitStack.enter_context csv.reader csv.writer
csv.register_dialect'''.split())
# Of which no function changes the containers that it is given.
LOOKING_MODULES = tuple('''abc. array. ast. base64. binascii. builtins. calendar. codecs. collections. copy. dataclasses. datetime.
decimal. difflib. dis. enum. fnmatch. fractions. functools. gc. getpass. glob. hashlib. hmac. html. importlib. inspect. io. ipaddress.
itertools. json. keyword. locale. logging. math. mimetypes. numbers. operator.attrgetter operator.itemgetter operator.length_hint os.
pathlib. platform. pprint. pickle.dumps random.choice random.sample re. reprlib. secrets. shlex. shutil. signal. socket. stat.
statistics. string. struct. subprocess. sys. tempfile. textwrap. threading. time. traceback. types. typing. unicodedata. urllib. uuid.
warnings. weakref. zlib.'''.split())
# Of which some versions take other builtin types for subclasses, or which some do not have.
VARYING_ABC = ('Reversible', 'ByteString', 'Buffer')
# Those that don't raise, whatever they are given.
WITHOUT_LENGTH = ('datetime.', 'decimal.', 'fractions.', 'pathlib.', 'uuid.', 'object')
QUIET = frozenset('dir id print type callable'.split())
# Functions that ask the class of what they are given.
SPECIALS = {'abs': '__abs__', 'hash': '__hash__', 'round': '__round__', 'divmod': '__divmod__', 'next': '__next__',
            'operator.index': '__index__', 'math.floor': '__floor__', 'math.ceil': '__ceil__', 'math.trunc': '__trunc__'}


class Builtins(object):
    def call_library(self, name, args, keywords, node, env):
        special = SPECIALS.get(name)
        if special is not None and args and self.own_special(args[0], special) is not None:
            return self.call_special(args[0], special, args[1:], node, env)
        known = getattr(self, 'fn_' + name.replace('.', '_'), None)
        if name in library.RETURNS:
            return self.known_return(name, args, keywords, node, env)
        if known is not None:
            found = known(args, keywords, node, env)
            if found is not None:
                return found
        elif name in MEDDLING:
            self.let_go(args, keywords, self.callee_text(node, env), node.lineno)
        elif '.' in name and not name.startswith(LOOKING_MODULES):
            for thing in args + list(keywords.values()):
                self.change(thing.state['payload'] if isinstance(thing, Instance) else thing, '`%s` may change it' % name)
        if name not in QUIET:
            self.not_read(name)
        return self.unknown('what `%s` gives is not known' % self.text(node, env), node)

    def known_return(self, name, args, keywords, node, env):
        """What a function gives that differs each time and is always of one type."""
        if name.endswith('.fromisoformat') and not self.is_since(7):
            raise Raised('AttributeError', "type object '%s' has no attribute 'fromisoformat'" % name.rpartition('.')[0],
                         node.lineno)
        zone = zone_of(name, args, keywords)
        kind = library.RETURNS[name]
        if kind == 'float':
            return Number('float', 0, self.text(node, env))
        return LibInstance(kind, self.text(node, env, 200), (), self.making, zone and {'tzinfo': zone})

    # -- functions

    def fn_len(self, args, keywords, node, env):
        thing = args[0] if args else NONE
        if isinstance(thing, Seq) and not self.unsure(thing) and thing.kind not in ('iterator', 'generator'):
            return counted(thing.length, self.making)
        if isinstance(thing, Map) and not self.unsure(thing):
            return counted(len(thing.pairs), self.making)
        if isinstance(thing, Range):
            return counted(len(thing.range), self.making)
        if isinstance(thing, Sized) and not thing.digits:
            return counted(thing.length, self.making)
        if isinstance(thing, Const):
            if not isinstance(thing.value, (str, bytes)):
                raise Raised('TypeError', "object of type '%s' has no len()" % type(thing.value).__name__, node.lineno)
            return counted(len(thing.value), self.making)
        if isinstance(thing, Instance):
            return self.call_special(thing, '__len__', [], node, env)
        if isinstance(thing, LibInstance) and thing.name.startswith(WITHOUT_LENGTH):
            raise Undecided('how `len` refuses a %s is not known (line %d)' % (thing.name, node.lineno))
        self.refuse_lacking(thing, '__len__', node)
        return None

    def fn_isinstance(self, args, keywords, node, env):
        if len(args) != 2 or isinstance(args[0], (Plain, Unknown)):
            return None
        truth = self.is_subclass(self.class_of(args[0]), args[1])
        return None if truth is None else Const(truth)

    def fn_issubclass(self, args, keywords, node, env):
        truth = self.is_subclass(args[0], args[1]) if len(args) == 2 else None
        return None if truth is None else Const(truth)

    def is_subclass(self, cls, wanted):
        if isinstance(wanted, Seq):
            answers = [self.is_subclass(cls, w) for w in wanted.items]
            return True if True in answers else None if None in answers else False
        wanted = self.plain_class(wanted)
        cls = self.plain_class(cls)
        if not isinstance(wanted, (ClassThing, LibClass)) or not isinstance(cls, (ClassThing, LibClass)):
            return None
        line = self.mro(cls) if isinstance(cls, ClassThing) else self.base_line(cls)
        if wanted in line:
            return True
        if any(not isinstance(t, (ClassThing, LibClass)) for t in line):
            return None
        if isinstance(wanted, LibClass) and '.' in wanted.name:
            return self.is_builtin_subclass(cls, wanted)
        return False

    def is_builtin_subclass(self, cls, wanted):
        """Whether a builtin type is taken for a class of the library that is none of its bases; None of others."""
        real = library.builtin_type(cls.name) if isinstance(cls, LibClass) else None
        module, _, name = wanted.name.rpartition('.')
        if real is None or name in VARYING_ABC:
            return None
        if module in ('collections.abc', 'numbers'):
            return issubclass(real, getattr(importlib.import_module(module), name))
        return None if wanted.name != 'os.PathLike' and self.project.library_metaclass(wanted.name) != 'type' else False

    def fn_callable(self, args, keywords, node, env):
        if args and isinstance(args[0], (Func, ClassThing, LibClass, Bound)):
            return Const(True)
        return Const(False) if args and isinstance(args[0], (Const, Seq, Map)) else None

    def fn_getattr(self, args, keywords, node, env):
        if len(args) < 2 or not isinstance(args[1], Const):
            return None
        if not isinstance(args[1].value, str):
            raise Raised('TypeError', 'attribute name must be string', node.lineno, True)
        self.note_name(args[0], args[1], node)
        try:
            return self.get_attribute(args[0], args[1].value, node, env)
        except Raised as error:
            if len(args) > 2 and self.is_attribute_error(error):
                return args[2]
            raise

    def fn_hasattr(self, args, keywords, node, env):
        if len(args) != 2 or not isinstance(args[1], Const) or isinstance(args[0], (Plain, Unknown)):
            return None
        if isinstance(args[0], Instance) and args[1].value in args[0].attrs:
            return Const(True)
        if isinstance(args[0], LibModule):
            since = since_table.minor_of(args[0].name, args[1].value)
            return None if since is None else Const(self.is_since(since))
        self.note_name(args[0], args[1], node)
        try:
            found = self.get_attribute(args[0], args[1].value, node, env)
        except Raised as error:
            if self.is_attribute_error(error):
                return Const(False)
            raise
        if isinstance(found, LibMethod) and isinstance(args[0], (Const, Seq, Map)):
            kind = self.class_of(args[0])
            return Const(True) if isinstance(kind, LibClass) and library.builtin_type(kind.name) is not None else None
        return None if isinstance(found, (Unknown, LibMethod)) else Const(True)

    def fn_setattr(self, args, keywords, node, env):
        if len(args) != 3:
            return None
        if not isinstance(args[1], Const) or not isinstance(args[1].value, str):
            if isinstance(args[0], Instance):
                raise Undecided('setattr with a name that is not known (line %d)' % node.lineno)
            return NONE
        self.set_attribute(args[0], args[1].value, args[2], node, env)
        return NONE

    def fn_delattr(self, args, keywords, node, env):
        if len(args) != 2 or not isinstance(args[1], Const):
            raise Undecided('delattr with a name that is not known (line %d)' % node.lineno)
        self.del_attribute(args[0], args[1].value, node, env)
        return NONE

    def fn_vars(self, args, keywords, node, env):
        if len(args) == 1 and isinstance(args[0], Instance):
            try:
                return self.instance_attribute(args[0], '__dict__', node, env)
            except Raised as error:
                if not self.is_attribute_error(error):
                    raise
                raise Raised('TypeError', 'vars() argument must have __dict__ attribute', node.lineno)
        if len(args) == 1 and isinstance(args[0], (Const, Seq, Map)):
            raise Raised('TypeError', 'vars() argument must have __dict__ attribute', node.lineno)
        if len(args) == 1 and isinstance(args[0], ClassThing):
            return ClassDict(args[0])
        return self.scope_map(env) if not args else None

    def fn_locals(self, args, keywords, node, env):
        return self.scope_map(env)

    def scope_map(self, env):
        made = Map([(Const(n), v) for n, v in env.vars.items()], 'constructor', self.making)
        made.scope = env if env.kind != 'function' else None
        return made

    def fn_dir(self, args, keywords, node, env):
        if len(args) == 1 and isinstance(args[0], Instance) and self.has_place(args[0].cls):
            # The copy of __dict__ that it merges the names of the class into shares the keys of the class.
            self.put(args[0].state, 'unknown', '`dir` fills the shared keys with names of the class (line %d)' % node.lineno)
            self.touch(args[0], node, env)
        return None

    def fn_id(self, args, keywords, node, env):
        return self.unknown('an address', node)

    def fn_iter(self, args, keywords, node, env):
        items = self.try_iterate(args[0]) if len(args) == 1 else None
        return None if items is None else Seq('iterator', items, 'sized', self.making)

    def fn_sorted(self, args, keywords, node, env):
        items = self.try_iterate(args[0]) if args else None
        values = [self.plain_value(t) for t in items or ()]
        if items is None or keywords.get('key') is not None or any(v is MISSING for v in values):
            return None
        try:
            order = sorted(range(len(values)), key=lambda n: values[n])
        except TypeError as error:
            raise Raised('TypeError', str(error), node.lineno)
        reverse = keywords.get('reverse')
        if reverse is not None and self.truth(reverse) is not False:
            order = order[::-1]
        return Seq('list', [items[n] for n in order], self.growth_from(args[0], 'extended'), self.making)

    def made_of(self, values, growth='constructor'):
        return Seq('iterator', values, growth, self.making)

    def fn_reversed_items(self, args):
        items = self.try_iterate(args[0]) if args else None
        return None if items is None else self.made_of(items[::-1])

    def fn_sum(self, args, keywords, node, env):
        found = self.fold(sum, args, node)
        return counted(found.value, found.fresh) if isinstance(found, Const) and isinstance(found.value, int) else found

    def fn_min(self, args, keywords, node, env):
        return None if keywords else self.choose(min, args, node)

    def fn_max(self, args, keywords, node, env):
        return None if keywords else self.choose(max, args, node)

    def choose(self, function, args, node):
        """One of the items themselves."""
        found = self.fold(function, args, node)
        things = self.try_iterate(args[0]) if len(args) == 1 else args
        same = [t for t in things or () if isinstance(found, Const) and self.plain_value(t) is found.value]
        return same[0] if same else found

    def fn_any(self, args, keywords, node, env):
        return self.fold(any, args, node)

    def fn_all(self, args, keywords, node, env):
        return self.fold(all, args, node)

    def fold(self, function, args, node):
        things = self.try_iterate(args[0]) if len(args) == 1 else args
        values = [self.plain_value(t) for t in things or ()]
        if things is None or any(v is MISSING for v in values):
            return None
        try:
            return Const(function(values), self.making)
        except Exception as error:  # whatever Python answers to these values
            raise Raised(type(error).__name__, str(error), node.lineno)

    def scalar(self, function, args, node):
        values = [self.plain_value(a) for a in args]
        if any(v is MISSING for v in values):
            return None
        try:
            return Const(function(*values), self.making)
        except Exception as error:  # whatever Python answers to these values
            raise Raised(type(error).__name__, str(error), node.lineno)

    def fn_abs(self, args, keywords, node, env):
        thing = args[0] if len(args) == 1 else NONE
        if isinstance(thing, Const) and type(thing.value) is int and thing.value >= 0:
            return thing  # Source: Objects/longobject.c, long_abs
        return self.scalar(abs, args, node)

    def fn_chr(self, args, keywords, node, env):
        return self.scalar(chr, args, node)

    def fn_ord(self, args, keywords, node, env):
        return self.scalar(ord, args, node)

    def fn_round(self, args, keywords, node, env):
        if len(args) == 1 and isinstance(args[0], Const) and type(args[0].value) is int:
            return args[0]  # Source: Objects/longobject.c, int___round___impl
        return self.scalar(round, args, node)

    def fn_divmod(self, args, keywords, node, env):
        return None

    def fn_repr(self, args, keywords, node, env):
        if len(args) == 1 and isinstance(args[0], Instance):
            return self.show(args[0], '__repr__', node, env)
        value = self.plain_value(args[0]) if len(args) == 1 else MISSING
        if value is MISSING or (isinstance(value, int) and value.bit_length() > 10000):
            return None
        text = repr(value)
        return own_text(Const(text, self.making and not isinstance(value, bool)), True) if len(text) <= LONGEST else None

    def fn_hex(self, args, keywords, node, env):
        return self.scalar(hex, args, node)

    # -- the library

    def fn_collections_namedtuple(self, args, keywords, node, env):
        return self.class_from_namedtuple(args, keywords, node, env)

    def fn_functools_wraps(self, args, keywords, node, env):
        return LibThing('functools.wraps')

    def fn_functools_lru_cache(self, args, keywords, node, env):
        return LibThing('functools.lru_cache')

    def fn_typing_final(self, args, keywords, node, env):
        return args[0] if args else None

    def fn_warnings_deprecated(self, args, keywords, node, env):
        return LibThing('warnings.deprecated')

    def fn_reprlib_recursive_repr(self, args, keywords, node, env):
        return LibThing('reprlib.recursive_repr')

    def fn_exec(self, args, keywords, node, env):
        if self.making:
            raise Undecided('`%s` runs a text as program (line %d)' % (self.text(node, env), node.lineno))
        self.let_go(args, keywords, self.callee_text(node, env), node.lineno)
        return None

    fn_eval = fn_exec

    def fn_next(self, args, keywords, node, env):
        if args and isinstance(args[0], Seq):
            self.put(args[0].state, 'unknown', 'an item is taken from it (line %d)' % node.lineno)
        return None

    def fn_typing_TypeVar(self, args, keywords, node, env):
        return LibInstance('typing.TypeVar', self.text(node, env), args, self.making, keywords)

    def fn_typing_cast(self, args, keywords, node, env):
        return args[1] if len(args) == 2 else None

    def fn_dataclasses_field(self, args, keywords, node, env):
        return self.make_field(keywords, node)

    def make_field(self, keywords, node):
        if 'default' in keywords and 'default_factory' in keywords:
            raise Raised('ValueError', 'cannot specify both default and default_factory', node.lineno)
        return FieldThing(keywords)

    def fn_dataclasses_dataclass(self, args, keywords, node, env):
        """dataclass (slots=True) before the class that it is to decorate: the same as partial (dataclass, slots=True)."""
        words = keywords if not args else None
        return words and LibInstance('functools.partial', self.text(node, env), [LibThing('dataclasses.dataclass')], False, words)

    def fn_platform_python_implementation(self, args, keywords, node, env):
        return Const('CPython')

    def fn_dataclasses_make_dataclass(self, args, keywords, node, env):
        return self.class_from_make_dataclass(args, keywords, node, env)

    def fn_weakref_proxy(self, args, keywords, node, env):
        return self.make_weak('weakref.proxy', args, keywords, node, env)

    # -- methods
