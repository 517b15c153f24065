# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in the body of a random class: attributes set in every way, methods, properties, descriptors."""
import re

from calls import Takes

NAMES = ('a', 'b', 'c', 'x', 'y', 'z', 'id', 'name', 'total', '_state', '_a', '__key', '__x', 'Q', 'Z9', 'value', '\u00e9',
         '__magic__', 'class_', 'of')
PLAIN_NAMES = tuple(n for n in NAMES if not n.startswith('__'))
# Values that cost nothing more for one more instance.
SHARED = ('1', '0', 'None', 'True', '1.5', '"x"', '"red"', '()', '(1, 2)', 'b"ab"', '3', '-7', '""', 'int', '2j')
# Values that each instance makes for itself.
FRESH = ('[]', '{}', '[1, 2, 3]', 'set()', '{1, 2}', '{"a": 1}', '[None] * 4', 'i + 10 ** 6', 'float(i)', 'f"{i:06d}"',
         '"o-%d" % i', 'bytearray(3)', '[i, i]', '{"k": [i]}', '(i, i)', 'str(i) + "x"',
         '{n: 0 for n in "abcdef"}', 'bytes(i + 2)', '[n for n in range(9)]', 'frozenset([1, i])',
         'decimal.Decimal(i + 5)', 'datetime.date(2020, 1, 1 + i % 9)', 'fractions.Fraction(1, i + 2)', 'i * 10 ** 30',
         'datetime.timedelta(days=i)', 'collections.deque()', '"\\u00e9" + str(i)', 'complex(i, 1)', 'object()')
# Whose memory goes to a free list that it was not taken from: only for what no code deletes.
KEPT = ('list(range(5))', 'dict(a=1, b=2)', 'list("abc")', 'dict([("a", 1)])', 'list((1, 2))')


