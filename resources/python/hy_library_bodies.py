# SPDX-License-Identifier: GPL-3.0-or-later
"""Methods of Python classes of the library that set attributes, put so that they can be followed: what is set in which
order, and what else they call that a subclass may have itself.

A line that ends with `#: 8-12` holds for CPython 3.8 to 3.12, with `#: 8-` from 3.8 on, with `#: -7` until 3.7. Sources: the
file of each module under Lib, at the tags v3.6.15 to v3.14.0 and of 3.15."""
import re

import hy_library_threads as threads
import hy_library_types as types

TYPES = dict(types.TYPES)
TYPES.update(threads.TYPES)

OLDEST, NEWEST = 6, 15
RANGE = re.compile(r' *#: (\d*)-(\d*)$')
HEAD = re.compile(r'^(?:def )?(\w+)(?:\(| = )', re.MULTILINE)


def rows_of(text):
    """[(first 3.x, last 3.x, line)]."""
    rows = []
    for line in text.strip('\n').split('\n'):
        found = RANGE.search(line)
        since, until = found.groups() if found else ('', '')
        rows.append((int(since or OLDEST), int(until or NEWEST), line[:found.start()] if found else line))
    return rows


def versions_of(text):
    """The 3.x from which on it is otherwise than before, the newest first."""
    rows = rows_of(text)
    return sorted({OLDEST} | {s for s, _, _ in rows} | {u + 1 for _, u, _ in rows if u < NEWEST}, reverse=True)


def text_of(name, minor):
    return '\n'.join(line for since, until, line in rows_of(TYPES[name]) if since <= minor <= until) + '\n'


# Of each class the names that it has on some version, and the 3.x from which on it is otherwise.
NAMES = {name: frozenset(HEAD.findall(text)) for name, text in TYPES.items()}
VERSIONS = {name: versions_of(text) for name, text in TYPES.items()}
