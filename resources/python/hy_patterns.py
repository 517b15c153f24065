# SPDX-License-Identifier: GPL-3.0-or-later
"""Match statements: which case is taken, where that can be known."""
import ast

from hy_things import MISSING, Const, Map, Range, Seq


class Patterns(object):
    def do_Match(self, node, env):
        subject = self.eval(node.subject, env)
        ways = []
        certain = False
        for case in node.cases:
            truth, names = self.matches(case.pattern, subject, env)
            if truth is False:
                continue
            certain = truth is True and case.guard is None
            ways.append((case, names))
            if certain:
                break
        if certain and len(ways) == 1:
            return self.take(ways[0][0], ways[0][1], env)
        what = '`match %s` (line %d)' % (self.text(node.subject, env), node.lineno)
        thunks = [lambda w=w: self.take(w[0], w[1], env) for w in ways]
        if not certain:
            thunks.append(lambda: None)
        return self.fork(thunks, 'in a case of ' + what, what)

    def take(self, case, names, env):
        for name, value in names.items():
            self.bind(name, value, env, case.pattern.lineno)
        if case.guard is not None and self.truth(self.eval(case.guard, env)) is False:
            return None
        return self.block(case.body, env)

    def matches(self, pattern, subject, env):
        """(True, False or None where it can't be known, names that it binds)."""
        known = getattr(self, 'match_' + type(pattern).__name__, None)
        if known is not None:
            return known(pattern, subject, env)
        return None, {n: self.unknown('bound by a pattern', pattern) for n in pattern_names(pattern)}

    def match_MatchValue(self, pattern, subject, env):
        return self.compare('Eq', subject, self.eval(pattern.value, env), pattern, env), {}

    def match_MatchSingleton(self, pattern, subject, env):
        return self.identical(subject, Const(pattern.value)), {}

    def match_MatchAs(self, pattern, subject, env):
        truth, names = (True, {}) if pattern.pattern is None else self.matches(pattern.pattern, subject, env)
        if pattern.name is not None:
            names[pattern.name] = subject
        return truth, names

    def match_MatchOr(self, pattern, subject, env):
        doubt = False
        names = {}
        for part in pattern.patterns:
            truth, found = self.matches(part, subject, env)
            names.update(found)
            if truth:
                return (None if doubt else True), names
            doubt = doubt or truth is None
        return (None if doubt else False), names

    def match_MatchSequence(self, pattern, subject, env):
        stars = any(isinstance(p, ast.MatchStar) for p in pattern.patterns)
        if isinstance(subject, (Const, Map)):
            return False, {}
        known = isinstance(subject, Range) or isinstance(subject, Seq) and subject.kind in ('list', 'tuple')
        items = self.try_iterate(subject) if known else None
        if items is None or stars:
            return None, {n: self.unknown('bound by a pattern', pattern) for n in pattern_names(pattern)}
        if len(items) != len(pattern.patterns):
            return False, {}
        return self.match_all(zip(pattern.patterns, items), env)

    def match_all(self, pairs, env):
        names = {}
        doubt = False
        for part, item in pairs:
            truth, found = self.matches(part, item, env)
            if truth is False:
                return False, {}
            doubt = doubt or truth is None
            names.update(found)
        return (None if doubt else True), names

    def match_MatchMapping(self, pattern, subject, env):
        if isinstance(subject, (Const, Seq)):
            return False, {}
        if not isinstance(subject, Map) or self.unsure(subject) or pattern.rest is not None:
            return None, {n: self.unknown('bound by a pattern', pattern) for n in pattern_names(pattern)}
        pairs = []
        for key, part in zip(pattern.keys, pattern.patterns):
            where = self.map_find(subject, self.eval(key, env))
            if where is None:
                return False, {}
            if where is MISSING:
                return None, {n: self.unknown('bound by a pattern', pattern) for n in pattern_names(pattern)}
            pairs.append((part, subject.pairs[where][1]))
        return self.match_all(pairs, env)

    def match_MatchClass(self, pattern, subject, env):
        cls = self.eval(pattern.cls, env)
        truth = self.is_subclass(self.class_of(subject), cls)
        if truth and not pattern.kwd_patterns and not pattern.patterns:
            return True, {}
        names = {n: self.unknown('bound by a pattern', pattern) for n in pattern_names(pattern)}
        return (False if truth is False else None), names


def pattern_names(pattern):
    return [getattr(n, 'name', None) or getattr(n, 'rest', None) for n in ast.walk(pattern)
            if getattr(n, 'name', None) or getattr(n, 'rest', None)]
