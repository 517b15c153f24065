# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens when the body of a class statement has run: metaclass, __set_name__, __init_subclass__."""
from hy_things import ClassThing, Const, Exhausted, Func, Instance, LibMethod, Map, Raised, Seq, Undecided, Unknown, Wrapped


class Creation(object):
    def create_class(self, thing, node, env):
        """Follows the hooks that Python calls; what can't be followed is noted in the class."""
        meta = self.metaclass_of(thing)
        if isinstance(meta, ClassThing):
            self.follow_new(thing, meta, node, env)
        self.follow_set_name(thing, node, env)
        self.follow_init_subclass(thing, node, env)
        if isinstance(meta, ClassThing) and not self.refuses_keywords(thing, meta):
            starter = self.find_in_class(meta, '__init__')
            if isinstance(starter, Func):
                args = self.creation_arguments(thing)
                self.follow_hook(thing, starter, [thing] + args, node, env, '`__init__` of its metaclass',
                                 dict(thing.keywords))

    def refuses_keywords(self, thing, meta):
        """Whether object.__init_subclass__ gets keywords, so that the metaclass's __init__ is not reached."""
        hook = self.find_in_class(thing, '__init_subclass__', thing)
        return bool(thing.class_keywords()) and not isinstance(hook, (Func, Wrapped, Unknown)) and \
            (thing.followed or isinstance(self.find_in_class(meta, '__new__'), LibMethod))

    def follow_new(self, thing, meta, node, env):
        maker = self.find_in_class(meta, '__new__')
        maker = maker.func if isinstance(maker, Wrapped) else maker
        if not self.prepared(thing, meta, node, env):
            return
        if isinstance(maker, LibMethod):
            thing.followed = not isinstance(self.find_in_class(meta, '__prepare__'), LibMethod)
            return
        args = self.creation_arguments(thing)
        self.pending.append((thing, args))
        try:
            made = self.call(maker, [meta] + args, dict(thing.keywords), node, env)
            thing.followed = made is thing
        except (Raised, Undecided, Exhausted):
            thing.followed = False
        finally:
            self.pending.pop()

    def type_new(self, args, keywords):
        """type.__new__ (metaclass, name, bases, namespace, **keywords): the class that is being made, with that
        namespace."""
        if not self.pending or len(args) != 4:
            return None
        thing, given = self.pending[-1]
        name, bases, namespace = args[1:]
        if not isinstance(name, Const) or name.value != thing.name or not self.same_bases(bases, given[1]):
            return None
        if not isinstance(namespace, Map) or self.unsure(namespace) or \
                any(not isinstance(k, Const) for k, _ in namespace.pairs):
            return None
        pairs = [(k.value, v) for k, v in namespace.pairs]
        slots = thing.namespace.get('__slots__')
        if isinstance(slots, Unknown) and dict(pairs).get('__slots__') is not slots:
            self.doubt_class(thing, 'its metaclass puts something in the place of `__slots__`, which are not known', thing.line)
        self.put(thing.__dict__, 'namespace', dict(pairs))
        self.put(thing.__dict__, 'namespace', self.without_implicit(thing, pairs))
        self.put(thing.__dict__, 'attrs', dict(thing.namespace))
        self.put(thing.__dict__, 'passed', list(keywords.items()))
        self.add_slots(thing)
        return thing

    def same_bases(self, bases, given):
        return isinstance(bases, Seq) and len(bases.items) == len(given.items) and \
            all(a is b for a, b in zip(bases.items, given.items))

    def follow_set_name(self, thing, node, env):
        for name, value in list(thing.namespace.items()):
            if isinstance(value, Wrapped) and value.kind == 'cached_property':
                self.name_cached_property(thing, value, name, node)
            elif isinstance(value, Instance):
                hook = self.find_in_class(value.cls, '__set_name__')
                if isinstance(hook, Func) and thing.refusal is None:
                    self.follow_hook(thing, hook, [value, thing, Const(name)], node, env, '`__set_name__`')
                    self.wrap_refusal(thing, value.cls.name, name)

    def name_cached_property(self, thing, value, name, node):
        """Source: functools.py, cached_property.__set_name__."""
        first = next(n for n, v in thing.namespace.items() if v is value)
        if first != name and thing.refusal is None:
            names = tuple(repr(self.mangle_for(thing, n)) for n in (first, name))
            thing.refusal = Raised('TypeError', 'Cannot assign the same cached_property to two different names '
                                                '(%s and %s).' % names, node.lineno)
            self.wrap_refusal(thing, 'cached_property', name)

    def wrap_refusal(self, thing, kind, name):
        """Source: Objects/typeobject.c, type_new_set_names (3.12: the exception itself is raised), enum.py,
        EnumType.__new__ (3.11: its cause is raised)."""
        if thing.refusal is not None:
            text = "RuntimeError: Error calling __set_name__ on '%s' instance '%s' in '%s'" % (
                kind, self.mangle_for(thing, name), thing.name)
            last = 10 if thing.kind == 'enum' else 11
            thing.refusal.earlier = [e for e in thing.refusal.earlier if e[0] > last] + [(last, text)]

    def find_init_subclass(self, cls, after):
        """The __init_subclass__ that comes after one class of the MRO: those of Generic and Protocol go on to super ()."""
        hook = self.find_in_class(cls, '__init_subclass__', after)
        while isinstance(hook, LibMethod) and hook.cls.name in ('typing.Generic', 'typing.Protocol'):
            hook = self.find_in_class(cls, '__init_subclass__', hook.cls)
        return hook.func if isinstance(hook, Wrapped) else hook

    def follow_init_subclass(self, thing, node, env):
        hook = self.find_init_subclass(thing, thing)
        if isinstance(hook, Unknown):
            if hook.line:
                self.doubt_class(thing, hook.reason, hook.line)
            return
        if isinstance(hook, Func) and self.is_of_class_made_twice(hook):
            self.doubt_class(thing, 'what `super` in `__init_subclass__` of `%s`, a class made twice, does varies' %
                             hook.cls.name, node.lineno)
        elif isinstance(hook, Func):
            self.follow_hook(thing, hook, [thing], node, env, '`__init_subclass__`', dict(thing.class_keywords()))

    def is_made_twice(self, cls):
        return cls.kind == 'dataclass' and bool(cls.data) and cls.data.get('slots') == 1

    def is_of_class_made_twice(self, hook):
        """Whether super () in @hook means a class that dataclass has replaced. Source: dataclasses.py, _add_slots,
        _update_func_cell_for__class__ (3.14)."""
        return hook.cls is not None and self.is_made_twice(hook.cls) and \
            self.names_class(hook)

    def follow_hook(self, thing, hook, args, node, env, what, keywords=None):
        before, self.creating = self.creating, thing
        around, self.may_raise = self.may_raise, None
        try:
            self.call(hook, args, keywords or {}, node, env)
            if self.may_raise is not None and thing.refusal is None:
                self.doubt_class(thing, 'whether %s raises %s is not known' % (what, self.may_raise.text()), node.lineno)
        except Raised as error:
            if '<locals>' in error.text():
                self.doubt_class(thing, 'how %s refuses what is local to a function is not known' % what, node.lineno)
            thing.refusal = thing.refusal or error
        except (Undecided, Exhausted) as error:
            thing.unmade = '%s can not be followed: %s' % (what, error)
        finally:
            self.creating, self.may_raise = before, around
