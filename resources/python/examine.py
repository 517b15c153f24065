# SPDX-License-Identifier: GPL-3.0-or-later
"""Examines one class of a Python file without running it: how one is made, what stands in the way of __slots__, and the
same class stored otherwise.

Runs isolated on CPython 3.6 to 3.15; examine_class.py, examine_plans.py and this text follow each other in one namespace
that has the request in REQUEST, a JSON object:

    text      the file's text
    name      the file's name, for diffs
    class     "Order" or "Outer.Inner"
    factory   how instance number i is made; null: what is suggested here

The answer on standard output is one ASCII JSON object: {"factory", "hazards": [{"kind", "line", "name", "detail"}],
"plans": [{"plan", "text", "factory", "diff", "refused"}]}, or {"error", "line"}.
"""

import json
import sys

# Bases whose instances have a fixed size of their own, or none beside the header.
HARMLESS_BASES = ('object', 'ABC', 'Generic', 'Protocol', 'NamedTuple', 'TypedDict')
WEAK = ('ref', 'proxy', 'finalize', 'WeakMethod')
COPYING = ('pickle', 'copy', 'shelve', 'multiprocessing', 'joblib', 'dill', 'cloudpickle')


def hazard(kind, line, name='', detail=''):
    return {'kind': kind, 'line': line, 'name': name, 'detail': detail}


def snake(name):
    return re.sub(r'(?<=[a-z0-9])(?=[A-Z])', '_', name).lower()


class Uses(ast.NodeVisitor):
    """What the file does to instances of the class: those called self in its methods, those kept in a name that was bound
    to a call of the class or annotated with it, and what is called like it."""

    def __init__(self, file, cls):
        self.file, self.cls = file, cls
        self.family = [cls] + file.subclasses(cls)
        self.names = {one.qualname for one in self.family} | {one.name for one in self.family}
        self.instances = [{snake(cls.name)}]
        self.own = []
        self.found = []
        self.declared = {name for one in file.lineage(cls) for name, line, method in one.assigned()}
        for one in file.lineage(cls):
            self.declared |= set(one.annotated) | set(one.variables) | set(one.methods)

    def is_instance(self, node):
        if isinstance(node, ast.Name):
            return any(node.id in names for names in self.instances + self.own)
        return isinstance(node, ast.Call) and dotted(node.func) in self.names

    def add(self, kind, node, name='', detail=''):
        self.found.append(hazard(kind, node.lineno, name, detail))

    def visit_ClassDef(self, node):
        inside = any(one.node is node for one in self.family)
        for statement in node.body:
            own = None
            if inside and isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)) and statement.args.args:
                own = {statement.args.args[0].arg}
            self.own.append(own or set())
            self.visit(statement)
            self.own.pop()

    def visit_function(self, node):
        args = node.args.args + node.args.kwonlyargs
        self.instances.append({one.arg for one in args if one.annotation is not None and self.names_class(one.annotation)})
        self.generic_visit(node)
        self.instances.pop()

    visit_FunctionDef = visit_AsyncFunctionDef = visit_function

    def names_class(self, node):
        return dotted(node) in self.names or getattr(node, 'value', getattr(node, 's', None)) in self.names

    def visit_Assign(self, node):
        if self.is_instance(node.value) and isinstance(node.value, ast.Call):
            self.instances[-1].update(one.id for one in node.targets if isinstance(one, ast.Name))
        self.generic_visit(node)

    def visit_Attribute(self, node):
        if self.is_instance(node.value):
            own = isinstance(node.value, ast.Name) and any(node.value.id in names for names in self.own)
            if node.attr == '__dict__':
                self.add('dict', node, '__dict__')
            elif isinstance(node.ctx, ast.Store) and not own and node.attr not in self.declared:
                self.add('undeclared', node, node.attr)
        self.generic_visit(node)

    def visit_Call(self, node):
        name, last = dotted(node.func) or '', last_name(node.func) or ''
        first = node.args[0] if node.args else None
        of_ours = first is not None and (self.is_instance(first) or dotted(first) in self.names)
        if name == 'vars' and of_ours:
            self.add('dict', node, 'vars')
        elif name == 'setattr' and of_ours and len(node.args) == 3:
            constant = getattr(node.args[1], 'value', getattr(node.args[1], 's', None))
            if not isinstance(constant, str):
                self.add('dynamic', node, 'setattr')
            elif constant not in self.declared:
                self.add('undeclared', node, constant)
        elif of_ours and (name in ['weakref.' + one for one in WEAK] or last in WEAK and 'weakref' in self.imports(last)):
            self.add('weakref', node, last)
        elif of_ours and last in ('object', 'setattr') and ('patch' in name or 'monkeypatch' in name):
            self.add('mock', node, name)
        elif of_ours and name in ('copy.copy', 'copy.deepcopy', 'deepcopy', 'pickle.dumps', 'pickle.dump'):
            self.add('state', node, name)
        for keyword in node.keywords:
            if keyword.arg in ('spec', 'spec_set', 'autospec') and dotted(keyword.value) in self.names and 'Mock' in last:
                self.add('mock', node, name)
        self.generic_visit(node)

    def imports(self, name):
        return [node.module for node in ast.walk(self.file.tree) if isinstance(node, ast.ImportFrom)
                and any((one.asname or one.name) == name for one in node.names)]


