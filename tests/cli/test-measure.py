# SPDX-License-Identifier: GPL-3.0-or-later
"""pythons, measure and what they print, on an interpreter of this machine."""

import json

import program
from program import Skip, folder_with, run

FAST = ('--count', '2000')
FILE = '''\
class Order:
    def __init__(self, id, total):
        self.id = id
        self.total = total


class Broken:
    def __init__(self):
        raise ValueError('no luck')
'''


def interpreters():
    found = json.loads(run('pythons', '--json').output)['interpreters']
    if not any(one['status'] == 'ok' for one in found):
        raise Skip('no usable interpreter on this machine')
    return found


def validator(name):
    try:
        import jsonschema
    except ImportError as error:
        raise Skip('python3-jsonschema is not installed') from error
    schema = json.loads((program.ROOT / 'data' / 'schemas' / f'{name}.schema.json').read_text())
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def pythons_schema():
    interpreters()
    for error in validator('pythons').iter_errors(json.loads(run('pythons', '--json').output)):
        yield f'{list(error.path)}: {error.message}'


def check_schema():
    answer = run('check', ':Order', '--max-bytes-per-instance', '64', '--json')
    if answer.status != 1:
        yield f'exit status {answer.status}: {answer.errors}'
    for error in validator('check').iter_errors(json.loads(answer.output)):
        yield f'{list(error.path)}: {error.message}'


def pythons_text():
    found = interpreters()
    answer = run('pythons')
    for one in found:
        if one['path'] not in answer.output:
            yield f'{one["path"]} is not listed'


def measured(*arguments, **files):
    interpreters()
    with folder_with(**files) as folder:
        return run('measure', *arguments, folder=folder)


def lesson_schema():
    answer = measured(*FAST, '--json')
    document = json.loads(answer.output)
    if answer.status != 0:
        yield f'exit status {answer.status}: {answer.errors}'
    for error in validator('measure').iter_errors(document):
        yield f'{list(error.path)}: {error.message}'
    for one in document['classes']:
        if one['verdict'] != 'equal' or any(one['difference'][key] for key in ('requested', 'getsizeof')):
            yield f'{one["name"]}: {one["verdict_text"]}'


def command_repeats():
    with folder_with(orders__py=FILE) as folder:
        interpreters()
        first = json.loads(run('measure', 'orders.py:Order', *FAST, '--json', folder=folder).output)
        again = json.loads(run(*first['command'][1:], '--json', folder=folder).output)
    for key in ('requested', 'getsizeof', 'current'):
        if first['classes'][0]['measured'][key] != again['classes'][0]['measured'][key]:
            yield f'{key} differs when measured again'
    if again['command'] != first['command']:
        yield 'the command changes'


def a_class_that_fails():
    answer = measured('orders.py', *FAST, '--json', orders__py=FILE)
    found = {one['name']: one for one in json.loads(answer.output)['classes']}
    if answer.status != 3:
        yield f'exit status {answer.status}'
    if found['Order']['measured']['requested'] is None:
        yield 'the other class has no figures'
    if found['Broken']['error']['message'] != 'no luck' or found['Broken']['error']['line'] != 9:
        yield f'the error is {found["Broken"]["error"]}'


def markdown():
    answer = measured('orders.py:Order', *FAST, '--markdown', orders__py=FILE)
    for part in ('| `Order` |', '2,000 of them', 'heapyard-cli measure orders.py:Order', 'CPython 3.', 'sandbox'):
        if part not in answer.output:
            yield f'no {part} in {answer.output}'


def requests():
    for arguments, status, message in [
            (('-', '--count', '10'), 2, 'needs a file'),
            (('--count', '0'), 2, '--count'),
            (('--timeout', 'soon'), 2, '--timeout'),
            (('--timeout', '-1'), 2, '--timeout'),
            (('--memory-limit', 'much'), 2, '--memory-limit'),
            (('--interpreter', '/nonexistent/python'), 3, 'no such file'),
            (('--interpreter', '/bin/sh'), 3, '/bin/sh'),
            (('--interpreter', ''), 2, '--interpreter'),
            (('--json', '--markdown'), 2, 'choose one'),
            (('--json=yes',), 2, 'takes no value'),
            (('--count', '5', '--count', '6'), 2, 'given twice'),
            (('missing.py',), 3, 'missing.py')]:
        interpreters()
        answer = run('measure', *arguments, text='class A: pass\n')
        if answer.status != status or message not in answer.errors:
            yield f'{arguments}: {answer.status}, {answer.errors}'


