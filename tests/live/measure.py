# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs in the interpreter in question: executes each source of a JSON list on standard input and says what became of its class C."""
import ast
import ctypes
import json
import sys
import types
import warnings

POINTER = ctypes.sizeof(ctypes.c_void_p)
HEADER = object.__basicsize__
FLAGS = [('HAVE_GC', 1 << 14)]
if sys.version_info >= (3, 11):
    FLAGS.append(('MANAGED_DICT', 1 << 4))
if sys.version_info >= (3, 12):
    FLAGS.append(('MANAGED_WEAKREF', 1 << 3))
if sys.version_info >= (3, 13):
    FLAGS.append(('INLINE_VALUES', 1 << 2))


def member_offset(descriptor):
    """PyMemberDescrObject: object header, type, name, qualified name, then PyMemberDef *: name, type, offset."""
    definition = ctypes.c_void_p.from_address(id(descriptor) + HEADER + 3 * POINTER).value
    return ctypes.c_ssize_t.from_address(definition + 2 * POINTER).value


def facts(cls):
    members = {n: member_offset(v) for n, v in vars(cls).items() if isinstance(v, types.MemberDescriptorType)}
    return {
        'basicsize': cls.__basicsize__,
        'itemsize': cls.__itemsize__,
        'dictoffset': cls.__dictoffset__,
        'weakrefoffset': cls.__weakrefoffset__,
        'flags': sorted(name for name, bit in FLAGS if cls.__flags__ & bit),
        'members': members if cls.__flags__ & (1 << 9) else {},
        'mro': [c.__name__ for c in cls.__mro__],
    }


def names_in(node):
    """Names that a statement needs: of a class those of its head."""
    parts = node.bases + node.keywords + node.decorator_list if isinstance(node, ast.ClassDef) else [node]
    return [n.id for part in parts for n in ast.walk(part) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]


def execute(source, namespace):
    """Statement by statement, as if each stood in a file that goes on: {name: (statement, error)} of what failed. A
    statement that needs what failed fails in the same way."""
    failed = {}
    for number, node in enumerate(ast.parse(source).body):
        name = getattr(node, 'name', None) or getattr(getattr(node, 'targets', [None])[0], 'id', None)
        reasons = [failed[n] for n in names_in(node) if n in failed]
        if reasons:
            failed[name] = min(reasons, key=lambda reason: reason[0])
            continue
        module = ast.parse('')
        module.body = [node]
        try:
            exec(compile(module, 'shape.py', 'exec'), namespace)
        except Exception as error:
            failed[name] = number, error
    return failed


def run(source):
    module = types.ModuleType('shape')
    sys.modules['shape'] = module
    failed = execute(source, module.__dict__).get('C')
    if failed is not None:
        error = failed[1]
        return {'status': 'error', 'error': {'type': type(error).__name__, 'message': str(error)}}
    cls = module.C
    if not isinstance(cls, type):
        return {'status': 'other'}
    found = facts(cls)
    found['status'] = 'exact'
    return found


def main():
    warnings.simplefilter('ignore')
    sources = json.loads(sys.stdin.buffer.read().decode('utf-8'))
    answers = json.dumps([run(source) for source in sources])
    sys.__stdout__.write(answers)


if __name__ == '__main__':
    main()
