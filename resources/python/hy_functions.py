# SPDX-License-Identifier: GPL-3.0-or-later
"""Functions that code makes as it runs, and what each keeps beside its code: cells and defaults."""
import ast

from hy_literal import literal
from hy_things import MISSING, Const, Func, LibInstance, Map, Seq

SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


class Functions(object):
    def do_FunctionDef(self, node, env):
        func = self.make_function(node, env, node.name)
        value = self.decorate(func, node, env)
        self.bind(self.mangle(node.name, env), value, env, node.lineno)

    do_AsyncFunctionDef = do_FunctionDef

    def make_function(self, node, env, name):
        func = Func(node, env, name, env.owner)
        args = node.args
        func.defaults = [self.eval(d, env) for d in args.defaults]
        for arg, default in zip(args.kwonlyargs, args.kw_defaults):
            if default is not None:
                func.kw_defaults[arg.arg] = self.eval(default, env)
        func.fresh = self.making
        if func.fresh:
            func.kept = self.kept_by(func)
            if is_annotated(node):
                func.vague = 'what the annotations of a function made for each instance take is not modelled'
            elif getattr(node, 'decorator_list', None):
                func.vague = 'what the decorators of a function made for each instance take is not modelled'
        return func

    def kept_by(self, func):
        """What MAKE_FUNCTION is given, as new things: (cell or the class that super () needs, ...), defaults."""
        args = func.node.args
        kept = []
        cells = [c for c in (self.cell(name, func.env) for name in sorted(free_names(func.node))) if c is not None]
        if cells:
            kept.append(Seq('tuple', cells, 'literal', True))
        if func.defaults and not all(literal(d)[0] for d in args.defaults):
            kept.append(Seq('tuple', func.defaults, 'literal', True))
        if func.kw_defaults:
            kept.append(Map([(Const(n), v) for n, v in func.kw_defaults.items()], 'literal', True))
        return kept

    def cell(self, name, env):
        """The cell in which a function that runs keeps @name for those within it; None for what is no local of any."""
        while env is not None:
            if env.kind == 'function' and (name in env.vars or name in env.locals):
                if name not in env.cells:
                    env.cells[name] = Cell(name, env)
                return env.cells[name]
            if name == '__class__' and env.kind == 'class':
                return LibInstance('cell', name, (), False)
            env = env.parent
        return None


class Cell(LibInstance):
    """Holds what its variable is bound to in the end."""

    def __init__(self, name, env):
        LibInstance.__init__(self, 'cell', name)
        self.env = env

    def content(self):
        return self.env.vars.get(self.text, MISSING)


def arguments_of(node):
    spec = node.args
    return getattr(spec, 'posonlyargs', []) + spec.args + spec.kwonlyargs + [a for a in (spec.vararg, spec.kwarg) if a]


def is_annotated(node):
    return getattr(node, 'returns', None) is not None or any(a.annotation is not None for a in arguments_of(node))


def body_of(node):
    return [node.body] if isinstance(node, ast.Lambda) else node.body


def local_names(node):
    """Names that a function binds itself."""
    bound, declared = bindings(body_of(node))
    return {a.arg for a in arguments_of(node)} | bound - declared


def bindings(nodes):
    """(names that statements bind in their scope, those that they declare global or nonlocal)."""
    bound, declared = set(), set()
    todo = list(nodes)
    while todo:
        part = todo.pop()
        if isinstance(part, (ast.Global, ast.Nonlocal)):
            declared.update(part.names)
        elif isinstance(part, ast.Name) and isinstance(part.ctx, (ast.Store, ast.Del)):
            bound.add(part.id)
        elif isinstance(part, (ast.Import, ast.ImportFrom)):
            bound.update((a.asname or a.name).split('.', 1)[0] for a in part.names)
        elif isinstance(part, ast.ExceptHandler) and part.name:
            bound.add(part.name)
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bound.add(part.name)
        elif not isinstance(part, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            todo.extend(ast.iter_child_nodes(part))
    return bound, declared


def free_names(node):
    """Names that a function and those within it use and that it does not bind; `__class__` where they call super ()."""
    used = set()
    todo = list(body_of(node))
    while todo:
        part = todo.pop()
        if isinstance(part, ast.Name):
            used.add('__class__' if part.id == 'super' else part.id)
        if isinstance(part, SCOPES):
            used |= free_names(part)
            todo.extend(d for d in part.args.defaults + part.args.kw_defaults if d is not None)
            todo.extend(getattr(part, 'decorator_list', ()))
        else:
            if isinstance(part, ast.Nonlocal):
                used.update(part.names)
            todo.extend(ast.iter_child_nodes(part))
    return used - local_names(node) - {n for p in ast.walk(node) if isinstance(p, ast.Global) for n in p.names}
