# SPDX-License-Identifier: GPL-3.0-or-later
"""The state of a reading: scopes, a journal of every change, and what becomes of a condition that can't be decided."""
import ast
import contextlib

from hy_things import (MISSING, RELEASES, Const, Exhausted, Instance, Lazy, Map, Plain, Raised, Seq, State, Undecided,
                       Unknown, Varying)

FUEL_MODULE = 200000
FUEL_RECIPE = 60000
DEPTH = 60  # calls within calls
WHOLE = ('dict-update', 'replace-dict')  # steps of which the value says the names


class Env(object):
    """A scope. kind: 'module', 'class' or 'function'; owner: the class whose body it stands in, for mangling."""

    def __init__(self, module, parent=None, kind='module', owner=None):
        self.module = module
        self.parent = parent
        self.kind = kind
        self.owner = owner
        self.vars = {}
        self.annotations = {}
        self.lines = {}  # names of a class body, with the line where each appears first
        self.globals = set()
        self.nonlocals = set()
        self.yielded = None  # in a generator: what it has yielded so far
        self.first = None  # first argument, for super()
        self.locals = ()  # names that the function binds somewhere
        self.cells = {}  # name -> what functions within share

    def home(self, name):
        """The scope in which a plain assignment to name binds it."""
        if name in self.globals:
            return self.module.env
        if name in self.nonlocals:
            env = self.parent
            while env is not None and (env.kind == 'class' or name not in env.vars):
                env = env.parent
            return env or self.module.env
        return self


