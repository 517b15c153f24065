# SPDX-License-Identifier: GPL-3.0-or-later
"""Since which 3.x a class statement, with the file around it, can be carried out."""
import ast
import io
import tokenize

import hy_since_table as table

GENERIC_BUILTINS = frozenset('list dict tuple set frozenset type'.split())
CONSTANT = (('value', 'kind'), ('n',), ('s',))  # fields of Constant, Num, Str
SYNTAX = {
    'NamedExpr': (8, 'an assignment expression'), 'Match': (10, 'a match statement'), 'TryStar': (11, 'except*'),
    'TypeAlias': (12, 'a type statement'), 'TemplateStr': (14, 'a template string'),
}


class Since(object):
    """The newest thing found so far, and where."""

    def __init__(self, module):
        self.module = module
        self.minor = 0
        self.reason = None
        self.lazy = False

    def need(self, minor, what, node):
        if minor > self.minor:
            self.minor = minor
            self.reason = '%s (line %d)' % (what, node.lineno)

    # -- syntax, anywhere in the file

    def read_file(self):
        for node in walk(self.module.tree):
            name = type(node).__name__
            if name in SYNTAX:
                self.need(SYNTAX[name][0], SYNTAX[name][1], node)
            check = getattr(self, 'see_' + name, None)
            if check is not None:
                check(node)
        self.lazy = self.lazy or self.minor >= 14
        self.read_imports(self.module.tree.body)
        for node in self.module.tree.body:
            self.read_annotations(node)
        return self

    def see_arguments(self, node):
        if getattr(node, 'posonlyargs', None):
            self.need(8, 'positional-only parameters', node.posonlyargs[0])
        if node.vararg is not None and isinstance(node.vararg.annotation, ast.Starred):
            self.need(11, 'a starred annotation', node.vararg.annotation)

    def see_FunctionDef(self, node):
        self.see_type_params(node)
        for decorator in node.decorator_list:
            if not is_dotted(decorator):
                self.need(9, 'a decorator that is no plain name or call', decorator)

    see_AsyncFunctionDef = see_FunctionDef
    see_ClassDef = see_FunctionDef

    def see_type_params(self, node):
        for parameter in getattr(node, 'type_params', None) or ():
            self.need(12, 'type parameters', parameter)
            if getattr(parameter, 'default_value', None) is not None:
                self.need(13, 'a default of a type parameter', parameter)

    def see_JoinedStr(self, node):
        if getattr(node, 'end_col_offset', None) is None or not hasattr(ast, 'TypeAlias'):
            return
        text = self.module.segment(node)
        body = text.lstrip('fFrRbB')
        quote = body[:3] if body[:3] in ('"""', "'''") else body[:1]
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                inner = self.module.segment(part.value)
                if (quote in inner or '\\' in inner or '\n' in text) and needs_new_strings(text):
                    self.need(12, 'quotes or a backslash inside an f-string expression', part.value)

    def see_comprehension_elements(self, node, parts):
        for part in parts:
            if isinstance(part, ast.Starred):
                self.need(15, 'unpacking in a comprehension', part)

    def see_ListComp(self, node):
        self.see_comprehension_elements(node, [node.elt])

    see_SetComp = see_ListComp
    see_GeneratorExp = see_ListComp

    def see_ImportFrom(self, node):
        if getattr(node, 'is_lazy', 0):
            self.need(15, 'a lazy import', node)
        if node.module == '__future__' and any(a.name == 'annotations' for a in node.names):
            self.need(7, 'from __future__ import annotations', node)
            self.lazy = True

    def see_Import(self, node):
        if getattr(node, 'is_lazy', 0):
            self.need(15, 'a lazy import', node)

    # -- library names that the file imports without a way around them

    def read_imports(self, nodes):
        for node in nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    self.need_module(alias.name, node)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                self.need_module(node.module, node)
                for alias in node.names:
                    self.need_name(node.module, alias.name, node)

    def need_module(self, name, node):
        self.need(table.module_since(name), 'the module %s' % name, node)

    def need_name(self, module, name, node):
        minor = table.minor_of(module, name)
        if minor is not None:
            self.need(minor, '%s.%s' % (module, name), node)

    # -- annotations that are evaluated when the file is imported

    def read_annotations(self, node):
        if self.lazy:
            return
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                self.read_annotations(part)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            spec = node.args
            every = spec.args + spec.kwonlyargs + getattr(spec, 'posonlyargs', []) + [spec.vararg, spec.kwarg]
            for annotation in [a.annotation for a in every if a is not None] + [node.returns]:
                self.read_annotation(annotation)
        elif isinstance(node, ast.AnnAssign):
            self.read_annotation(node.annotation)

    def read_annotation(self, node):
        if node is None:
            return
        for part in ast.walk(node):
            if isinstance(part, ast.BinOp) and isinstance(part.op, ast.BitOr):
                self.need(10, '`|` between types', part)
            if isinstance(part, ast.Subscript) and isinstance(part.value, ast.Name) and \
                    part.value.id in GENERIC_BUILTINS:
                self.need(9, '%s[...]' % part.value.id, part)

    # -- one class

    def read_class(self, thing):
        """(minor, reason) for one class of the file."""
        own = Since(self.module)
        own.minor, own.reason = self.minor, self.reason
        since = thing.data.get('since', 0) if thing.data else 0
        if since > own.minor:
            own.need(since, 'arguments of its decorator', thing.node)
        for node in getattr(thing.node, 'bases', ()):
            if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and \
                    node.value.id in GENERIC_BUILTINS:
                own.need(9, '%s[...]' % node.value.id, node)
            own.need_attribute(node, thing)
        for node in getattr(thing.node, 'decorator_list', ()):
            own.need_attribute(node, thing)
        for part in getattr(thing.node, 'body', ()):
            for decorator in getattr(part, 'decorator_list', ()):
                own.need_attribute(decorator, thing)
        return own.minor, own.reason

    def need_attribute(self, node, thing):
        """module.name or a builtin, as a base or a decorator."""
        for part in ast.walk(node):
            if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
                found = self.module.env.vars.get(part.value.id)
                found = found.get() if hasattr(found, 'get') else found
                if type(found).__name__ == 'LibModule':
                    self.need_name(found.name, part.attr, part)
            elif isinstance(part, ast.Name) and part.id not in self.module.env.vars:
                self.need_name('builtins', part.id, part)


