#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Methods of the library's own classes: what a subclass has instead is called, what they set runs code where it does, and
what they keep elsewhere is told. TAP."""
import sys

from describing import check_all, described, made_otherwise

# Source of a class C and what is done to an instance o of it: Python is to say the same.
ALIKE = [
    ('import queue\nclass C(queue.Queue):\n def _init(self, size): self.held = {}', 'pass'),
    ('import queue\nclass C(queue.LifoQueue):\n def _init(self, size): super()._init(size); self.held = {}', 'pass'),
    ('import logging\nclass C(logging.Handler):\n def createLock(self): self.lock = None; self.mine = 1', 'pass'),
    ('import logging\nclass C(logging.Handler): pass', 'o.setLevel(10); o.setFormatter(None); o.addFilter(None)'),
    ('import logging\nclass C(logging.Handler):\n def __init__(self): super().__init__("INFO")', 'pass'),
    ('import logging\nclass C(logging.Handler):\n def __init__(self): super().__init__(None)', 'pass'),
    ('import logging\nclass C(logging.StreamHandler): level = None', 'pass'),
    ('import logging\nclass C(logging.Formatter):\n def __init__(self): super().__init__("%(message)s")', 'pass'),
    ('import logging\nclass C(logging.FileHandler):\n def __init__(self): super().__init__("x", delay=True)', 'pass'),
    ('import calendar\nclass C(calendar.TextCalendar): pass', 'o.firstweekday = 3'),
    ('import threading\nclass C(threading.Thread): pass', 'o.daemon = True; o.name = "n"; o.job = 1'),
    ('import threading\nclass C(threading.Thread): pass', 'o.setDaemon(True); o.setName("n")'),
    ('import threading\nclass C(threading.Thread):\n def __init__(self): self.name = "n"', 'pass'),
    ('import threading\nclass C(threading.Thread):\n def __init__(self): self.daemon = True', 'pass'),
    ('import threading\nclass C(threading.Thread):\n name = None', 'o.name = 1'),
    ('import threading\nclass C(threading.Timer):\n def __init__(self): super().__init__(1, None)', 'o.daemon = True'),
    ('import multiprocessing\nclass C(multiprocessing.Process): pass', 'o.daemon = True; o.name = "n"'),
    ('import json\nclass C(json.JSONEncoder):\n def __init__(self): super().__init__(separators=(",", ":"))', 'pass'),
    ('import json\nclass C(json.JSONEncoder):\n def __init__(self): super().__init__(4)', 'pass'),
    ('import unittest\nclass C(unittest.TestCase): pass', 'o.addTypeEqualityFunc(int, "f")'),
]
# What nobody knows of such a class, and why.
UNKNOWN = [
    ('import logging\nclass C(logging.Handler):\n def __init__(self): super().__init__("LOUD")', 'a level `LOUD`'),
    ('import logging\nclass C(logging.Handler):\n def __init__(self): super().__init__(); self.name = "n"', '`name`'),
    ('import unittest\nclass C(unittest.TestCase):\n def __init__(self): super().__init__("f")', 'that test method'),
    ('import argparse\nclass M:\n def __init__(self): self.a = 1\nclass C(argparse.ArgumentParser, M): pass',
     'goes on to' if sys.version_info < (3, 14) else 'is not known'),
    ('import threading\nclass C(threading.Thread):\n def __eq__(self, other): return True', 'can be hashed'),
    ('import email.message\nclass C(email.message.Message):\n def __init__(self):\n  super().__init__()\n  if self: self.a = 1',
     'only if `self'),
    ('import multiprocessing\nclass C(multiprocessing.Process):\n def __init__(self): self.daemon = 1', '`daemon` before'),
]
# How many weak references to an instance the library keeps.
KEPT = [
    ('import threading\nclass C(threading.Thread): pass', 1),
    ('import logging\nclass C(logging.NullHandler): pass', 1),
    ('import logging\nclass C(logging.Handler): pass', 1 if sys.version_info < (3, 7) else 2),
    ('import queue\nclass C(queue.Queue): pass', 0),
]


def check_unknown(source, part):
    told = described(source, factory='C()')
    return None if part in told.get('unknown', '') else 'it says %r' % told


def check_kept(source, count):
    import weakref
    space = {}
    exec(source, space)
    kept = [s for s in described(source, factory='C()').get('ops', ()) if s['k'] == 'weakref' and 'v' in s]
    true = weakref.getweakrefcount(space['C']())
    return None if len(kept) == count == true else 'it says %d, Python %d' % (len(kept), true)


def check_lines():
    """Nothing names a line of the tables."""
    told = described('import threading\nclass C(threading.Thread): pass', factory='C()')
    lines = {s['line'] for s in told['ops']} | ({1} if '(line ' in str(told) else set())
    return None if lines == {0} else 'it says %r' % told


def main():
    table = [(source + ' ' + action, lambda row=(source, action): made_otherwise(*row)) for source, action in ALIKE]
    table += [(source, lambda row=(source, part): check_unknown(*row)) for source, part in UNKNOWN]
    return check_all(table + [('lines', check_lines)] + [(source, lambda row=(source, n): check_kept(*row)) for source, n in KEPT])


if __name__ == '__main__':
    sys.exit(main())
