# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what instances of one class cost, in a process of its own.

Runs on CPython 3.6 to 3.15 and needs nothing but the standard library. One program in two texts, probe_make.py and this,
which heapyard runs one after the other under a file name of their own, PROBE, in one namespace that has the request in
REQUEST, one JSON object:

    file        path of the file that holds the class; imported as a module, with its folder on sys.path as in
                `python file.py`; a file inside a package is imported under its dotted name
    text        source to use instead of what the file holds; null
    class       "Order" or "Outer.Inner"; null when the factory makes what is no class of the file
    factory     expression that makes instance number i, evaluated in the module's namespace
    step        "layout": bytes by creation rank, blocks, sizes and facts of the type
                "total": tracemalloc's current and peak for count instances, their values and the list
                "run": time and resident memory of the same, without tracemalloc
    count       how many instances "total" and "run" make
    ranks       how many "layout" makes
    token       each line of the reply begins with it

The reply on descriptor 3 is lines of ASCII JSON, each after the token: {"event": "phase", "phase": ...} as it goes on, and
last {"event": "result", ...} or {"event": "error", "phase", "type", "message", "file", "line"}.

Looking must not change what is seen: no instance's __dict__ is touched before every figure that this would change is
taken. The collector is off. Free lists are emptied, by holding on to what they held, and then hold what the maker itself
needs for a moment. The code under test has run before, on a twin of the class, so that only instances are measured.
"""

import array
import json
import os
import sys
import types
from _tracemalloc import _get_traces as get_traces
from gc import collect, disable
from sys import getallocatedblocks, getsizeof
from time import perf_counter
from tracemalloc import clear_traces, get_traced_memory, start as start_tracing, stop as stop_tracing

try:
    import ctypes
except ImportError:
    ctypes = None

PROBE = sys._getframe().f_code.co_filename  # unlike any other: '<string>' is that of a dataclass's methods
WARM_CALLS = 2000  # beyond the 1024 calls after which 3.8 to 3.10 give a code object its cache
WARM_SECONDS = 0.5
READS = 200000


# ---------------------------------------------------------------- preparing

def warm(request, factory, modules, calls):
    """Runs everything on the twin, and keeps what it made, so that it gives nothing back to a free list."""
    held = []
    if modules.twin is None:
        return held
    make, values, make_all = factory.bind(modules.twin)
    end = perf_counter() + WARM_SECONDS
    with blaming('factory'):
        check_made(request, modules.twin, make(values(0)))
        make_all(2)
        for index in range(calls):
            held.append(make(values(index)))
            if perf_counter() > end and index > 64:
                break
    return held


def occupy_free_lists():
    """Takes whatever free lists hold, and keeps it."""
    held = []
    keep = held.append
    for index in range(400):
        number = index + 100000
        keep([])
        keep({})
        keep({number: number})
        keep(number * 1.5)
        keep(number * 1j)
        keep(range(number))
        keep(keep.__class__)
        keep(iter([]))
        keep(slice(number))
        keep(set())
    for size in range(1, 21):
        items = [None] * size
        for index in range(2100):
            keep(tuple(items))
        keep(items)
    keep([held.append for index in range(300)])
    return held


# ---------------------------------------------------------------- step "layout"

def run_lengths(values):
    runs = []
    for value in values:
        if runs and runs[-1][0] == value:
            runs[-1][1] += 1
        else:
            runs.append([value, 1])
    return runs


def by_rank(make, arguments, objects):
    """Traced bytes that each call adds, one after the other."""
    count = len(arguments)
    marks = array.array('q', bytes(8 * (count + 1)))
    traced = get_traced_memory
    indices = iter(range(count))
    traced()
    marks[0] = traced()[0]
    for index in indices:
        objects[index] = make(arguments[index])
        marks[index + 1] = traced()[0]
    added = [marks[index + 1] - marks[index] for index in range(count)]
    if count > 1 and added[1] - added[0] == getsizeof((0, 0)):
        added[0] = added[1]  # it took the tuple that the reading before it gave back
    return added


def nothing(argument):
    return argument


def added_blocks(make, argument, make_other, other):
    """Sizes of the blocks that a call leaves allocated, largest first; rehearsed with another class. What took a place
    that the call before had given back is not among them."""
    held = occupy_free_lists()
    held.append(make_other(other))
    clear_traces()
    held.append(make(argument))
    traces = get_traces()
    return sorted((trace[1] for trace in traces if trace[2][0][0] != PROBE), reverse=True)


def touch(thing):
    return thing.__dict__


def dict_of(thing, twin_thing):
    """What the instance's __dict__ costs when it is first looked at; None without one."""
    if type(thing).__dictoffset__ == 0:
        return None
    if twin_thing is not None:
        touch(twin_thing)
    kept = [None]
    held = occupy_free_lists()
    try:
        added = by_rank(touch, [thing], kept)[0]
    except Exception:
        return None
    return {'requested': added, 'getsizeof': getsizeof(kept[0]) if isinstance(kept[0], dict) else None,
            'names': [name for name in kept[0] if isinstance(name, str)][:256]}