class Machine(object):
    def __init__(self, project, minor=RELEASES[-1][1]):
        self.project = project
        self.journal = []
        self.fuel = FUEL_MODULE
        self.depth = 0
        self.making = False
        self.newest = self.minor = minor  # the 3.x for which files are read; that on which instances are made
        self.oldest = self.first = RELEASES[0][1]  # the oldest 3.x of which, as far as is known, all this holds
        self.varied = 0  # how often something was met that is otherwise on other versions
        self.watched = self.handed = None  # the call whose arguments are wanted, and those
        self.unread = None  # the first call of code, or choice, of which nobody knows whether it raises
        self.creating = None  # the class of which a hook runs
        self.pending = []  # classes whose metaclass is at work
        self.generators = {}  # function node -> whether it holds a yield
        self.makers = {}  # name of a class of the library -> its __init__
        self.mixins = {}  # ... -> {name: method}
        self.bodies = {}  # (..., the 3.x from which on it is so) -> {name: what it has}
        self.local_names = {}  # function node -> names that it binds
        self.dropped = None  # the expression at work of which nobody takes the value
        self.handled = None  # the exception of which a handler runs
        self.showing = []  # instances of which repr is at work
        self.doubtful = 0  # how many statements around the one at work may not be carried out
        self.created = []  # instances that the factory has made so far
        self.grown = None  # what it has added to that all instances share
        self.may_raise = None  # what the last way raises that was not taken, since it raises
        self.doubt = 0  # how often something was met that may raise

    # -- state

    def put(self, holder, key, value):
        self.journal.append((holder, key, holder.get(key, MISSING)))
        holder[key] = value

    def drop(self, holder, key):
        self.journal.append((holder, key, holder.get(key, MISSING)))
        holder.pop(key, None)

    def rollback(self, mark):
        while len(self.journal) > mark:
            holder, key, old = self.journal.pop()
            if old is MISSING:
                holder.pop(key, None)
            else:
                holder[key] = old

    def burn(self, amount=1):
        self.fuel -= amount
        if self.fuel < 0:
            raise Exhausted('longer than a reader follows')

    # -- names

    def lookup(self, name, env):
        scope = env
        if name in env.globals:
            scope = env.module.env
        while scope is not None:
            if (scope.kind != 'class' or scope is env) and name in scope.vars:
                found = scope.vars[name]
                return found.get() if isinstance(found, Lazy) else found
            scope = scope.parent
        return self.project.builtin(name)

    def bind(self, name, value, env, line=0):
        home = env.home(name)
        self.put(home.vars, name, value)
        if home.kind == 'class' and name not in home.lines:
            home.lines[name] = line

    # -- versions

    def settle(self, thing):
        """What a thing that varies is on the version at hand: while a file is read, only what something is decided by, since each
        version that is told apart is read on its own."""
        if not isinstance(thing, Varying):
            return thing
        values = {}
        for release, value in zip(RELEASES, thing.values):
            values.setdefault(release[1], set()).add(value)
        mine = values[self.minor]
        if len(mine) > 1 or not isinstance(next(iter(mine)), (bool, int, str)):
            return thing
        oldest = self.minor
        while values.get(oldest - 1) == mine:
            oldest -= 1
        self.first = max(self.first, oldest)
        self.varied += any(v != mine for v in values.values())
        return Const(mine.pop())

    def latest(self, thing):
        """What a thing that varies is on the last release of the version at hand."""
        self.first = self.minor
        return [value for release, value in zip(RELEASES, thing.values) if release[1] == self.minor][-1]

    @contextlib.contextmanager
    def reading(self):
        """For what is read once, though it may be the making of an instance on another version that asks for it first."""
        saved = self.minor, self.first
        self.minor, self.first = self.newest, self.oldest
        try:
            yield
        finally:
            self.oldest = max(self.oldest, self.first)
            self.minor, self.first = saved

    def is_since(self, minor):
        """Whether the version at hand is 3.@minor or a newer one."""
        self.varied += 1
        if self.minor >= minor:
            self.first = max(self.first, minor)
        return self.minor >= minor

    # -- doubt

    def truth(self, thing):
        """True, False, or None where it can't be known."""
        thing = self.settle(thing)
        if isinstance(thing, Const):
            return bool(thing.value)
        if isinstance(thing, Seq):
            return None if thing.state['unknown'] or thing.kind in ('iterator', 'generator') else thing.length > 0
        if isinstance(thing, Map):
            return None if thing.state['unknown'] else bool(thing.pairs)
        kind = type(thing).__name__
        if kind == 'Range':
            return bool(thing.range)
        if kind == 'Sized':
            return thing.length > 0 or thing.digits > 0
        if kind == 'Instance':
            return self.truth_of(thing)
        if kind in ('ClassThing', 'LibClass', 'Func', 'LibModule', 'ModuleThing', 'Bound'):
            return True
        return None

    def alike(self, a, b):
        if a is b:
            return True
        if a is MISSING or b is MISSING:
            return False
        if isinstance(a, Const) and isinstance(b, Const):
            return type(a.value) is type(b.value) and repr(a.value) == repr(b.value) and a.fresh == b.fresh
        if type(a) is not type(b) or isinstance(a, (Plain, Unknown, Instance)):
            return False
        if isinstance(a, Seq):
            return a.kind == b.kind and a.fresh == b.fresh and a.state['growth'] == b.state['growth'] and \
                a.length == b.length and len(a.items) == len(b.items) and not a.state['unknown'] and \
                all(self.alike(x, y) for x, y in zip(a.items, b.items))
        if isinstance(a, Map):
            return a.fresh == b.fresh and len(a.pairs) == len(b.pairs) and not a.state['unknown'] and \
                all(self.alike(x[0], y[0]) and self.alike(x[1], y[1]) for x, y in zip(a.pairs, b.pairs))
        return False

    def merge_values(self, values, reason):
        first = values[0]
        if all(self.alike(first, v) for v in values[1:]):
            return first
        return Unknown('depends on ' + reason)

    def varies_with_index(self, node, env):
        """Whether an expression is known to be otherwise for some instances: it stands on a value made from i."""
        for part in ast.walk(node):
            thing = None
            if isinstance(part, ast.Name):
                thing = self.lookup(part.id, env)
            elif isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
                thing = getattr(self.lookup(part.value.id, env), 'attrs', {}).get(part.attr)
            if getattr(thing, 'scale', 0) and thing.kind == 'int' or getattr(thing, 'digits', 0):
                return True
        return False

    def fork(self, thunks, when, reason, all_taken=False):
        """Runs each of the ways that things may go and keeps what all agree on: where some instances go each of them, one that
        raises is none to leave out.

        when: completes "`x` is set only ..."; reason: completes "depends on ...". Returns the signal."""
        ways = []
        for thunk in thunks:
            mark = len(self.journal)
            raised = signal = None
            try:
                signal = thunk()
            except Raised as error:
                raised = error
            changes = {}
            for holder, key, _ in self.journal[mark:]:
                changes[(id(holder), key)] = (holder, key, holder.get(key, MISSING))
            self.rollback(mark)
            ways.append((raised, signal, changes))
        live = [w for w in ways if w[0] is None]
        if not live and len(set(w[0].text() for w in ways)) > 1:
            raise Undecided('what it raises depends on ' + reason)
        if not live:
            raise ways[0][0]
        if all_taken and len(live) < len(ways):
            raise Undecided('the way through depends on ' + reason)
        if len(live) < len(ways):
            self.may_raise = next(w[0] for w in ways if w[0] is not None)
            self.unread = self.unread or reason
        self.merge_changes([w[2] for w in live], when, reason)
        return self.merge_signals([w[1] for w in live], reason)

    def merge_signals(self, signals, reason):
        kinds = set(None if s is None else s[0] for s in signals)
        if len(kinds) > 1:
            raise Undecided('the way through depends on ' + reason)
        if kinds == {'return'}:
            return ('return', self.merge_values([s[1] for s in signals], reason))
        return signals[0]

    def merge_changes(self, ways, when, reason):
        places = {}
        for changes in ways:
            places.update((place, (holder, key)) for place, (holder, key, _) in changes.items())
        for place, (holder, key) in places.items():
            now = holder.get(key, MISSING)
            values = [changes[place][2] if place in changes else now for changes in ways]
            if not isinstance(holder, State):
                self.merge_place(holder, key, values, reason)
            elif key == 'ops':
                self.merge_ops(holder, now, values, when, reason)
            elif key == 'thunk':
                self.put(holder, key, values[0] if all(v is values[0] for v in values) else None)
            else:
                self.merge_state(holder, key, values, reason)

    def merge_place(self, holder, key, values, reason):
        first = values[0]
        if all(v is MISSING for v in values):
            self.drop(holder, key)
        elif any(v is MISSING for v in values):
            self.put(holder, key, Unknown('depends on ' + reason))
        else:
            self.put(holder, key, first if all(self.alike(first, v) for v in values[1:])
                     else Unknown('depends on ' + reason))

    def merge_state(self, holder, key, values, reason):
        first = values[0]
        if all(v is first or v == first for v in values[1:]):
            self.put(holder, key, first)
        elif key == 'unknown':
            self.put(holder, key, next(v for v in values if v))
        elif key != 'view':
            self.put(holder, 'unknown', 'depends on ' + reason)

    def merge_ops(self, holder, now, values, when, reason):
        """now and values are linked lists (earlier, step) or None. Setting again what is set already costs nothing:
        the ways may differ in that."""
        tails = [steps_since(cell, now) for cell in values]
        present = names_set(now)
        again = []
        for number, tail in enumerate(tails):
            new = [s for s in tail if not self.sets_again(s, present, tail)]
            again.extend(s for s in tail if s not in new and s not in again)
            tails[number] = new
        while all(tails):
            steps = [tail[0] for tail in tails]
            first = steps[0]
            if any((s['op'], s['name']) != (first['op'], first['name']) for s in steps) or \
                    first['op'] in WHOLE and not all(self.alike(first['value'], s['value']) for s in steps):
                break
            step = dict(first)
            if first['value'] is not None:
                step['value'] = self.merge_values([s['value'] for s in steps], reason)
            now = (now, step)
            for tail in tails:
                del tail[0]
        for step in again:
            now = (now, dict(step, value=Unknown('depends on ' + reason)))
        self.put(holder, 'ops', now)
        odd = next((tail[0] for tail in tails if tail), None)
        if odd is not None:
            self.put(holder, 'unknown', '`%s` is set only %s' % (odd['name'] or '__dict__', when))

    def sets_again(self, step, present, tail):
        """Whether a step only gives another value to an attribute that was there before the ways parted."""
        return step['op'] in ('set', 'dict-set') and step['name'] in present and \
            not any(s['op'] in ('del', 'replace-dict') for s in tail)

    # -- text

    def text(self, node, env, longest=60):
        """The source of an expression, for a message."""
        words = ' '.join(env.module.segment(node).split())
        return words if len(words) <= longest else words[:longest - 3] + '...'


def steps_since(cell, now):
    """Steps of a linked list after the cell `now`, oldest first."""
    tail = []
    while cell is not None and cell is not now:
        tail.append(cell[1])
        cell = cell[0]
    return tail[::-1]


def names_set(cell):
    """Attributes that are there after the steps up to a cell."""
    names = set()
    for step in steps_since(cell, None):
        if step['op'] in ('set', 'dict-set'):
            names.add(step['name'])
        elif step['op'] == 'dict-update':
            names.update(k.value for k, _ in step['value'].pairs)
        elif step['op'] == 'replace-dict':
            names = set(k.value for k, _ in step['value'].pairs)
        elif step['op'] == 'del':
            names.discard(step['name'])
    return names


def leaves(nodes):
    """Whether statements contain a return, break or continue of their own."""
    for node in nodes:
        if isinstance(node, (ast.Return, ast.Break, ast.Continue)):
            return True
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            continue
        for field in ('body', 'orelse', 'finalbody'):
            inner = getattr(node, field, None)
            if isinstance(inner, list) and leaves(inner):
                return True
        if any(leaves(h.body) for h in getattr(node, 'handlers', ())):
            return True
    return False
