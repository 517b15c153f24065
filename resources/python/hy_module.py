# SPDX-License-Identifier: GPL-3.0-or-later
"""One file: its text, its tree, and where in it things stand."""
import ast
import io
import os
import tokenize

from hy_machine import Env

LONGEST_EXCERPT = 160
MOST_SOURCE = 100000  # characters of a class statement that are passed on


class SourceError(Exception):
    """A file that can't be read as Python: code is one of the reply's error codes."""

    def __init__(self, code, message, line=0, column=0, excerpt=None):
        Exception.__init__(self, code, message)
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.excerpt = excerpt


class Module(object):
    def __init__(self, path, name, text, tree):
        self.path = path
        self.name = name
        self.text = text
        self.tree = tree
        self.lines = text.split('\n')
        self.env = Env(self)
        self.statements = {}
        self.complete = False
        self.starred = False
        self.since = None

    def imported_as(self):
        """Its `__name__`: files are read as an import reads them, not as programs."""
        if self.name or not self.path:
            return self.name or '__main__'
        folder, file = os.path.split(os.path.abspath(self.path))
        names = [os.path.splitext(file)[0]]
        while os.path.exists(os.path.join(folder, '__init__.py')) and os.path.dirname(folder) != folder:
            folder, package = os.path.split(folder)
            names.insert(0, package)
        return '.'.join(names[:-1] if names[-1] == '__init__' and names[1:] else names)

    def segment(self, node):
        """Source text of a node; to the end of its line where the parser does not say where it ends."""
        first = getattr(node, 'lineno', 0) - 1
        if not 0 <= first < len(self.lines):
            return type(node).__name__
        last = getattr(node, 'end_lineno', None)
        start = node.col_offset
        if last is None or getattr(node, 'end_col_offset', None) is None:
            return guess_end(self.lines[first].encode('utf-8')[start:].decode('utf-8', 'replace'))
        if last - first > 40:
            return self.lines[first].encode('utf-8')[start:].decode('utf-8', 'replace')
        rows = [self.lines[n].encode('utf-8') for n in range(first, min(last, len(self.lines)))]
        rows[-1] = rows[-1][:node.end_col_offset]
        rows[0] = rows[0][start:]
        return b'\n'.join(rows).decode('utf-8', 'replace')

    def source_of(self, node):
        """Text of a class statement with its decorators."""
        first = min([node.lineno] + [d.lineno for d in node.decorator_list])
        last = getattr(node, 'end_lineno', None) or last_line(node)
        text = '\n'.join(self.lines[first - 1:last])
        return text if len(text) <= MOST_SOURCE else None

    def class_line(self, node):
        """Line of the `class` keyword: before 3.8 the parser gives that of the first decorator."""
        line = node.lineno
        if node.decorator_list and node.decorator_list[0].lineno <= line:
            line = max(line, max(last_line(d) for d in node.decorator_list))
            while line <= len(self.lines) and not self.lines[line - 1].lstrip().startswith('class'):
                line += 1
        return line if line <= len(self.lines) else node.lineno

    def static_attributes(self, node):
        """What the compiler of 3.13+ keeps: names stored on `self` anywhere in functions of the class body."""
        found = set()
        for part in node.body:
            collect_static(part, found, False)
        return sorted(found)


def guess_end(text):
    text = text.rstrip().rstrip(':')
    depth = 0
    for index, char in enumerate(text):
        depth += (char in '([{') - (char in ')]}')
        if depth < 0:
            return text[:index]
    return text


def last_line(node):
    return max([getattr(n, 'lineno', 0) for n in ast.walk(node)] or [0])


def collect_static(node, found, inside):
    """codegen.c and compile.c, _PyCompile_MaybeAddStaticAttributeToClass (3.13+): a Store to an attribute of the name
    `self`, in any scope within the class body. Augmented assignment and annotation without value store otherwise."""
    todo = [(node, inside)]
    while todo:
        part, within = todo.pop()
        if isinstance(part, ast.ClassDef):
            around = part.bases + part.keywords + part.decorator_list
            todo.extend((p, within) for p in around)
            continue
        if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store) and within and \
                isinstance(part.value, ast.Name) and part.value.id == 'self':
            found.add(part.attr)
        if isinstance(part, ast.AugAssign):
            todo.append((part.value, within))
            if not isinstance(part.target, ast.Name):
                todo.append((part.target.value, within))
            continue
        if isinstance(part, ast.AnnAssign) and part.value is None:
            continue
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            body = part.body if isinstance(part.body, list) else [part.body]
            todo.extend((p, True) for p in body)
            todo.extend((p, within) for p in getattr(part, 'decorator_list', []))
            continue
        scope = isinstance(part, (ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp))
        todo.extend((p, within or scope) for p in ast.iter_child_nodes(part))


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)


def uses_class_cell(node):
    """Whether functions in the body of a class name it, by super or __class__. Source: Python/symtable.c,
    symtable_visit_expr."""
    todo = [(part, False) for part in node.body]
    while todo:
        part, inside = todo.pop()
        if isinstance(part, ast.Name) and part.id in ('super', '__class__') and inside:
            return True
        if isinstance(part, ast.ClassDef):
            todo.extend((p, inside) for p in part.bases + part.keywords + part.decorator_list)
        else:
            todo.extend((p, inside or isinstance(part, FUNCTIONS)) for p in ast.iter_child_nodes(part))
    return False


def has_future_annotations(module):
    """Whether annotations of the file are texts, kept in a dict. Source: PEP 563."""
    return any(isinstance(n, ast.ImportFrom) and n.module == '__future__' and any(a.name == 'annotations' for a in n.names)
               for n in module.tree.body)


def decode(data):
    """Text of a source file, by its BOM or cookie."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError as error:
        raise SourceError('encoding', str(error.msg or error), 1)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b'\n', 0, error.start) + 1
        start = data.rfind(b'\n', 0, error.start) + 1
        raise SourceError('encoding', 'byte 0x%02x is not %s' % (data[error.start], encoding), line,
                          error.start - start + 1)
    except (LookupError, ValueError) as error:
        raise SourceError('encoding', str(error), 1)
    return text.lstrip('\ufeff') if text.startswith('\ufeff') else text


def around(column, line):
    """A long line cut to what stands about a column, and the column in that."""
    if len(line) <= LONGEST_EXCERPT:
        return column, line
    start = max(min(column - LONGEST_EXCERPT // 2, len(line) - LONGEST_EXCERPT), 0)
    return max(column - start, 0), line[start:start + LONGEST_EXCERPT]


def parse(data):
    text = decode(data).replace('\r\n', '\n').replace('\r', '\n')
    if '\0' in text:
        line = text.count('\n', 0, text.index('\0')) + 1
        raise SourceError('syntax', 'source code cannot contain null bytes', line)
    if not text.strip():
        raise SourceError('empty', 'the file is empty')
    try:
        return text, ast.parse(text.encode('utf-8', 'surrogatepass').decode('utf-8', 'replace'))
    except SyntaxError as error:
        excerpt = (error.text or '').rstrip('\n')
        lines = text.split('\n')
        line = error.lineno or 0
        if not excerpt and 0 < line <= len(lines):
            excerpt = lines[line - 1]
        column, excerpt = around(max(error.offset or 0, 0), excerpt)
        raise SourceError('syntax', error.msg, line, column, excerpt)
    except (RecursionError, MemoryError):
        raise SourceError('complex', 'nested too deeply to be parsed')
    except ValueError as error:
        raise SourceError('syntax', str(error))
