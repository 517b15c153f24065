#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what the describer makes of arguments to the library's constructors (hy_arguments.py) against the interpreter that
runs this: what it says is made must be made; what Python refuses must be doubted. TAP."""
import importlib
import sys

from describing import check_all, described

# (base, arguments, whether Python makes it)
CASES = [
    ('int', '', True), ('int', '5', True), ('int', '5, 6, 7', False), ('int', 'a=1', False),
    ('float', '1.5', True), ('float', '1.5, 2', False), ('str', '"a"', True), ('str', '"a", 1, 2, 3', False),
    ('bytes', 'b"a"', True), ('tuple', '(1, 2)', True), ('tuple', '1, 2', False), ('tuple', '5', False),
    ('frozenset', '"ab"', True), ('frozenset', '5', False), ('list', '(1, 2)', True), ('list', '1, 2', False),
    ('list', '5', False), ('list', '"ab"', True), ('set', '[1]', True), ('set', '1.5', False),
    ('dict', '', True), ('dict', 'a=1', True), ('dict', '{"a": 1}', True), ('dict', '{}, {}', False), ('dict', '5', False),
    ('bytearray', 'b"a"', True), ('bytearray', '1, 2, 3, 4', False), ('complex', '1, 2, 3', False),
    ('property', 'None', True), ('property', '1, 2, 3, 4', True), ('property', '1, 2, 3, 4, 5', False),
    ('staticmethod', 'None', True), ('staticmethod', '', False), ('classmethod', '1, 2', False),
    ('zip', '[1], [2]', True), ('zip', '5', False), ('map', 'len', False), ('map', 'len, 5', False),
    ('map', 'len, [1]', True), ('reversed', '[1]', True), ('reversed', '5', False), ('reversed', '[1], 2', False),
    ('enumerate', '[1], 5', True), ('enumerate', '5', False), ('enumerate', '', False),
    ('types.SimpleNamespace', 'a=1', True), ('types.SimpleNamespace', '5', False),
    ('array.array', '"i"', True), ('array.array', '', False), ('weakref.ref', '5', False),
    ('functools.partial', 'len', True), ('functools.partial', 'len, 1, a=2', True), ('functools.partial', '', False),
    ('struct.Struct', '', False), ('collections.deque', '(), 5', True),
    ('collections.deque', '(), 5, 6', False), ('UnicodeDecodeError', '"a", b"b", 0, 1, "c"', True),
    ('UnicodeDecodeError', '1', False), ('UnicodeTranslateError', '1, 2, 3, 4, 5', False),
    ('SyntaxError', '"a"', True), ('OSError', '', True), ('OSError', '1, "a"', True), ('OSError', '1, "a", "f"', True),
    ('ValueError', '1, 2, 3', True), ('ValueError', 'a=1', False), ('ImportError', '"a", name="b"', True),
]


def python_makes(base, arguments):
    module, _, name = base.rpartition('.')
    cls = type('C', (getattr(importlib.import_module(module or 'builtins'), name),), {})
    try:
        eval('C(%s)' % arguments, {'C': cls})
    except Exception:  # in whatever words
        return False
    return True


def check(base, arguments, made):
    if python_makes(base, arguments) != made:
        return 'Python %s it' % ('refuses' if made else 'makes')
    module = base.rpartition('.')[0]
    source = ('import %s\n' % module if module else '') + 'class C(%s): pass\n' % base
    recipe = described(source, factory='C(%s)' % arguments)
    doubt = recipe.get('unknown') or recipe.get('refusal')
    return None if (doubt is None) == made else 'it says %r' % (doubt or recipe)


if __name__ == '__main__':
    sys.exit(check_all([('%s(%s)' % row[:2], lambda row=row: check(*row)) for row in CASES]))
