# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what a pyproject.toml says under [tool.heapyard], with the interpreter's own tomllib.

Runs isolated on CPython 3.11 and newer; the file's text is in REQUEST. The answer on standard output is one ASCII JSON
object: {"budgets": [{"select", "max_bytes", "max_total", "count", "factory", "python"}]} or {"error": ...}.
"""

import json
import sys
import tomllib

KEYS = {'max-bytes-per-instance': 'max_bytes', 'max-total': 'max_total', 'count': 'count', 'factory': 'factory',
        'python': 'python'}


def budget(select, value, python):
    if isinstance(value, int):
        value = {'max-bytes-per-instance': value}
    if not isinstance(value, dict):
        raise ValueError('the budget of %s is neither a number nor a table' % select)
    wrong = sorted(set(value) - set(KEYS))
    if wrong:
        raise ValueError('the budget of %s has an unknown key %s' % (select, wrong[0]))
    made = dict.fromkeys(KEYS.values())
    made.update(select=select, python=python)
    for key, one in value.items():
        if isinstance(one, bool) or not isinstance(one, (int, str)):
            raise ValueError('%s of %s is neither a number nor a text' % (key, select))
        made[KEYS[key]] = str(one)
    if made['max_bytes'] is None and made['max_total'] is None:
        raise ValueError('%s has no budget: max-bytes-per-instance or max-total' % select)
    return made


def answer(text):
    try:
        table = tomllib.loads(text).get('tool', {}).get('heapyard', {})
        budgets = table.get('budgets', {})
        if not isinstance(budgets, dict):
            raise ValueError('budgets is no table')
        return {'budgets': [budget(select, value, table.get('python')) for select, value in budgets.items()]}
    except (ValueError, AttributeError, RecursionError) as error:
        return {'error': str(error)}


sys.stdout.write(json.dumps(answer(REQUEST)))
