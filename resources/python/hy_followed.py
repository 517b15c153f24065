# SPDX-License-Identifier: GPL-3.0-or-later
"""Methods of classes of the library, followed as those of a file's own classes are, from what tables say of them."""
import ast
import copy

import hy_library as library
from hy_functions import free_names
from hy_library_bodies import NAMES, OLDEST, VERSIONS, text_of
from hy_library_makers import MAKERS, label_of
from hy_mixins import MIXINS
from hy_module import Module
from hy_things import MISSING, NONE, ClassThing, Const, Func, LibClass, LibModule, LibThing, Prop, Raised, Undecided, Unknown

LEVELS = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARNING': 30, 'WARN': 30, 'INFO': 20, 'DEBUG': 10, 'NOTSET': 0}


class Text(Module):
    """Code of no file: messages name no line of it."""

    def __init__(self, name, text):
        Module.__init__(self, None, name, text, ast.parse(text))
        for part in ast.walk(self.tree):
            part.row, part.lineno = getattr(part, 'lineno', 1), 0

    def segment(self, node):
        shifted = copy.copy(node)
        shifted.lineno = node.row
        return Module.segment(self, shifted)


class Followed(object):
    def library_maker(self, name):
        """The __init__ of a class of the library as a function that is followed; None where it isn't known."""
        if '__init__' in NAMES.get(name, ()):
            return self.library_body(name).get('__init__')
        if name not in MAKERS:
            return None
        maker = self.makers.get(name)
        if maker is None:
            parameters, steps = MAKERS[name]
            text = 'def __init__(self, %s):\n%s' % (parameters, ''.join('    self.%s\n' % s for s in steps) or '    pass')
            module = Text(name, text)
            maker = self.makers[name] = Func(module.tree.body[0], module.env, label_of(name), None)
            maker.defaults = [self.eval(d, maker.env) for d in maker.node.args.defaults]
        return maker

    def library_body(self, cls_name):
        """Of a class of hy_library_types.py what it has on the version at hand: {name: function, property or value}."""
        since = next(minor for minor in VERSIONS[cls_name] if minor == OLDEST or self.is_since(minor))
        if (cls_name, since) not in self.bodies:
            making, self.making = self.making, False
            self.bodies[cls_name, since] = self.read_body(cls_name, text_of(cls_name, since))
            self.making = making
        return self.bodies[cls_name, since]

    def read_body(self, cls_name, text):
        module = Text(cls_name, text)
        env = module.env
        found = {}
        for node in module.tree.body:
            if isinstance(node, ast.Assign):
                found[node.targets[0].id] = self.eval(node.value, env)
                continue
            for name in free_names(node):
                if name in library.MODULES or self.project.builtin(name) is MISSING:
                    env.vars[name] = LibModule(name) if name in library.MODULES else LibThing(name)
            func = Func(node, env, label_of(cls_name) if node.name == '__init__' else node.name, None)
            func.defaults = [self.eval(d, env) for d in node.args.defaults]
            func.kw_defaults = {a.arg: self.eval(d, env) for a, d in zip(node.args.kwonlyargs, node.args.kw_defaults)}
            found[node.name] = self.as_property(func, found) if node.decorator_list else func
        return found

    def as_property(self, func, found):
        """What @property or @name.setter make of it."""
        is_setter = isinstance(func.node.decorator_list[0], ast.Attribute)
        return Prop(found[func.name].getter, func, None) if is_setter else Prop(func, None, None)

    def library_mixin(self, cls_name, name):
        """A method that a class of the library has, as a function that is followed, or what else it has; None of others."""
        if name in NAMES.get(cls_name, ()) and name != '__init__':
            return self.library_body(cls_name).get(name)
        if cls_name not in MIXINS:
            return None
        if cls_name not in self.mixins:
            self.mixins[cls_name] = self.read_body(cls_name, MIXINS[cls_name])
        return self.mixins[cls_name].get(name)

    # -- functions that only the tables call

    def fn_undecided(self, args, keywords, node, env):
        raise Undecided(args[0].value)

    def fn_is_followed(self, args, keywords, node, env):
        """Whether a class comes after the library's, to which its `super ()` goes on."""
        line = [getattr(p, 'name', None) for p in self.mro(args[0].cls)]
        return Const(line[line.index(args[1].value) + 1:] != ['object'])

    def fn_kept_weakly(self, args, keywords, node, env):
        """A weak reference with a callback that the library keeps, which makes something grow: a set takes only what can be
        hashed."""
        cls = args[0].cls
        odd = any(isinstance(p, ClassThing) and p.kind != 'regular' for p in self.mro(cls)) or \
            any(getattr(getattr(self.find_in_class(cls, n), 'cls', None), 'name', None) != 'object' for n in ('__eq__', '__hash__'))
        if args[1].value.endswith('set') and odd:
            raise Undecided('whether an instance can be hashed, as the library does, is not known')
        if any(getattr(library.builtin_type(p.name), '__itemsize__', 0) for p in self.mro(cls) if isinstance(p, LibClass)):
            raise Undecided('whether the library can keep a weak reference to it is not known')
        self.step(args[0], 'weakref', None, Unknown(args[1].value), node)
        return NONE

    def fn_level_of(self, args, keywords, node, env):
        """Source: logging/__init__.py, _checkLevel; names can be added."""
        level = args[0].value if isinstance(args[0], Const) else None
        if not isinstance(args[0], Const) or isinstance(level, int):
            return args[0]
        if isinstance(level, str) and level not in LEVELS:
            raise Undecided('whether there is a level `%s` is not known' % level)
        if not isinstance(level, str):
            raise Raised('TypeError', 'Level not an integer or a valid string: %r' % (level,), node.lineno)
        return Const(LEVELS[level])
