# SPDX-License-Identifier: GPL-3.0-or-later
"""Size and form of the sources: files and functions that fit a head, licences, no unfinished work."""

import ast
import re

import house

FILE_LINES = 500
FUNCTION_LINES = 60
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
C_FILES = ('src/**/*.c', 'src/**/*.h', 'tests/**/*.c', 'tests/**/*.h', 'bench/**/*.c')
PYTHON_FILES = ('resources/**/*.py', 'tests/**/*.py', 'build-aux/**/*.py', 'bench/**/*.py')
SHELL_FILES = ('dev', '.ci/run', 'build-aux/*.sh', 'build-aux/on-display', 'tests/**/*.sh')
# Files that are input of tests, and so free of our rules.
DATA = 'tests/data/'


def ours(*patterns):
    return [path for path in house.files(*patterns) if not house.name(path).startswith(DATA)]


def check_files():
    for path in ours(*C_FILES, *PYTHON_FILES, *SHELL_FILES):
        length = len(path.read_text(encoding='utf-8').splitlines())
        if length >= FILE_LINES and not path.name.endswith('-table.c'):
            yield f'{house.name(path)}: {length} lines'


def check_c_functions():
    for path in ours(*C_FILES):
        start, head = None, ''
        for number, line in house.lines(path):
            if line == '{' and head.rstrip().endswith(')'):
                start = number
            elif line.startswith('}'):
                if start is not None and number - start + 1 > FUNCTION_LINES:
                    yield f'{house.name(path)}:{start}: a function of {number - start + 1} lines'
                start = None
            head = line or head


def check_python_functions():
    for path in ours(*PYTHON_FILES):
        for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                length = node.end_lineno - node.lineno + 1
                if length > FUNCTION_LINES:
                    yield f'{house.name(path)}:{node.lineno}: {node.name} has {length} lines'


def check_licence():
    for path in ours(*C_FILES, *PYTHON_FILES, *SHELL_FILES):
        first = path.read_text(encoding='utf-8').split('\n', 2)[:2]
        if not any(LICENCE in line for line in first):
            yield f'{house.name(path)}: no licence line at the top'


def check_pragma():
    for path in ours('src/**/*.h', 'tests/**/*.h'):
        if '#pragma once' not in path.read_text(encoding='utf-8'):
            yield f'{house.name(path)}: no #pragma once'


def complaints(pattern, paths):
    expression = re.compile(pattern)
    for path in paths:
        for number, line in house.lines(path):
            if expression.search(line):
                yield f'{house.name(path)}:{number}: {line.strip()[:100]}'


def check_unfinished():
    words = '|'.join(('TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'))
    return complaints(rf'\b({words})\b', ours(*C_FILES, *PYTHON_FILES, *SHELL_FILES, 'ui/*', 'data/**/*.in', '*.md',
                                                *['*/' * depth + 'meson.build' for depth in range(4)]))


def check_machine_paths():
    """No path of the machine that somebody happened to work on."""
    folders = '|'.join(('roo' + 't', 'wor' + 'k', 'opt/' + 'pythons'))
    texts = [path for path in house.files('*', '*/**/*', '.ci/*')
             if path.suffix not in ('.png', '.mo', '.pdf') and path.name != 'LICENSE']
    return complaints(rf'(?<![\w.)}}$])/({folders})/', [path for path in texts if is_text(path)])


def is_text(path):
    try:
        path.read_text(encoding='utf-8')
    except UnicodeDecodeError:
        return False
    return True


house.report([
    (f'files under {FILE_LINES} lines', check_files),
    (f'C functions of at most {FUNCTION_LINES} lines', check_c_functions),
    (f'Python functions of at most {FUNCTION_LINES} lines', check_python_functions),
    ('a licence line in each source', check_licence),
    ('headers are included once', check_pragma),
    ('no marks of unfinished work', check_unfinished),
    ('no paths of one machine', check_machine_paths),
])
