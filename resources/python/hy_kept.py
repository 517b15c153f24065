# SPDX-License-Identifier: GPL-3.0-or-later
"""What an object of the library keeps of what it was made with.

Sources: Modules/_datetimemodule.c, new_date_ex, new_delta_ex, new_datetime_ex, new_time_ex, create_timezone; Lib/uuid.py,
UUID.__init__."""
import re

from hy_digits import digits_read
from hy_things import Const, Unknown

# The place of the time zone among the arguments.
ZONED = {'datetime.datetime': 7, 'datetime.time': 4}
# Of other functions that make a datetime: its place and name.
MADE_WITH_ZONE = {'datetime.datetime.now': (0, 'tz'), 'datetime.datetime.fromtimestamp': (1, 'tz')}
NUMBERS_ONLY = frozenset('datetime.date datetime.timedelta datetime.tzinfo'.split())
# In a text and in a format of strptime.
TEXT_WITH_ZONE = re.compile(r'(?<=[T ]).*(Z|[+-]\d\d(:?\d\d)?)|%[zZ]')
MOST_KEPT = 20
UUID_DIGITS = 32


def is_none(thing):
    return isinstance(thing, Const) and thing.value is None


def zone_of(name, args, keywords):
    """The time zone given to a function that makes a datetime; None without one."""
    if name in MADE_WITH_ZONE:
        place, keyword = MADE_WITH_ZONE[name]
        return args[place] if len(args) > place else keywords.get(keyword)
    if name in ('datetime.datetime.strptime', 'datetime.datetime.fromisoformat'):
        told = args[-1].value if args and isinstance(args[-1], Const) else None
        if not isinstance(told, str) or TEXT_WITH_ZONE.search(told):
            return Unknown('whether a text tells a time zone is not known')
    return None


def number_of(thing):
    """The int that a UUID holds; the name of an argument is that of the parameter."""
    given = dict(zip(('hex',), thing.args), **thing.keywords)
    name, value = next(iter(given.items())) if len(given) == 1 and len(thing.args) < 2 else (None, None)
    if name == 'int' and value is not None:
        return value
    text = value.value if name == 'hex' and isinstance(value, Const) else None
    digits = re.sub('urn:|uuid:|[{}-]', '', text) if isinstance(text, str) else ''
    if len(digits) != UUID_DIGITS:
        return Unknown('what number a UUID holds is not known')
    number = Const(int(digits, 16), True)
    number.room = digits_read(digits, 16)
    return number


def kept_of(thing):
    """[what a LibInstance keeps], as far as it is told by what it was made with."""
    if thing.name in NUMBERS_ONLY:
        return []
    if thing.name == 'datetime.timezone':
        return thing.args + list(thing.keywords.values())
    if thing.name in ZONED:
        place = ZONED[thing.name]
        zone = thing.args[place] if len(thing.args) > place else thing.keywords.get('tzinfo')
        return [] if zone is None or is_none(zone) else [zone]
    if thing.name == 'uuid.UUID':
        return [number_of(thing)]
    return [a for a in thing.args[:MOST_KEPT] if a is not thing]
