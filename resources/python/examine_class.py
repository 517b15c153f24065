# SPDX-License-Identifier: GPL-3.0-or-later
"""The first third of what examines a class without running its file: where it is, what it holds, how one is made.

examine.py says what the whole is; the three texts run one after the other in one namespace.
"""

import ast
import re

NUMBER_NAMES = re.compile(r'(^|_)(id|index|count|number|num|n|i|size|qty|quantity|year|age|x|y|z|width|height|port)$')
REAL_NAMES = re.compile(r'(^|_)(price|total|amount|cost|weight|rate|ratio|lat|lon|score|value)$')
DEPTH = 3  # of instances made to be handed to a constructor


def dotted(node):
    """"a.b" for a name or an attribute of one; None for all else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        below = dotted(node.value)
        return below and below + '.' + node.attr
    return None


def last_name(node):
    """"dataclass" of dataclasses.dataclass (slots=True)."""
    name = dotted(node.func if isinstance(node, ast.Call) else node)
    return name.rpartition('.')[2] if name else None


def statements(body):
    """Statements of a body, with those under if, try and with."""
    for node in body:
        yield node
        if isinstance(node, (ast.If, ast.Try, ast.With, ast.For, ast.While)):
            for field in ('body', 'orelse', 'finalbody'):
                for below in statements(getattr(node, field, [])):
                    yield below
            for handler in getattr(node, 'handlers', []):
                for below in statements(handler.body):
                    yield below


class Class:
    """A class statement and what its body says."""

    def __init__(self, node, qualname):
        self.node, self.qualname, self.name = node, qualname, node.name
        self.bases = [dotted(base.value if isinstance(base, ast.Subscript) else base) for base in node.bases]
        self.methods, self.variables, self.annotated = {}, {}, {}
        self.properties, self.cached, self.slots = {}, {}, None
        self.attribs = {}
        for statement in statements(node.body):
            self.take(statement)

    def take(self, node):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.methods[node.name] = node
            for decorator in node.decorator_list:
                if last_name(decorator) == 'cached_property':
                    self.cached[node.name] = node.lineno
                elif last_name(decorator) in ('property', 'setter', 'getter'):
                    self.properties[node.name] = node.lineno
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                self.bind(target, node)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            text = ast.dump(node.annotation)
            if 'ClassVar' not in text:
                self.annotated[node.target.id] = node
            if node.value is not None:
                self.bind(node.target, node)

    def bind(self, target, node):
        if isinstance(target, ast.Name):
            if target.id == '__slots__':
                self.slots = node
            else:
                self.variables[target.id] = node.lineno
                if isinstance(node, ast.Assign) and last_name(node.value) in ('ib', 'attrib', 'field'):
                    self.attribs[target.id] = node

    @property
    def decorators(self):
        return [last_name(decorator) for decorator in self.node.decorator_list]

    @property
    def is_dataclass(self):
        return 'dataclass' in self.decorators

    @property
    def is_slotted(self):
        if self.slots is not None:
            return True
        return any(isinstance(decorator, ast.Call) and last_name(decorator) in ('dataclass', 'define', 's')
                   and any(keyword.arg == 'slots' and getattr(keyword.value, 'value', None) is True
                           for keyword in decorator.keywords) for decorator in self.node.decorator_list)

    def own_name(self, method):
        """How a method calls the instance; None for a static or a class method."""
        if any(last_name(decorator) in ('staticmethod', 'classmethod') for decorator in method.decorator_list):
            return None
        return method.args.args[0].arg if method.args.args else None

    def assigned(self):
        """Attributes set on the instance: [(name, line, method)], those of __init__ first, each once."""
        found = {}
        order = sorted(self.methods.values(), key=lambda method: (method.name != '__init__', method.lineno))
        for method in order:
            own = self.own_name(method)
            for node in ast.walk(method):
                if (isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and own
                        and isinstance(node.value, ast.Name) and node.value.id == own and node.attr not in found):
                    found[node.attr] = (node.attr, node.lineno, method.name)
        return list(found.values())


class File:
    """All classes of a text, by dotted name; the last one of a name counts."""

    def __init__(self, text):
        self.text = text
        self.tree = ast.parse(text)
        self.classes = {}
        self.calls = {node.targets[0].id: node.value for node in statements(self.tree.body)
                      if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
                      and isinstance(node.value, ast.Call)}
        self.add(self.tree.body, '')

    def add(self, body, prefix):
        for node in statements(body):
            if isinstance(node, ast.ClassDef):
                self.classes[prefix + node.name] = Class(node, prefix + node.name)
                self.add(node.body, prefix + node.name + '.')
            elif (not prefix and isinstance(node, ast.Assign) and isinstance(node.value, ast.Name)
                  and node.value.id in self.classes and isinstance(node.targets[0], ast.Name)):
                self.classes[node.targets[0].id] = self.classes[node.value.id]

    def find(self, name):
        return self.classes.get(name)

    def lineage(self, cls):
        """The class and its bases of the same file, nearest first."""
        line, seen = [cls], {cls}
        for one in line:
            for base in one.bases:
                found = self.classes.get(base or '')
                if found is not None and found not in seen:
                    seen.add(found)
                    line.append(found)
        return line

    def subclasses(self, cls):
        return [one for one in dict.fromkeys(self.classes.values()) if one is not cls and cls in self.lineage(one)]


# ---------------------------------------------------------------- how one is made

class Parameter:
    def __init__(self, name, annotation, default, keyword):
        self.name, self.annotation, self.default, self.keyword = name, annotation, default, keyword


def of_function(function):
    """Parameters after the first, and whether they are all that it takes."""
    args = function.args
    named = (getattr(args, 'posonlyargs', []) + args.args)[1:]
    defaults = [None] * (len(named) - len(args.defaults)) + list(args.defaults)[-len(named):] if named else []
    found = [Parameter(one.arg, one.annotation, default, False) for one, default in zip(named, defaults)]
    found += [Parameter(one.arg, one.annotation, default, True) for one, default in zip(args.kwonlyargs, args.kw_defaults)]
    return found, args.vararg is None and args.kwarg is None


def field_default(node):
    """What stands for a field's default; the field itself where a call of field() may give one."""
    value = node.value
    if isinstance(value, ast.Call) and last_name(value) in ('field', 'Field', 'ib', 'attrib'):
        if not any(keyword.arg in ('default', 'default_factory', 'factory') for keyword in value.keywords):
            if not (last_name(value) in ('Field', 'ib', 'attrib') and value.args):
                return None
    return value


