# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of instances, and what pickle makes of them."""
import hy_library as library
from hy_refusals import refuse
from hy_things import ClassThing, Const, Func, Instance, LibClass, LibMethod, SlotMember, Undecided, Unknown

POINTER = 8


class Copies(object):
    def fn_copy_copy(self, args, keywords, node, env):
        if not args or not isinstance(args[0], Instance):
            return args[0] if args and isinstance(args[0], Const) else None
        source = args[0]
        if self.reduces_itself(source.cls) or self.c_kind(source.cls):
            raise Undecided('how the library copies it is not known (line %d)' % node.lineno)
        hooks = ('__copy__', '__reduce__', '__reduce_ex__', '__getstate__', '__setstate__', '__getnewargs__', '__getattr__',
                 '__getattribute__')
        if any(isinstance(self.find_in_class(source.cls, n), (Func, Unknown)) for n in hooks):
            raise Undecided('the class says itself how it is copied (line %d)' % node.lineno)
        self.check_state(source.cls, node)
        hook = self.find_in_class(source.cls, '__setattr__')
        if not isinstance(hook, LibMethod) and any(isinstance(self.find_in_class(source.cls, n), SlotMember) for n in source.attrs):
            raise Undecided('`__setattr__` of the class is asked to copy what is in slots (line %d)' % node.lineno)
        if node is not self.dropped and not self.is_since(11):
            self.put(source.state, 'unknown', 'a copy lives beside it and shares keys (line %d)' % node.lineno)
        self.step(source, 'copy', None, None, node)
        made = Instance(source.cls, self.making)
        self.put(made.state, 'unknown', 'it is a copy of another instance (line %d)' % node.lineno)
        for key, value in source.attrs.items():
            self.put(made.attrs, key, value)
        return made

    def fn_pickle_dumps(self, args, keywords, node, env):
        if args and isinstance(args[0], Instance):
            if any(isinstance(self.find_in_class(args[0].cls, n), Func) for n in ('__getstate__', '__reduce__', '__getattr__')):
                raise Undecided('the class says itself how it is pickled (line %d)' % node.lineno)
            if {'__module__', '__qualname__'} & set(args[0].cls.attrs) or '<locals>' in args[0].cls.qualname:
                raise Undecided('whether pickle finds the class under its name is not known (line %d)' % node.lineno)
            if not self.reduces_itself(args[0].cls):
                self.check_state(args[0].cls, node)
            if any(not isinstance(self.find_in_class(args[0].cls, n), SlotMember) for n in args[0].attrs):
                self.touch(args[0], node, env)
        return self.unknown('what pickle gives is not known', node)

    def builtin_bases(self, cls):
        found = [library.builtin_type(b.name) for b in self.mro(cls) if isinstance(b, LibClass)]
        return [b for b in found if b is not None]

    def reduces_itself(self, cls):
        """Whether the library says itself how an instance is copied."""
        bases = self.builtin_bases(cls) + [library.c_type(b.name) for b in self.mro(cls) if isinstance(b, LibClass)]
        if any(getattr(b, 'name', None) == 'types.SimpleNamespace' for b in self.mro(cls)):
            return True
        return any(getattr(b, name, None) is not getattr(object, name, None) for b in bases if b is not None
                   for name in ('__reduce_ex__', '__reduce__', '__getstate__', '__copy__'))

    def check_state(self, cls, node):
        """Refuses an instance that has more than its __dict__ and the slots that its classes name. Source:
        Objects/typeobject.c, reduce_newobj, _PyObject_GetState."""
        bases = self.builtin_bases(cls)
        if any(issubclass(b, (list, dict)) or hasattr(b, '__getnewargs__') for b in bases):
            return
        hidden = any(b.__basicsize__ - POINTER * (bool(b.__dictoffset__) + bool(b.__weakrefoffset__)) > object.__basicsize__
                     for b in bases)
        if hidden or any(self.hides_slots(p) for p in self.mro(cls) if isinstance(p, ClassThing)):
            raise refuse('copy', node, cls=cls.name)

    def hides_slots(self, cls):
        """Whether the names of its slots are gone, since they came from an iterator."""
        return cls.slots_iterator and bool(set(self.slot_names(cls) or ()) - {'__dict__', '__weakref__'})
