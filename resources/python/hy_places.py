# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an instance keeps attributes: whether it has a __dict__, and what reading or replacing that does."""
import hy_library as library
from hy_refusals import refuse
from hy_structures import STRUCTURES
from hy_things import MISSING, ClassThing, Const, DictView, LibClass, LibMethod, Map, Raised, Undecided

# Library bases that give their subclasses no public names.
NAMELESS = frozenset('abc.ABC typing.Generic typing.Protocol'.split())

# The first 3.x in which they have __slots__, and their instances no __dict__. Sources: abc.py, asyncio/protocols.py,
# asyncio/transports.py, contextlib.py, fractions.py, ipaddress.py, os.py.
SLOTTED_SINCE = dict({'abc.ABC': 7, 'contextlib.AbstractContextManager': 13, 'contextlib.AbstractAsyncContextManager': 13,
                      'os.PathLike': 13, 'fractions.Fraction': 6, 'ipaddress.IPv4Address': 6, 'ipaddress.IPv6Address': 6},
                     **{'asyncio.' + n: 8 for n in 'BaseProtocol BufferedProtocol DatagramProtocol Protocol SubprocessProtocol '
                        'BaseTransport DatagramTransport ReadTransport SubprocessTransport Transport WriteTransport'.split()})

# Those whose __dict__ can't be replaced. Sources: Objects/namespaceobject.c, Modules/_io/iobase.c.
FIXED_DICTS = {'types.SimpleNamespace': 'readonly attribute'}
FIXED_DICTS.update({'io.' + n: "attribute '__dict__' of '_io._IOBase' objects is not writable" for n in (
    'IOBase RawIOBase BufferedIOBase TextIOBase StringIO BytesIO FileIO TextIOWrapper BufferedReader BufferedWriter '
    'BufferedRandom BufferedRWPair').split()})


class Places(object):
    def refuse_place(self, owner, name, found, node):
        """There is neither a slot nor a __dict__ for it. Source: 3.13 Objects/object.c, _PyObject_GenericSetAttrWithDict: it
        says less of a class that has its own way to set attributes."""
        if found is MISSING:
            hooks = [self.find_in_class(owner.cls, n) for n in ('__setattr__', '__delattr__')]
            usual = all(isinstance(h, LibMethod) and h.cls.name == 'object' for h in hooks)
            raise refuse('no-place' if usual else 'no-place-by-hook', node, name=name, cls=owner.cls.name)
        raise Raised('AttributeError', "'%s' object attribute '%s' is read-only" % (owner.cls.name, name), node.lineno)

    def has_place(self, cls):
        """False when instances surely have no __dict__."""
        for place in self.mro(cls):
            if isinstance(place, ClassThing):
                names = self.slot_names(place) if '__slots__' in place.namespace or place.kind != 'namedtuple' else []
                if place.data.get('slots') == 1 and names is None:
                    names = []
                if names is None or '__dict__' in names:
                    return True
            elif not isinstance(place, LibClass) or self.may_have_dict(place.name):
                return True
        return False

    def may_have_dict(self, name):
        real = library.builtin_type(name)
        if real is not None:
            return real.__dictoffset__ != 0
        real = library.c_type(name)
        if real is not None:
            return real.__dictoffset__ != 0 or real.__setattr__ is not object.__setattr__
        if name in STRUCTURES:
            return False
        if name in SLOTTED_SINCE:
            return not self.is_since(SLOTTED_SINCE[name])
        return name not in NAMELESS and not name.startswith(('collections.abc.', 'numbers.'))

    def replace_dict(self, owner, value, node, env):
        if not self.has_place(owner.cls):
            self.refuse_place(owner, '__dict__', MISSING, node)
        if any('__dict__' in p.namespace for p in self.mro(owner.cls) if isinstance(p, ClassThing)):
            raise Undecided('what `__dict__` of the class is, is not followed (line %d)' % node.lineno)
        if isinstance(value, Map) and (value.of_view or self.making and not value.fresh):
            raise Undecided('`__dict__` becomes one that is shared, or a copy of one (line %d)' % node.lineno)
        pairs = value.pairs if isinstance(value, Map) and not self.unsure(value) else None
        self.check_replaceable(owner.cls, node)
        if isinstance(value, DictView) and value.instance is owner:
            # Source: 3.13 Objects/dictobject.c, _PyObject_SetManagedDict: the values leave the object all the same.
            if self.is_since(13):
                raise Undecided('`__dict__` is replaced by itself (line %d)' % node.lineno)
            return
        if pairs is None or any(not isinstance(k, Const) for k, _ in pairs):
            raise Undecided('`__dict__` is replaced by what is not known (line %d)' % node.lineno)
        self.step(owner, 'replace-dict', None, value, node)
        for name in list(owner.attrs):
            self.drop(owner.attrs, name)
        for key, item in pairs:
            self.put(owner.attrs, key.value, item)

    def check_replaceable(self, cls, node):
        """Source: Objects/typeobject.c, subtype_setdict: a base with a __dict__ decides, but none that is made at run time as
        those of io are since 3.12."""
        own = False
        for place in self.mro(cls):
            if isinstance(place, LibClass) and place.name in FIXED_DICTS:
                if own and place.name.startswith('io.'):
                    raise Undecided('whether `__dict__` can be replaced varies (line %d)' % node.lineno)
                raise Raised('AttributeError', FIXED_DICTS[place.name], node.lineno)
            own = own or isinstance(place, ClassThing) and self.has_place(place) and \
                not any(isinstance(b, LibClass) and b.name in FIXED_DICTS for b in self.mro(place))

    def is_placeholder(self, node, env):
        """Whether an attribute is asked of a variable of the module."""
        name = getattr(getattr(node, 'value', None), 'id', None)
        while env is not None and env.kind != 'module' and name not in env.vars:
            env = env.parent
        return name is not None and env is not None and env.kind == 'module'

    def check_weakref(self, owner, node):
        """Refuses `__weakref__` as it is set or deleted, where the class or a base has it. Source: Objects/typeobject.c,
        subtype_getsets_full, type_new_descriptors."""
        having = None
        for place in reversed(self.mro(owner.cls)):
            if isinstance(place, ClassThing):
                names = self.slot_names(place) if '__slots__' in place.namespace or place.data.get('slots') == 1 else None
                if having is None and (names is None or '__weakref__' in names):
                    having = place
            elif not isinstance(place, LibClass) or place.name not in NAMELESS and place.name != 'object':
                raise Undecided('what setting `__weakref__` does is not known (line %d)' % node.lineno)
        if having is not None:
            raise refuse('read-only-weakref', node, cls=having.name)

    def touch(self, owner, node, env):
        if not self.has_place(owner.cls):
            raise Raised('AttributeError', "'%s' object has no attribute '__dict__'" % owner.cls.name, node.lineno)
        if owner.state['view'] is None:
            self.put(owner.state, 'view', DictView(owner))
        self.step(owner, 'touch-dict', None, None, node)
        return owner.state['view']
