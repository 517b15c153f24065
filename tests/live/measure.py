# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs in the interpreter in question: says of each shape what became of its class C, and what instances of it cost.

The JSON document on standard input holds "modules" (imported first, once for all), "shapes", each [source, factory], and
"settle": how many instances of another class of the same source are made to settle free lists again after the first
instance, which sets things up for its class. One line of JSON per shape goes to standard output, in order."""
import ast
import ctypes
import gc
import importlib
import json
import os
import re
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

# Of such parts of a statement Python may leave some out.
CHOOSING = (ast.If, ast.IfExp, ast.BoolOp, ast.Try)
# How many shapes a child measures before the next one takes over, so that little piles up in it.
GROUP = 24
# After so many runs code gets a cache of its own. Source: 3.8 Python/ceval.c, OPCACHE_MIN_RUNS.
RUNS = 1024


def member_offset(descriptor):
    """PyMemberDescrObject: object header, type, name, qualified name, then PyMemberDef *: name, type, offset."""
    definition = ctypes.c_void_p.from_address(id(descriptor) + HEADER + 3 * POINTER).value
    return ctypes.c_ssize_t.from_address(definition + 2 * POINTER).value


def facts(cls):
    members = {n: member_offset(v) for n, v in vars(cls).items() if isinstance(v, types.MemberDescriptorType)}
    return {
        'status': 'exact',
        'basicsize': cls.__basicsize__,
        'itemsize': cls.__itemsize__,
        'dictoffset': cls.__dictoffset__,
        'weakrefoffset': cls.__weakrefoffset__,
        'flags': sorted(name for name, bit in FLAGS if cls.__flags__ & bit),
        'members': members if cls.__flags__ & (1 << 9) else {},
        'mro': [c.__name__ for c in cls.__mro__],
    }


def names_in(node):
    """Names that a statement needs whatever way it goes: of a class those of its head."""
    if not isinstance(node, ast.ClassDef) and any(isinstance(n, CHOOSING) for n in ast.walk(node)):
        return []
    parts = node.bases + node.keywords + node.decorator_list if isinstance(node, ast.ClassDef) else [node]
    if isinstance(node, ast.FunctionDef):
        parts = node.decorator_list
    return [n.id for part in parts for n in ast.walk(part) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]


def names_made(node):
    """Names that a statement binds."""
    if isinstance(node, CHOOSING):
        return {n.name for n in ast.walk(node) if isinstance(n, ast.ClassDef)}
    return {getattr(node, 'name', None) or getattr(getattr(node, 'targets', [None])[0], 'id', None)}


def missing(error, failed):
    """What failed, where a choice between names has run into one that was to be bound there; None."""
    found = re.match("name '([^']*)' is not defined", str(error)) if isinstance(error, NameError) else None
    return failed.get(found.group(1)) if found else None


def chooses(node):
    """Whether a statement may leave parts of it out, and makes no class itself."""
    parts = [type(n) for n in ast.walk(node)]
    return any(issubclass(p, CHOOSING) for p in parts) and ast.ClassDef not in parts


def compiled(source):
    """Its statements: [(names, names needed, whether it chooses among others, code)]."""
    out = []
    for node in ast.parse(source).body:
        module = ast.parse('')
        module.body = [node]
        out.append((names_made(node), names_in(node), chooses(node), compile(module, 'shape.py', 'exec')))
    return out


def execute(statements, namespace):
    """Statement by statement, as if each stood in a file that goes on: {name: (number, error)} of what failed. A
    statement that needs what failed fails in the same way."""
    failed = {}
    for number, (names, needed, choice, code) in enumerate(statements):
        reasons = [failed[n] for n in needed if n in failed]
        if reasons:
            # Which of several Python tells depends on where the file stops.
            alike = len(set(str(r[1]) for r in reasons)) == 1
            failed.update((name, reasons[0] if alike else (number, NameError(name))) for name in names)
            continue
        try:
            exec(code, namespace)
        except Exception as error:
            failed.update((name, choice and missing(error, failed) or (number, error)) for name in names)
    return failed


def warm_generated(module):
    """Runs what dataclass made to refuse assignments, until it has the cache that Python 3.8 to 3.10 give such code."""
    for cls in [c for c in vars(module).values() if isinstance(c, type)]:
        refusing = vars(cls).get('__setattr__')
        if isinstance(refusing, types.FunctionType) and refusing.__code__.co_filename == '<string>':
            for _ in range(RUNS):
                try:
                    refusing(None, '', None)
                except (AttributeError, TypeError):  # there is no object
                    continue


class Shape(object):
    """A source, compiled once so that code that ran is warm when it is measured."""

    def __init__(self, source, factory):
        self.statements = compiled(source)
        self.factory = compile('lambda i: ' + factory, 'factory', 'eval')

    def load(self):
        """(class C of a fresh module, what makes instances, what stopped Python)."""
        module = types.ModuleType('shape')
        sys.modules['shape'] = module
        failed = execute(self.statements, module.__dict__)
        warm_generated(module)
        made = module.__dict__.get('C')
        return made, eval(self.factory, module.__dict__), failed['C'][1] if 'C' in failed else None


def told(error):
    return {'type': type(error).__name__, 'message': str(error)}


def run(source, factory, twins=0):
    shape = Shape(source, factory)
    cls, make, error = shape.load()
    if error is not None:
        return {'status': 'error', 'error': told(error)}
    if not isinstance(cls, type):
        return {'status': 'other'}
    found = facts(cls)
    try:
        warm = [make(i) for i in INDEXES]
    except Exception as error:
        found['refused'] = told(error)
        return found
    KEPT.append(warm)
    if type(warm[0]) is cls:
        found['instances'] = measure_instances(shape, make, twins)
    return found


# Instances. What is made stays alive, so that nothing comes from a free list that was counted before.

COUNT = 40
INDEXES = list(range(COUNT))
KEPT = []
# What lies on free lists of the interpreter, and how one is taken from there.
FREED = [lambda: [], lambda: {}, lambda: {'a': 1}, lambda: 1.5 * len(KEPT), lambda: len(KEPT) + 10 ** 8,
         lambda: 1j * len(KEPT), lambda: slice(KEPT), lambda: range(len(KEPT), 10 ** 9)]
FREED += [lambda n=n: tuple([None] * n) for n in range(1, 21)]
SEVERAL = list(range(8))
# Taken and never touched: what tracemalloc answers are then ints of two digits, of which there is no free list.
BALLAST = 1 << 30
ctypes.pythonapi.PyMem_RawMalloc.restype = ctypes.c_void_p
ctypes.pythonapi.PyMem_RawMalloc.argtypes = [ctypes.c_size_t]
ctypes.pythonapi.PyMem_RawFree.argtypes = [ctypes.c_void_p]


def occupy():
    """Takes what lies on free lists, until nearly all objects of two rounds come from the allocator: one or two lie there
    again and again, freed by the taking itself."""
    for make in FREED:
        fresh = 0
        while fresh < 2:
            before = tracemalloc.get_traced_memory()
            for _ in SEVERAL:
                KEPT.append(make())
            after = tracemalloc.get_traced_memory()
            fresh = fresh + 1 if after[0] - before[0] >= 6 * sys.getsizeof(KEPT[-1]) else 0


def settle(twin, twins):
    """Leaves free lists as the next instances will: @twin makes some of another class of the same source. The
    answers of tracemalloc take some, too, one after each instance."""
    occupy()
    for i in range(twins):
        KEPT.append(tracemalloc.get_traced_memory())
        KEPT.append(twin(i))


def has_plain_dict(cls):
    """Whether o.__dict__ is what it usually is: some types have it without a descriptor, a class may hide it, and code of
    its own may take memory."""
    if isinstance(cls.__getattribute__, types.FunctionType):
        return False
    found = [vars(c)['__dict__'] for c in cls.__mro__[:-1] if '__dict__' in vars(c)]
    return bool(found) and isinstance(found[0], types.GetSetDescriptorType)


def blocks_of(make):
    """Sizes of the blocks of one more instance. The question itself takes some, which it takes without one, too."""
    sizes = []
    for number in range(3):
        tracemalloc.clear_traces()
        KEPT.append(make(COUNT) if number == 2 else None)
        KEPT.append(tracemalloc._get_traces())
        sizes.append(sorted(trace[1] for trace in KEPT[-1]))
    for size in sizes[1]:
        sizes[2].remove(size)
    return sizes[2]


def measure_instances(shape, twin, twins):
    """Bytes asked for by each of the instances of a fresh class; sizes of the last one; blocks of one more. The answers of
    tracemalloc are kept, too: what they take is the same each time."""
    cls, make, _ = shape.load()
    made = [None] * COUNT
    marks = [None] * (COUNT + 1)
    spare = [None] * len(SEVERAL)
    indexes = iter(INDEXES[1:])
    traced = tracemalloc.get_traced_memory
    tracemalloc.start()
    ballast = ctypes.pythonapi.PyMem_RawMalloc(BALLAST)
    try:
        occupy()
        for i in SEVERAL:
            spare[i] = traced()
        answer = spare[-1][0] - spare[-2][0]
        settle(twin, len(SEVERAL))
        marks[0] = traced()
        made[0] = make(0)
        second = marks[1] = traced()
        if twins:
            settle(twin, twins)
            marks[1] = traced()
        for i in indexes:
            made[i] = make(i)
            marks[i + 1] = traced()
        last = made[-1]
        requested = [second[0] - marks[0][0] - answer] + [b[0] - a[0] - answer for a, b in zip(marks[1:], marks[2:])]
        found = {'requested': requested, 'getsizeof': sys.getsizeof(last), 'dict': None, 'touch': None}
        if cls.__dictoffset__ and has_plain_dict(cls):
            occupy()
            for i in SEVERAL:
                KEPT.append(traced())
            before = traced()
            attributes = last.__dict__
            after = traced()
            found.update(touch=after[0] - before[0] - answer, dict=sys.getsizeof(attributes))
        occupy()
        found['blocks'] = blocks_of(make)
    finally:
        ctypes.pythonapi.PyMem_RawFree(ballast)
        tracemalloc.stop()
    KEPT.append((cls, made, marks, spare))
    return found


def run_group(shapes, twins, out):
    for source, factory in shapes:
        try:
            answer = run(source, factory, twins)
        except Exception as error:  # of what the shape leaves behind
            answer = {'status': 'other', 'reason': '%s: %s' % (type(error).__name__, error)}
        out.write(json.dumps(answer) + '\n')
        out.flush()


def run_apart(shapes, twins):
    """The answers of a child: some of the library's classes bring an interpreter down when they are made without
    arguments. Then what it had answered."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with os.fdopen(writer, 'w') as out:
            run_group(shapes, twins, out)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        answers = pipe.read()
    os.waitpid(child, 0)
    return answers[:answers.rfind('\n') + 1].splitlines()


def main():
    warnings.simplefilter('ignore')
    document = json.loads(sys.stdin.buffer.read().decode('utf-8'))
    for name in document['modules']:
        try:
            importlib.import_module(name)
        except ImportError:
            continue
    gc.collect()
    gc.disable()
    sys.stdin.close()
    run('class C(object):\n    pass\n', 'C()')
    shapes = document['shapes']
    done = 0
    while done < len(shapes):
        answers = run_apart(shapes[done:done + GROUP], document['settle'])
        if len(answers) < len(shapes[done:done + GROUP]):
            answers.append('{"status": "other", "reason": "the interpreter was brought down"}')
        done += len(answers)
        sys.__stdout__.write('\n'.join(answers) + '\n')


if __name__ == '__main__':
    main()
