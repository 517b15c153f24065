# SPDX-License-Identifier: GPL-3.0-or-later
"""Namespaces of classes: what a class statement itself puts there, what metaclasses are given, and the class's __dict__."""
import ast

import hy_library as library
from hy_module import has_future_annotations, uses_class_cell
from hy_things import (MISSING, Alias, ClassThing, Const, Func, LibClass, LibInstance, LibMethod, Map, Raised, Seq, Undecided,
                       Wrapped)

# Of names that are not in a class's __dict__ unless its body has them, though they look as if Python put them there.
ORDINARY = frozenset('''__slots__ __init__ __new__ __call__ __repr__ __str__ __len__ __iter__ __next__ __getattr__ __getattribute__
__setattr__ __delattr__ __get__ __set__ __delete__ __set_name__ __del__ __enter__ __exit__ __lt__ __le__ __gt__ __ge__ __bool__
__contains__ __getitem__ __setitem__ __init_subclass__ __class_getitem__ __post_init__ __getstate__ __setstate__ __reduce__
__reduce_ex__ __copy__ __deepcopy__ __add__ __sub__ __mul__ __int__ __float__ __bytes__ __format__ __fields__ __all__'''.split())
# Names in a namespace that some versions do not put there.
VARYING = frozenset('__annotations__ __annotate__ __annotate_func__ __firstlineno__ __static_attributes__ __classdictcell__ '
                    '__orig_bases__'.split())
# Exceptions with an __init__ of their own from 3.14 on; before, all have one. Source: Objects/typeobject.c, add_operators,
# slot_inherited.
STARTING = frozenset('''BaseException AttributeError BaseExceptionGroup ImportError NameError OSError StopIteration SyntaxError
SystemExit UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError'''.split())


def hidden(name):
    """What stands for an object of which nothing is known but that it is of no ordinary type."""
    return LibInstance('types.CellType', name, (), False)


def sees_whole(node):
    """Whether a hook of a metaclass does more with the namespace that it is given than to hand it on, and to ask for and give
    single names that all versions have, or have not."""
    names = [a.arg for a in node.args.args[3:4] or [node.args.vararg] if a is not None]
    harmless = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr in ('__new__', '__init__'):
            harmless.update(id(getattr(a, 'value', a)) for a in part.args)
        elif isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr in ('get', 'pop', 'setdefault') \
                and part.args and is_common(part.args[0]):
            harmless.add(id(part.func.value))
        elif isinstance(part, ast.Subscript) and is_common(getattr(part.slice, 'value', part.slice)):
            harmless.add(id(part.value))
        elif isinstance(part, ast.Compare) and is_common(part.left) and isinstance(part.ops[0], (ast.In, ast.NotIn)):
            harmless.add(id(part.comparators[0]))
    return any(isinstance(n, ast.Name) and n.id in names and id(n) not in harmless for n in ast.walk(node))


def is_common(node):
    """Whether a name in a namespace does not depend on the version."""
    name = node if isinstance(node, str) else getattr(node, 'value', None) or getattr(node, 's', None)
    return isinstance(name, str) and name not in VARYING


