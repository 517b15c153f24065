# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes: what reading, setting and deleting them does to the object."""

import builtins

import hy_library as library
import hy_library_makers as makers
from hy_places import NAMELESS
from hy_refusals import READ_ONLY, refuse
from hy_things import (MISSING, NONE, Alias, Bound, ClassDict, ClassThing, Const, DictView, FieldThing, Func, Generated, Instance,
                       LibClass, LibInstance, LibMethod, LibModule, LibThing, Map, ModuleThing, Number, Prop, Raised,
                       Seq, Sized, SlotMember, SuperThing, Undecided, Unknown, Varying, Wrapped)

# Attributes of a class that no statement of its body sets.
IMPLICIT = frozenset('__module__ __weakref__ __annotations__ __orig_bases__ __parameters__ __match_args__ __firstlineno__ '
                     '__static_attributes__ __dataclass_fields__ __dataclass_params__ __annotate__ __annotate_func__'.split())
# Fields of an exception that not everything can be -> the key of what refuses it.
EXCEPTION_FIELDS = {'__traceback__': 'traceback', '__cause__': 'cause', '__context__': 'context'}
VERSION_FIELDS = ('major', 'minor', 'micro', 'releaselevel', 'serial')  # of sys.version_info


class Objects(object):
    # -- classes

    def mro(self, cls):
        """ClassThings, LibClasses and Unknowns in Python's order; a plain walk where there is none."""
        if cls.mro_cache is None:
            cls.mro_cache = [cls]
            rows = []
            for base, _, _ in cls.bases:
                rows.append(self.base_line(base))
            rows.append([self.plain_class(b) for b, _, _ in cls.bases])
            line = merge_lines(rows)
            if line is None:
                line = []
                for row in rows:
                    line.extend(t for t in row if t not in line)
            cls.mro_cache = [cls] + line
            if not any(isinstance(t, LibClass) and t.name == 'object' for t in line):
                cls.mro_cache.append(self.project.library_class('object'))
        return cls.mro_cache

    def plain_class(self, base):
        base = base.cls if isinstance(base, Alias) else base
        if isinstance(base, LibClass) and base.imported != base.name:
            return self.project.library_class(base.name)
        return base

    def base_line(self, base):
        base = self.plain_class(base)
        if isinstance(base, ClassThing):
            return list(self.mro(base))
        if isinstance(base, LibClass):
            return [self.project.library_class(n) for n in library.parents(base.name)]
        return [base]

    def find_in_class(self, cls, name, after=None):
        """What looking name up along the MRO finds: a thing, or MISSING. Unknown where a base is."""
        line = self.mro(cls)
        if after is not None:
            line = line[line.index(after) + 1:] if after in line else []
        for place in line:
            if isinstance(place, ClassThing):
                if name == '__init__' and self.protocol_replaces_init(place):
                    return Generated('protocol-init', place)
                if name in place.attrs:
                    return place.attrs[name]
            elif isinstance(place, LibClass):
                mixin = self.library_mixin(place.name, name)
                if mixin is not None:
                    return mixin
                if self.library_has(place.name, name):
                    return LibMethod(place, name)
            else:
                return Unknown(getattr(place, 'reason', 'a base that is not known'))
        return MISSING

    # -- reading

    def get_attribute(self, owner, name, node, env):
        if isinstance(owner, Instance):
            return self.instance_attribute(owner, name, node, env)
        if isinstance(owner, ClassThing):
            return self.class_attribute(owner, name, node, env)
        if isinstance(owner, SuperThing):
            return self.super_attribute(owner, name, node, env)
        if isinstance(owner, ModuleThing):
            return self.project.attribute(owner.module, name, node.lineno)
        if isinstance(owner, LibModule):
            return self.project.library_name(owner.name + '.' + name)
        if isinstance(owner, (LibClass, Alias)):
            target = owner.cls if isinstance(owner, Alias) else owner
            if isinstance(target, ClassThing):
                return self.class_attribute(target, name, node, env)
            if owner is not target or target.imported.startswith('typing.') and target.imported != target.name:
                return self.opaque(node, env)  # an alias that typing makes has attributes of its own
            return self.library_class_attribute(target, name, node, env)
        if isinstance(owner, LibThing):
            if callable(getattr(builtins, owner.name, None)) and not library.has_member(type(len), name):
                raise Raised('AttributeError', "'builtin_function_or_method' object has no attribute '%s'" % name, node.lineno)
            found = self.project.library_name(owner.name + '.' + name)
            return LibThing(found.name, True) if isinstance(found, LibThing) else found
        if isinstance(owner, (Seq, Map, Const, DictView, Sized, Number, LibInstance, Prop)):
            return self.value_attribute(owner, name, node, env)
        if isinstance(owner, ClassDict):
            return LibMethod(self.project.library_class('dict'), name, owner)
        if isinstance(owner, FieldThing):
            return Generated('field-' + name, None, owner)
        if isinstance(owner, Unknown) and hasattr(owner, 'package_name'):
            return self.project.outside(owner.package_name + '.' + name, node.lineno)
        if isinstance(owner, Varying) and name in VERSION_FIELDS and isinstance(owner.values[0], tuple):
            return owner.each(lambda v: v[VERSION_FIELDS.index(name)], owner.reason)
        if isinstance(owner, Func) and owner.fresh and name == '__dict__':
            self.put(vars(owner), 'vague', '`__dict__` of a function made for each instance is asked for (line %d)' % node.lineno)
        if isinstance(owner, Func) and name == '__kwdefaults__':
            self.put(vars(owner), 'kind', 'what `%s` takes by default may be changed (line %d)' % (owner.name, node.lineno))
        if isinstance(owner, (Func, Bound)) and name in ('__name__', '__qualname__'):
            func = owner.func if isinstance(owner, Bound) else owner
            return Const(func.name) if isinstance(func, Func) else self.opaque(node, env)
        return self.opaque(node, env)

    def library_class_attribute(self, cls, name, node, env):
        if name in ('__name__', '__qualname__', '__doc__') and self.making and library.builtin_type(cls.name) is None:
            return self.opaque(node, env)  # made anew for types that are not on the heap: which are, varies
        if name in ('__name__', '__qualname__'):
            # Source: Objects/typeobject.c, type_name.
            return Const(cls.name.rsplit('.', 1)[-1], self.making)
        if name == '__doc__':
            return self.opaque(node, env)
        nested = cls.name + '.' + name
        if library.builtin_type(cls.name) is None and library.is_class_name(nested) and name[:1].isupper():
            return self.project.library_class(nested)
        owners = [n for n in library.parents(cls.name) if name in ('__init__', '__new__') and self.library_has(n, name)]
        return LibMethod(self.project.library_class(owners[0]) if owners else cls, name)

    def value_attribute(self, owner, name, node, env):
        if isinstance(owner, Const) and name in ('real', 'imag', 'numerator', 'denominator') and \
                isinstance(owner.value, (int, float, complex)):
            found = getattr(owner.value, name, MISSING)
            return self.opaque(node, env) if found is MISSING else Const(found)
        if name == '__dict__' and isinstance(owner, (Const, Seq, Map)):
            raise Raised('AttributeError', "'%s' object has no attribute '__dict__'" % self.type_name(owner), node.lineno)
        kind = self.class_of(owner)
        real = library.builtin_type(kind.name) if isinstance(kind, LibClass) else None
        real = type(None) if isinstance(owner, Const) and owner.value is None else real
        if real is not None and not library.has_member(real, name):
            if self.making and real is type(None) and self.is_placeholder(node, env):
                raise Undecided('`%s` is None as the file is read, and may be something else later (line %d)' % (
                    node.value.id, node.lineno))
            raise Raised('AttributeError', "'%s' object has no attribute '%s'" % (real.__name__, name), node.lineno)
        if isinstance(owner, LibInstance) and name == '__class__':
            return self.project.library_class(owner.name)
        return LibMethod(self.class_of(owner), name, owner, self.making)

    def class_of(self, thing):
        """The class of a value as LibClass or ClassThing; Unknown where it isn't known."""
        if isinstance(thing, Instance):
            return thing.cls
        if isinstance(thing, Const):
            return self.project.library_class(type(thing.value).__name__)
        if isinstance(thing, (Seq, Number, Sized)):
            return self.project.library_class(thing.kind)
        if isinstance(thing, (Map, DictView)):
            return self.project.library_class('dict')
        if isinstance(thing, LibInstance):
            return self.project.library_class(thing.name)
        if isinstance(thing, ClassThing):
            return self.metaclass_of(thing)
        if isinstance(thing, LibClass):
            if library.builtin_type(thing.name) is None:
                return Unknown('the metaclass of %s is not known' % thing.name)
            return self.project.library_class('type')
        if isinstance(thing, LibThing) and callable(getattr(builtins, thing.name, None)):
            return self.project.library_class('builtin_function_or_method')
        names = {'Func': 'function', 'Bound': 'method', 'Prop': 'property', 'LibModule': 'module', 'Range': 'range',
                 'ModuleThing': 'module', 'Wrapped': getattr(thing, 'kind', '')}
        name = names.get(type(thing).__name__)
        return self.project.library_class(name) if name else Unknown('the type of what is not known')

    def class_attribute(self, cls, name, node, env):
        if name in ('__name__', '__qualname__'):
            return Const(cls.name if name == '__name__' else cls.qualname)
        if name == '__mro__':
            return Seq('tuple', self.mro(cls))
        if name == '__bases__':
            return Seq('tuple', [b for b, _, _ in cls.bases] or [self.project.library_class('object')])
        if name == '__dict__':
            return ClassDict(cls)
        if name in ('__annotations__', '__subclasses__', '__class__'):
            return self.opaque(node, env)
        if name == '__slots__' and self.has_made_slots(cls):
            return self.unknown('whose `__slots__` this is, and which, varies', node)
        found = self.find_in_class(cls, name)
        if found is MISSING:
            meta = self.class_of(cls)
            if isinstance(meta, ClassThing):
                found = self.find_in_class(meta, name)
            if isinstance(found, (Func, Prop)):
                return self.bind_found(found, cls, meta, node, env)
            if found is MISSING and self.lacks_name(cls, meta, name):
                raise Raised('AttributeError', "type object '%s' has no attribute '%s'" % (cls.name, name), node.lineno)
            if found is MISSING or isinstance(found, LibMethod):
                return LibMethod(cls, name)
        if cls.kind == 'enum' and not isinstance(found, (Func, Wrapped, Prop, LibMethod)) and name[:1] != '_':
            return LibInstance('enum:' + cls.qualname, cls.qualname + '.' + name, (), False)
        return self.bind_found(found, None, cls, node, env)

    def bind_found(self, found, owner, cls, node, env):
        """What o.name gives for a class attribute; owner None: looked up on the class."""
        if isinstance(found, Func):
            return found if owner is None else Bound(found, owner, self.making)
        if isinstance(found, Generated):
            return found if owner is None else Bound(found, owner, self.making)
        if isinstance(found, LibMethod) and found.owner is None:
            return LibMethod(found.cls, found.name, owner, self.making) if owner is not None else found
        if isinstance(found, Wrapped):
            if found.kind == 'staticmethod':
                return found.func
            if found.kind == 'classmethod':
                return Bound(found.func, cls, self.making)
            return found
        if isinstance(found, Prop):
            if owner is None:
                return found
            return self.call(found.getter, [owner], {}, node, env) if found.getter else self.opaque(node, env)
        if isinstance(found, Instance) and self.find_in_class(found.cls, '__get__') is not MISSING:
            getter = self.find_in_class(found.cls, '__get__')
            return self.call(getter, [found, owner or NONE, cls], {}, node, env)
        return found

    def is_metaclass(self, cls):
        return any(isinstance(t, LibClass) and t.name == 'type' for t in self.mro(cls))

    def super_attribute(self, owner, name, node, env):
        target = owner.owner
        cls = target if isinstance(target, ClassThing) else target.cls
        if isinstance(target, ClassThing) and owner.cls not in self.mro(target):
            cls = self.metaclass_of(target)
            if not isinstance(cls, ClassThing):
                return self.opaque(node, env)
        found = self.find_in_class(cls, name, owner.cls)
        if found is MISSING and not self.knows_all_names(cls):
            return self.opaque(node, env)
        if found is MISSING:
            raise Raised('AttributeError', "'super' object has no attribute '%s'" % name, node.lineno)
        if isinstance(found, Unknown):
            return found
        if name == '__new__':
            return found.func if isinstance(found, Wrapped) else found
        if isinstance(target, ClassThing):
            if isinstance(found, LibMethod):
                return LibMethod(found.cls, found.name, target, self.making)
            if isinstance(found, Func) and self.is_metaclass(owner.cls):
                return Bound(found, target, self.making)
            is_bound = isinstance(found, Wrapped) and found.kind == 'classmethod'
            return Bound(found.func, target, self.making) if is_bound else found
        return self.bind_found(found, target, cls, node, env)

    def instance_attribute(self, owner, name, node, env):
        hook = self.find_in_class(owner.cls, '__getattribute__')
        self.check_hook(hook, '__getattribute__', node)
        try:
            if isinstance(hook, Func):
                return self.call(hook, [owner, Const(name)], {}, node, env)
            return self.usual_attribute(owner, name, node, env)
        except Raised as error:
            hook = self.find_in_class(owner.cls, '__getattr__')
            if hook is MISSING or not self.is_attribute_error(error):
                raise
            return self.call(hook, [owner, Const(name)], {}, node, env) if isinstance(hook, Func) else self.opaque(node, env)

    def note_name(self, owner, name, node):
        """Doubts what an instance costs that is asked for a name made anew: the type's cache may keep each. Source:
        Objects/typeobject.c, _PyType_Lookup; builtin_setattr alone interns the name first."""
        if self.making and name.fresh and isinstance(owner, Instance):
            self.put(owner.state, 'unknown', owner.state['unknown'] or
                     'the cache of its type may keep a name that is made anew (line %d)' % node.lineno)

    def is_attribute_error(self, error):
        return bool(self.is_among([self.project.library_class('AttributeError')], error))

    def usual_attribute(self, owner, name, node, env):
        """object.__getattribute__."""
        found = self.find_in_class(owner.cls, name)
        hidden = isinstance(found, (Prop, Instance, Const, Map, Func, Wrapped, Seq))
        if name == '__dict__' and not hidden:
            return self.touch(owner, node, env)
        if name == '__class__' and not hidden:
            return owner.cls
        if isinstance(found, SlotMember) and name in owner.attrs:
            return owner.attrs[name]
        data = isinstance(found, Prop) or (isinstance(found, Instance) and
                                           self.find_in_class(found.cls, '__set__') is not MISSING)
        if not data and name in owner.attrs:
            return owner.attrs[name]
        if isinstance(found, Wrapped) and found.kind == 'cached_property':
            value = self.call(found.func, [owner], {}, node, env)
            self.step(owner, 'get', name, value, node)
            self.put(owner.attrs, name, value)
            return value
        if found is MISSING or isinstance(found, SlotMember):
            return self.missing_attribute(owner, name, node, env)
        if isinstance(found, Unknown):
            return self.unknown(found.reason, node)
        if isinstance(found, LibMethod) and owner.cls.fields and owner.cls.kind == 'namedtuple':
            return self.opaque(node, env)
        return self.bind_found(found, owner, owner.cls, node, env)

    def missing_attribute(self, owner, name, node, env):
        field = self.named_field(owner, name)
        if field is not None:
            return field
        if name in IMPLICIT:
            return self.implicit_attribute(owner, name, node, env)
        if not owner.state['unknown'] and self.knows_all_names(owner.cls):
            if not isinstance(self.find_in_class(owner.cls, name), SlotMember):
                raise Raised('AttributeError', "'%s' object has no attribute '%s'" % (owner.cls.name, name), node.lineno)
            raised = refuse('slot-unset', node, cls=owner.cls.name, name=name)
            raised.vague = self.minor is None or self.is_since(13)
            raise raised
        found = self.opaque(node, env)
        found.owner = owner  # calling it may do anything to the instance
        return found

    def implicit_attribute(self, owner, name, node, env):
        """What Python itself puts into a class's namespace, or a decorator."""
        annotated = [p for p in self.mro(owner.cls) if isinstance(p, ClassThing) and p.annotations and p.statement]
        if name == '__annotations__' and annotated and self.has_annotations_dict(annotated[0].module):
            return self.annotations_map(annotated[0].annotations)
        return self.opaque(node, env)

    def lacks_name(self, cls, meta, name):
        """Whether a class has no attribute of this name, which was not found, now or once its statement is done."""
        made = cls is not self.creating
        known = not made or isinstance(meta, LibClass) and name[:2] != '__' and \
            all(t.kind in ('regular', 'dataclass') for t in self.mro(cls) if isinstance(t, ClassThing))
        return known and self.knows_all_names(cls) and not hasattr(type, name)

    def knows_all_names(self, cls):
        """Whether every name that a class or its bases have is known."""
        return all(isinstance(t, ClassThing) or (isinstance(t, LibClass) and
                                                 (library.builtin_type(t.name) is not None or t.name in NAMELESS))
                   for t in self.mro(cls))

    def named_field(self, owner, name):
        place, payload = self.field_place(owner.cls, name), owner.state['payload']
        return payload.items[place] if place is not None and isinstance(payload, Seq) else None

    def field_place(self, cls, name):
        """The place of a field of a named tuple; None where the name is none."""
        for base in self.mro(cls):
            names = [f.name for f in base.fields or ()] if isinstance(base, ClassThing) and base.kind == 'namedtuple' else []
            if name in names:
                return names.index(name)
            if isinstance(base, ClassThing) and name in base.attrs:
                break
        return None

    # -- writing

    def step(self, owner, op, name, value, node):
        """Notes what is done to an instance."""
        step = {'op': op, 'name': name, 'value': value, 'line': getattr(node, 'lineno', 0)}
        self.put(owner.state, 'ops', (owner.state['ops'], step))

    def set_attribute(self, owner, name, value, node, env):
        """owner.name = value; name is mangled."""
        if isinstance(owner, Instance):
            hook = self.find_in_class(owner.cls, '__setattr__')
            self.check_hook(hook, '__setattr__', node)
            if isinstance(hook, Func):
                self.call(hook, [owner, Const(name), value], {}, node, env)
            elif isinstance(hook, Unknown):
                raise Undecided(hook.reason)
            else:
                if isinstance(hook, LibMethod) and hook.cls.name == 'uuid.UUID':
                    raise Raised('TypeError', 'UUID objects are immutable', node.lineno)
                if isinstance(hook, Generated) and hook.cls.data.get('slots') == 1 and \
                        not self.is_field(hook.cls, name):
                    raise Undecided('how a frozen class with slots refuses `%s` varies (line %d)' % (name, node.lineno))
                if isinstance(hook, Generated) and (owner.cls is hook.cls or self.is_field(hook.cls, name)):
                    raise Raised('FrozenInstanceError', "cannot assign to field '%s'" % name, node.lineno)
                self.plain_set(owner, name, value, node, env)
        elif isinstance(owner, ClassThing):
            if name == '__name__' and self.plain_value(value) != owner.name:
                self.doubt_class(owner, 'its `__name__` is assigned', node.lineno)
            owner.slots_assigned = owner.slots_assigned or name == '__slots__'
            self.put(owner.attrs, name, value)
        elif isinstance(owner, LibInstance):
            self.change(owner, '`%s` is assigned (line %d)' % (name, node.lineno))
        elif isinstance(owner, Func) and name in ('__code__', '__defaults__', '__kwdefaults__'):
            self.put(vars(owner), 'kind', '`%s` of `%s` is assigned (line %d)' % (name, owner.name, node.lineno))
        elif isinstance(owner, Func) and owner.fresh:
            self.put(vars(owner), 'vague', '`%s` of a function made for each instance is assigned (line %d)' % (name, node.lineno))
        elif isinstance(owner, (Const, Seq, Map)):
            if name == '__class__' and isinstance(value, (ClassThing, LibClass)):
                raise refuse('class-of-builtin', node)
            self.refuse_of_value(owner, name, node)

    def refuse_of_value(self, owner, name, node):
        """Setting or deleting an attribute of a value of a builtin type."""
        kind = self.type_name(owner)
        real = library.builtin_type(kind)
        if real is None:
            raise Undecided('how a %s refuses `%s` is not known (line %d)' % (kind, name, node.lineno))
        if library.has_member(real, name):
            raise Raised('AttributeError', "'%s' object attribute '%s' is read-only" % (kind, name), node.lineno, name[:2] == '__')
        raise refuse('no-place', node, name=name, cls=kind)

    def is_field(self, cls, name):
        """Whether a frozen class refuses @name to instances of its subclasses, too. Source: dataclasses.py
        _frozen_get_del_attr."""
        return cls.kind == 'attrs' or any(f.name == name and not f.init_var for f in self.all_fields(cls))

    def type_name(self, owner):
        return type(owner.value).__name__ if isinstance(owner, Const) else 'dict' if isinstance(owner, Map) else owner.kind

    def check_hook(self, hook, name, node):
        """Refuses to follow __setattr__ and the like where they are no function of the project nor the usual one."""
        if isinstance(hook, (Func, Generated)) or hook is MISSING or \
                isinstance(hook, LibMethod) and hook.name == name:
            return
        reason = hook.reason if isinstance(hook, Unknown) else '`%s` of the class is no plain function' % name
        raise Undecided('%s (line %d)' % (reason, node.lineno) if '(line ' not in reason else reason)

    def plain_set(self, owner, name, value, node, env):
        """object.__setattr__."""
        if name == '__dict__':
            self.replace_dict(owner, value, node, env)
            return
        if name == '__class__':
            raise Undecided('`__class__` is assigned (line %d)' % node.lineno)
        found = self.find_in_class(owner.cls, name)
        field = self.field_of(owner.cls, name)
        if name == '__weakref__':
            self.check_weakref(owner, node)
        if field is not MISSING:
            self.set_field_of_structure(owner, name, field, value, node)
        elif isinstance(found, Prop):
            if found.setter is None:
                raise refuse('no-setter', node, name=name, cls=owner.cls.qualname)
            self.call(found.setter, [owner, value], {}, node, env)
        elif isinstance(found, Instance) and self.find_in_class(found.cls, '__set__') is not MISSING:
            self.call(self.find_in_class(found.cls, '__set__'), [found, owner, value], {}, node, env)
        elif isinstance(found, Unknown) and getattr(found, 'from_decorator', False):
            raise Undecided(found.reason)
        elif self.field_place(owner.cls, name) is not None:
            raise Raised('AttributeError', "can't set attribute", node.lineno)
        else:
            if isinstance(found, LibMethod) or found is MISSING:
                self.check_library_descriptors(owner.cls, name, node)
                self.check_exception_field(found, name, value, node)
            if not isinstance(found, SlotMember) and not self.has_place(owner.cls):
                self.refuse_place(owner, name, found, node)
            self.step(owner, 'set', name, value, node)
            self.put(owner.attrs, name, value)

    def check_library_descriptors(self, cls, name, node):
        for base in [b.name for b in self.mro(cls) if isinstance(b, LibClass)]:
            kind = library.descriptor_kind(base, name)
            if kind is not None and name in READ_ONLY.get(base, '').split():
                raise refuse('read-only-' + kind, node, cls=base, name=name)
            if kind is not None and library.builtin_type(base) is None or name in makers.PROPERTIES.get(base, '').split():
                raise Undecided('what setting `%s` of `%s` does is not modelled' % (name, base))

    def check_exception_field(self, found, name, value, node):
        """Refuses what the fields of an exception can't be. Source: Objects/exceptions.c, BaseException_set_tb and its
        siblings."""
        if name not in EXCEPTION_FIELDS or not isinstance(found, LibMethod) or self.is_none(value):
            return
        kind = self.class_of(value)
        if isinstance(value, (LibInstance, Unknown)) or isinstance(kind, Unknown):
            raise Undecided('whether `%s` can be what is given is not known (line %d)' % (name, node.lineno))
        line = self.mro(kind) if isinstance(kind, ClassThing) else [kind]
        if EXCEPTION_FIELDS[name] == 'traceback' or not any(self.is_exception(b.name) for b in line if isinstance(b, LibClass)):
            raise refuse(EXCEPTION_FIELDS[name], node)


def merge_lines(rows):
    """C3; None where there is no order."""
    rows = [list(r) for r in rows if r]
    if len(rows) == 2:
        return rows[0]  # one base
    line = []
    while rows:
        for row in rows:
            if not any(row[0] in other[1:] for other in rows):
                head = row[0]
                break
        else:
            return None
        line.append(head)
        for row in rows:
            if row[0] is head:
                del row[0]
        rows = [r for r in rows if r]
    return line
