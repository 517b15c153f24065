# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that repr, str, format and print make of an instance: code of its class runs for them."""
from hy_bases import USER_CONTAINERS
from hy_things import MISSING, Const, Func, Generated, Instance, LibMethod, Undecided, Wrapped


class Shown(object):
    def show(self, thing, name, node, env, args=()):
        """What the method @name, one of __repr__, __str__ and __format__, gives for an instance."""
        found = self.find_in_class(thing.cls, name)
        if isinstance(found, LibMethod) and found.cls.name == 'object' and name != '__repr__':
            return self.show(thing, '__repr__' if name == '__str__' else '__str__', node, env)
        if isinstance(found, Generated) and found.kind == 'dataclass-repr':
            self.show_fields(thing, found.cls, node, env)
        elif isinstance(found, (Func, Wrapped)):
            return self.call_special(thing, name, list(args), node, env)
        elif isinstance(found, LibMethod) and 'data' not in thing.attrs and \
                any(getattr(b, 'name', None) in USER_CONTAINERS for b in self.mro(thing.cls)):
            raise Undecided('whether `%s` finds `data` in its instance is not known (line %d)' % (name, node.lineno))
        return self.unknown('a text made from what is not known', node)

    def show_fields(self, thing, cls, node, env):
        """Source: Lib/dataclasses.py, _repr_fn, _recursive_repr."""
        if thing in self.showing:
            return
        self.showing.append(thing)
        try:
            for field in self.all_fields(cls):
                if field.shown and not field.init_var and field.name not in thing.attrs and not self.knows_all_names(thing.cls):
                    raise Undecided('whether an instance still has `%s` is not known (line %d)' % (field.name, node.lineno))
                value = self.get_attribute(thing, field.name, node, env) if field.shown and not field.init_var else MISSING
                if isinstance(value, Instance):
                    self.show(value, '__repr__', node, env)
        finally:
            self.showing.pop()

    def format_instance(self, thing, spec, convert, node, env):
        name = {'r': '__repr__', 'a': '__repr__', 's': '__str__'}.get(convert, '__format__')
        return self.show(thing, name, node, env, [Const(spec)] if name == '__format__' else [])

    def fn_print(self, args, keywords, node, env):
        for thing in args:
            if isinstance(thing, Instance):
                self.show(thing, '__str__', node, env)
        return Const(None)