def limits():
    hang = 'import time\nclass A: pass\ntime.sleep(1000)\n'
    answer = measured('hang.py:A', '--timeout', '1', '--json', hang__py=hang)
    if answer.status != 3 or 'time limit' not in json.loads(answer.output)['classes'][0]['error']['message']:
        yield f'{answer.status}, {answer.output}'
    answer = measured('big.py:A', '--memory-limit', '300M', '--json', big__py='x = bytearray(10 ** 9)\nclass A: pass\n')
    if answer.status != 3 or 'memory limit' not in json.loads(answer.output)['classes'][0]['error']['message']:
        yield f'{answer.status}, {answer.output}'


PROJECT = '''\
[tool.heapyard]
python = "3.12"
[tool.heapyard.budgets]
"orders.py:Order" = 64
"orders.py:Slotted" = { count = 1000, max-total = "1MiB", factory = "Slotted(i, 1.5)" }
'''


def budgets():
    for arguments, status, found in [
            ((':SlottedOrder', '--max-bytes-per-instance', '64', '--python', '3.12'), 0, 64),
            ((':Order', '--max-bytes-per-instance', '95', '--python', '3.12'), 1, 96),
            ((':Order', '--count', '1000', '--max-total', '200K', '--python', '3.12'), 0, None),
            ((':Order', '--count', '1000', '--max-total', '100K', '--python', '3.12'), 1, None)]:
        answer = run('check', *arguments, '--json')
        check = json.loads(answer.output)['checks'][0]
        if answer.status != status or check['kept'] != (status == 0) or (found and check['found'] != found):
            yield f'{arguments}: {answer.status}, {check}'
    for arguments, message in [((':Order',), 'give a budget'), ((':Order', '--max-total', '5'), '--count'),
                               ((':Order', '--max-bytes-per-instance', 'few'), '--max-bytes-per-instance')]:
        answer = run('check', *arguments)
        if answer.status != 2 or message not in answer.errors:
            yield f'{arguments}: {answer.status}, {answer.errors}'


def budgets_of_a_project():
    if not any(one['status'] == 'ok' and int(one['version'].split('.')[1]) >= 11 for one in interpreters()):
        raise Skip('no Python 3.11 or newer that could read pyproject.toml')
    with folder_with(pyproject__toml=PROJECT, orders__py=program.ORDERS) as folder:
        answer = run('check', '--json', folder=folder)
    found = json.loads(answer.output)['checks']
    if answer.status != 1 or [one['kept'] for one in found] != [False, True]:
        yield f'{answer.status}, {answer.output}, {answer.errors}'
    for text, message in [('[tool.heapyard.budgets]\n"a.py:A" = {}\n', 'has no budget'),
                          ('[tool.heapyard.budgets]\n"a.py:A" = {max = 3}\n', 'unknown key max'),
                          ('[tool\n', 'pyproject.toml')]:
        with folder_with(pyproject__toml=text) as folder:
            answer = run('check', folder=folder)
        if answer.status != 3 or message not in answer.errors:
            yield f'{text}: {answer.status}, {answer.errors}'


def measured_budget():
    interpreters()
    answer = run('check', ':Order', '--max-bytes-per-instance', '1000', '--measured', '--json')
    check = json.loads(answer.output)['checks'][0]
    if answer.status != 0 or check['source'] != 'measured' or check['found'] < 50:
        yield f'{answer.status}, {check}'


def plans():
    answer = measured(':Order', *FAST, '--plans', '--json')
    found = {one['plan']: one for one in json.loads(answer.output)['classes']}
    if list(found) != [None, '__slots__', 'dataclass', 'dataclass(slots=True)', 'NamedTuple', 'tuple', 'dict']:
        yield f'plans are {list(found)}'
    for plan, one in found.items():
        if one['error'] and 'slots=True' not in (plan or ''):
            yield f'{plan}: {one["error"]}'
        if one['verdict'] == 'off':
            yield f'{plan}: {one["verdict_text"]}'
    if '__slots__' not in found['__slots__']['source'] or found['tuple']['source'] is None:
        yield 'the source of a plan is not in the document'


program.report([
    ('pythons against its schema', pythons_schema),
    ('check against its schema', check_schema),
    ('pythons lists all', pythons_text),
    ('the lesson measured, against the schema', lesson_schema),
    ('the command measures the same again', command_repeats),
    ('a class that can not be made', a_class_that_fails),
    ('Markdown for a pull request', markdown),
    ('requests that make no sense', requests),
    ('limits', limits),
    ('budgets', budgets),
    ('budgets of a pyproject.toml', budgets_of_a_project),
    ('a measured budget', measured_budget),
    ('plans', plans),
])
