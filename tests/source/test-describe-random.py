#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes classes at random, as real code could hold them, and compares what the describer says of an instance with what
Python makes. Usage: test-describe-random.py [COUNT [SEED]]. The seed is printed. TAP."""
import importlib.util
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = ['a', 'b', 'c', 'd', '_e', '__f', 'g']
VALUES = ['1', "'x'", 'None', '[]', '{}', '2.5', '(1, 2)', 'p', 'q', 'p or 3', '[k for k in range(3)]', 'LIMIT',
          "f'{p}-{q}'", 'q if p else p', "dict(x=1)", 'len(TAGS)', "'%s' % (p,)", 'str(q)', '-1', 'not p', 'p == q']
CONDITIONS = ['p', 'not q', 'p == 1', 'p is None', 'isinstance(p, int)', 'LIMIT > 2', 'q in TAGS', 'p and q',
              'len(TAGS) == 2', "hasattr(self, 'a')", 'p != q', 'bool(p) is True', "getattr(self, 'b', None) is None"]
ARGUMENTS = ['i', 'i', "f'{i}'", '1', 'None', "'t'", '0', '[1]', 'TAGS', '2.0', "('u',)"]


class Maker(object):
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.depth = 0

    def pick(self, items):
        return self.random.choice(items)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    # -- statements of a method

    def statements(self, indent, count):
        out = []
        for _ in range(self.random.randint(1, count)):
            out.extend(self.statement(indent))
        return out

    def statement(self, indent):
        kinds = [self.assign] * 6 + [self.chain, self.unpack, self.call_setattr, self.helper, self.dict_item]
        if self.depth < 2:
            kinds += [self.branch] * 2 + [self.loop, self.attempt, self.delete, self.augment, self.update, self.local]
        self.depth += 1
        try:
            return [' ' * indent + line for line in self.pick(kinds)()]
        finally:
            self.depth -= 1

    def block(self):
        return self.statements(4, 2)

    def assign(self):
        return ['self.%s = %s' % (self.pick(NAMES), self.pick(VALUES))]

    def chain(self):
        return ['self.%s = self.%s = %s' % (self.pick(NAMES), self.pick(NAMES), self.pick(VALUES))]

    def unpack(self):
        return ['self.%s, self.%s = %s, %s' % (self.pick(NAMES), self.pick(NAMES), self.pick(VALUES),
                                               self.pick(VALUES))]

    def call_setattr(self):
        return ["setattr(self, '%s', %s)" % (self.pick(NAMES), self.pick(VALUES))]

    def helper(self):
        return ['self.helper(%s)' % self.pick(VALUES)]

    def dict_item(self):
        return ["self.__dict__['%s'] = %s" % (self.pick(NAMES), self.pick(VALUES))]

    def update(self):
        return ['self.__dict__.update(%s=%s, z=2)' % (self.pick('abc'), self.pick(VALUES))]

    def local(self):
        return ['%s = %s' % (self.pick('pq'), self.pick(VALUES))]

    def augment(self):
        name = self.pick(NAMES)
        return ['self.%s = 1' % name, 'self.%s += 2' % name]

    def delete(self):
        name = self.pick(NAMES)
        return ["if hasattr(self, '%s'):" % name, '    del self.%s' % name]

    def branch(self):
        out = ['if %s:' % self.pick(CONDITIONS)] + self.block()
        if self.chance(40):
            out += ['elif %s:' % self.pick(CONDITIONS)] + self.block()
        if self.chance(60):
            out += ['else:'] + self.block()
        if self.chance(10):
            out += ['if %s:' % self.pick(CONDITIONS), '    return']
        return out

    def loop(self):
        head = self.pick(['for k in TAGS:', 'for k in range(2):', 'for k, v in TABLE.items():',
                          'for n, k in enumerate(TAGS):'])
        out = [head, "    setattr(self, 'l%s' % k, 1)"] + self.block()
        if self.chance(30):
            out += ['    if k == %s:' % self.pick(["'s'", '1', "'t'"]), '        %s' % self.pick(['break', 'continue'])]
            out += self.block()
        return out

    def attempt(self):
        risky = self.pick(['self.%s = int(p)', 'self.%s = TABLE[q]', 'self.%s = p + 1', 'self.%s = q.missing',
                           'self.%s = self.helper(p)', "raise KeyError('%s')"]) % self.pick('abc')
        return ['try:', '    ' + risky] + self.block() + \
            ['except (%s):' % self.pick(['ValueError, TypeError', 'KeyError,', 'Exception,'])] + self.block() + \
            (['else:'] + self.block() if self.chance(30) else []) + \
            (['finally:'] + self.block() if self.chance(30) else [])

    # -- classes

    def default(self):
        return self.pick([a for a in ARGUMENTS if 'i' not in a])

    def slots(self):
        names = self.random.sample(NAMES, self.random.randint(0, 3))
        if self.chance(50):
            names.append('__dict__')
        return '    __slots__ = %r' % (self.pick([tuple, list])(names),)

    def cls(self, name, bases):
        out = ['class %s%s:' % (name, '(%s)' % ', '.join(bases) if bases else '')]
        if self.chance(25):
            out.append(self.slots())
        if self.chance(30):
            out.append('    kind = %s' % self.pick(["'x'", '3', 'LIMIT']))
        out.append('    def __init__(self, p, q=%s):' % self.default())
        if bases and self.chance(75):
            out.append('        ' + self.pick(['super().__init__(p, q)', '%s.__init__(self, p)' % bases[0],
                                               'super().__init__(q)']))
        out += self.statements(8, 5)
        if not bases or self.chance(30):
            out += ['    def helper(self, p, q=None):'] + self.statements(8, 2) + ['        return q']
        if self.chance(25):
            name = self.pick('ab')
            out += ['    @property', '    def %s(self): return 1' % name, '    @%s.setter' % name,
                    '    def %s(self, value): self._%s = value' % (name, name)]
        return out

    def program(self):
        """(source, factory)"""
        out = ["LIMIT = %d" % self.random.randint(1, 4), "TAGS = ['t', 's']", "TABLE = {'t': 1, 1: 't'}"]
        names = ['C%d' % n for n in range(self.random.randint(1, 3))]
        for index, name in enumerate(names):
            bases = [names[index - 1]] if index and self.chance(80) else []
            out += self.cls(name, bases)
        arguments = [self.pick(ARGUMENTS) for _ in range(self.random.randint(1, 2))]
        return '\n'.join(out) + '\n', '%s(%s)' % (names[-1], ', '.join(arguments))


def load(name):
    spec = importlib.util.spec_from_file_location(name.replace('-', '_'), os.path.join(HERE, name + '.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(1 << 32)
    table = load('test-describe')
    sys.path.insert(0, table.SCRIPTS)
    sys.dont_write_bytecode = True
    import describe
    print('1..%d' % count)
    print('# seed %d' % seed)
    failed = 0
    for number in range(1, count + 1):
        source, factory = Maker(seed + number).program()
        wrong = table.check(describe, source, factory, 'any')
        failed += wrong is not None
        print('%s %d seed %d' % ('not ok' if wrong else 'ok', number, seed + number))
        for line in ([wrong, factory] + source.split('\n') if wrong else []):
            print('# ' + line)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
