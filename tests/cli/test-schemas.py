# SPDX-License-Identifier: GPL-3.0-or-later
"""What --json prints against the schema documents, and what no schema can say: sums, gaps, orders."""

import json

import program
from program import Skip, expect, folder_with, run

CLASSES = '''\
import enum, nowhere
from dataclasses import dataclass
class Plain:
    def __init__(self): self.a = 1
class Slotted:
    __slots__ = ('a', '__b', '__weakref__')
class Both(Slotted):
    def __init__(self): self.c = 1
class Int(int): pass
class Tuple(tuple): __slots__ = ()
class List(list):
    def __init__(self): self.a = 1
@dataclass
class Data:
    a: int
    b: str = ''
class Colour(enum.Enum):
    RED = 1
class Refused(int): __slots__ = ('a',)
class Unknown(nowhere.Thing): pass
class Loop:
    def __init__(self, n):
        for i in range(n):
            setattr(self, 'a%d' % i, i)
'''
BUILDS = [('--python', 'all'), ('--python', 'all', '--bits', '32'), ('--python', '3.13', '--build', 'free-threaded')]
ORDER = ('python build bits file name line mro status error basicsize itemsize dictoffset weakrefoffset flags has_dict '
         'has_weakref members factory getsizeof per_instance by_rank materialized spans unknown').split()


def validator(name):
    try:
        import jsonschema
    except ImportError as error:
        raise Skip('python3-jsonschema is not installed') from error
    schema = json.loads((program.ROOT / 'data' / 'schemas' / f'{name}.schema.json').read_text())
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def document(*arguments):
    with folder_with(classes__py=CLASSES) as folder:
        answer = run(*arguments, 'classes.py', 'missing.py', ':Order', '--json', folder=folder)
    assert answer.output.isascii()
    found = json.loads(answer.output)
    assert next(iter(found)) == 'schema'
    return found


def layout_schema():
    judge = validator('layout')
    for build in BUILDS:
        for error in judge.iter_errors(document('layout', *build)):
            yield f'{build}: {list(error.path)}: {error.message}'


def grow_schema():
    judge = validator('grow')
    for build in BUILDS:
        for counts in ('0..1000', '0..1e12/3', '1,7'):
            for include in ('', 'values', 'list,pools'):
                found = document('grow', *build, '--counts', counts, '--include', include)
                for error in judge.iter_errors(found):
                    yield f'{build} {counts} {include}: {list(error.path)}: {error.message}'


def keys_in_order():
    for one in document('layout')['classes']:
        yield from expect(one['name'], [key for key in one if key not in ('reason', 'settle')], ORDER)


def sums_and_spans():
    for build in BUILDS:
        for one in document('layout', *build)['classes']:
            title = f"{one['name']} on {one['python']}"
            cost = one['per_instance']
            if cost is None:
                continue
            for key in ('requested', 'allocated'):
                parts = [part[key] for part in cost['parts']]
                if None not in parts:
                    yield from expect(f'{title}: parts', sum(parts), cost[key])
            yield from expect(f'{title}: blocks', cost['blocks'], len(cost['parts']))
            yield from expect(f'{title}: ranks', sum(count for _, count in one['by_rank']), 40)
            yield from expect(f'{title}: steady', one['by_rank'][-1][0], cost['requested'])
            end = 0
            for span in one['spans']:
                yield from expect(f'{title}: offset', span['offset'], end)
                end += span['size']
            yield from expect(f'{title}: block', end, cost['parts'][0]['requested'])


def null_or_reason():
    """Every class has figures, Python's refusal, or a reason."""
    for one in document('layout', '--python', 'all')['classes']:
        title = f"{one['name']} on {one['python']}"
        yield from expect(f'{title}: error', one['error'] is not None, one['status'] == 'error')
        yield from expect(f'{title}: reason', 'reason' in one, one['status'] == 'unknown')
        yield from expect(f'{title}: settle', 'settle' in one, 'by_rank' in one['unknown'])
        for key in ('per_instance', 'by_rank', 'spans'):
            yield from expect(f'{title}: {key}', one[key] is not None or one['status'] == 'error' or key in one['unknown'],
                              True)
            yield from expect(f'{title}: {key} both', one[key] is not None and key in one['unknown'], False)


def grow_is_the_sum_of_ranks():
    layouts = {(one['file'], one['name']): one for one in document('layout', '--python', '3.12')['classes']}
    for one in document('grow', '--python', '3.12', '--counts', '1,2,40')['series']:
        ranks = layouts[one['file'], one['name']]['by_rank']
        if ranks is None:
            yield from expect(one['name'], one['points'], [])
            continue
        costs = [cost for cost, count in ranks for _ in range(count)]
        yield from expect(one['name'], [point['requested'] for point in one['points']],
                          [sum(costs[:count]) for count in (1, 2, 40)])


program.report([
    ('layout against its schema', layout_schema),
    ('grow against its schema', grow_schema),
    ('keys in their order', keys_in_order),
    ('sums, spans and ranks', sums_and_spans),
    ('figures or a reason', null_or_reason),
    ('grow is the sum of ranks', grow_is_the_sum_of_ranks),
])
