# SPDX-License-Identifier: GPL-3.0-or-later
"""Files, classes, batches: what is answered, in what order, with which status."""

import json
import os
import pathlib

import program
from program import ORDERS, expect, folder_with, run


def layout(*arguments, **more):
    """The document of layout, and how the call ended."""
    answer = run('layout', '--json', *arguments, **more)
    return (json.loads(answer.output) if answer.output else None), answer


def names(document):
    return [one['name'] for one in document['classes']]


def all_classes():
    with folder_with(orders__py=ORDERS) as folder:
        document, answer = layout('orders.py', folder=folder)
    yield from expect('status', answer.status, 0)
    yield from expect('names', names(document), ['Order', 'Slotted'])
    yield from expect('lines', [one['line'] for one in document['classes']], [1, 7])
    yield from expect('files', {one['file'] for one in document['classes']}, {'orders.py'})
    yield from expect('slotted', document['classes'][1]['members'], {'id': 16, 'total': 24})


def one_class():
    with folder_with(orders__py=ORDERS) as folder:
        for argument, wanted in (('orders.py:Slotted', ['Slotted']), ('orders.py:Alias', ['Slotted']),
                                 ('./orders.py:Order', ['Order'])):
            document, answer = layout(argument, folder=folder)
            yield from expect(argument, (answer.status, names(document)), (0, wanted))


def nested_and_redefined():
    text = '''\
if True:
    class Outer:
        class Inner:
            pass
try:
    class Twice: __slots__ = ('a',)
except ImportError:
    pass
class Twice: __slots__ = ('a', 'b')
'''
    with folder_with(orders__py=text) as folder:
        document, answer = layout('orders.py', folder=folder)
        yield from expect('names', names(document), ['Outer', 'Outer.Inner', 'Twice'])
        yield from expect('the last definition wins', document['classes'][2]['members'], {'a': 16, 'b': 24})
        document, answer = layout('orders.py:Outer.Inner', folder=folder)
        yield from expect('nested', (answer.status, names(document)), (0, ['Outer.Inner']))


def order_of_files():
    with folder_with(a__py='class A: pass\n', b__py='class B: pass\nclass C: pass\n') as folder:
        document, answer = layout('b.py:C', 'a.py', 'b.py:B', ':SlottedOrder', folder=folder)
    yield from expect('names', names(document), ['C', 'A', 'B', 'SlottedOrder'])


def standard_input():
    document, answer = layout('-', text=ORDERS)
    yield from expect('all', (answer.status, names(document)), (0, ['Order', 'Slotted']))
    yield from expect('file', document['classes'][0]['file'], '-')
    document, answer = layout('-:Alias', text=ORDERS)
    yield from expect('one', (answer.status, names(document)), (0, ['Slotted']))
    document, answer = layout('-', text='')
    yield from expect('nothing', answer.status, 3)


def colons():
    with folder_with() as folder:
        pathlib.Path(folder, 'a:b.py').write_text(ORDERS)
        for argument, wanted in (('./a:b.py', ['Order', 'Slotted']), ('a:b.py', ['Order', 'Slotted']),
                                 ('./a:b.py:Order', ['Order']), ('a:b.py:Order', ['Order'])):
            document, answer = layout(argument, folder=folder)
            yield from expect(argument, (answer.status, names(document)), (0, wanted))


def factories():
    with folder_with(orders__py=ORDERS) as folder:
        document, answer = layout('orders.py:Order', '--factory', "Order(f'ORD-{i}', 9.5)", folder=folder)
        yield from expect('factory', document['classes'][0]['factory'], "Order(f'ORD-{i}', 9.5)")
        document, answer = layout('orders.py:Slotted', '--factory', 'Alias(i, i)', folder=folder)
        yield from expect('alias', (answer.status, document['classes'][0]['factory']), (0, 'Alias(i, i)'))
    document, answer = layout(':Order', '--factory', 'Order(i, i, i, i)')
    yield from expect('the lesson', (answer.status, document['classes'][0]['per_instance']['requested']), (0, 104))


def lacking_class():
    with folder_with(orders__py=ORDERS) as folder:
        document, answer = layout('orders.py:Ordre', folder=folder)
    yield from expect('status', (answer.status, document), (2, None))
    if 'Order' not in answer.errors.split('Ordre')[-1]:
        yield f'no suggestion in {answer.errors!r}'
    document, answer = layout(':Nope')
    yield from expect('lesson', (answer.status, document), (2, None))


def one_unreadable():
    with folder_with(a__py='class A: pass\n', wrong__py='class B:\n    x = = 1\n') as folder:
        document, answer = layout('a.py', 'wrong.py', 'missing.py', folder=folder)
    yield from expect('status', answer.status, 3)
    yield from expect('the rest', names(document), ['A'])
    yield from expect('files', [one['file'] for one in document['errors']], ['wrong.py', 'missing.py'])
    yield from expect('lines', [one['line'] for one in document['errors']], [2, None])
    for part in ('wrong.py', '2', 'missing.py'):
        if part not in answer.errors:
            yield f'{part} is not in {answer.errors!r}'