HEAPTYPE = 9  # bit of the types that a class statement makes
FLAGS = (('HAVE_GC', 14, 0), ('MANAGED_DICT', 4, 11), ('INLINE_VALUES', 2, 13), ('MANAGED_WEAKREF', 3, 12))


def member_offset(descriptor):
    """Where a slot lies in the instance: from the descriptor's own PyMemberDef, as descrobject.h lays it out."""
    pointer = ctypes.sizeof(ctypes.c_void_p)
    where = id(descriptor) + object.__basicsize__ + 3 * pointer
    definition = ctypes.c_void_p.from_address(where).value
    return ctypes.c_ssize_t.from_address(definition + 2 * pointer).value


def type_facts(kind):
    members = None
    if kind.__flags__ >> HEAPTYPE & 1 == 0:
        members = {}
    elif ctypes is not None:
        members = {}
        for name, value in list(type.__getattribute__(kind, '__dict__').items()):
            if type(value) is types.MemberDescriptorType:
                members[name] = member_offset(value)
    return {'name': kind.__name__, 'qualname': kind.__qualname__, 'module': str(kind.__module__),
            'basicsize': kind.__basicsize__, 'itemsize': kind.__itemsize__, 'dictoffset': kind.__dictoffset__,
            'weakrefoffset': kind.__weakrefoffset__,
            'flags': [name for name, bit, since in FLAGS if sys.version_info[1] >= since and kind.__flags__ >> bit & 1],
            'mro': [base.__name__ for base in kind.__mro__], 'members': members}


