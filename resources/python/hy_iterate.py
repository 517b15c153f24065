# SPDX-License-Identifier: GPL-3.0-or-later
"""Comprehensions, generators and iteration."""
import ast

from hy_machine import Env
from hy_things import MISSING, Const, Instance, Map, Number, Raised, Range, Seq, Sized, Undecided

MOST_UNSURE = 64


class Iteration(object):
    def yield_items(self, items, env):
        scope = env
        while scope.yielded is None and scope.parent is not None:
            scope = scope.parent
        if scope.yielded is None or not isinstance(scope.yielded['items'], list):
            raise Undecided('what a generator yields depends on what is not known')
        self.put(scope.yielded, 'items', scope.yielded['items'] + items)

    def eval_Yield(self, node, env):
        value = Const(None) if node.value is None else self.eval(node.value, env)
        self.yield_items([value], env)
        return self.opaque(node, env)

    def eval_YieldFrom(self, node, env):
        self.yield_items(self.iterate(self.eval(node.value, env), node, env), env)
        return self.opaque(node, env)

    def eval_ListComp(self, node, env):
        items = self.comprehend(node, env)
        return Seq('list', items, 'comprehension', self.making) if items is not None else self.opaque(node, env)

    def eval_SetComp(self, node, env):
        items = self.comprehend(node, env)
        if items is None:
            return self.opaque(node, env)
        return self.doubt_items(Seq('set', self.distinct(items), 'comprehension', self.making))

    def eval_GeneratorExp(self, node, env):
        return Seq('generator', [], 'literal', self.making, thunk=lambda: self.comprehend(node, env))

    def eval_DictComp(self, node, env):
        pairs = self.comprehend(node, env)
        if pairs is None:
            return self.opaque(node, env)
        result = Map([], 'comprehension', self.making)
        for key, value in pairs:
            self.map_put(result, key, value)
        return result

    def comprehend(self, node, env):
        """Items of a comprehension in order; None when they can't be known."""
        scope = Env(env.module, env, 'function', env.owner)
        scope.first = env.first
        out = []
        if self.comprehend_level(node, 0, scope, env, out):
            return out
        self.note_unfollowed(node, env)
        return None

    def comprehend_level(self, node, level, scope, env, out):
        if level == len(node.generators):
            if isinstance(node, ast.DictComp):
                key = self.eval(node.key, scope)
                out.append((key, self.eval(node.value, scope)))
            else:
                out.append(self.eval(node.elt, scope))
            return True
        part = node.generators[level]
        source = self.eval(part.iter, env if level == 0 else scope)
        items = self.try_iterate(source)
        if items is None:
            return False
        for item in items:
            self.burn()
            self.assign(part.target, item, scope)
            keep = True
            for test in part.ifs:
                truth = self.truth(self.eval(test, scope))
                if truth is None:
                    return False
                keep = keep and truth
                if not keep:
                    break
            if keep and not self.comprehend_level(node, level + 1, scope, env, out):
                return False
        return True

    def try_iterate(self, thing):
        """Things that iterating gives, or None where they can't be known. Raises what Python raises."""
        if isinstance(thing, Const):
            if isinstance(thing.value, str):
                # Source: Objects/unicodeobject.c, unicode_char: one object for each of Latin-1
                return [Const(c, self.making and ord(c) > 255) for c in thing.value]
            if isinstance(thing.value, bytes):
                return [Const(c) for c in thing.value]
            raise Raised('TypeError', "'%s' object is not iterable" % type(thing.value).__name__, vague=True)
        if isinstance(thing, Seq):
            if thing.state['unknown']:
                return None
            if thing.state['thunk'] is not None:
                return self.run_thunk(thing)
            self.burn(thing.length)
            if thing.repeated:
                return thing.items * thing.length
            items = list(thing.items)
            if thing.kind in ('iterator', 'generator'):
                self.put(thing.state, 'items', [])
                self.put(thing.state, 'length', 0)
            return items
        if isinstance(thing, Range):
            self.burn(min(len(thing.range), 10 ** 7))
            return [Const(n, self.making) for n in thing.range]
        if isinstance(thing, Map):
            return None if thing.state['unknown'] else [k for k, _ in thing.pairs]
        if self.own_special(thing, '__iter__') is not None:
            return self.iterate_instance(thing)
        if isinstance(thing, Instance) and isinstance(thing.state['payload'], (Seq, Map, Const)):
            return self.try_iterate(thing.state['payload'])
        self.refuse_lacking(thing, '__iter__', None)
        return None

    def run_thunk(self, thing):
        thunk = thing.state['thunk']
        self.put(thing.state, 'thunk', None)
        items = thunk()
        if items is None:
            self.put(thing.state, 'unknown', 'what it gives is not known')
        return items

    def iterate(self, thing, node, env):
        items = self.try_iterate(thing)
        if items is None:
            raise Undecided('`%s` (line %d) has a length that is not known' % (self.text(node, env), node.lineno))
        return items

    def distinct(self, items):
        seen = []
        kept = []
        for item in items:
            if isinstance(item, Map) or isinstance(item, Seq) and item.kind in ('list', 'set'):
                raise Raised('TypeError', "unhashable type: '%s'" % self.type_name(item), vague=True)
            value = self.plain_value(item)
            key = (type(value).__name__ in ('str', 'bytes'), value) if value is not MISSING else None
            if key is None or key not in seen:
                kept.append(item)
                seen.append(key)
        return kept

    def doubt_items(self, made):
        """Notes that a set holds fewer items than it was given where it depends on the instance which are equal."""
        unsure = [t for t in made.items if self.plain_value(t) is MISSING]
        if len(unsure) > MOST_UNSURE or any(self.may_be_equal(a, b) for a in unsure for b in made.items):
            self.put(made.state, 'unknown', made.state['unknown'] or 'whether items of a set are equal is not known')
        return made

    def may_be_equal(self, a, b):
        if a is b or self.is_single(a) or self.is_single(b):
            return False
        if isinstance(a, Number) and isinstance(b, Number) and a.scale == b.scale:
            return a.offset == b.offset
        kinds = [self.kind_of_key(t) for t in (a, b)]
        return kinds[0] == kinds[1] or None in kinds

    def kind_of_key(self, thing):
        """Of things of different kinds none equals another; None for what may equal anything."""
        if isinstance(thing, Number):
            return 'number'
        if isinstance(thing, Const):
            return 'number' if isinstance(thing.value, (int, float, complex)) else type(thing.value).__name__
        return thing.kind if isinstance(thing, (Sized, Seq)) else None