class Bodies(object):
    """Parts of class bodies, drawn from self.random; mixed into Maker, which says what is allowed."""

    def names(self, counts, pool=NAMES):
        return self.random.sample(pool, min(self.pick(counts), len(pool)))

    def shared(self):
        return self.pick(SHARED)

    def fresh_values(self):
        """Those that take i, which only a factory has."""
        return [v for v in FRESH if takes_index(v)]

    def free_names(self, counts, pool=NAMES):
        """Such as do not stand in __slots__, mostly: Python refuses a class that gives these a value."""
        names = self.names(counts, pool)
        return names if self.some(0.1) else [n for n in names if n not in self.current.names]

    # -- the body of a class that is no special kind

    def body(self, name):
        lines = []
        for part, chance in ((self.class_variables, 0.3), (self.annotations, 0.15), (self.init, 0.5), (self.method, 0.3),
                             (self.accessor, 0.2), (self.descriptor, 0.05), (self.hook, 0.1), (self.statement_in_body, 0.06),
                             (self.new, 0.05)):
            if self.some(chance):
                lines += part(name)
        if self.some(0.1):
            lines.append('"""A class."""')
        return lines

    def class_variables(self, name):
        return ['%s = %s' % (n, self.shared()) for n in self.free_names((1, 1, 2))]

    def annotations(self, name):
        kinds = ('int', '"str"', 'typing.Optional[int]', 'typing.ClassVar[int]', 'list', 'typing.Any')
        return ['%s: %s%s' % (n, self.pick(kinds), self.pick(('', '', ' = 1'))) for n in self.free_names((1, 2, 3))]

    def statement_in_body(self, name):
        first, other = self.random.sample(PLAIN_NAMES, 2)
        return self.pick((['for %s in range(3): pass' % first], ['%s = 1' % first, 'del %s' % first],
                          ['if sys.version_info >= (3, 9):', '    %s = 1' % first, 'else:', '    %s = 2' % other],
                          ['%s = %s = 2' % (first, other)], ['locals()["%s"] = 3' % first],
                          ['class Meta:', '    %s = 1' % first], ['try:', '    import nothing', 'except ImportError:',
                                                                  '    %s = None' % first],
                          ['%s, %s = 1, 2' % (first, other)], ['__module__ = "elsewhere"'], ['__hash__ = None']))

    # -- constructors

    def init(self, name):
        parameters, values = self.parameters()
        steps = self.steps(values)
        if self.some(0.3):
            steps.insert(self.pick((0, 0, len(steps))), self.call_up('__init__', values))
        self.current.takes = Takes.of_parameters(parameters)
        return ['def __init__(%s):' % ', '.join(['self'] + parameters)] + indented(steps or ['pass'])

    def parameters(self):
        """(parameters after self, names of what they give)."""
        names = self.names((0, 0, 1, 2, 3), PLAIN_NAMES)
        wanted = self.random.randint(0, len(names))
        parameters = [n if i < wanted else '%s=%s' % (n, self.shared()) for i, n in enumerate(names)]
        tail = self.random.random()
        if tail < 0.1:
            parameters.append('*args')
        elif tail < 0.2:
            parameters.append('**words')
        elif tail < 0.3:
            parameters += ['*', 'only=1']
            names = names + ['only']
        elif tail < 0.4:
            parameters += ['*args', '**words']
        return parameters, names

    def steps(self, values):
        """Statements that give self attributes."""
        if self.some(0.03):
            count = self.random.choice((6, 11, 22, 28, 29, 30, 31, 32, 34))
            return self.pick((['self.n%d = %d' % (i, i) for i in range(count)],
                              ['for n in range(%d): setattr(self, "n%%d" %% n, n)' % count]))
        lines = []
        for attribute in self.names((0, 1, 2, 3, 5, 7)):
            value = self.pick(values) if values and self.some(0.5) else self.shared()
            lines += self.step(attribute, value)
        return lines

    def step(self, attribute, value):
        if self.fresh and self.some(0.4):
            self.used_fresh = True
            if self.some(0.15):
                return ['self.kept = %s' % self.pick(KEPT)]
            value = self.pick([v for v in FRESH if not takes_index(v)])
        if self.some(0.7):
            return ['self.%s = %s' % (attribute, value)]
        return self.pick((['if %s:' % value, '    self.%s = 1' % attribute],
                          ['self.%s: int = %s' % (attribute, value)],
                          ['setattr(self, "%s", %s)' % (attribute, value)],
                          ['object.__setattr__(self, "%s", %s)' % (attribute, value)],
                          ['self.__dict__["%s"] = %s' % (attribute, value)],
                          ['self.__dict__.update(%s=%s)' % (attribute.lstrip('_') or 'q', value)],
                          ['vars(self)["%s"] = %s' % (attribute, value)],
                          ['self.%s = %s' % (attribute, value), 'del self.%s' % attribute],
                          ['self.%s = self.other = %s' % (attribute, value)],
                          ['self.%s, self.other = %s, 2' % (attribute, value)],
                          ['self._set_up()'],
                          ['try:', '    self.%s = %s' % (attribute, value), 'except AttributeError:', '    pass'],
                          ['self.%s = 0' % attribute, 'self.%s += 1' % attribute],
                          ['self.__dict__ = {"%s": %s}' % (attribute, value)]))

    def new(self, name):
        made = self.pick(('super().__new__(cls)', 'super().__new__(cls)', 'super().__new__(cls, *args)',
                          'object.__new__(cls)' if not self.current.solid or self.some(0.2) else 'super().__new__(cls)'))
        lines = ['self = %s' % made] + ['self.%s = 1' % n for n in self.names((0, 1, 2))] + ['return self']
        return ['def __new__(cls, *args, **words):'] + indented(lines)

    # -- methods and what looks like attributes

    def method(self, name):
        attribute = self.pick(NAMES)
        return self.pick((['def _set_up(self):'] + indented(['self.%s = 1' % n for n in self.names((1, 2))]),
                          ['def run(self, n=0):'] + indented(['self.%s = n' % attribute, 'return self']),
                          ['def __repr__(self):', '    return "it"'],
                          ['def __eq__(self, other):', '    return self is other'],
                          ['def __len__(self):', '    return 0'],
                          ['@staticmethod', 'def make():', '    return 1'],
                          ['@classmethod', 'def build(cls, n=1):', '    return cls()'],
                          ['def __getattr__(self, name):', '    return None'],
                          ['def __del__(self):', '    pass'],
                          ['def __hash__(self):', '    return 1'],
                          ['def __iter__(self):', '    yield self.%s' % attribute],
                          ['def __bool__(self):', '    return False'],
                          ['def __enter__(self):', '    self._entered = True', '    return self'],
                          ['@abc.abstractmethod', 'def needed(self):', '    pass'],
                          ['async def wait(self):', '    self.%s = 1' % attribute],
                          ['def __getstate__(self):', '    return {}'],
                          ['def outer(self):', '    def inner():', '        self.%s = 2' % attribute, '    return inner']))

    def accessor(self, name):
        attribute, inner = (self.free_names((2,)) + ['area', 'size'])[:2]
        lines = self.pick((['@property', 'def %s(self):' % attribute, '    return 1'],
                           ['@property', 'def %s(self):' % attribute, '    return self.%s' % inner,
                            '@%s.setter' % attribute, 'def %s(self, value):' % attribute, '    self.%s = value' % inner],
                           ['%s = property(lambda self: 1)' % attribute],
                           self.since(8, ['@functools.cached_property', 'def %s(self):' % attribute, '    return 1']),
                           self.since(8, ['@functools.cached_property', 'def %s(self):' % attribute, '    return 1',
                                          '%s = %s' % (inner, attribute)]),
                           ['@functools.lru_cache()', 'def %s(self):' % attribute, '    return 1'],
                           ['@classmethod', 'def %s(cls): return 1' % attribute],
                           ['%s = operator.attrgetter("a")' % attribute]))
        return lines

    def descriptor(self, name):
        return ['%s = %s()' % (n, self.pick(self.descriptors)) for n in self.free_names((1, 2))] if self.descriptors else []

    def hook(self, name):
        return self.pick((['def __init_subclass__(cls, **words): pass'],
                          ['def __init_subclass__(cls, **words):', '    super().__init_subclass__(**words)'],
                          ['def __init_subclass__(cls, tag=None):', '    cls.tag = tag'],
                          ['def __init_subclass__(cls, tag):', '    cls.tag = tag'],
                          ['def __init_subclass__(cls, /, **words):', '    super().__init_subclass__()']
                          if self.minor >= 8 else [],
                          ['def __setattr__(self, name, value):', '    super().__setattr__(name, value)'],
                          ['def __setattr__(self, name, value):', '    object.__setattr__(self, name, value)'],
                          ['def __setattr__(self, name, value):', '    self.__dict__[name] = value'],
                          ['def __class_getitem__(cls, item):', '    return cls'],
                          ['def __getattribute__(self, name):', '    return super().__getattribute__(name)'],
                          ['def __set_name__(self, owner, name):', '    self.named = name'],
                          ['def __get__(self, instance, owner=None):', '    return self']))


def indented(lines):
    return ['    ' + line for line in lines]


def takes_index(expression):
    """Whether i stands in it as a name."""
    return re.search(r'(?<![\\w"])i\b', expression) is not None
