# SPDX-License-Identifier: GPL-3.0-or-later
"""What deleting an attribute does to an instance, or says."""
import hy_library as library
from hy_refusals import refuse
from hy_things import (MISSING, ClassThing, Const, Func, Generated, Instance, LibClass, LibMethod, Map, Prop, Raised, Seq, SlotMember,
                       Undecided)


class Deletions(object):
    def del_attribute(self, owner, name, node, env):
        if isinstance(owner, Instance):
            hook = self.find_in_class(owner.cls, '__delattr__')
            self.check_hook(hook, '__delattr__', node)
            if isinstance(hook, Func):
                self.call(hook, [owner, Const(name)], {}, node, env)
                return
            if isinstance(hook, Generated) and hook.cls.data.get('slots') == 1 and not self.is_field(hook.cls, name):
                raise Undecided('how a frozen class with slots refuses `%s` varies (line %d)' % (name, node.lineno))
            if isinstance(hook, Generated) and (owner.cls is hook.cls or self.is_field(hook.cls, name)):
                raise Raised('FrozenInstanceError', "cannot delete field '%s'" % name, node.lineno)
            self.plain_del(owner, name, node, env)
        elif isinstance(owner, ClassThing):
            self.drop(owner.attrs, name)
        elif isinstance(owner, (Const, Seq, Map)):
            self.refuse_of_value(owner, name, node)

    def plain_del(self, owner, name, node, env):
        """object.__delattr__."""
        if name in ('__dict__', '__class__'):
            raise Undecided('`%s` is deleted (line %d)' % (name, node.lineno))
        if name == '__weakref__':
            self.check_weakref(owner, node)
        found = self.find_in_class(owner.cls, name)
        if self.field_of(owner.cls, name) is not MISSING:
            raise refuse('field-not-deleted', node)
        if isinstance(found, Prop):
            if found.deleter is None:
                raise refuse('no-deleter', node, name=name, cls=owner.cls.qualname)
            self.call(found.deleter, [owner], {}, node, env)
            return
        if isinstance(found, Instance) and any(self.find_in_class(found.cls, n) is not MISSING for n in ('__set__', '__delete__')):
            self.delete_by_descriptor(owner, found, node, env)
            return
        if isinstance(found, LibMethod) and any(library.descriptor_kind(b.name, name) for b in self.mro(owner.cls)
                                                if isinstance(b, LibClass)):
            raise Undecided('what deleting `%s` does is not modelled (line %d)' % (name, node.lineno))
        if self.field_place(owner.cls, name) is not None:
            raise Raised('AttributeError', "can't delete attribute", node.lineno)
        if name not in owner.attrs:
            if owner.state['unknown']:
                raise Undecided('whether there is `%s` to delete is not known (line %d)' % (name, node.lineno))
            self.refuse_deletion(owner, name, found, node)
        self.step(owner, 'del', name, None, node)
        self.drop(owner.attrs, name)

    def delete_by_descriptor(self, owner, descriptor, node, env):
        hook = self.find_in_class(descriptor.cls, '__delete__')
        if not isinstance(hook, Func):
            raise Undecided('what deleting it by a descriptor does is not known (line %d)' % node.lineno)
        self.call(hook, [descriptor, owner], {}, node, env)

    def refuse_deletion(self, owner, name, found, node):
        if not isinstance(found, SlotMember) and not self.has_place(owner.cls):
            self.refuse_place(owner, name, found, node)
        if not isinstance(found, SlotMember):
            self.put(owner.state, 'unknown', 'a `del` that fails may change how its class shares keys (line %d)' % node.lineno)
        raise refuse('slot-not-there' if isinstance(found, SlotMember) else 'not-there', node, name=name, cls=owner.cls.name)