class Namespaces(object):
    def creation_arguments(self, thing):
        """What its metaclass is called with: name, bases and namespace."""
        pairs = [(Const(n), v) for n, v in self.whole_namespace(thing)]
        return [Const(thing.name), Seq('tuple', [b for b, _, _ in thing.bases]), Map(pairs)]

    def whole_namespace(self, thing):
        if not isinstance(thing.node, ast.ClassDef):
            return list(thing.namespace.items())
        if thing.implicit is None:
            thing.implicit = self.implicit_names(thing)
        names = dict(thing.implicit[0])
        names.update(thing.namespace)
        names.update((n, v) for n, v in thing.implicit[1].items() if n not in names)
        return list(names.items())

    def asks_for_versions(self, thing):
        """Whether its metaclass may see what versions put into the namespace beside each other."""
        meta = self.metaclass_of(thing)
        for name in ('__new__', '__init__'):
            hook = self.find_in_class(meta, name) if isinstance(meta, ClassThing) else None
            hook = hook.func if isinstance(hook, Wrapped) else hook
            if not isinstance(hook, LibMethod) and (not isinstance(hook, Func) or sees_whole(hook.node)):
                return True
        return False

    def implicit_names(self, thing):
        """Names that Python puts before, and after, those of the body. Source: Python/compile.c (3.13+: codegen.c),
        compiler_class_body, Python/bltinmodule.c, builtin___build_class__."""
        before = {'__module__': Const(thing.module.imported_as()), '__qualname__': Const(thing.qualname)}
        after = {}
        whole = self.asks_for_versions(thing)
        if whole and any(isinstance(n, (ast.Import, ast.ImportFrom)) for n in ast.walk(thing.node)):
            self.doubt_class(thing, 'its metaclass sees names of modules that may not be there', thing.line)
        if whole and self.is_since(13):
            before['__firstlineno__'] = Const(thing.line)
            after['__static_attributes__'] = Seq('tuple', [Const(n) for n in thing.module.static_attributes(thing.node)])
        if whole and thing.annotations and self.has_annotations_dict(thing.module):
            before['__annotations__'] = self.annotations_map(thing.annotations)
        elif whole and thing.annotations:
            after.update((n, hidden(n)) for n in ('__annotate_func__', '__classdictcell__'))
        if uses_class_cell(thing.node):
            after['__classcell__'] = hidden('__classcell__')
        if whole and any(isinstance(b, Alias) for b, _, _ in thing.bases) and self.is_since(7):
            after['__orig_bases__'] = hidden('__orig_bases__')
        return before, after

    def without_implicit(self, thing, pairs):
        """A namespace without what the class statement itself put there."""
        own = dict(thing.implicit[0], **thing.implicit[1]) if thing.implicit is not None else {}
        gone = set(own) - set(k for k, _ in pairs)
        if gone & set(self.slot_names(thing) or ()):
            self.doubt_class(thing, 'its metaclass takes names out of its namespace that are in `__slots__`', thing.line)
        if '__classcell__' in gone:
            self.doubt_class(thing, 'its metaclass does not pass on what `super` in its methods needs', thing.line)
        return {k: v for k, v in pairs if own.get(k) is not v}

    # -- annotations

    def has_annotations_dict(self, module):
        """Whether classes of the file keep annotations in a dict of their namespace. Source: PEP 649."""
        return has_future_annotations(module) or not self.is_since(14)

    def annotations_map(self, annotations):
        return Map([(Const(name), self.unknown('an annotation', node)) for name, (_, node, _) in annotations.items()])

    def own_annotations(self, node, env):
        """__annotations__ in the body of a class that has some."""
        if env.kind != 'class' or not env.annotations:
            return self.unknown('the name `%s` is not known' % node.id, node)
        if not self.has_annotations_dict(env.module):
            raise Raised('NameError', "name '__annotations__' is not defined", node.lineno)
        return self.annotations_map(env.annotations)

    # -- __prepare__

    def prepared(self, thing, meta, node, env):
        """Whether a metaclass makes an ordinary namespace, as type does."""
        hook = self.find_in_class(meta, '__prepare__')
        if hook is MISSING or isinstance(hook, LibMethod):
            return True
        args = [Const(thing.name), Seq('tuple', [b for b, _, _ in thing.bases])]
        mark = len(self.journal)
        try:
            made = self.call(self.bind_found(hook, None, meta, node, env), args, dict(thing.keywords), node, env)
            return isinstance(made, Map) and not self.unsure(made) and not made.pairs or \
                isinstance(made, LibInstance) and made.name == 'collections.OrderedDict' and not made.args + list(made.keywords)
        except (Raised, Undecided):
            return False
        finally:
            self.rollback(mark)

    # -- __dict__ of a class

    def library_has(self, cls_name, name):
        """Whether a library class itself has a name, in the version at hand."""
        real = library.builtin_type(cls_name)
        if real is not None and issubclass(real, BaseException) and name == '__init__':
            return cls_name in STARTING if self.is_since(14) else cls_name != 'ExceptionGroup'
        if cls_name == 'BaseException' and name in ('__setattr__', '__delattr__'):
            return not self.is_since(13)
        if real is not None:
            return name in real.__dict__
        return name in self.project.library_attributes(cls_name)

    def has_made_slots(self, cls):
        """Whether a decorator makes what C.__slots__ is, or the library has it."""
        for place in self.mro(cls):
            if isinstance(place, LibClass) and library.builtin_type(place.name) is None or \
                    isinstance(place, ClassThing) and place.data.get('slots') == 1:
                return True
            if isinstance(place, ClassThing) and '__slots__' in place.attrs:
                return False
        return False

    def class_dict_has(self, cls, name):
        """Whether a name is in the __dict__ of a class; None where that is not known."""
        if not isinstance(name, Const) or not isinstance(name.value, str) or cls.kind not in ('regular', 'dataclass'):
            return None
        if name.value in cls.attrs or name.value in ('__module__', '__doc__'):
            return True
        special = name.value.startswith('__') and name.value.endswith('__') and name.value not in ORDINARY
        return None if special else False

    def class_dict_item(self, view, index, default, node, env):
        """What it has under a name; the default, or KeyError where there is none (MISSING)."""
        found = self.class_dict_has(view.cls, index)
        if found is None or found and index.value not in view.cls.attrs:
            return self.opaque(node, env)
        if not found and default is MISSING:
            raise Raised('KeyError', repr(index.value), node.lineno)
        return view.cls.attrs[index.value] if found else default