def refused_and_unknown():
    text = 'import nowhere\nclass A: __slots__ = "a"\nclass B: __slots__ = "b"\nclass C(A, B): pass\nclass D(nowhere.E): pass\n'
    with folder_with(a__py=text) as folder:
        document, answer = layout('a.py', folder=folder)
    yield from expect('status', answer.status, 0)
    yield from expect('statuses', [one['status'] for one in document['classes']], ['exact', 'exact', 'error', 'unknown'])
    refused, unknown = document['classes'][2:]
    yield from expect('error', refused['error'],
                      {'type': 'TypeError', 'message': 'multiple bases have instance lay-out conflict'})
    yield from expect('figures', (refused['basicsize'], unknown['basicsize'], unknown['per_instance']), (None,) * 3)
    if 'nowhere' not in unknown['reason'] or unknown['unknown']['basicsize'] != unknown['reason']:
        yield f'no reason: {unknown}'


def all_versions():
    with folder_with(orders__py=ORDERS) as folder:
        document, answer = layout('orders.py', '--python', 'all', folder=folder)
    yield from expect('order', [(one['name'], one['python']) for one in document['classes']],
                      [(name, f'3.{minor}') for name in ('Order', 'Slotted') for minor in range(6, 16)])


def batch():
    lines = [{'file': 'orders.py', 'class': 'Alias'}, {'file': 'b.py'}, {'file': 'orders.py', 'class': None},
             {'file': 'orders.py', 'class': 'Order', 'factory': 'Order(i, [i])'}]
    with folder_with(orders__py=ORDERS, b__py='class B: pass\n') as folder:
        text = '\n'.join(map(json.dumps, lines))
        pathlib.Path(folder, 'batch').write_text(text)
        for answered in (layout('--batch', 'batch', folder=folder), layout('--batch', '-', text=text, folder=folder)):
            document, answer = answered
            yield from expect('status', answer.status, 0)
            yield from expect('names', names(document), ['Slotted', 'B', 'Order', 'Slotted', 'Order'])
            yield from expect('factory', document['classes'][4]['factory'], 'Order(i, [i])')
        answer = run('grow', '--batch', 'batch', '--counts', '10', '--json', folder=folder)
        yield from expect('grow', [one['name'] for one in json.loads(answer.output)['series']],
                          ['Slotted', 'B', 'Order', 'Slotted', 'Order'])


def batch_with_errors():
    """A wrong line costs the others nothing."""
    lines = [{'file': 'missing.py'}, {'file': 'orders.py', 'class': 'Nope'}, {'file': 'orders.py', 'class': 'Order'}]
    with folder_with(orders__py=ORDERS) as folder:
        document, answer = layout('--batch', '-', text='\n'.join(map(json.dumps, lines)), folder=folder)
        yield from expect('status', answer.status, 3)
        yield from expect('names', names(document), ['Order'])
        yield from expect('errors', [one['file'] for one in document['errors']], ['missing.py', 'orders.py'])
        document, answer = layout('--batch', '-', text='\n'.join(map(json.dumps, lines[1:])), folder=folder)
        yield from expect('status', answer.status, 2)
        yield from expect('names', names(document), ['Order'])


def large_batch():
    """Many files in one run of one interpreter."""
    with folder_with() as folder:
        lines = []
        for number in range(300):
            pathlib.Path(folder, f'c{number}.py').write_text(f'class C{number}:\n    def __init__(self):\n'
                                                           + '        self.a = 1\n')
            lines.append(json.dumps({'file': f'c{number}.py', 'class': f'C{number}', 'factory': f'C{number}()'}))
        document, answer = layout('--batch', '-', '--python', 'all', text='\n'.join(lines), folder=folder)
    yield from expect('status', answer.status, 0)
    yield from expect('classes', len(document['classes']), 3000)
    yield from expect('exact', {one['status'] for one in document['classes']}, {'exact'})


def ascii_only():
    with folder_with(orders__py='class Größe:\n    __slots__ = ("maß",)\n') as folder:
        document, answer = layout('orders.py', folder=folder)
    yield from expect('name', (names(document), document['classes'][0]['members']), (['Größe'], {'maß': 16}))
    yield from expect('ASCII', answer.output.isascii(), True)


def never_runs_the_file():
    with folder_with(a__py='import os\nos.mkdir("ran")\nclass A: pass\n') as folder:
        document, answer = layout('a.py', folder=folder)
        yield from expect('answered', (answer.status, names(document)), (0, ['A']))
        yield from expect('ran', os.path.exists(os.path.join(folder, 'ran')), False)


program.report([
    ('all classes of a file', all_classes),
    ('one class, by name or alias', one_class),
    ('nested and redefined classes', nested_and_redefined),
    ('files in the order given', order_of_files),
    ('standard input', standard_input),
    ('paths with colons', colons),
    ('factories', factories),
    ('a class that the file lacks', lacking_class),
    ('one unreadable file among several', one_unreadable),
    ('refused and unknown classes are answers', refused_and_unknown),
    ('all versions', all_versions),
    ('a batch', batch),
    ('a batch with errors', batch_with_errors),
    ('a large batch', large_batch),
    ('ASCII only', ascii_only),
    ('a file is never run', never_runs_the_file),
])
