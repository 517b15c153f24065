# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reader knows of a Python object without running the program."""

MISSING = object()
# sys.version_info of the versions that are modelled, of the first and of some last release.
RELEASES = [(3, minor, micro, 'final', 0) for minor in range(6, 16) for micro in (0, 99)]
LONGEST = 1 << 16  # characters of a string that are kept; a longer one is known by its length only


class Raised(Exception):
    """Python would raise here."""

    def __init__(self, kind, message, line=0, vague=False):
        Exception.__init__(self, kind, message)
        self.kind = kind
        self.message = message
        self.line = line
        self.vague = vague  # the words are those of the Python that reads, others may word it otherwise
        self.thing = None  # the exception, where code of the file makes it
        self.earlier = []  # (last 3.x, its text) where older versions word it otherwise, the newest first

    def text(self):
        return self.kind + ': ' + self.message if self.message else self.kind

    def told(self):
        """As reply data."""
        return {'text': self.text(), 'earlier': [{'last': last, 'text': text} for last, text in self.earlier]}


class Undecided(Exception):
    """What happens next depends on what can't be known."""


class Exhausted(Exception):
    """The computation is longer than a reader follows."""


class Thing(object):
    fresh = False  # made anew for each instance
    folded = False  # ... by 3.6, the compiler of which leaves it to run time


class Unknown(Thing):
    def __init__(self, reason, line=0):
        self.reason = reason
        self.line = line


class Varying(Unknown):
    """What each version of Python has of its own: Python values, one for each of RELEASES."""

    def __init__(self, values, reason='it depends on the version that runs'):
        Unknown.__init__(self, reason)
        self.values = list(values)

    def each(self, change, reason):
        """What change makes of each value: a Const where all give the same."""
        values = [change(v) for v in self.values]
        return Const(values[0]) if all(v == values[0] for v in values) else Varying(values, reason)


class Plain(Thing):
    """An argument that stands for any plain value: nothing may depend on it."""

    def __init__(self, name):
        self.name = name


class State(dict):
    """What is known of a thing, apart from dicts of which the program chooses the names."""


class Const(Thing):
    own = False  # a text of one character that is not the one that all share
    room = 0  # digits that Python asked for, where an int has not as many; MISSING where that is not known
    compact = False  # room is that of a bit operator on ints of one digit

    def __init__(self, value, fresh=False):
        self.value = value
        self.fresh = fresh


class Sized(Thing):
    """A string or bytes known by its length: kind is 'str' or 'bytes'; digits: how often those of i stand in it."""

    own = False

    def __init__(self, kind, length, width=0, digits=0, text=''):
        self.kind = kind
        self.length = length
        self.width = width
        self.digits = digits
        self.text = text
        self.fresh = True
        self.state = State(unknown=None)  # of a bytearray: why its length is not known any more


class Number(Thing):
    """A number made from i: i * scale + offset as int, or some float; made: (operator, left, right) of which an int is the
    result."""

    made = None

    def __init__(self, kind, offset=0, text='i', scale=1):
        self.kind = kind
        self.offset = offset
        self.scale = scale
        self.text = text
        self.fresh = True

    def is_index(self):
        """Whether it is i itself."""
        return self.kind == 'int' and self.offset == 0 and self.scale == 1


class Seq(Thing):
    """list, tuple, set, frozenset or iterator. `length` may exceed the items where all are alike; thunk: what makes the
    items of an iterator (or None where they can't be known) when somebody asks for them."""

    def __init__(self, kind, items, growth='literal', fresh=False, length=None, thunk=None):
        self.kind = kind
        self.state = State(items=list(items), length=len(items) if length is None else length, growth=growth,
                           unknown=None, thunk=thunk)
        self.fresh = fresh

    @property
    def items(self):
        return self.state['items']

    @property
    def length(self):
        return self.state['length']

    @property
    def repeated(self):
        return self.state['length'] != len(self.state['items'])


class Range(Thing):
    kind = 'range'

    def __init__(self, start, stop, step):
        self.range = range(start, stop, step)


class Map(Thing):
    """dict; pairs: (key thing, value thing) in order; scope: the one whose names it holds, for locals() and the like.
    state: gaps: whether items were removed; unsized: why it is not known how large it is, though what it holds is."""

    scope = None
    of_view = False  # it took all that a __dict__ holds: how large it is depends on that

    def __init__(self, pairs, growth='literal', fresh=False):
        self.state = State(pairs=list(pairs), growth=growth, unknown=None, gaps=False, unsized=None)
        self.fresh = fresh

    @property
    def pairs(self):
        return self.state['pairs']


class Instance(Thing):
    """An instance of a class of the project, with what was done to it so far as a linked list of steps."""

    def __init__(self, cls, fresh):
        self.cls = cls
        self.fresh = fresh
        self.attrs = {}  # as o.name finds them
        self.hidden = {}  # in __dict__ under the name of a slot or property
        self.state = State(ops=None, unknown=None, payload=None, view=None)


class DictView(Thing):
    """The __dict__ of an instance."""

    def __init__(self, instance):
        self.instance = instance


class ClassDict(Unknown):
    """The __dict__ of a class: of some names it is known whether it has them."""

    def __init__(self, cls):
        Unknown.__init__(self, 'what `__dict__` of a class holds is not known')
        self.cls = cls


# Library types that make something of keyword arguments: a dict, a text, a decoder.
KEEPS_KEYWORDS = frozenset('io.StringIO io.BytesIO collections.OrderedDict collections.defaultdict collections.deque '
                           'functools.partial decimal.Decimal'.split())


# Modules of which the instances stay what they are, whatever is called.
LASTING = frozenset('datetime decimal fractions uuid pathlib weakref typing functools'.split())
# Methods that leave their object what it is.
READING = frozenset('get keys values items copy index count tobytes tolist'.split())


