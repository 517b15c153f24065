#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what objects of the library keep of their arguments (hy_kept.py) against the interpreter that runs this. TAP."""
import datetime
import sys
import uuid

from describing import check_all, described

HEADER = 'import uuid\nimport datetime\nfrom datetime import timedelta, timezone\n'
SPACE = {'uuid': uuid, 'datetime': datetime, 'timedelta': datetime.timedelta, 'timezone': datetime.timezone}
UTC = 'timezone.utc'
EAST = 'timezone(timedelta(hours=1))'
ZONED = ['datetime.datetime(2024, 1, 1)', 'datetime.datetime(2024, 1, 1, 0, 0, 0, 0, %s)' % UTC,
         'datetime.datetime(2024, 1, 1, tzinfo=None)', 'datetime.datetime(2024, 1, 1, tzinfo=%s)' % EAST,
         'datetime.time(1, 2, 3)', 'datetime.time(1, 2, 3, 0, %s)' % UTC, 'datetime.time(1, tzinfo=%s)' % EAST,
         'datetime.datetime.now()', 'datetime.datetime.now(%s)' % UTC, 'datetime.datetime.now(tz=%s)' % UTC,
         'datetime.datetime.fromtimestamp(0)', 'datetime.datetime.fromtimestamp(0, %s)' % UTC,
         'datetime.datetime.strptime("2024", "%Y")', 'datetime.datetime.strptime("+0100", "%z")']
if sys.version_info >= (3, 7):
    ZONED += ['datetime.datetime.fromisoformat("%s")' % text for text in (
        '2024-01-02', '2024-01-02T03:04:05', '2024-01-02T03:04:05+01:00')]
NUMBERS = ["uuid.UUID('12345678-1234-5678-1234-567812345678')", "uuid.UUID(hex='0' * 28 + 'ffff')", 'uuid.UUID(int=5)',
           "uuid.UUID('urn:uuid:12345678-1234-5678-1234-567812345678')", 'uuid.UUID(int=2 ** 100)']
UNKNOWN = ['uuid.UUID(int=5, version=4)', "uuid.UUID(bytes=b'x' * 16)", "uuid.UUID(bytes_le=b'x' * 16)"]
NOTHING = ['datetime.date(2024, 1, 1)', 'timedelta(days=1000)', 'timedelta(1000, 1000)']


def kept(expression):
    """What is said of the items of the value that an attribute gets."""
    source = HEADER + 'class C:\n def __init__(self):\n  self.a = %s\n' % expression
    value = described(source, factory='C()')['ops'][-1]['v']
    return value['items'] if value['k'] == 'library' else value


def check_zone(expression):
    said = kept(expression)
    if any(item['k'] == 'unknown' for item in said):
        return None if '%z' in expression or '+' in expression else 'unknown'
    wanted = eval(expression, SPACE).tzinfo
    return None if len(said) == (wanted is not None) else 'Python keeps %r\nit says %r' % (wanted, said)


def check_number(expression):
    said, wanted = kept(expression), eval(expression, SPACE).int
    right = len(said) == 1 and said[0]['k'] == 'int' and said[0]['bits'] == wanted.bit_length()
    return None if right else 'Python keeps %d\nit says %r' % (wanted, said)


def check_unknown(expression):
    said = kept(expression)
    return None if [item['k'] for item in said] == ['unknown'] else 'it says %r' % said


def check_nothing(expression):
    return None if kept(expression) == [] else 'it says %r' % kept(expression)


def check_delta():
    said = kept(EAST)
    return None if [item.get('type') for item in said] == ['datetime.timedelta'] else 'it says %r' % said


if __name__ == '__main__':
    CHECKS = [(check_zone, ZONED), (check_number, NUMBERS), (check_unknown, UNKNOWN), (check_nothing, NOTHING)]
    sys.exit(check_all([(row, lambda check=check, row=row: check(row)) for check, rows in CHECKS for row in rows] +
                       [(EAST, check_delta)]))
