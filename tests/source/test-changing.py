#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the describer says of values of library types to which something is done: LibInstance, `change`. TAP."""
import sys

from describing import check_all, described

# (statements of __init__ after `self.a = `, kind of the value, part of the reason)
DONE = [
    ('collections.deque()', 'library', None),
    ('collections.deque(); self.a.count(1)', 'library', None),
    ('collections.deque(); self.a.extend(range(100))', 'unknown', 'changed by `extend` (line 4)'),
    ('collections.deque(); foreign(self.a)', 'unknown', 'not read'),
    ('collections.OrderedDict(); self.a["x"] = 1', 'unknown', 'an item is assigned'),
    ('collections.OrderedDict([("x", 1)]); del self.a["x"]', 'unknown', 'deleted'),
    ('collections.defaultdict(list); self.a["x"].append(1)', 'unknown', 'a missing item'),
    ('collections.OrderedDict(); self.a.get("x")', 'library', None),
    ('array.array("i"); self.a.append(5)', 'unknown', 'changed by `append`'),
    ('io.StringIO(); self.a.write("x")', 'unknown', 'changed by `write`'),
    ('datetime.date(2020, 1, 1); self.a.replace(day=2)', 'library', None),
    ('decimal.Decimal(3); foreign(self.a)', 'library', None),
    ('typing.Deque()', 'unknown', 'typing.Deque'),
]


def check(statements, kind, reason):
    source = 'import array, collections, datetime, decimal, io, typing\nclass C:\n def __init__(self):\n  self.a = %s\n'
    recipe = described(source % statements, factory='C()')
    value = recipe['ops'][0]['v']
    if value['k'] != kind or (reason or '') not in value.get('reason', ''):
        return 'it says %r' % value
    return None


if __name__ == '__main__':
    sys.exit(check_all([(row[0], lambda row=row: check(*row)) for row in DONE]))