class LibInstance(Thing):
    """An instance of a library type."""

    def __init__(self, name, text, args=(), fresh=True, keywords=None):
        self.name = name
        self.state = State(unknown=None)
        self.text = text
        self.args = list(args)
        self.keywords = keywords or {}
        self.fresh = fresh

    def holds_keywords(self):
        """Whether keyword arguments may add to what is held beside the fields."""
        return self.name in KEEPS_KEYWORDS and any(name != 'maxlen' for name in self.keywords)

    def may_change(self):
        return self.name.split('.')[0] not in LASTING and ':' not in self.name and '.' in self.name


class LibClass(Thing):
    """A builtin or standard-library class: name is canonical, imported the one by which the file knows it."""

    def __init__(self, name, imported=None):
        self.name = name
        self.imported = imported or name


class LibThing(Thing):
    """Something else of the standard library: a function, a module attribute; member: of an object of a module."""

    def __init__(self, name, member=False):
        self.name = name
        self.member = member


class LibModule(Thing):
    def __init__(self, name):
        self.name = name


class LibMethod(Thing):
    """Method of a library class, bound to owner or not (owner None)."""

    def __init__(self, cls, name, owner=None, fresh=False):
        self.cls = cls
        self.name = name
        self.owner = owner
        self.fresh = fresh


class Lazy(Thing):
    """What an import names: the file is read only when something needs it."""

    def __init__(self, find):
        self.find = find
        self.found = None

    def get(self):
        if self.found is None:
            self.found = Unknown('what is imported in a circle')
            self.found = self.find()
        return self.found


class ModuleThing(Thing):
    """A module of the project."""

    def __init__(self, module):
        self.module = module


class Func(Thing):
    def __init__(self, node, env, name, cls):
        self.node = node
        self.env = env
        self.name = name
        self.cls = cls
        self.defaults = []
        self.kw_defaults = {}
        self.abstract = False
        self.kind = 'function'  # else why what it does is not known
        self.shared = False  # lru_cache
        self.fresh = False
        self.kept = []  # of one that is made for each instance: new things that it holds
        self.vague = None  # ... why what it takes is not known


class Bound(Thing):
    def __init__(self, func, owner, fresh):
        self.func = func
        self.owner = owner
        self.fresh = fresh


class Wrapped(Thing):
    """staticmethod, classmethod or cached_property around a function."""

    def __init__(self, kind, func):
        self.kind = kind
        self.func = func


class Prop(Thing):
    def __init__(self, getter=None, setter=None, deleter=None):
        self.getter = getter
        self.setter = setter
        self.deleter = deleter


class SlotMember(Thing):
    """The descriptor of a slot."""


class SuperThing(Thing):
    def __init__(self, cls, owner):
        self.cls = cls
        self.owner = owner


class Alias(Thing):
    """C[int]: a class of the project or the library with arguments; the type variables among those, None where they are not
    known."""

    def __init__(self, cls, variables=None):
        self.cls = cls
        self.variables = variables


class Generated(Thing):
    """A method that a decorator or a library class makes: kind names it, cls is the class it was made for."""

    def __init__(self, kind, cls, data=None):
        self.kind = kind
        self.cls = cls
        self.data = data


class FieldThing(Thing):
    """dataclasses.field(...) or attr.ib(...): keyword -> thing."""

    def __init__(self, keywords):
        self.keywords = keywords


class ClassThing(Thing):
    """What a class statement, or a call that makes a class, says."""

    def __init__(self, name, qualname, module, node, line):
        self.name = name
        self.qualname = qualname
        self.module = module
        self.node = node
        self.line = line
        self.bases = []  # (thing, text, line)
        self.metaclass = None  # (thing, text, line)
        self.namespace = {}  # at the end of the body, in order
        self.annotations = {}  # name -> (text, thing-or-None, line)
        self.lines = {}
        self.attrs = {}  # as it is now
        self.kind = 'regular'
        self.data = {}  # arguments of dataclass / define
        self.fields = None  # own fields: list of Field
        self.unknown_decorators = []
        self.unknown = None
        self.static_attributes = []
        self.statement = False
        self.mro_cache = None
        self.meta_cache = None
        self.keywords = []
        self.alias_of = None
        self.implicit = None  # what Python puts into its namespace before, and after, the body; None: not asked for yet
        self.passed = None  # keywords that __new__ of its metaclass passes on to type.__new__
        self.followed = False  # what __new__ of its metaclass does is in the namespace
        self.slots_assigned = False  # its __slots__ is something else since it was made
        self.slots_iterator = False  # its __slots__ was an iterator, now exhausted
        self.refusal = None  # what Python raises when the statement has run
        self.raises = False  # its body: then its name is not bound
        self.unmade = None  # why its instances can't be followed
        self.early = 0  # instances that the file makes as it is read
        self.early_ones = []  # those, and those that it may make; None for one that could not be followed
        self.written = None  # bases where Python puts others in their place

    def class_keywords(self):
        """[(name, value)] of those that go on to __init_subclass__."""
        return self.passed if self.followed and self.passed is not None else self.keywords

    def written_bases(self):
        return self.bases if self.written is None else self.written


class Field(object):
    """One field of a dataclass, an attrs class or a named tuple."""

    def __init__(self, name, default=None, factory=None, init=True, kw_only=False, init_var=False, line=0):
        self.name = name
        self.default = default
        self.factory = factory
        self.init = init
        self.kw_only = kw_only
        self.init_var = init_var
        self.shown = True  # by repr
        self.takes_self = False  # of factory
        self.converter = None
        self.line = line


NONE = Const(None)
