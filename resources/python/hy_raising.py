# SPDX-License-Identifier: GPL-3.0-or-later
"""Exceptions: what raises them, in which words, what takes them, and what is left to do then."""
import ast
import builtins

from hy_things import (MISSING, NONE, ClassThing, Const, Func, Instance, LibClass, LibInstance, Map, Number, Raised, Seq,
                       Undecided, Unknown, Wrapped)

LONGEST_MESSAGE = 2000


class Raising(object):
    def do_Assert(self, node, env):
        if self.truth(self.eval(node.test, env)) is False:
            given = [] if node.msg is None else [self.eval(node.msg, env)]
            raise self.of_builtin('AssertionError', given, node)

    def do_Raise(self, node, env):
        if node.exc is None:
            raise self.handled or Raised('RuntimeError', 'No active exception to reraise', node.lineno)
        try:
            given = self.eval(node.exc, env)
            if isinstance(given, ClassThing):
                given = self.construct(given, [], {}, node, env)
        except Undecided:
            given = Unknown('', node.lineno)
        raise self.raised(given, node, env)

    def raised(self, given, node, env):
        """What raise makes of a thing."""
        if isinstance(given, LibClass) and self.is_exception(given.name):
            return self.of_builtin(given.name, [], node)
        if isinstance(given, LibInstance) and self.is_exception(given.name) and not given.keywords:
            raised = self.of_builtin(given.name, given.args, node)
        elif isinstance(given, Instance):
            raised = self.of_instance(given, node, env)
        elif isinstance(given, (Const, Seq)):
            return Raised('TypeError', 'exceptions must derive from BaseException', node.lineno)
        else:
            call = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            return Raised(getattr(call, 'id', getattr(call, 'attr', 'Exception')), '', node.lineno, True)
        raised.thing = given
        return raised

    def of_builtin(self, name, args, node):
        """An exception of the library; vague where its words are not known, since its arguments are not, say."""
        values = [self.plain_value(a) for a in args]
        cls = getattr(builtins, name, None)
        if cls is None or any(v is MISSING for v in values) or (name == 'SyntaxError' and len(values) > 1):
            return Raised(name.rpartition('.')[2], '', node.lineno, True)
        try:
            error = cls(*values)
        except Exception as wrong:  # in words that are those of the Python that reads
            return Raised(type(wrong).__name__, str(wrong), node.lineno, True)
        message = str(error)
        if len(message) > LONGEST_MESSAGE:
            return Raised(name, message[:LONGEST_MESSAGE], node.lineno, True)
        return Raised(type(error).__name__, message, node.lineno)

    def of_instance(self, made, node, env):
        """An exception of a class of the project."""
        line = self.mro(made.cls)
        base = next((b.name for b in line if isinstance(b, LibClass) and self.is_exception(b.name)), None)
        if base is None:
            return Raised('TypeError', 'exceptions must derive from BaseException', node.lineno)
        words = self.find_in_class(made.cls, '__str__')
        kept = made.state['payload']
        if isinstance(words, (Func, Wrapped)):
            told = self.call_special(made, '__str__', [], node, env)
            known = isinstance(told, Const) and isinstance(told.value, str)
            return Raised(made.cls.name, told.value if known else '', node.lineno, not known)
        if made.state['unknown'] or not isinstance(kept, Seq) or base == 'OSError' and len(kept.items) > 1:
            return Raised(made.cls.name, '', node.lineno, True)
        told = self.of_builtin(base, kept.items, node)
        return Raised(made.cls.name, told.message, node.lineno, told.vague)

    def do_With(self, node, env):
        return self.within(node, node.items, env)

    do_AsyncWith = do_With

    def within(self, node, items, env):
        """What is left of a with statement."""
        if not items:
            return self.block(node.body, env)
        manager = self.eval(items[0].context_expr, env)
        if isinstance(manager, (Const, Seq, Map, Number, Func)):
            raise Undecided('how `with` refuses a %s varies (line %d)' % (self.class_of(manager).name, node.lineno))
        given = self.call_special(manager, '__enter__', [], node, env) if isinstance(manager, Instance) else \
            manager if isinstance(manager, Unknown) else self.unknown('what `with` gives', node)
        if items[0].optional_vars is not None:
            self.assign(items[0].optional_vars, given, env)
        try:
            signal = self.within(node, items[1:], env)
        except Raised as error:
            match = self.suppresses(manager, error, node, env)
            if match is None:
                raise Undecided('whether `with` (line %d) suppresses %s is not known' % (node.lineno, error.kind))
            if not match:
                raise
            return None
        if isinstance(manager, Instance):
            self.call_special(manager, '__exit__', [NONE, NONE, NONE], node, env)
        return signal

    def suppresses(self, manager, error, node, env):
        """Whether a context manager suppresses an exception; None where that is not known."""
        if isinstance(manager, Instance):
            unknown = self.unknown('the exception', node)
            return self.truth(self.call_special(manager, '__exit__', [unknown, error.thing or unknown, unknown], node, env))
        if isinstance(manager, LibInstance) and manager.name != 'contextlib.ExitStack':
            return manager.name == 'contextlib.suppress' and self.is_among(manager.args, error)
        return None

    def do_Try(self, node, env):
        try:
            signal = self.guarded(node, env)
        except Raised:
            last = self.block(node.finalbody, env)
            if last is None:
                raise
            return last
        return self.block(node.finalbody, env) or signal

    do_TryStar = do_Try

    def guarded(self, node, env):
        before = self.doubt
        mark = len(self.journal)
        try:
            signal = self.block(node.body, env)
        except Raised as error:
            for handler in node.handlers:
                match = self.handles(handler, error, env)
                if match is None:
                    raise Undecided('which handler takes %s (line %d) is not known' % (error.kind, handler.lineno))
                if match:
                    return self.handle(handler, env, error)
            raise
        if self.doubt == before or not node.handlers:
            return signal or self.block(node.orelse, env)
        changes = self.capture(mark)
        where = 'whether something in line %d to %d raises' % (node.body[0].lineno, node.body[-1].lineno)

        def quiet():
            for holder, key, value in changes:
                self.drop(holder, key) if value is MISSING else self.put(holder, key, value)
            return signal or self.block(node.orelse, env)

        ways = [quiet] + [lambda h=h: self.handle(h, env, Raised('Exception', '', h.lineno, True)) for h in node.handlers]
        return self.fork(ways, 'by ' + where, where)

    def capture(self, mark):
        """Takes back what happened since mark and returns it."""
        changes = {}
        for holder, key, _ in self.journal[mark:]:
            changes[(id(holder), key)] = (holder, key, holder.get(key, MISSING))
        self.rollback(mark)
        return list(changes.values())

    def handle(self, handler, env, error):
        if handler.name:
            self.bind(handler.name, error.thing or self.unknown('the exception', handler), env)
        before, self.handled = self.handled, error
        try:
            return self.block(handler.body, env)
        finally:
            self.handled = before

    def handles(self, handler, error, env):
        """Whether a handler takes an exception; None where that is not known."""
        if handler.type is None:
            return True
        caught = self.eval(handler.type, env)
        return self.is_among(caught.items if isinstance(caught, Seq) else [caught], error)

    def is_among(self, classes, error):
        """Whether an exception is of one of the classes, or of one derived from them; None where that is not known."""
        made = error.thing.cls if isinstance(error.thing, Instance) else None
        line = self.mro(made) if made is not None else []
        names = [b.name for b in line if isinstance(b, LibClass)] if line else self.project.exception_line(error.kind)
        if any(c in line or isinstance(c, LibClass) and c.name in names for c in classes):
            return True
        return None if any(not isinstance(c, (ClassThing, LibClass)) for c in classes) else False
