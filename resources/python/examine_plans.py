# SPDX-License-Identifier: GPL-3.0-or-later
"""The last third of what examines a class: the same class stored otherwise, as the file would say it."""

import difflib


class Refused(Exception):
    """Why a plan can't be made of a class."""


def segment(file, node):
    return ast.get_source_segment(file.text, node)


def own_parameters(file, cls):
    """The constructor's parameters where all it does is to keep them under their names; Refused otherwise."""
    if '__init__' not in cls.methods:
        if cls.is_dataclass and cls.annotated:
            return parameters(file, cls)[0]
        raise Refused('it has no __init__ that says what an instance keeps')
    init = cls.methods['__init__']
    found, whole = of_function(init)
    kept = {}
    for node in init.body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            continue
        target = (node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1
                  else node.target if isinstance(node, ast.AnnAssign) else None)
        if not (isinstance(target, ast.Attribute) and dotted(target.value) == cls.own_name(init)
                and isinstance(node.value, ast.Name)):
            raise Refused('line %d: its __init__ does more than to keep its arguments' % node.lineno)
        kept[target.attr] = node.value.id
    if not whole or [(one.name, one.name) for one in found] != list(kept.items()):
        raise Refused('its __init__ does not keep each argument under its own name, in order')
    return found


class Edit:
    """Lines taken out and put in, by their numbers in the original."""

    def __init__(self, file):
        self.file = file
        self.lines = file.text.splitlines(True)
        self.out, self.before = set(), {}

    def remove(self, node):
        first = min([node.lineno] + [one.lineno for one in getattr(node, 'decorator_list', [])])
        self.out.update(range(first, node.end_lineno + 1))

    def insert(self, line, text):
        self.before.setdefault(line, []).append(text + '\n')

    def add_import(self, module):
        for node in self.file.tree.body:
            if isinstance(node, ast.Import) and any(one.name == module and one.asname is None for one in node.names):
                return
        line = 1
        for index, node in enumerate(self.file.tree.body):
            docstring = index == 0 and isinstance(node, ast.Expr) and isinstance(getattr(node.value, 'value', None), str)
            if docstring or isinstance(node, ast.ImportFrom) and node.module == '__future__':
                line = node.end_lineno + 1
        self.before.setdefault(line, []).insert(0, 'import %s\n' % module)

    def text(self):
        made = []
        for number, line in enumerate(self.lines + [''], 1):
            made += self.before.get(number, [])
            if number not in self.out:
                made.append(line if line.endswith('\n') or not line else line + '\n')
        return ''.join(made)


def body_start(cls):
    """The first statement after the docstring, and the indentation of the body."""
    body = cls.node.body
    if body[0].lineno == cls.node.lineno or body[0].lineno == cls.node.body[0].lineno and any(
            one.lineno == body[0].lineno for one in cls.node.bases):
        raise Refused('its body stands on the line of its name')
    first = body[0]
    is_text = isinstance(first, ast.Expr) and isinstance(getattr(first.value, 'value', None), str)
    line = first.end_lineno + 1 if is_text else min([first.lineno] + [one.lineno for one in getattr(first, 'decorator_list', [])])
    return line, ' ' * first.col_offset


def drop_slots(edit, cls):
    if cls.slots is not None:
        edit.remove(cls.slots)


def keep_a_body(edit, cls, line, indent):
    if all(set(range(node.lineno, node.end_lineno + 1)) <= edit.out for node in cls.node.body) and not edit.before.get(line):
        edit.insert(line, indent + 'pass')


def plan_slots(file, cls, hazards):
    if cls.is_slotted:
        raise Refused('it is slotted')
    if any(base not in ('object', 'ABC', 'abc.ABC', 'Generic', 'typing.Generic', 'Protocol')
           and not (base in file.classes and file.classes[base].is_slotted) for base in cls.bases):
        raise Refused('a base of it has no __slots__, so that every instance keeps a __dict__')
    names = list(cls.annotated) if cls.is_dataclass else []
    names += [name for name, line, method in cls.assigned() if name not in names and name not in cls.properties]
    for name in names:
        if name in cls.variables or name in cls.methods:
            raise Refused('%r is a class variable and would be a slot: Python refuses that' % name)
    if cls.cached or any(one['kind'] == 'dict' for one in hazards):
        names.append('__dict__')
    if any(one['kind'] == 'weakref' for one in hazards):
        names.append('__weakref__')
    edit = Edit(file)
    line, indent = body_start(cls)
    edit.insert(line, '%s__slots__ = (%s)' % (indent, ''.join('%r, ' % name for name in names).rstrip(' ')
                                              if len(names) < 2 else ', '.join(map(repr, names))))
    return edit.text()


def write_fields(file, edit, cls, found):
    """The constructor gives way to annotated fields; an annotated field of a dataclass stays as it is."""
    if '__init__' not in cls.methods:
        return
    init = cls.methods['__init__']
    edit.remove(init)
    indent = ' ' * init.col_offset
    for one in found:
        annotation = segment(file, one.annotation) if one.annotation is not None else 'object'
        default = ''
        if one.default is not None:
            if isinstance(one.default, (ast.List, ast.Dict, ast.Set, ast.Call)):
                raise Refused('the default of %r is made anew for each class, not for each instance' % one.name)
            default = ' = ' + segment(file, one.default)
        edit.insert(init.lineno, '%s%s: %s%s' % (indent, one.name, annotation, default))


