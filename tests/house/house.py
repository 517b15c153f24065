# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the house share: which files there are, and an answer in TAP."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def files(*patterns):
    """Paths below the root that match one of the patterns, without what is built or belongs to git."""
    found = {path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}
    return sorted(path for path in found if not path.relative_to(ROOT).parts[0].startswith(('.git', '_build'))
                  and '__pycache__' not in path.parts)


def name(path):
    """The path as a person in the root folder would write it."""
    return str(path.relative_to(ROOT))


def lines(path):
    """The file's lines with their numbers from 1."""
    return enumerate(path.read_text(encoding='utf-8').splitlines(), 1)


class Skip(Exception):
    """A check raises it where it can't look; says why."""


def report(checks):
    """Runs checks, each a pair of a title and a function that yields complaints; prints TAP and exits."""
    print('TAP version 13')
    print(f'1..{len(checks)}')
    failures = 0
    for number, (title, check) in enumerate(checks, 1):
        try:
            complaints = list(check())
        except Skip as reason:
            print(f'ok {number} {title} # SKIP {reason}')
            continue
        print(f'{"not ok" if complaints else "ok"} {number} {title}')
        for complaint in complaints:
            print(f'# {complaint}')
        failures += bool(complaints)
    sys.exit(1 if failures else 0)
