# SPDX-License-Identifier: GPL-3.0-or-later
"""Statements: carried out where their effect is known; where it depends on something, on both ways."""
import ast

import hy_library as library
from hy_dispatch import BINARIES
from hy_functions import bindings
from hy_machine import leaves
from hy_refusals import refuse
from hy_things import MISSING, NONE, DictView, Exhausted, Instance, Lazy, LibMethod, Map, Raised, Seq, Sized, Unknown

LOOP_LIMIT = 20000


class Statements(object):
    # -- blocks

    def block(self, nodes, env, top=False):
        """Runs statements; None, ('return', thing), ('break',) or ('continue',)."""
        for index, node in enumerate(nodes):
            self.burn()
            if isinstance(node, ast.If):
                truth = self.truth(self.eval(node.test, env))
                if truth is None:
                    signal, consumed = self.either(node, nodes[index + 1:], env, top)
                    if signal is not None or consumed:
                        return signal
                    continue
                signal = self.block(node.body if truth else node.orelse, env)
            else:
                signal = self.run(node, env)
            if signal is not None:
                return signal
        return None

    def either(self, node, rest, env, top):
        cond = '`%s` (line %d)' % (self.text(node.test, env), node.lineno)
        whole = leaves(node.body) or leaves(node.orelse)

        def way(nodes):
            def go():
                signal = self.block(nodes, env)
                if whole and signal is None:
                    signal = self.block(rest, env, top)
                    if signal is None and top:
                        signal = ('return', NONE)
                return signal
            return go

        when = ('if ' if node.body else 'unless ') + cond
        return self.fork([way(node.body), way(node.orelse)], when, cond, self.varies_with_index(node.test, env)), whole

    def run(self, node, env):
        known = getattr(self, 'do_' + type(node).__name__, None)
        return known(node, env) if known is not None else None

    # -- simple statements

    def do_Expr(self, node, env):
        self.dropped = node.value
        self.eval(node.value, env)

    def do_Return(self, node, env):
        return ('return', NONE if node.value is None else self.eval(node.value, env))

    def do_Break(self, node, env):
        return ('break',)

    def do_Continue(self, node, env):
        return ('continue',)

    def do_Global(self, node, env):
        env.globals.update(node.names)

    def do_Nonlocal(self, node, env):
        env.nonlocals.update(node.names)

    def do_Delete(self, node, env):
        for target in node.targets:
            self.delete(target, env)

    def delete(self, target, env):
        if isinstance(target, ast.Name):
            self.drop(env.home(target.id).vars, target.id)
        elif isinstance(target, ast.Attribute):
            self.del_attribute(self.eval(target.value, env), self.mangle(target.attr, env), target, env)
        elif isinstance(target, ast.Subscript):
            self.del_item(self.eval(target.value, env), self.subscript_index(target.slice, env), target, env)
        elif isinstance(target, (ast.Tuple, ast.List)):
            for part in target.elts:
                self.delete(part, env)

    def do_Assign(self, node, env):
        value = self.eval(node.value, env)
        for target in node.targets:
            self.assign(target, value, env)

    def do_AnnAssign(self, node, env):
        value = self.eval(node.value, env) if node.value is not None else None
        if value is not None:
            self.assign(node.target, value, env)
        if isinstance(node.target, ast.Name) and node.simple:
            name = self.mangle(node.target.id, env)
            if env.kind == 'class':
                env.lines.setdefault(name, node.lineno)
                env.annotations.setdefault(name, (self.text(node.annotation, env, 200), node.annotation, node.lineno))

    def do_AugAssign(self, node, env):
        target = node.target
        op = type(node.op).__name__
        if isinstance(target, ast.Name):
            old = self.lookup(target.id, env)
            if old is MISSING:
                old = Unknown('the name `%s` is not known' % target.id)
            self.bind(target.id, self.augment(op, old, node, env), env, node.lineno)
        elif isinstance(target, ast.Attribute):
            owner = self.eval(target.value, env)
            name = self.mangle(target.attr, env)
            old = self.get_attribute(owner, name, target, env)
            self.set_attribute(owner, name, self.augment(op, old, node, env), target, env)
        elif isinstance(target, ast.Subscript):
            owner = self.eval(target.value, env)
            index = self.subscript_index(target.slice, env)
            old = self.get_item(owner, index, target, env)
            self.set_item(owner, index, self.augment(op, old, node, env), target, env)

    def augment(self, op, old, node, env):
        right = self.eval(node.value, env)
        if op == 'Add' and isinstance(old, Seq) and old.kind == 'list':
            self.list_extend(old, right, node, env)
            return old
        if op == 'BitOr' and isinstance(old, (Map, DictView)) and isinstance(right, (Map, DictView)) and \
                self.minor is not None and not self.is_since(9):
            raise Raised('TypeError', "unsupported operand type(s) for |=: 'dict' and 'dict'", node.lineno)
        if op == 'BitOr' and isinstance(old, DictView):
            self.view_method(old, 'update', [right], {}, node, env)
            return old
        if op == 'BitOr' and isinstance(old, Map):
            self.map_update(old, right, node)
            return old
        if op == 'BitOr' and isinstance(old, Seq) and old.kind == 'set' and isinstance(right, Seq):
            self.merge_set(old, right, self.try_iterate(right))
            return old
        held = self.held_in_place(op, old)
        if held is not None:
            self.change(held, 'changed in place (line %d)' % node.lineno)
            return old
        return self.binary(op, old, right, node, env, self.making, True)

    def held_in_place(self, op, thing):
        """The container that the operator of an augmented assignment changes: a list, set, dict or bytearray, or what an instance of a
        subclass has of one; None."""
        name = '__i%s__' % BINARIES.get(op, '')
        if isinstance(thing, Instance) and isinstance(self.find_in_class(thing.cls, name), LibMethod):
            thing = thing.state['payload']
        if isinstance(thing, Sized) and thing.kind == 'bytearray':
            return thing
        if not isinstance(thing, (Seq, Map)):
            return None
        real = library.builtin_type('dict' if isinstance(thing, Map) else thing.kind)
        return thing if name in vars(real or object) else None

    # -- targets

    def assign(self, target, value, env):
        if isinstance(target, ast.Name):
            self.bind(self.mangle(target.id, env), value, env, target.lineno)
        elif isinstance(target, ast.Attribute):
            self.set_attribute(self.eval(target.value, env), self.mangle(target.attr, env), value, target, env)
        elif isinstance(target, ast.Subscript):
            self.set_item(self.eval(target.value, env), self.subscript_index(target.slice, env), value, target, env)
        elif isinstance(target, (ast.Tuple, ast.List)):
            self.unpack(target, value, env)
        elif isinstance(target, ast.Starred):
            self.assign(target.value, value, env)

    def unpack(self, target, value, env):
        items = self.try_iterate(value)
        star = [n for n, t in enumerate(target.elts) if isinstance(t, ast.Starred)]
        if items is None:
            for part in target.elts:
                self.assign(part, self.unknown('part of what is not known', target), env)
            return
        wanted = len(target.elts)
        if (not star and len(items) != wanted) or (star and len(items) < wanted - 1):
            raise self.refuse_number(value, len(items), wanted, star, target)
        if star:
            first, after = star[0], wanted - star[0] - 1
            middle = items[first:len(items) - after]
            items = items[:first] + [Seq('list', middle, 'mixed' if after else self.growth_from(value, 'extended'), self.making)] + items[len(items) - after:]
        for part, item in zip(target.elts, items):
            self.assign(part, item, env)

    def refuse_number(self, value, given, wanted, star, node):
        """Source: Python/ceval.c, _PyEval_UnpackIterableStackRef (3.14: with the number, where the type tells it)."""
        if given < wanted:
            least = 'at least %d' % (wanted - 1) if star else wanted
            return Raised('ValueError', 'not enough values to unpack (expected %s, got %d)' % (least, given), node.lineno)
        counted = isinstance(value, Map) or isinstance(value, Seq) and value.kind in ('list', 'tuple')
        return refuse('too-many-values' if counted else 'too-many-uncounted', node, wanted=wanted, given=given)

    # -- compound statements

    def do_If(self, node, env):
        return self.block([node], env)

    def do_For(self, node, env):
        source = self.eval(node.iter, env)
        items = self.try_iterate(source)
        if items is None:
            return self.maybe_loop(node, env, '`%s` (line %d)' % (self.text(node.iter, env), node.lineno))
        for count, item in enumerate(items):
            if count > LOOP_LIMIT:
                raise Exhausted('a loop of more than %d rounds (line %d)' % (LOOP_LIMIT, node.lineno))
            self.assign(node.target, item, env)
            signal = self.block(node.body, env)
            if signal is not None and signal[0] == 'break':
                return None
            if signal is not None and signal[0] == 'return':
                return signal
        return self.block(node.orelse, env)

    do_AsyncFor = do_For

    def maybe_loop(self, node, env, what):
        """A loop of which nobody knows how often it runs."""
        for name in assigned_names(node):
            if env.home(name).vars.get(name, MISSING) is not MISSING:
                self.bind(name, self.unknown('changed in a loop', node), env)

        def once():
            if hasattr(node, 'target'):
                self.assign(node.target, self.unknown('an item of what is not known', node), env)
            signal = self.block(node.body, env)
            if signal is not None and signal[0] == 'return':
                return signal
            return None

        signal = self.fork([once, lambda: None], 'in the loop over ' + what, what)
        return signal or self.block(node.orelse, env)

    def do_While(self, node, env):
        for _ in range(LOOP_LIMIT):
            truth = self.truth(self.eval(node.test, env))
            if truth is None:
                return self.maybe_loop(node, env, '`%s` (line %d)' % (self.text(node.test, env), node.lineno))
            if not truth:
                return self.block(node.orelse, env)
            signal = self.block(node.body, env)
            if signal is not None and signal[0] == 'break':
                return None
            if signal is not None and signal[0] == 'return':
                return signal
        raise Exhausted('a loop of more than %d rounds (line %d)' % (LOOP_LIMIT, node.lineno))

    # -- definitions

    def do_ClassDef(self, node, env):
        thing = self.read_class(node, env)
        value = self.decorate_class(thing, node, env)
        self.bind(self.mangle(node.name, env), value, env, node.lineno)

    def do_Import(self, node, env):
        for alias in node.names:
            dotted = alias.name if alias.asname else alias.name.split('.', 1)[0]
            thing = self.project.import_later(None, 0, dotted, env.module, node.lineno)
            self.bind_import(alias.asname or dotted, thing, env, node)

    def do_ImportFrom(self, node, env):
        for alias in node.names:
            if alias.name == '*':
                self.project.import_star(node.module, node.level, env)
                continue
            thing = self.project.import_later(node.module or '', node.level, alias.name, env.module, node.lineno)
            self.bind_import(alias.asname or alias.name, thing, env, node)

    def bind_import(self, name, thing, env, node):
        if env.kind == 'function' and isinstance(thing.get() if isinstance(thing, Lazy) else thing, Unknown):
            self.doubt += 1  # it may not be there
        self.bind(name, thing, env, node.lineno)

    def do_TypeAlias(self, node, env):
        self.bind(node.name.id, self.unknown('a type alias', node), env, node.lineno)


def assigned_names(node):
    """Names that a statement binds. What is assigned may be a table of any size."""
    return bindings(node.targets if isinstance(node, ast.Assign) else [] if isinstance(node, ast.ClassDef) else [node])[0]