def step_layout(request, factory, modules, reply):
    ranks = request['ranks']
    held = [warm(request, factory, modules, WARM_CALLS)]
    made_before = count_made(find_class(modules.measured, request['class'])) if request['class'] else 0
    make, values, _ = factory.bind(modules.measured)
    with blaming('factory'):
        arguments = [values(index) for index in range(ranks + 1)]
    reply.send('phase', phase='ranks')
    objects = [None] * ranks
    rehearsed = [None] * ranks
    start_tracing(1)
    held.append(occupy_free_lists())
    if modules.rehearsal:
        make_other, values, _ = factory.bind(modules.rehearsal)
        others = [values(index) for index in range(ranks + 1)]
        by_rank(make_other, others[:ranks], rehearsed)
    else:
        make_other, others = nothing, objects
    zero = sorted(by_rank(nothing, objects, objects))[ranks // 2]
    with blaming('factory'):
        added = [size - zero for size in by_rank(make, arguments[:ranks], objects)]
    last = objects[-1]
    check_made(request, modules.measured, last)
    requested = sorted(added[-8:])[len(added[-8:]) // 2]
    blocks = added_blocks(make, arguments[ranks], make_other, others[-1])
    result = {'by_rank': run_lengths(added), 'requested': requested, 'getsizeof': getsizeof(last),
              'blocks': blocks if sum(blocks) == requested else [],
              'dict': dict_of(last, rehearsed[0]), 'type': type_facts(type(last)),
              'made_before': made_before, 'values_apart': factory.values_apart, 'warmed': modules.twin is not None}
    stop_tracing()
    return result


# ---------------------------------------------------------------- steps "total" and "run"

def step_total(request, factory, modules, reply):
    held = [warm(request, factory, modules, WARM_CALLS)]
    make_all = factory.bind(modules.measured)[2]
    rehearse_all = factory.bind(modules.rehearsal)[2] if modules.rehearsal else None
    reply.send('phase', phase='total')
    start_tracing(1)
    held.append(occupy_free_lists())
    if rehearse_all:
        held.append(rehearse_all(64))
    marks = array.array('q', bytes(24))
    traced = get_traced_memory
    traced()
    held.append([number * 3 for number in range(100000, 100400)])  # 3.14 keeps ints for use again: those of the reading
    marks[0] = traced()[0]
    with blaming('total'):
        objects = make_all(request['count'])
    marks[1], marks[2] = traced()
    stop_tracing()
    del objects
    return {'current': marks[1] - marks[0], 'peak': marks[2] - marks[0]}


def resident():
    with open('/proc/self/statm', 'rb') as file:
        return int(file.read().split()[1]) * os.sysconf('SC_PAGE_SIZE')


def attribute_of(thing):
    """Some attribute that lies in an instance, found on one that is not measured."""
    for kind in type(thing).__mro__:
        for name, value in list(type.__getattribute__(kind, '__dict__').items()):
            if type(value) is types.MemberDescriptorType and not name.startswith('__'):
                return name
    if type(thing).__dictoffset__ != 0:
        for name in touch(thing):
            if isinstance(name, str) and name.isidentifier() and not name.startswith('__'):
                return name
    names = getattr(type(thing), '_fields', ())
    return names[0] if names else None


def seconds_a_read(objects, name):
    """Seconds that reading one attribute takes, the loop itself taken off."""
    some = objects[:READS]
    namespace = {}
    code = 'def with_it(some):\n for o in some: o.%s\ndef without(some):\n for o in some: o\n' % name
    exec(compile(code, PROBE, 'exec'), namespace)
    best = {}
    for function in ('with_it', 'without') * 3:
        start = perf_counter()
        namespace[function](some)
        took = perf_counter() - start
        best[function] = min(took, best.get(function, took))
    return max(best['with_it'] - best['without'], 0) / len(some)


def step_run(request, factory, modules, reply):
    held = warm(request, factory, modules, 100)
    make_all = factory.bind(modules.measured)[2]
    reply.send('phase', phase='run')
    collect()
    blocks = getallocatedblocks()
    before = resident()
    start = perf_counter()
    with blaming('run'):
        objects = make_all(request['count'])
    took = perf_counter() - start
    result = {'seconds': took, 'rss': resident() - before, 'blocks': getallocatedblocks() - blocks}
    try:
        name = attribute_of(held[0] if held else objects.pop())
        if name and objects:
            result['read'] = seconds_a_read(objects, name)
            result['read_name'] = name
    except Exception:
        pass
    return result


STEPS = {'layout': step_layout, 'total': step_total, 'run': step_run}


# ---------------------------------------------------------------- errors

def user_line(error, path):
    """File and line of the innermost frame of the user's own file, or of any file, or of the factory."""
    if isinstance(error, SyntaxError) and error.lineno:
        return (error.filename if error.filename != FACTORY else None), error.lineno
    found = None, None
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name not in (PROBE, FACTORY) and not name.startswith('<frozen'):
            if name == path or found[0] != path:
                found = name, trace.tb_lineno
        trace = trace.tb_next
    return found


def describe(failure, path):
    error = failure.error
    if isinstance(error, SystemExit):
        message = 'the file ended the interpreter with sys.exit(%r)' % (error.code,)
    elif isinstance(error, SyntaxError):
        message = error.msg
    else:
        try:
            message = str(error)
        except BaseException:
            message = ''
    file, line = user_line(error, path)
    return {'phase': failure.phase, 'type': type(error).__name__, 'message': message[:2000], 'file': file, 'line': line}


def main():
    request = json.loads(REQUEST)
    path = os.path.abspath(request['file'])
    reply = Reply(request['token'])
    disable()
    leave, flush = os._exit, (sys.stdout.flush, sys.stderr.flush)
    try:
        factory = Factory(request['factory'])
        modules = Modules(request, reply)
        disable()
        reply.send('result', **STEPS[request['step']](request, factory, modules, reply))
    except Failure as failure:
        reply.send('error', **describe(failure, path))
    except BaseException as error:
        reply.send('error', **describe(Failure('measure', error), path))
    for each in flush:
        try:
            each()
        except Exception:
            pass
    leave(0)


main()