def body_hazards(file, cls):
    names = set(cls.annotated) if cls.is_dataclass else set()
    for name, line, method in cls.assigned():
        names.add(name)
        if method != '__init__' and '__init__' in cls.methods:
            yield hazard('late', line, name, method)
    for name in sorted(names):
        if name in cls.variables:
            yield hazard('variable', cls.variables[name], name)
        elif name in cls.methods and name not in cls.properties:
            yield hazard('variable', cls.methods[name].lineno, name)
    for name, line in sorted(cls.cached.items()):
        yield hazard('cached', line, name)
    for name in ('__getstate__', '__setstate__', '__reduce__', '__reduce_ex__', '__copy__', '__deepcopy__'):
        if name in cls.methods:
            yield hazard('state', cls.methods[name].lineno, name)


def base_hazards(file, cls):
    laid_out = []
    for written in cls.bases:
        base = file.classes.get(written or '')
        short = (written or '').rpartition('.')[2]
        if base is None and short not in HARMLESS_BASES:
            yield hazard('base', cls.node.lineno, written or '?', 'not in this file')
        elif base is not None and not base.is_slotted:
            yield hazard('base', cls.node.lineno, base.qualname, 'line %d' % base.node.lineno)
        if base is not None and base.is_slotted or base is None and short not in HARMLESS_BASES:
            laid_out.append(written or '?')
    if len(laid_out) > 1:
        yield hazard('conflict', cls.node.lineno, laid_out[0], laid_out[1])
    for one in file.subclasses(cls):
        direct = [base for base in one.bases if file.classes.get(base or '') is cls]
        others = [base for base in one.bases if base not in direct]
        for other in others if direct else []:
            found = file.classes.get(other or '')
            if found is None and (other or '').rpartition('.')[2] in HARMLESS_BASES:
                continue
            if found is not None and found.is_slotted:
                yield hazard('conflict', one.node.lineno, cls.qualname, '%s of %s' % (other, one.qualname))
            else:
                yield hazard('mixin', one.node.lineno, one.qualname, other or '?')
        if not one.is_slotted:
            yield hazard('subclass', one.node.lineno, one.qualname)


def import_hazards(file):
    for node in ast.walk(file.tree):
        modules = ([one.name for one in node.names] if isinstance(node, ast.Import)
                   else [node.module or ''] if isinstance(node, ast.ImportFrom) else [])
        for module in modules:
            if module.partition('.')[0] in COPYING:
                yield hazard('state', node.lineno, module)


def hazards(file, cls):
    uses = Uses(file, cls)
    uses.visit(file.tree)
    found = list(body_hazards(file, cls)) + list(base_hazards(file, cls)) + uses.found + list(import_hazards(file))
    unique = {(one['kind'], one['line'], one['name']): one for one in found}
    return sorted(unique.values(), key=lambda one: (one['line'], one['kind']))


def answer(request):
    try:
        file = File(request['text'])
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {'error': str(error), 'line': getattr(error, 'lineno', None)}
    cls = file.find(request['class'])
    if cls is None:
        return {'error': 'the file has no class %s' % request['class'], 'line': None}
    factory = request.get('factory') or suggest(file, cls)
    found = hazards(file, cls)
    return {'factory': factory, 'hazards': found[:500], 'slotted': cls.is_slotted,
            'plans': list(plans(file, cls, factory, found, request['name']))}


def main():
    sys.setrecursionlimit(5000)
    try:
        reply = answer(json.loads(REQUEST))
    except (RecursionError, MemoryError) as error:
        reply = {'error': 'the file is nested too deeply', 'line': None}
    sys.stdout.write(json.dumps(reply))


main()