def plan_dataclass(file, cls, arguments):
    if cls.is_dataclass and not arguments:
        raise Refused('it is one')
    if cls.is_dataclass and cls.is_slotted:
        raise Refused('it is slotted')
    edit = Edit(file)
    if cls.is_dataclass:
        decorator = [one for one in cls.node.decorator_list if last_name(one) == 'dataclass'][0]
        written = segment(file, decorator)
        if isinstance(decorator, ast.Call):
            written = written.rstrip()[:-1].rstrip(', ') + (', ' if decorator.args or decorator.keywords else '') + arguments[1:]
        else:
            written += arguments
        edit.out.update(range(decorator.lineno, decorator.end_lineno + 1))
        edit.insert(decorator.lineno, '%s@%s' % (' ' * cls.node.col_offset, written))
        return edit.text()
    if cls.node.bases or cls.node.decorator_list or cls.node.keywords:
        raise Refused('it has bases or decorators of its own')
    body_start(cls)
    edit.insert(cls.node.lineno, '%s@dataclasses.dataclass%s' % (' ' * cls.node.col_offset, arguments))
    found = own_parameters(file, cls)
    drop_slots(edit, cls)
    write_fields(file, edit, cls, found)
    edit.add_import('dataclasses')
    return edit.text()


def plan_namedtuple(file, cls):
    if cls.node.bases or cls.node.keywords or [one for one in cls.decorators if one != 'dataclass']:
        raise Refused('it has bases or decorators of its own')
    found = own_parameters(file, cls)
    for name, line, method in cls.assigned():
        if method != '__init__':
            raise Refused('line %d: %s sets %r, and a tuple does not change' % (line, method, name))
    if any(one.name.startswith('_') for one in found):
        raise Refused('a field of a NamedTuple may not begin with _')
    if any(one.default is not None and one.default is not False and isinstance(one.default, ast.Call) for one in found):
        raise Refused('a field has a default that is made for each instance')
    edit = Edit(file)
    line, indent = body_start(cls)
    first = cls.node.body[0]
    start = min([cls.node.lineno] + [one.lineno for one in cls.node.decorator_list])
    edit.out.update(range(start, min([first.lineno] + [one.lineno for one in getattr(first, 'decorator_list', [])])))
    edit.insert(start, '%sclass %s(typing.NamedTuple):' % (' ' * cls.node.col_offset, cls.name))
    drop_slots(edit, cls)
    write_fields(file, edit, cls, found)
    edit.add_import('typing')
    return edit.text()


def bound_values(file, cls, factory):
    """The value of each field, as the factory hands it over."""
    call = ast.parse(factory, mode='eval').body
    if not isinstance(call, ast.Call) or dotted(call.func) not in file.classes or file.classes[dotted(call.func)] is not cls:
        raise Refused('the factory does not call the class itself')
    found = own_parameters(file, cls)
    given = {}
    if any(isinstance(one, ast.Starred) for one in call.args) or any(one.arg is None for one in call.keywords):
        raise Refused('the factory unpacks its arguments')
    for one, value in zip(found, call.args):
        given[one.name] = ast.get_source_segment(factory, value)
    for keyword in call.keywords:
        given[keyword.arg] = ast.get_source_segment(factory, keyword.value)
    for one in found:
        if one.name not in given and isinstance(one.default, ast.Constant):
            given[one.name] = segment(file, one.default)
        if one.name not in given:
            raise Refused('the factory gives no %r' % one.name)
    return [(one.name, given[one.name]) for one in found]


def plan_tuple(file, cls, factory):
    values = [value for name, value in bound_values(file, cls, factory)]
    return '(%s)' % (values[0] + ',' if len(values) == 1 else ', '.join(values))


def plan_dict(file, cls, factory):
    return '{%s}' % ', '.join('%r: %s' % one for one in bound_values(file, cls, factory))


def plans(file, cls, factory, hazards, name):
    """Every plan in order: what it is called, its text or factory, a diff, or why it can't be."""
    makers = [('__slots__', lambda: (plan_slots(file, cls, hazards), None)),
              ('dataclass', lambda: (plan_dataclass(file, cls, ''), None)),
              ('dataclass(slots=True)', lambda: (plan_dataclass(file, cls, '(slots=True)'), None)),
              ('NamedTuple', lambda: (plan_namedtuple(file, cls), None)),
              ('tuple', lambda: (None, plan_tuple(file, cls, factory))),
              ('dict', lambda: (None, plan_dict(file, cls, factory)))]
    for plan, make in makers:
        one = {'plan': plan, 'text': None, 'factory': factory, 'diff': None, 'refused': None}
        try:
            if not hasattr(ast, 'get_source_segment'):
                raise Refused('the interpreter that reads the file is older than 3.8')
            one['text'], other = make()
            one['factory'] = other or factory
            if one['text'] is not None:
                ast.parse(one['text'])
                one['diff'] = ''.join(difflib.unified_diff(file.text.splitlines(True), one['text'].splitlines(True),
                                                           'a/' + name, 'b/' + name))
        except Refused as why:
            one['refused'] = str(why)
        except SyntaxError:
            one.update(text=None, refused='its source is written in a way that this program can not rewrite')
        yield one