def walk(tree):
    """All nodes but constants, of which a table may hold very many."""
    todo = [tree]
    while todo:
        node = todo.pop()
        yield node
        for name in node._fields:
            value = getattr(node, name, None)
            if isinstance(value, list):
                todo.extend(v for v in value if isinstance(v, ast.AST) and v._fields not in CONSTANT)
            elif isinstance(value, ast.AST):
                todo.append(value)


def needs_new_strings(text):
    """Whether an expression in an f-string has a quote of that string, a backslash, a comment or a line's end. @text: the string, or
    several that stand side by side."""
    around = []
    try:
        for token in tokenize.generate_tokens(io.StringIO('(%s\n)' % text).readline):
            name = tokenize.tok_name[token.type]
            outer = around[:-1] if name in ('FSTRING_MIDDLE', 'FSTRING_END') else around
            lines = name == 'NL' and any(len(q) == 1 for q in outer)
            if outer and (lines or name == 'COMMENT' or '\\' in token.string or any(q in token.string for q in outer)):
                return True
            if name == 'FSTRING_START':
                around.append(token.string.lstrip('fFrRbBtT'))
            elif name == 'FSTRING_END':
                around.pop()
    except (tokenize.TokenError, SyntaxError):
        return True  # cut off where it goes on for many lines
    return False


def is_dotted(node):
    """What a decorator could be before 3.9: a dotted name, or a call of one."""
    node = node.func if isinstance(node, ast.Call) else node
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)
