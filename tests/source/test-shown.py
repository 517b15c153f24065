#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what repr, str, format and print do to an instance (hy_shown.py) against the interpreter that runs this. TAP."""
import sys

from describing import check_all, made_otherwise

NOTED = "class C:\n def __repr__(self): self.r = 1; return ''\n"
BOTH = NOTED + " def __str__(self): self.s = 1; return ''\n"
FIELDS = "import dataclasses\n@dataclasses.dataclass\nclass C:\n"
UNSET = FIELDS + " x: int = dataclasses.field(init=False%s)\n"

# (source of a class C, what is done to its instance o)
CASES = [
    (NOTED, 'repr(o)'), (NOTED, 'str(o)'), (NOTED, 'print(1, o)'), (NOTED, 'f"{o}"'), (NOTED, 'f"{o!r}"'), (NOTED, 'f"{o!a}"'),
    (NOTED, '"{}".format(o)'), (NOTED, '"%s, %d" % (o, 1)'), (BOTH, 'repr(o)'), (BOTH, 'str(o)'), (BOTH, 'print(o)'),
    (BOTH, 'f"{o!s}"'), (BOTH, 'f"{o}"'),
    (NOTED + " def __format__(self, how): setattr(self, how or 'f', 1); return ''", 'f"{o:>}"'.replace('>', 'wide')),
    (UNSET % '', 'repr(o)'), (UNSET % '', 'str(o)'), (UNSET % ', default=1', 'repr(o)'), (UNSET % ', repr=False', 'repr(o)'),
    (UNSET % '' + " def __repr__(self): return ''", 'repr(o)'),
    ('class D:\n def __init__(self, owner): self.owner = owner\n def __repr__(self): self.owner.seen = 1; return ""\n' +
     FIELDS + " x: object = None", 'o.x = D(o); repr(o)'),
    (FIELDS + " x: object = None", 'o.x = o; repr(o)'),
    ("class C: pass", 'repr(o); str(o); print(o)'),
]


def check(source, action):
    return None if 'dataclass' in source and sys.version_info < (3, 7) else made_otherwise(source, action)


if __name__ == '__main__':
    sys.exit(check_all([('%s %s' % row, lambda row=row: check(*row)) for row in CASES]))
