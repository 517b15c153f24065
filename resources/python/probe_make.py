# SPDX-License-Identifier: GPL-3.0-or-later
"""The first half of the probe: the way back, the user's file, and the functions that make its instances.

probe.py says what the whole is, and follows this text in the same namespace.
"""

import ast
import fcntl
import importlib
import importlib.machinery
import importlib.util
import json
import os
import sys
import types
from gc import get_objects

FACTORY = '<factory>'
CLOSED = 113  # exit status that says: the way back is closed


class Failure(Exception):
    """What went wrong in the user's code, for the reply."""

    def __init__(self, phase, error):
        Exception.__init__(self, phase)
        self.phase, self.error = phase, error


class blaming:
    """Around the user's code: whatever is raised becomes a Failure of the phase."""

    def __init__(self, phase):
        self.phase = phase

    def __enter__(self):
        pass

    def __exit__(self, kind, error, trace):
        if error is not None and not isinstance(error, Failure):
            raise Failure(self.phase, error)


class Reply:
    """The way back, on a descriptor of its own that neither the file nor a fork of it can mistake for another."""

    def __init__(self, token):
        self.token = token
        self.pid = os.getpid()
        self.fd = fcntl.fcntl(3, fcntl.F_DUPFD_CLOEXEC, 64)
        os.close(3)
        self.write, self.getpid, self.dumps, self.exit = os.write, os.getpid, json.dumps, os._exit

    def send(self, event, **members):
        if self.getpid() != self.pid:
            self.exit(0)
        members['event'] = event
        data = (self.token + self.dumps(members) + '\n').encode('ascii')
        try:
            while data:
                data = data[self.write(self.fd, data):]
        except OSError:
            self.exit(CLOSED)


# ---------------------------------------------------------------- loading

def levels_up(path, text):
    """How many folders the file's relative imports climb: it may lie in packages without an __init__.py."""
    try:
        if text is None:
            with open(path, 'rb') as file:
                text = file.read()
        nodes = ast.walk(ast.parse(text))
    except (OSError, SyntaxError, ValueError, RecursionError):
        return 0
    return max([node.level or 0 for node in nodes if isinstance(node, ast.ImportFrom)] + [0])


def place(path, text):
    """Folder for sys.path and the dotted name under which a file is imported, as by `python -m`."""
    folder, name = os.path.split(os.path.abspath(path))
    stem = os.path.splitext(name)[0]
    parts = [] if stem == '__init__' else [stem]
    levels = levels_up(path, text)
    while os.path.isfile(os.path.join(folder, '__init__.py')) or levels > 0 and folder != os.sep:
        folder, package = os.path.split(folder)
        parts.insert(0, package)
        levels -= 1
    return folder, '.'.join(parts)


def load(request):
    """The file's code object and a function that runs it in a new module."""
    path = os.path.abspath(request['file'])
    folder, name = place(path, request.get('text'))
    sys.path.insert(0, folder)
    if os.path.dirname(path) != folder:
        sys.path.append(os.path.dirname(path))
    sys.argv = [path]
    if '.' in name:
        importlib.import_module(name.rpartition('.')[0])
    elif name in sys.modules:
        name = 'heapyard_' + name
    loader = importlib.machinery.SourceFileLoader(name, path)
    spec = importlib.util.spec_from_file_location(name, path, loader=loader)
    if request.get('text') is None:
        code = loader.get_code(name)
    else:
        code = compile(request['text'], path, 'exec', dont_inherit=True)

    def run():
        module = importlib.util.module_from_spec(spec)
        module.__file__ = path
        sys.modules[name] = module
        exec(code, module.__dict__)
        return module
    return run


def find_class(module, qualname):
    thing = module
    for part in qualname.split('.'):
        thing = getattr(thing, part)
    return thing


def count_made(kind):
    """How many instances of a class there are: the file itself may have made some before any is measured."""
    return sum(1 for thing in get_objects() if type(thing) is kind)


class Modules:
    """The file run three times over: to warm the code on, to rehearse with, and to measure in. A file that can't be
    run again, or that gives the same class each time, is measured at its first run, unrehearsed."""

    def __init__(self, request, reply):
        reply.send('phase', phase='import')
        with blaming('import'):
            run = load(request)
            self.measured = run()
        self.twin = self.rehearsal = None
        name = self.measured.__name__
        try:
            second, third = run(), run()
        except BaseException:
            sys.modules[name] = self.measured
            return
        if not self.same_class(request, self.measured, second):
            self.twin, self.rehearsal, self.measured = self.measured, second, third

    @staticmethod
    def same_class(request, first, second):
        if request['class'] is None:
            return False
        with blaming('class'):
            return find_class(first, request['class']) is find_class(second, request['class'])


# ---------------------------------------------------------------- making

def hoisted(body):
    """Replaces what a call or a display is made of by v[0], v[1] ...; returns those expressions, or None."""
    places = []
    if isinstance(body, ast.Call):
        for index, argument in enumerate(body.args):
            if isinstance(argument, ast.Starred):
                places.append((argument, 'value', None))
            else:
                places.append((body, 'args', index))
        places += [(keyword, 'value', None) for keyword in body.keywords]
    elif isinstance(body, (ast.Tuple, ast.List, ast.Set)):
        places += [(body, 'elts', index) for index in range(len(body.elts))]
        if any(isinstance(item, ast.Starred) for item in body.elts):
            return None
    elif isinstance(body, ast.Dict):
        if any(key is None for key in body.keys):
            return None
        places += [(body, 'values', index) for index in range(len(body.values))]
    else:
        return None
    values = []
    for node, field, index in places:
        stand_in = parse('v[%d]' % len(values))
        if index is None:
            values.append(getattr(node, field))
            setattr(node, field, stand_in)
        else:
            values.append(getattr(node, field)[index])
            getattr(node, field)[index] = stand_in
    return values


def parse(expression):
    return ast.parse(expression, mode='eval').body


def function_of(parameter, frame, field, body):
    """The code object of a function that returns @body, or @frame with @body in @field."""
    tree = ast.parse('def made(%s): return None' % parameter)
    if frame:
        whole = parse(frame)
        setattr(whole, field, body)
        body = whole
    tree.body[0].body[0].value = body
    code = compile(ast.fix_missing_locations(tree), FACTORY, 'exec', dont_inherit=True)
    return [const for const in code.co_consts if isinstance(const, types.CodeType)][0]


class Factory:
    """The factory expression, compiled three ways; each is bound to a module's namespace when used."""

    def __init__(self, expression):
        with blaming('factory'):
            compile(expression, FACTORY, 'eval')
            self.all_code = function_of('n', '[None for i in range(n)]', 'elt', parse(expression))
            body = parse(expression)
            values = hoisted(body)
            self.values_apart = values is not None
            self.make_code = function_of('v' if self.values_apart else 'i', None, None, body)
            self.values_code = function_of('i', None, None, ast.Tuple(elts=values, ctx=ast.Load())
                                           if self.values_apart else parse('i'))

    def bind(self, module):
        """The functions make (values), values (i) and make_all (n), as if written in @module."""
        names = module.__dict__
        return (types.FunctionType(self.make_code, names), types.FunctionType(self.values_code, names),
                types.FunctionType(self.all_code, names))


def check_made(request, module, thing):
    if request['class'] is None:
        return
    wanted = find_class(module, request['class'])
    if isinstance(wanted, type) and not isinstance(thing, wanted):
        raise Failure('factory', TypeError('the expression makes a %s, not a %s'
                                           % (type(thing).__name__, request['class'])))
