#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what the describer makes of exceptions (hy_raising.py) against the interpreter that runs this: the attributes that an
instance gets, or in which words Python refuses it. TAP."""
import sys

from describing import check_all, described, of_this_version

ERRORS = '''import contextlib, threading
class Mine(ValueError): pass
class Coded(Exception):
    def __init__(self, code):
        super().__init__('code %d' % code)
        self.code = code
class Told(Exception):
    def __init__(self, code):
        self.code = code
    def __str__(self):
        return 'E%d' % self.code
class System(OSError): pass
class Quiet:
    def __enter__(self): pass
    def __exit__(self, kind, value, trace):
        return True
class Loud:
    def __enter__(self): pass
    def __exit__(self, kind, value, trace):
        self.left = True
class C:
    def __enter__(self):
        self.entered = True
        return self
    def __exit__(self, *rest):
        self.left = True
    def fail(self):
        return RuntimeError('made')
    def __init__(self):
        '''

# Statements of C.__init__, and whether what comes of them is known.
CASES = [
    ("raise ValueError", True),
    ("raise ValueError()", True),
    ("raise ValueError('a')", True),
    ("raise ValueError('a', 1)", True),
    ("raise ValueError('%s is odd' % sorted({'b': 1, 'a': 2}))", True),
    ("raise ValueError('x' * 300)", True),
    ("raise ValueError('x' * 3000)", False),
    ("raise ValueError(self)", False),
    ("raise KeyError('a')", True),
    ("raise KeyError('a', 'b')", True),
    ("raise OSError(2, 'no')", True),
    ("raise IOError('x')", True),
    ("raise FileNotFoundError(2, 'no', 'f')", True),
    ("raise UnicodeDecodeError('utf8', b'a', 0, 1, 'bad')", True),
    ("raise UnicodeDecodeError('utf8')", False),
    ("raise SyntaxError('a', ('f', 1, 2, 'x'))", False),
    ("raise StopIteration", True),
    ("raise 'text'", True),
    ("raise object()", False),
    ("raise Mine('x', 1)", True),
    ("raise Coded(5)", True),
    ("raise Told(5)", True),
    ("raise System(2, 'no')", False),
    ("raise Quiet()", True),
    ("raise self.fail()", True),
    ("e = TypeError('z'); raise e", True),
    ("raise", True),
    ("assert 0", True),
    ("assert 0, 'no %r' % 1", True),
    ("assert 0, (1, 'x')", True),
    ("assert 1, missing\n self.x = 1", True),
    ("try: raise Mine('x')\n except ValueError: self.x = 1", True),
    ("try: raise Mine('x')\n except KeyError: self.x = 1", True),
    ("try: raise ValueError('x')\n except Mine: self.x = 1", True),
    ("try: raise Mine('x')\n except (KeyError, Mine) as e: self.x = 1\n else: self.y = 1\n finally: self.z = 1", True),
    ("try: {}['a']\n except LookupError as e: raise AttributeError('b') from e", True),
    ("try: raise ValueError('b')\n except ValueError: raise", True),
    ("try: raise Coded(3)\n except Coded as e:\n  if e.code == 3: self.y = e.code", True),
    ("try: raise KeyError('a')\n except len: self.x = 1", False),
    ("try: import no_such_module\n except ImportError: self.x = 1", False),
    ("with contextlib.suppress(KeyError): raise KeyError\n self.x = 1", True),
    ("with contextlib.suppress(KeyError): raise ValueError('a')\n self.x = 1", True),
    ("with Quiet():\n  self.x = 1\n  raise KeyError('a')\n self.y = 1", True),
    ("with Loud() as l:\n  self.x = 1\n  raise KeyError('a')\n self.y = 1", True),
    ("with self as me: me.x = 1", True),
    ("with self: raise KeyError('a')", True),
    ("with threading.Lock(): self.x = 1", True),
    ("with contextlib.ExitStack(): raise KeyError('a')", False),
]


def python_makes(source):
    space = {'__name__': '__main__'}
    exec(compile(source, 'case', 'exec'), space)
    try:
        made = space['C']()
    except Exception as error:  # what it raises is what is compared
        return ('%s: %s' % (type(error).__name__, error)).rstrip(': ')
    return list(vars(made))


def read(recipe):
    """What the describer says, in the same words; None where it does not know."""
    if 'refusal' in recipe:
        return of_this_version(recipe['refusal'])['text']
    return None if 'unknown' in recipe else [step['n'] for step in recipe['ops']]


def check(statements, known):
    source = ERRORS + statements.replace('\n', '\n       ') + '\n'
    have = read(described(source, factory='C()'))
    wanted = python_makes(source) if known else None
    return None if have == wanted else 'it is %r\nit says %r' % (wanted, have)


if __name__ == '__main__':
    sys.exit(check_all([(statements, lambda row=(statements, known): check(*row)) for statements, known in CASES]))