ATTRS = {'define', 'mutable', 'frozen', 'attrs', 's', 'attributes'}


def says(call, name):
    """Whether a call has the keyword @name with a constant True."""
    return isinstance(call, ast.Call) and any(one.arg == name and getattr(one.value, 'value', None) is True
                                              for one in call.keywords)


def fields_of(cls, in_order):
    """Parameters that a constructor made from fields takes for those of this body."""
    by_name = not in_order or any(says(one, 'kw_only') for one in cls.node.decorator_list)
    written = dict(cls.annotated)
    if ATTRS & set(cls.decorators):
        written.update(cls.attribs)
    for name, node in sorted(written.items(), key=lambda item: item[1].lineno):
        annotation = getattr(node, 'annotation', None)
        if annotation is not None and last_name(annotation) == 'KW_ONLY':
            by_name = True
        elif not any(isinstance(node.value, ast.Call) and one.arg == 'init'
                     and getattr(one.value, 'value', None) is False for one in getattr(node.value, 'keywords', [])):
            keyword = by_name or says(node.value, 'kw_only')
            name = name.lstrip('_') if ATTRS & set(cls.decorators) else name
            yield Parameter(name, annotation, field_default(node), keyword)


def constants(node):
    """Texts of a list or tuple display, or the words of one text."""
    if isinstance(node, (ast.List, ast.Tuple)):
        return [getattr(one, 'value', getattr(one, 's', '?')) for one in node.elts]
    return str(getattr(node, 'value', getattr(node, 's', ''))).replace(',', ' ').split()


def named_fields(file, base):
    """Parameters of a base that is a call of namedtuple or NamedTuple, or a name of one; None for others."""
    call = file.calls.get(dotted(base)) if isinstance(base, ast.Name) else base
    if not isinstance(call, ast.Call) or last_name(call) not in ('namedtuple', 'NamedTuple') or len(call.args) < 2:
        return None
    if last_name(call) == 'NamedTuple':
        pairs = [one.elts for one in getattr(call.args[1], 'elts', []) if isinstance(one, ast.Tuple)]
        return [Parameter(getattr(one[0], 'value', getattr(one[0], 's', '?')), one[1], None, False) for one in pairs]
    names = constants(call.args[1])
    given = [one.value for one in call.keywords if one.arg == 'defaults']
    defaults = list(getattr(given[0], 'elts', [])) if given else []
    defaults = [None] * (len(names) - len(defaults)) + defaults
    return [Parameter(name, None, default, False) for name, default in zip(names, defaults)]


