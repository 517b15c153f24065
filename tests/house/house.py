# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the house share: which files there are, and an answer in TAP."""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def files(*patterns):
    """Paths below the root that match one of the patterns and that git knows, or, without git, that exist."""
    found = {path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}
    try:
        known = subprocess.run(['git', '-c', 'safe.directory=*', '-C', str(ROOT), 'ls-files', '-z', '--cached', '--others',
                                '--exclude-standard'], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return sorted(path for path in found if not path.relative_to(ROOT).parts[0].startswith(('_build', 'build')))
    return sorted(found & {ROOT / name for name in known.decode().split('\0') if name})


def name(path):
    """The path as a person in the root folder would write it."""
    return str(path.relative_to(ROOT))


def lines(path):
    """The file's lines with their numbers from 1."""
    return enumerate(path.read_text(encoding='utf-8').splitlines(), 1)


def report(checks):
    """Runs checks, each a pair of a title and a function that yields complaints; prints TAP and exits."""
    print('TAP version 13')
    print(f'1..{len(checks)}')
    failures = 0
    for number, (title, check) in enumerate(checks, 1):
        complaints = list(check())
        print(f'{"not ok" if complaints else "ok"} {number} {title}')
        for complaint in complaints:
            print(f'# {complaint}')
        failures += bool(complaints)
    sys.exit(1 if failures else 0)
