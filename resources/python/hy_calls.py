# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls: of functions of the project, and of classes, step by step as Python makes an instance."""
import ast

import hy_library as library
from hy_functions import local_names
from hy_machine import DEPTH, Env
from hy_refusals import (missing, refuse, refuse_abstract, refuse_arguments, refuse_keyword, refuse_positional,
                         too_many)
from hy_things import (MISSING, NONE, Alias, Bound, ClassThing, Const, Exhausted, Func, Generated,
                       Instance, LibClass, LibInstance, LibMethod, LibThing, Map, Number, Plain, Prop, Raised, Seq, Sized, SuperThing,
                       Undecided, Unknown, Wrapped)


class Calls(object):
    def eval_Call(self, node, env):
        callee = self.eval(node.func, env)
        if isinstance(callee, LibClass) and callee.name == 'super' and not node.keywords:
            return self.make_super(node, env)
        args = []
        for arg in node.args:
            if isinstance(arg, ast.Starred):
                args.extend(self.iterate(self.eval(arg.value, env), arg, env))
            else:
                args.append(self.eval(arg, env))
        keywords = {}
        for keyword in node.keywords:
            if keyword.arg is not None:
                keywords[keyword.arg] = self.eval(keyword.value, env)
                continue
            pairs = self.pairs_of(self.eval(keyword.value, env))
            if pairs is None or any(not isinstance(k, Const) or not isinstance(k.value, str) for k, _ in pairs):
                raise Undecided('`**%s` (line %d) is not known' % (self.text(keyword.value, env), node.lineno))
            keywords.update((k.value, v) for k, v in pairs)
        if node is self.watched:
            self.handed = args + list(keywords.values())
        return self.call(callee, args, keywords, node, env)

    def make_super(self, node, env):
        if node.args:
            parts = [self.eval(a, env) for a in node.args]
            if len(parts) == 2 and isinstance(parts[0], ClassThing) and isinstance(parts[1], (Instance, ClassThing)):
                if getattr(node.args[0], 'id', None) == '__class__' and self.is_made_twice(parts[0]):
                    self.check_made_twice(parts[0], parts[1], node)
                return self.new_super(parts[0], parts[1])
            return self.opaque(node, env)
        scope = env
        while scope is not None and scope.first is None:
            scope = scope.parent
        if scope is None or scope.owner is None or not isinstance(scope.first, (Instance, ClassThing)):
            raise Raised('RuntimeError', 'super(): no arguments', node.lineno)
        if self.is_made_twice(scope.owner):
            self.check_made_twice(scope.owner, scope.first, node)
        return self.new_super(scope.owner, scope.first)

    def new_super(self, cls, first):
        made = SuperThing(cls, first)
        made.fresh = self.making
        return made

    def check_made_twice(self, cls, first, node):
        """Refuses super () where it means the class that dataclass has replaced. Source: dataclasses.py, _add_slots,
        _update_func_cell_for__class__ (3.14)."""
        functions = [p for thing in cls.namespace.values() for p in replaceable(thing) if isinstance(p, Func)]
        if self.creating is not None or not any(self.names_class(f) for f in functions) or \
                isinstance(self.find_in_class(cls, '__getattribute__'), Func):
            raise Undecided('whether `super ()` (line %d) means the class that dataclass made varies' % node.lineno)
        if not self.is_since(14):
            own = 'instance of ' + first.cls.name if isinstance(first, Instance) else 'type ' + first.name
            raise refuse('super-of-other', node, own=own, cls=cls.name)

    def names_class(self, func):
        return any(isinstance(n, ast.Name) and n.id in ('super', '__class__') for n in ast.walk(func.node))

    def call(self, callee, args, keywords, node, env):
        self.burn()
        if isinstance(callee, Func):
            return self.call_function(callee, args, keywords, node)
        if isinstance(callee, Bound):
            return self.call(callee.func, [callee.owner] + args, keywords, node, env)
        if isinstance(callee, ClassThing):
            return self.construct(callee, args, keywords, node, env)
        if isinstance(callee, Alias):
            return self.construct_alias(callee, args, keywords, node, env)
        if isinstance(callee, LibClass):
            return self.call_library_class(callee, args, keywords, node, env)
        if isinstance(callee, LibThing):
            return self.call_library(callee.name, args, keywords, node, env)
        if isinstance(callee, LibMethod):
            return self.call_method(callee, args, keywords, node, env)
        if isinstance(callee, Generated):
            return self.call_generated(callee, args, keywords, node, env)
        if isinstance(callee, Instance):
            return self.call_special(callee, '__call__', args, node, env, keywords)
        if isinstance(callee, LibInstance) and callee.name == 'functools.partial' and callee.args:
            words = dict(callee.keywords)
            words.update(keywords)
            return self.call(callee.args[0], callee.args[1:] + args, words, node, env)
        if isinstance(callee, Const):
            raise Raised('TypeError', "'%s' object is not callable" % type(callee.value).__name__, node.lineno)
        self.refuse_lacking(callee, '__call__', node)
        if getattr(callee, 'package_name', None) in library.ATTRS_FIELDS:
            return self.make_field(keywords, node)
        owner = [callee.owner] if hasattr(callee, 'owner') else []
        self.let_go(owner + args, keywords, self.callee_text(node, env), node.lineno)
        return self.unknown('what `%s` gives is not known' % self.text(node, env), node)

    def callee_text(self, node, env):
        return self.text(node.func if isinstance(node, ast.Call) else node, env)

    def let_go(self, args, keywords, callee, line):
        """Arguments that go to code which is not read: it may do anything to an instance that it is given."""
        self.not_read(callee)
        for thing in list(args) + list(keywords.values()):
            if isinstance(thing, Instance) and self.making:
                text = '`%s` (line %d) is given the instance, and its code is not read' % (callee, line)
                self.put(thing.state, 'unknown', thing.state['unknown'] or text)
            elif isinstance(thing, Seq) and thing.state['thunk'] is not None:
                self.fork([lambda t=thing: self.run_thunk(t) and None, lambda: None], 'when an iterator is used',
                          'how an iterator is used')
                self.put(thing.state, 'unknown', 'code that is not read may use it')
            else:
                self.change(thing, 'code that is not read may change it')

    def change(self, thing, how):
        """Something is done to a value that may make it larger."""
        if isinstance(thing, (Seq, Map)) or isinstance(thing, LibInstance) and thing.may_change() or \
                isinstance(thing, Sized) and thing.kind == 'bytearray':
            self.put(thing.state, 'unknown', thing.state['unknown'] or how)

    def not_read(self, callee):
        """Notes that code was called of which nobody knows what it raises."""
        self.unread = self.unread or '`%s`' % callee

    def change_values(self, owner):
        """Library code changes what the instance holds: the containers among it."""
        for value in owner.attrs.values():
            self.change(value, 'code that is not read may change it')

    # -- functions

    def call_function(self, func, args, keywords, node):
        if func.kind != 'function':
            self.let_go(args, keywords, func.name, node.lineno)
            return self.unknown(func.kind, node)
        if func.shared and self.making:
            return self.call_shared(func, args, keywords, node)
        if self.depth >= DEPTH:
            raise Exhausted('calls nested more than %d deep (line %d)' % (DEPTH, node.lineno))
        env = Env(func.env.module, func.env, 'function', func.cls)
        env.locals = self.locals_of(func.node)
        self.bind_arguments(func, args, keywords, env, node)
        self.depth += 1
        try:
            if isinstance(func.node, ast.Lambda):
                return self.eval(func.node.body, env)
            if self.is_generator(func.node):
                return Seq('generator', [], 'literal', self.making, thunk=lambda: self.run_generator(func, env))
            if isinstance(func.node, ast.AsyncFunctionDef):
                return self.unknown('a coroutine', node)
            signal = self.block(func.node.body, env, True)
            return signal[1] if signal is not None and signal[0] == 'return' else NONE
        finally:
            self.depth -= 1

    def call_shared(self, func, args, keywords, node):
        """A function whose results are kept: they are not made anew for each instance."""
        self.making = False
        try:
            made = self.call_function(func, args, keywords, node)
        finally:
            self.making = True
        if isinstance(made, Instance):
            self.put(made.state, 'unknown', '`%s` keeps what it makes: it may give the same instance again' % func.name)
        return made

    def locals_of(self, node):
        known = self.local_names.get(node)
        if known is None:
            known = self.local_names[node] = local_names(node)
        return known

    def is_generator(self, node):
        known = self.generators.get(node)
        if known is None:
            known = self.generators[node] = has_yield(node)
        return known

    def run_generator(self, func, env):
        """Items of a generator that is read to its end at once; None where they depend on something."""
        env.yielded = {'items': []}
        self.depth += 1
        try:
            self.block(func.node.body, env, True)
        finally:
            self.depth -= 1
        items = env.yielded['items']
        return items if isinstance(items, list) else None

    def bind_arguments(self, func, args, keywords, env, node):
        def own(parameters):
            return [a.arg if func.cls is None else self.mangle(a.arg, env) for a in parameters]

        spec = func.node.args
        positional_only = own(getattr(spec, 'posonlyargs', []))
        names = positional_only + own(spec.args)
        env.first = args[0] if args and names else None
        given = dict(zip(names, args))
        label = func.cls.qualname + '.' + func.name if func.cls is not None else func.name
        if len(args) > len(names) and spec.vararg is not None:
            given[own([spec.vararg])[0]] = Seq('tuple', args[len(names):], 'literal', self.making)
        elif spec.vararg is not None:
            given[own([spec.vararg])[0]] = Seq('tuple', [])
        extra = []
        only = own(spec.kwonlyargs)
        for key, value in keywords.items():
            if (key in names or key in only) and key not in positional_only:
                if key in given:
                    raise refuse_arguments(label, "got multiple values for argument '%s'" % key, node)
                given[key] = value
            elif spec.kwarg is not None:
                extra.append((Const(key), value))
            else:
                wrong = [n for n in positional_only if n in keywords]
                raise refuse_positional(label, wrong, node) if wrong else \
                    refuse_keyword(label, key, [n for n in names if n not in positional_only] + only, node)
        if len(args) > len(names) and spec.vararg is None:
            raise too_many((len(names) - len(func.defaults), len(names)), len(args), len(set(only) & set(keywords)), label,
                           node)
        if spec.kwarg is not None:
            given[own([spec.kwarg])[0]] = Map(extra, 'append', self.making)
        for name, default in zip(names[len(names) - len(func.defaults):], func.defaults):
            given.setdefault(name, default)
        for name, parameter in zip(only, spec.kwonlyargs):
            if parameter.arg in func.kw_defaults:
                given.setdefault(name, func.kw_defaults[parameter.arg])
        self.check_missing(label, names, only, given, node)
        for name, value in given.items():
            self.put(env.vars, name, value)

    def check_missing(self, label, names, only, given, node, family='arguments'):
        for kind, group in (('positional', names), ('keyword-only', only)):
            lack = [n for n in group if n not in given]
            if lack:
                raise missing(label, kind, lack, node, family)

    # -- instances

    def construct_alias(self, alias, args, keywords, node, env):
        if isinstance(alias.cls, LibClass):
            return self.call(alias.cls, args, keywords, node, env)
        made = self.construct(alias.cls, args, keywords, node, env)
        if isinstance(made, Instance) and self.has_place(made.cls):
            self.step(made, 'set', '__orig_class__', alias, node)
            self.put(made.attrs, '__orig_class__', alias)
        return made

    def construct(self, cls, args, keywords, node, env):
        if cls.alias_of is not None:
            return self.call(cls.alias_of, args, keywords, node, env)
        meta = self.metaclass_of(cls)
        if isinstance(meta, Unknown):
            raise Undecided(meta.reason)
        if isinstance(meta, ClassThing):
            maker = self.find_in_class(meta, '__call__')
            if isinstance(maker, Func):
                return self.call(maker, [cls] + args, keywords, node, env)
        return self.make_instance(cls, args, keywords, node, env)

    def make_instance(self, cls, args, keywords, node, env):
        try:
            return self.make_by_type(cls, args, keywords, node, env)
        except (Undecided, Exhausted):
            cls.early_ones += [None] * (self.watched is None)
            raise

    def make_by_type(self, cls, args, keywords, node, env):
        """type.__call__."""
        if cls.refusal or cls.unknown or cls.unmade:
            raise Undecided(cls.refusal.text() if cls.refusal else cls.unknown or cls.unmade)
        if cls.unknown_decorators and self.watched is None:
            raise Undecided('its decorator %s may change it' % cls.unknown_decorators[0])
        if cls.kind == 'enum' and all(isinstance(a, Plain) for a in args):
            raise Undecided('its members are made once, by the class statement')
        if cls.kind == 'enum':
            return LibInstance('enum:' + cls.qualname, self.text(node, env), (), False)
        libraries = set(b.name for b in self.mro(cls) if isinstance(b, LibClass))
        if 'uuid.UUID' in libraries and libraries - {'uuid.UUID', 'object', 'typing.Generic'} and not self.is_since(8):
            raise Undecided('what `uuid.UUID` makes beside another base is not modelled')
        maker = self.find_in_class(cls, '__new__')
        maker = maker.func if isinstance(maker, Wrapped) else maker
        made = self.call_new(maker, cls, args, keywords, node, env)
        if not isinstance(made, Instance) or cls not in self.mro(made.cls):
            return made
        starter = self.find_in_class(made.cls, '__init__')
        if isinstance(starter, Unknown):
            self.put(made.state, 'unknown', starter.reason)
        elif starter is not MISSING:
            own_new = not isinstance(maker, LibMethod)
            self.call_init(starter, made, args, keywords, node, env, own_new)
        return made

    def call_new(self, maker, cls, args, keywords, node, env):
        if isinstance(maker, (Func, Generated)):
            return self.call(maker, [cls] + args, keywords, node, env)
        if isinstance(maker, Unknown):
            made = self.bare(cls, node)
            self.put(made.state, 'unknown', maker.reason)
            return made
        base = maker.cls.name if isinstance(maker, LibMethod) else 'object'
        return self.library_new(base, cls, args, keywords, node, env)

    def call_init(self, starter, made, args, keywords, node, env, own_new):
        if isinstance(starter, LibMethod):
            self.library_init(starter.cls.name, made, args, keywords, node, env, own_new)
        else:
            self.check_none(self.call(starter, [made] + args, keywords, node, env), node)

    def check_none(self, given, node):
        """Refuses what __init__ gives. Source: Objects/typeobject.c, slot_tp_init."""
        if isinstance(given, Plain) or isinstance(given, Const) and given.value is None:
            return
        if isinstance(given, (Const, Map, Seq, Number)):
            kind = self.type_name(given)
        elif isinstance(given, Instance):
            kind = given.cls.name
        else:
            raise Undecided('whether `__init__` returns None is not known (line %d)' % node.lineno)
        raise Raised('TypeError', "__init__() should return None, not '%s'" % kind, node.lineno)

    def bare(self, cls, node):
        """object.__new__(cls): refused for an abstract class."""
        names = self.abstract_names(cls)
        written = ('__hash__', '__eq__', '__lt__', '__le__', '__gt__', '__ge__', '__repr__', '__init__')
        if names & set(written) and any(getattr(b, 'kind', None) in ('dataclass', 'attrs') for b in self.mro(cls)):
            raise Undecided('whether what a decorator adds is still abstract varies')
        if names:
            raise refuse_abstract(cls.name, names, node)
        return Instance(cls, self.making)

    def abstract_names(self, cls):
        names = set()
        for place in reversed(self.mro(cls) if self.looks_for_abstract(cls) else []):
            if isinstance(place, ClassThing):
                found = {name for name, thing in place.namespace.items() if self.is_abstract(thing)}
                names -= set(place.namespace) - found
                names |= found if self.looks_for_abstract(place) else set()
            elif isinstance(place, LibClass):
                if place.name.startswith('typing.Supports') and not self.is_since(8):
                    raise Undecided('whether `%s` is abstract varies' % place.name)  # only 3.7's is not
                names.update(self.project.abstract_methods(place.name))
                if names and self.has_unlisted_methods(place.name):
                    raise Undecided('whether `%s` has what is abstract is not known' % place.name)
                names -= self.project.concrete_methods(place.name)
        return names

    def has_unlisted_methods(self, name):
        """Whether it is a class of the library written in Python, of which not all methods are known."""
        return library.builtin_type(name) is None and not self.project.abstract_methods(name) and \
            name.split('.')[0] not in ('abc', 'typing')

    def looks_for_abstract(self, cls):
        """Whether its metaclass notes which of its names are abstract. Source: abc.py, ABCMeta.__new__."""
        meta = self.metaclass_of(cls)
        line = [meta] if isinstance(meta, LibClass) else self.mro(meta) if isinstance(meta, ClassThing) else []
        return any(isinstance(m, LibClass) and m.name in ('abc.ABCMeta', 'typing._ProtocolMeta') for m in line) or \
            self.is_old_generic(cls)

    def is_old_generic(self, cls):
        """Whether its metaclass is GenericMeta, which is an ABCMeta. Source: 3.6 typing.py."""
        return self.minor is not None and any(self.is_generic(p) for p in self.mro(cls)) and not self.is_since(7)

    def is_abstract(self, thing):
        if isinstance(thing, Func):
            return thing.abstract
        if isinstance(thing, Wrapped):
            return self.is_abstract(thing.func)
        if isinstance(thing, Prop):
            return any(self.is_abstract(p) for p in (thing.getter, thing.setter, thing.deleter) if p is not None)
        return False

    def metaclass_of(self, cls):
        """Most derived metaclass of a class: LibClass, ClassThing or Unknown."""
        if cls.meta_cache is None:
            cls.meta_cache = self.find_metaclass(cls)
        return cls.meta_cache

    def find_metaclass(self, cls):
        best = cls.metaclass[0] if cls.metaclass else self.project.library_class('type')
        for base, _, _ in cls.bases:
            base = self.plain_class(base)
            if isinstance(base, ClassThing):
                other = self.metaclass_of(base)
            elif isinstance(base, LibClass):
                other = self.project.library_class(self.project.library_metaclass(base.name))
            else:
                return Unknown(getattr(base, 'reason', 'a base is not known'))
            best = self.more_derived(best, other)
        return best

    def more_derived(self, one, other):
        def line(thing):
            return self.mro(thing) if isinstance(thing, ClassThing) else self.base_line(thing)

        if one is other:
            return one
        if isinstance(one, Unknown) or isinstance(other, Unknown):
            return one if isinstance(one, Unknown) else other
        return other if one in line(other) else one


def replaceable(thing):
    """Functions of a class attribute of which dataclass can replace the class that they mean."""
    if isinstance(thing, Prop):
        return [thing.getter, thing.setter, thing.deleter]
    return [thing.func if isinstance(thing, Wrapped) and thing.kind != 'cached_property' else thing]


def has_yield(node):
    todo = list(node.body)
    while todo:
        part = todo.pop()
        if isinstance(part, (ast.Yield, ast.YieldFrom)):
            return True
        if not isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            todo.extend(ast.iter_child_nodes(part))
    return False
