# SPDX-License-Identifier: GPL-3.0-or-later
"""Protocols: what Protocol puts in the place of their __init__."""
from hy_refusals import refuse
from hy_things import MISSING, NONE, ClassThing, Func, Generated, LibClass, LibMethod, Raised, Undecided, Wrapped


class Protocols(object):
    def is_protocol(self, cls):
        return any(isinstance(b, LibClass) and b.name == 'typing.Protocol'
                   for b in map(self.plain_class, [b[0] for b in cls.bases]))

    def protocol_replaces_init(self, cls):
        """Whether Protocol puts its own __init__ in the place of that of a protocol. Source: typing.py,
        Protocol.__init_subclass__ (3.11: not if the class has one)."""
        if not self.is_protocol(cls):
            return False
        if not self.is_since(11):
            return True
        return '__init__' not in cls.namespace and isinstance(self.find_in_class(cls, '__init__', cls), LibMethod)

    def run_protocol_init(self, made, args, keywords, node, env):
        """Source: typing.py, _no_init (3.8), _no_init_or_replace_init (3.9)."""
        if isinstance(self.find_in_class(made.cls, '__init_subclass__'), (Func, Wrapped)):
            raise Undecided('whether Protocol learns of its subclasses is up to an `__init_subclass__`')
        if self.is_protocol(made.cls):
            raise Raised('TypeError', 'Protocols cannot be instantiated', node.lineno)
        starter = self.find_in_class(made.cls, '__init__')
        if not self.is_since(9) or not isinstance(starter, Generated) or \
                starter.kind != 'protocol-init':
            return NONE
        found = next(f for f in map(self.own_init, self.mro(made.cls)) if f is not MISSING)
        plain = isinstance(found, LibMethod) and found.cls.name == 'object'
        maker = self.find_in_class(made.cls, '__new__')
        if plain and (args or keywords) and isinstance(maker, LibMethod) and maker.cls.name == 'object':
            raise refuse('init-of-class', node, cls=made.cls.name)
        if not plain:
            self.call_init(found, made, args, keywords, node, env, False)
        return NONE

    def own_init(self, place):
        """The __init__ that a class has itself, but that of Protocol; MISSING where there is none."""
        if isinstance(place, ClassThing):
            return MISSING if self.protocol_replaces_init(place) else place.attrs.get('__init__', MISSING)
        if isinstance(place, LibClass):
            return LibMethod(place, '__init__') if self.library_has(place.name, '__init__') else MISSING
        return place
