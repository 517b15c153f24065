# SPDX-License-Identifier: GPL-3.0-or-later
"""Bodies of modules and classes: read to their end, whatever a statement in them does."""
import ast

import hy_since_table as table
from hy_statements import assigned_names
from hy_things import MISSING, ClassThing, Exhausted, Func, Lazy, Raised, Undecided, Unknown, Varying

# Handlers that catch what an import of a missing name raises.
IMPORT_ERRORS = {'ImportError', 'Exception', 'BaseException'}
MODULE_STATEMENT_FUEL = 60000


class Modules(object):
    def module_block(self, nodes, env):
        for node in nodes:
            handler = getattr(self, 'module_' + type(node).__name__, self.module_simple)
            handler(node, env)

    def tolerate(self, action, node, env):
        """Runs action; where it can't be followed the names that it would bind become unknown."""
        left = self.fuel
        self.fuel = min(left, MODULE_STATEMENT_FUEL)
        granted = self.fuel
        try:
            return action()
        except Raised as error:
            reason = 'its statement raises ' + error.text()
            if env.kind == 'class':
                self.doubt_class(env.owner, reason, node.lineno)
                env.owner.raises = True
        except (Undecided, Exhausted) as error:
            reason = str(error)
        except RecursionError:
            reason = 'nested too deeply'
        except Exception as error:  # a fault of the reader's own must not take the other statements with it
            reason = 'the reader failed: %s: %s' % (type(error).__name__, error)
        finally:
            self.fuel = left - (granted - self.fuel)
        self.note_unfollowed(node, env)
        for name in assigned_names(node):
            if env.kind != 'function':
                self.bind(name, Unknown('%s (line %d)' % (reason, node.lineno), node.lineno), env, node.lineno)
        return None

    def note_unfollowed(self, node, env):
        """Notes in classes that a statement which can't be followed, or a function that it calls, may make instances."""
        if self.watched is not None or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return
        called = self.called_in(node, env)
        for thing in called + [c for f in called if isinstance(f, Func) for c in self.called_in(f.node, f.env)]:
            if isinstance(thing, ClassThing):
                thing.early_ones.append(None)

    def called_in(self, node, env):
        names = {part.func.id for part in ast.walk(node) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)}
        return [self.lookup(name, env) for name in sorted(names)]

    def doubtful_block(self, nodes, env):
        """Statements that may not be carried out."""
        self.doubtful += 1
        try:
            self.module_block(nodes, env)
        finally:
            self.doubtful -= 1

    def module_simple(self, node, env):
        self.tolerate(lambda: self.run(node, env), node, env)

    def module_ClassDef(self, node, env):
        found = self.tolerate(lambda: self.run(node, env) or True, node, env)
        if found is None and env.home(node.name).vars.get(node.name, MISSING) is MISSING:
            self.bind(node.name, Unknown('the class statement (line %d) can not be followed' % node.lineno), env)

    def module_If(self, node, env):
        varied = self.varied
        value = self.settle(self.tolerate(lambda: self.eval(node.test, env), node, env))
        truth = None if value is None else bool(self.latest(value)) if isinstance(value, Varying) else self.truth(value)
        if truth is None:
            what = '`%s` (line %d)' % (self.text(node.test, env), node.lineno)
            self.both(node.body, node.orelse, env, what)
            return
        live, dead = (node.body, node.orelse) if truth else (node.orelse, node.body)
        self.dead_classes(dead, env)
        self.module_block(live, env)
        if self.varied > varied:
            self.leave_out(dead, node, env)
        if isinstance(value, Varying) and self.does_more(node):
            self.doubt_versions(node, env)

    def leave_out(self, dead, node, env):
        """Class statements that other versions carry out, but not this one, which has no other of the name."""
        classes = [n for n in ast.walk(ast.Module(body=list(dead), type_ignores=[])) if isinstance(n, ast.ClassDef)]
        for thing in env.module.statements.values():
            if thing.node in classes:
                self.doubt_class(thing, 'other versions define it: it depends on `%s`' % self.text(node.test, env), node.lineno)

    def does_more(self, node):
        """Whether a condition decides over more than imports."""
        return any(not isinstance(n, (ast.Import, ast.ImportFrom, ast.Pass)) for n in node.body + node.orelse)

    def doubt_versions(self, node, env):
        """No branch holds for all releases: the newest one's is read, and what it makes is doubted."""
        reason = 'it depends on `%s`' % self.text(node.test, env)
        things = [env.owner] if env.kind == 'class' else \
            [env.vars.get(n.name) for n in node.body + node.orelse if isinstance(n, ast.ClassDef)]
        for thing in things:
            if isinstance(thing, ClassThing):
                self.doubt_class(thing, reason, node.lineno)
        for name in bound_names(node.body + node.orelse) if env.kind == 'module' else ():
            self.bind(name, Unknown('%s (line %d)' % (reason, node.lineno), node.lineno), env, node.lineno)

    def dead_classes(self, nodes, env):
        """Class statements of a branch that is not taken exist in the file all the same."""
        if not any(isinstance(n, ast.ClassDef) for n in ast.walk(ast.Module(body=list(nodes), type_ignores=[]))):
            return
        before = dict(env.vars)
        self.doubtful_block(nodes, env)
        for name, value in list(env.vars.items()):
            if value is not before.get(name, MISSING) and not (isinstance(value, ClassThing) and value.statement):
                if name in before:
                    env.vars[name] = before[name]
                else:
                    del env.vars[name]

    def both(self, one, other, env, what):
        before = dict(env.vars)
        self.doubtful_block(one, env)
        first = dict(env.vars)
        env.vars.clear()
        env.vars.update(before)
        self.doubtful_block(other, env)
        for name, now in list(env.vars.items()):
            if name not in first:
                env.vars[name] = self.maybe_bound(name, now, what)
        for name, value in first.items():
            now = env.vars.get(name, MISSING)
            if now is value:
                continue
            if now is MISSING:
                env.vars[name] = self.maybe_bound(name, value, what)
            elif now is before.get(name, MISSING):
                env.vars[name] = value if isinstance(value, ClassThing) else self.merge_values([value, now], what)
            elif not (isinstance(now, ClassThing) and now.statement):
                env.vars[name] = self.merge_values([value, now], what)

    def maybe_bound(self, name, value, what):
        """What a name is that only one way binds: where Python acts on its absence nobody can say."""
        if name.startswith('__') and name.endswith('__') and not isinstance(value, ClassThing):
            return Unknown('`%s` depends on %s' % (name, what))
        return value

    def module_Try(self, node, env):
        place, handler = self.failing_import(node)
        if handler is not None:
            self.module_block(node.body[:place] + handler.body + node.finalbody, env)
            return
        before = dict(env.vars)
        self.module_block(node.body, env)
        body = dict(env.vars)
        what = 'whether the statements from line %d on fail' % node.lineno
        for handler in node.handlers:
            self.doubtful_block(handler.body, env)
            for name, value in body.items():
                now = env.vars.get(name, MISSING)
                if now is not value and not (isinstance(now, ClassThing) and now.statement):
                    if value is before.get(name) and self.may_fail(node.body, body):
                        env.vars[name] = self.merge_values([value, now], what)
                    elif not isinstance(value, Unknown) or isinstance(now, Unknown) or now is MISSING:
                        env.vars[name] = value
                    else:
                        env.vars[name] = Unknown(value.reason, value.line)
        self.module_block(node.orelse, env)
        self.module_block(node.finalbody, env)

    module_TryStar = module_Try

    def failing_import(self, node):
        """(place in the body, handler) of an import of what the library of this version lacks; (None, None)."""
        for place, part in enumerate(node.body):
            kinds = set()
            if isinstance(part, ast.Import) and not all(self.library_holds(a.name) for a in part.names) or \
                    isinstance(part, ast.ImportFrom) and not part.level and not self.library_holds(part.module):
                kinds = {'ModuleNotFoundError'} | IMPORT_ERRORS
            elif isinstance(part, ast.ImportFrom) and not part.level and \
                    not all(self.library_holds(part.module, a.name) for a in part.names):
                kinds = IMPORT_ERRORS
            for handler in node.handlers if kinds else ():
                parts = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
                if any(p is None or isinstance(p, ast.Name) and p.id in kinds for p in parts):
                    return place, handler
        return None, None

    def library_holds(self, module, name=None):
        """Whether the library of this version has a module, or a name of one, as far as is known."""
        since = table.module_since(module) if name is None else table.minor_of(module, name)
        return not since or self.is_since(since)

    def may_fail(self, nodes, names):
        """Whether statements are more than imports of what is known."""
        bound = [(a.asname or a.name).split('.')[0] for n in nodes for a in getattr(n, 'names', ())]
        return not all(isinstance(n, (ast.Import, ast.ImportFrom)) for n in nodes) or \
            any(isinstance(v.get() if isinstance(v, Lazy) else v, Unknown) for v in map(names.get, bound))

    def module_With(self, node, env):
        self.tolerate(lambda: self.do_With(type_copy(node), env), node, env)
        self.module_block(node.body, env)

    def module_While(self, node, env):
        if any(isinstance(n, ast.ClassDef) for n in ast.walk(node)):
            self.doubtful_block(node.body, env)
        else:
            self.module_simple(node, env)

    def module_Return(self, node, env):
        return None


def bound_names(nodes):
    """What assignments and functions among statements bind."""
    for node in nodes:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from assigned_names(node)


def type_copy(node):
    """The head of a with statement, without its body."""
    head = ast.With(items=node.items, body=[], type_comment=None)
    return ast.copy_location(head, node)