def parameters(file, cls):
    """What making an instance takes: (parameters, whether that is sure)."""
    lineage = file.lineage(cls)
    for one in lineage:
        for name in ('__init__', '__new__'):
            if name in one.methods:
                return of_function(one.methods[name])
        for base in one.node.bases:
            fields = named_fields(file, base)
            if fields is not None:
                return fields, True
        if one.is_dataclass:
            break
    in_order = any(one.is_dataclass or set(one.decorators) & ATTRS
                   or 'NamedTuple' in [(base or '').rpartition('.')[2] for base in one.bases] for one in lineage)
    fields = {}
    for one in reversed(lineage):  # a base from elsewhere, pydantic's say, takes them by name
        fields.update((found.name, found) for found in fields_of(one, in_order))
    return sorted(fields.values(), key=lambda one: one.keyword), True


def simple_value(kind, name):
    """An expression in i of a built-in or well-known type; None for a type that is not known."""
    values = {'int': 'i', 'float': 'i * 1.5', 'str': "f'%s-{i}'" % name, 'bool': 'i % 2 == 0', 'bytes': "b'%d' % i",
              'complex': 'i * 1j', 'object': 'object()', 'Any': 'i', 'None': 'None', 'Decimal': 'Decimal(i)',
              'Fraction': 'Fraction(i)', 'UUID': 'UUID(int=i)', 'Path': "Path(f'%s-{i}')" % name,
              'date': 'date(2026, 1, 1)', 'datetime': 'datetime(2026, 1, 1)', 'timedelta': 'timedelta(i)'}
    if kind in ('list', 'List', 'Sequence', 'Iterable', 'Collection', 'MutableSequence'):
        return '[]'
    if kind in ('dict', 'Dict', 'Mapping', 'MutableMapping'):
        return '{}'
    if kind in ('set', 'Set', 'frozenset', 'FrozenSet'):
        return '%s()' % kind.lower()
    if kind in ('tuple', 'Tuple'):
        return '()'
    return values.get(kind)


def of_annotation(file, node, name, depth):
    if isinstance(node, ast.Constant) and isinstance(node.value, str) or type(node).__name__ == 'Str':
        try:
            node = ast.parse(getattr(node, 'value', getattr(node, 's', '')), mode='eval').body
        except SyntaxError:
            return None
    if isinstance(node, ast.BinOp):
        return of_annotation(file, node.left, name, depth)
    if isinstance(node, ast.Subscript):
        kind = last_name(node.value)
        inner = getattr(node.slice, 'value', node.slice) if type(node.slice).__name__ == 'Index' else node.slice
        if kind in ('Optional', 'Annotated', 'Final', 'Required', 'NotRequired', 'InitVar'):
            return of_annotation(file, inner.elts[0] if isinstance(inner, ast.Tuple) else inner, name, depth)
        if kind == 'Union' and isinstance(inner, ast.Tuple):
            return of_annotation(file, inner.elts[0], name, depth)
        if kind == 'Literal':
            first = inner.elts[0] if isinstance(inner, ast.Tuple) else inner
            return repr(ast.literal_eval(first))
        return simple_value(kind, name)
    written = dotted(node)
    if written in file.classes and depth > 0:
        return suggest(file, file.classes[written], depth - 1)
    value = simple_value((written or '').rpartition('.')[2], name)
    if value and written and '.' in written and value.startswith(written.rpartition('.')[2] + '('):
        return written.rpartition('.')[0] + '.' + value
    return value


def of_name(name):
    if REAL_NAMES.search(name):
        return 'i * 1.5'
    return 'i' if NUMBER_NAMES.search(name) else "f'%s-{i}'" % name


def suggest(file, cls, depth=DEPTH):
    """An expression that makes instance number i."""
    if any((base or '').rpartition('.')[2] in ('Enum', 'IntEnum', 'Flag', 'IntFlag', 'StrEnum') for base in cls.bases):
        return 'list(%s)[i %% len(%s)]' % (cls.qualname, cls.qualname)
    words = []
    for one in parameters(file, cls)[0]:
        if one.default is not None:
            continue
        value = of_annotation(file, one.annotation, one.name, depth) if one.annotation is not None else of_name(one.name)
        words.append(('%s=' % one.name if one.keyword else '') + (value or 'None'))
    return '%s(%s)' % (cls.qualname, ', '.join(words))
