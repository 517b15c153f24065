# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs in the interpreter in question: executes each source of a JSON list on standard input and says what became of its class C, and what
instances of it cost."""
import array
import ast
import ctypes
import gc
import json
import os
import sys
import tracemalloc
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


COMPILED = {}


def compiled(source):
    """Its statements; once, so that code that ran is warm when it is measured."""
    if source not in COMPILED:
        COMPILED.clear()
        COMPILED[source] = []
        for node in ast.parse(source).body:
            module = ast.parse('')
            module.body = [node]
            COMPILED[source].append((node, compile(module, 'shape.py', 'exec')))
    return COMPILED[source]


def execute(source, namespace):
    """Statement by statement, as if each stood in a file that goes on: {name: (statement, error)} of what failed. A
    statement that needs what failed fails in the same way."""
    failed = {}
    for number, (node, code) in enumerate(compiled(source)):
        name = getattr(node, 'name', None) or getattr(getattr(node, 'targets', [None])[0], 'id', None)
        reasons = [failed[n] for n in names_in(node) if n in failed]
        if reasons:
            failed[name] = min(reasons, key=lambda reason: reason[0])
            continue
        try:
            exec(code, namespace)
        except Exception as error:
            failed[name] = number, error
    return failed


def load(source):
    """The class C of a fresh module, and what stopped Python."""
    module = types.ModuleType('shape')
    sys.modules['shape'] = module
    failed = execute(source, module.__dict__).get('C')
    return module.__dict__.get('C'), failed and failed[1]


def run(source):
    cls, error = load(source)
    if error is not None:
        return {'status': 'error', 'error': {'type': type(error).__name__, 'message': str(error)}}
    if not isinstance(cls, type):
        return {'status': 'other'}
    found = facts(cls)
    found['status'] = 'exact'
    found['instances'] = measure_instances(source) if constructs(cls) else None
    return found


# Instances. What is made stays alive, so that nothing comes from a free list that was counted before.

COUNT = 40
INDEXES = list(range(COUNT))
KEPT = []


def constructs(cls):
    """Whether C() makes one, whose attributes no code of the library's sets to values of its own; warms the code."""
    if any(c.__module__ != 'shape' and isinstance(vars(c).get('__init__'), types.FunctionType) for c in cls.__mro__):
        return False
    try:
        KEPT.append([cls() for _ in INDEXES])
        return type(KEPT[-1][0]) is cls
    except Exception:
        return False


def occupy():
    """Takes what lies on the interpreter's free lists."""
    for i in range(120):
        KEPT.extend(([], {}, {'a': 1}, 1.5 * i))
    for size in range(1, 4):
        KEPT.extend(tuple([None] * size) for _ in range(120))


def has_plain_dict(cls):
    """Whether o.__dict__ is what it usually is: some types have it without a descriptor, a class may hide it."""
    found = [vars(c)['__dict__'] for c in cls.__mro__[:-1] if '__dict__' in vars(c)]
    return bool(found) and isinstance(found[0], types.GetSetDescriptorType)


def measure_instances(source):
    """Bytes asked for by each of the instances of a fresh class, and sizes of the last one."""
    cls, _ = load(source)
    made = [None] * COUNT
    marks = array.array('q', [0] * (COUNT + 1))
    KEPT.append((cls, made))
    traced = tracemalloc.get_traced_memory
    occupy()
    marks[0] = traced()[0]
    for i in INDEXES:
        made[i] = cls()
        marks[i + 1] = traced()[0]
    last = made[-1]
    found = {'requested': [marks[i + 1] - marks[i] for i in INDEXES], 'getsizeof': sys.getsizeof(last), 'dict': None}
    if cls.__dictoffset__ and has_plain_dict(cls):
        marks[0] = traced()[0]
        attributes = last.__dict__
        marks[1] = traced()[0]
        found.update(touch=marks[1] - marks[0], dict=sys.getsizeof(attributes))
    return found


def run_apart(source):
    """In a child: some of the library's classes bring an interpreter down when they are made without arguments."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        answer = json.dumps(run(source)).encode()
        with os.fdopen(writer, 'wb') as out:
            out.write(answer)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, 'rb') as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return json.loads(answer.decode()) if answer else {'status': 'other'}


def main():
    warnings.simplefilter('ignore')
    sources = json.loads(sys.stdin.buffer.read().decode('utf-8'))
    gc.disable()
    tracemalloc.start()
    measure_instances('class C(object):\n    pass\n')
    answers = json.dumps([run_apart(source) for source in sources])
    sys.__stdout__.write(answers)


if __name__ == '__main__':
    main()
