# SPDX-License-Identifier: GPL-3.0-or-later
"""The reply: classes, recipes and values as JSON data."""
import json

import hy_library as library
from hy_kept import kept_of
from hy_literal import width_of
from hy_module import uses_class_cell
from hy_since import Since
from hy_things import (MISSING, Alias, ClassThing, Const, FieldThing, Func, Generated, Instance, LibClass, LibThing,
                       Prop, Seq, Sized, Unknown, Wrapped)

LARGEST_SHARED = 256  # int that is made once
MOST_ITEMS = 2000
MOST_TEXT = 300
DEEPEST_VALUE = 12
METHOD = type(str.join)
MADE = {'Add': 'sum', 'Sub': 'difference', 'Mult': 'product'}
MEMBER_KINDS = {'staticmethod': 'staticmethod', 'classmethod': 'classmethod', 'cached_property': 'cached_property'}


def shown(text):
    text = str(text)
    return text if len(text) <= MOST_TEXT else text[:MOST_TEXT - 3] + '...'


class Emitter(object):
    """Turns classes into data; classes get numbers, bases before what stands on them."""

    def __init__(self, machine, classes):
        """@classes: those of newer versions, to which this adds its own."""
        self.machine = machine
        self.numbers = {}
        self.identities = {}
        self.classes = classes
        self.newer = {}  # text of those -> their numbers
        for number, data in enumerate(classes):
            self.newer.setdefault(json.dumps(data, sort_keys=True), []).append(number)
        self.made = None  # the instance of which the recipe is told
        self.kept = None  # the tuple that it keeps beside its attributes
        self.open = set()  # ids of things that are being told

    # -- values

    def value(self, thing, depth=0):
        data = {'k': 'unknown'}
        if thing.fresh or thing.folded:
            data['fresh' if thing.fresh else 'folded'] = True
            # The thing is kept, so that its id stays its own.
            data['id'] = self.identities.setdefault(id(thing), (len(self.identities) + 1, thing))[0]
        if depth > DEEPEST_VALUE:
            data['reason'] = 'nested too deeply'
            return data
        name = 'value_' + type(thing).__name__
        known = getattr(self, name, None)
        if known is None and thing.fresh:
            data['reason'] = 'what a %s made for each instance takes is not modelled' % type(thing).__name__.lower()
            return data
        if known is None:
            data['k'] = 'global'
            data['text'] = shown(getattr(thing, 'name', None) or type(thing).__name__)
            return data
        known(thing, data, depth)
        return data

    def value_Unknown(self, thing, data, depth):
        data['reason'] = thing.reason

    value_Varying = value_Unknown

    def value_LibMethod(self, thing, data, depth):
        method = getattr(library.builtin_type(thing.cls.name), thing.name, None)
        if thing.owner is None:
            data.update(k='global', text=thing.name)
        elif isinstance(method, METHOD) and not isinstance(thing.owner, (Instance, ClassThing)):
            data.update(k='library', type='builtin_function_or_method', text=thing.name)
            self.hold(data, thing, [thing.owner], depth)
        else:
            data['reason'] = 'what `%s` of an object of the library is, is not known' % thing.name

    def value_LibThing(self, thing, data, depth):
        if thing.member:
            data['reason'] = 'what `%s` is, is not known' % thing.name
        else:
            data.update(k='global', text=thing.name)

    def value_Plain(self, thing, data, depth):
        data['k'] = 'none'
        data['text'] = 'None'

    def value_Const(self, thing, data, depth):
        value = thing.value
        if value is None:
            data['k'] = 'none'
        elif isinstance(value, bool):
            data.update(k='bool', n=int(value))
        elif isinstance(value, int):
            data.update(k='int', bits=value.bit_length())
            data['n'] = max(min(value, 2 ** 63 - 1), -2 ** 63)
            if thing.room is MISSING and thing.fresh and not -6 < value <= LARGEST_SHARED:
                data.update(k='unknown', reason='how many digits Python takes for %s is not known' % shown(repr(value)))
            elif thing.room is not MISSING:
                data.update(room=thing.room, compact=thing.compact)
        elif isinstance(value, (float, complex)):
            data['k'] = type(value).__name__
        elif isinstance(value, str):
            data.update(k='str', len=len(value), w=width_of(value))
            if thing.own and len(value) == 1:
                data['own'] = True
        elif isinstance(value, bytes):
            data.update(k='bytes', len=len(value))
        else:
            data['k'] = 'global'
        huge = isinstance(value, int) and value.bit_length() > 4000
        data['text'] = shown(hex(value) if huge else repr(value[:MOST_TEXT]) if isinstance(value, (str, bytes))
                             else repr(value))

    def value_Sized(self, thing, data, depth):
        if thing.state['unknown']:
            data['reason'] = thing.state['unknown']
            return
        data.update(k=thing.kind, len=thing.length, text=shown(thing.text))
        if thing.kind == 'str':
            data.update(w=thing.width, digits=thing.digits, own=thing.own)
            data['text'] = shown("f'%s'" % thing.text if thing.digits else thing.text)

    def value_Number(self, thing, data, depth):
        data.update(k=thing.kind, idx=thing.scale, n=thing.offset, text=thing.text)
        if thing.made:
            operator, left, right = thing.made
            data.update(made=MADE[operator], of=[self.operand(left), self.operand(right)])

    def operand(self, thing):
        if isinstance(thing, Const):
            return {'k': 'int', 'n': max(min(thing.value, 2 ** 63 - 1), -2 ** 63), 'bits': thing.value.bit_length()}
        return {'k': 'int', 'n': thing.offset, 'idx': thing.scale}

    def value_Seq(self, thing, data, depth):
        if thing is self.kept and thing.kind == 'tuple':
            data.update(k='global', text='args')
            return
        if thing.state['unknown']:
            data['reason'] = thing.state['unknown']
            return
        if thing.kind not in ('list', 'tuple', 'set', 'frozenset'):
            data.update(k='unknown', reason='a %s' % thing.kind)
            return
        if self.any_new(thing.items[MOST_ITEMS:]):
            data.update(k='unknown', reason='more items than a reader follows')
            return
        data.update(k=thing.kind, len=thing.length, g=thing.state['growth'])
        data['items'] = [self.value(t, depth + 1) for t in thing.items[:MOST_ITEMS]]
        data['text'] = self.show_items(thing, data['items'])

    def any_new(self, items):
        """Whether there are new objects among items: those can't be left out where the rest is told."""
        return any(getattr(item, 'fresh', False) for item in items)

    def show_items(self, thing, items):
        inner = ', '.join(i.get('text', '...') for i in items[:8]) + (', ...' if thing.length > 8 else '')
        if thing.kind == 'tuple' and thing.length == 1:
            inner += ','
        marks = {'list': '[%s]', 'tuple': '(%s)', 'set': '{%s}' if items else 'set(%s)',
                 'frozenset': 'frozenset({%s})' if items else 'frozenset(%s)'}
        return shown(marks[thing.kind] % inner)

    def value_Range(self, thing, data, depth):
        if len(thing.range) > LARGEST_SHARED or any(abs(n) > LARGEST_SHARED for n in (thing.range.start, thing.range.step)):
            data['reason'] = 'which numbers of their own a range keeps is not modelled'
        else:
            data.update(k='library', type='range', text=repr(thing.range))

    def value_Map(self, thing, data, depth):
        if thing.state['unknown'] or thing.state['unsized'] or thing.of_view:
            data['reason'] = thing.state['unknown'] or thing.state['unsized'] or 'how large a copy of `__dict__` is, is not modelled'
            return
        odd = next((k for k, _ in thing.pairs if isinstance(k, LibThing) and '.' in k.name), None)
        if odd is not None:
            data['reason'] = 'whether `%s` is a text, and how large a dict with it, is not known' % odd.name
            return
        if self.any_new(value for pair in thing.pairs[MOST_ITEMS:] for value in pair):
            data.update(k='unknown', reason='more items than a reader follows')
            return
        pairs = thing.pairs[:MOST_ITEMS]
        flat = []
        for key, value in pairs:
            flat += [self.value(key, depth + 1), self.value(value, depth + 1)]
        data.update(k='dict', len=len(thing.pairs), g=thing.state['growth'], items=flat)
        data['sk'] = all((isinstance(k, Const) and isinstance(k.value, str)) or
                         (isinstance(k, Sized) and k.kind == 'str') for k, _ in thing.pairs)
        inner = ', '.join('%s: %s' % (flat[n].get('text', '...'), flat[n + 1].get('text', '...'))
                          for n in range(0, min(len(flat), 16), 2))
        data['text'] = shown('{%s%s}' % (inner, ', ...' if len(pairs) > 8 else ''))

    def value_Instance(self, thing, data, depth):
        data.update(k='object', type=thing.cls.qualname, text='<%s>' % thing.cls.name)
        if thing is self.made:
            data['k'] = 'global'  # the instance itself is not counted again

    def value_DictView(self, thing, data, depth):
        data.update(k='global', text='__dict__')

    def value_LibInstance(self, thing, data, depth):
        if thing.name.startswith('enum:'):
            data.update(k='global', text=thing.text)
            return
        if thing.holds_keywords():
            data['reason'] = 'what %s keeps of keyword arguments is not known' % thing.name
            return
        if thing.state['unknown']:
            data['reason'] = thing.state['unknown']
            return
        data.update(k='library', type=thing.name, text=shown(thing.text))
        data['items'] = [self.value(a, depth + 1) for a in kept_of(thing)]
        data['len'] = len(data['items'])

    def value_Bound(self, thing, data, depth):
        data.update(k='library', type='method', text='method')
        self.hold(data, thing, [thing.owner], depth)

    def value_Func(self, thing, data, depth):
        data.update(k='library' if thing.fresh else 'global', text=thing.name)
        if thing.vague:
            data.update(k='unknown', reason=thing.vague)
        elif thing.fresh:
            data['type'] = 'function'
            self.hold(data, thing, thing.kept, depth)

    def value_ClassThing(self, thing, data, depth):
        if thing.fresh:
            data['reason'] = 'what a class made for each instance takes is not modelled'
        else:
            data.update(k='global', text=thing.name)

    def value_Cell(self, thing, data, depth):
        data.update(k='library', type='cell', text=thing.text)
        self.hold(data, thing, [thing.content()], depth)

    def hold(self, data, thing, things, depth):
        """What an object keeps of its own: not again the instance, nor what is being told already."""
        self.open.add(id(thing))
        things = [t for t in things if t is not MISSING and t is not self.made and id(t) not in self.open]
        data['items'] = [self.value(t, depth + 1) for t in things]
        data['len'] = len(things)
        self.open.discard(id(thing))

    # -- classes

    def number(self, thing):
        if thing not in self.numbers:
            bases = [self.base(b) for b in thing.written_bases()]
            meta = self.base(thing.metaclass) if thing.metaclass else None
            members = self.members(thing)
            self.numbers[thing] = self.keep(self.describe(thing, bases, meta, members))
        return self.numbers[thing]

    def keep(self, data):
        """The number of a class: that of the same one of a newer version, or a new one."""
        equal = self.newer.get(json.dumps(data, sort_keys=True)) if self.newer else None
        if equal:
            return equal.pop(0)
        self.classes.append(data)
        return len(self.classes) - 1

    def base(self, entry):
        thing, text, line = entry
        data = {'n': text, 'line': line}
        if isinstance(thing, Alias):
            data['sub'] = True
            thing = thing.cls
        if isinstance(thing, ClassThing) and thing.alias_of is None:
            data.update(k='def', i=self.number(thing))
        elif isinstance(thing, (LibClass, LibThing)):
            data.update(k='lib', n=getattr(thing, 'imported', thing.name))
        elif isinstance(thing, Unknown):
            data.update(k='unknown', r=thing.reason)
        elif isinstance(thing, Instance):
            data.update(k='not', n=thing.cls.name)
        else:
            kind = self.machine.class_of(thing)
            if isinstance(kind, Unknown):
                data.update(k='unknown', r='`%s` (line %d) is not known' % (text, line))
            else:
                data.update(k='not', n=kind.name.rsplit('.', 1)[-1])
        return data

    def describe(self, thing, bases, meta, members):
        data = {'kind': thing.kind if thing.kind != 'enum' else 'regular', 'name': thing.name,
                'qualname': thing.qualname, 'line': thing.line, 'bases': bases, 'members': members,
                'static': thing.static_attributes}
        if meta is not None:
            data['meta'] = meta
        data.update(self.slots(thing))
        if data['slots_state'] == 'unknown':
            self.doubt_slots(thing, data)
        if thing.data:
            data['dc'] = thing.data
        if thing.fields is not None:
            data['fields'] = [f.name for f in thing.fields if not f.init_var]
        if thing.class_keywords():
            data['keywords'] = [name for name, _ in thing.class_keywords()]
        if thing.kind == 'namedtuple' and thing.statement and uses_class_cell(thing.node):
            data['cell'] = True
        if thing.followed:
            data['followed'] = True
        if thing.unknown_decorators:
            data['decorators'] = thing.unknown_decorators
        if thing.refusal:
            data['refusal'] = thing.refusal.told()
        if thing.unknown and 'unknown' not in data:
            data['unknown'] = thing.unknown
        if thing.module is not None and thing.node is not None:
            minor, reason = self.since(thing)
            if minor:
                data.update(since=minor, since_reason=reason)
        if thing.module is not None:
            data['file'] = thing.module.path
            if thing.statement:
                data['source'] = thing.module.source_of(thing.node)
        return data

    def since(self, thing):
        if thing.module.since is None:
            thing.module.since = Since(thing.module).read_file()
        return thing.module.since.read_class(thing)

    def doubt_slots(self, thing, data):
        value = thing.namespace['__slots__']
        reason = value.reason if isinstance(value, Unknown) else 'they are computed'
        line = thing.lines.get('__slots__', thing.line)
        data['unknown'] = 'the names in `__slots__` (line %d) are not known: %s' % (line, reason)

    def slots(self, thing):
        if '__slots__' not in thing.namespace:
            return {'slots_state': 'absent'}
        value = thing.namespace['__slots__']
        if isinstance(value, Instance) and value.state['payload'] is not None:
            value = value.state['payload']
        if isinstance(value, Const) and isinstance(value.value, str):
            return {'slots_state': 'names', 'slots': [{'n': value.value}]}
        kind = self.machine.class_of(value)
        if isinstance(value, Const) and not isinstance(value.value, (str, bytes)):
            return {'slots_state': 'not-iterable', 'slots_type': type(value.value).__name__}
        if isinstance(value, (Func, ClassThing, LibClass, LibThing)) and not isinstance(kind, Unknown):
            name = kind.name if isinstance(kind, (LibClass, ClassThing)) else 'type'
            return {'slots_state': 'not-iterable', 'slots_type': name}
        items = self.slot_items(value)
        if items is None:
            return {'slots_state': 'unknown'}
        slots = [self.slot(t) for t in items]
        if any(s is None for s in slots):
            return {'slots_state': 'unknown'}
        return {'slots_state': 'names', 'slots': slots}

    def slot_items(self, value):
        if isinstance(value, Seq):
            if value.state['unknown']:
                return None
            return value.items * value.length if value.repeated else value.items
        try:
            return self.machine.try_iterate(value)
        except Exception:  # fuel: then nobody knows
            return None

    def slot(self, thing):
        if isinstance(thing, Instance) and isinstance(thing.state['payload'], Const):
            thing = thing.state['payload']
        if isinstance(thing, Const):
            if isinstance(thing.value, str):
                return {'n': thing.value}
            return {'t': type(thing.value).__name__}
        kind = self.machine.class_of(thing)
        return None if isinstance(kind, Unknown) else {'t': kind.name}

    # -- members

    def members(self, thing):
        out = []
        annotated = iter(thing.annotations)
        names = list(thing.lines) + [n for n in thing.namespace if n not in thing.lines]
        for name in names:
            if name in thing.annotations:
                name = next(annotated)  # the order of annotations is that of fields
            if name in thing.namespace:
                out.append(self.member(thing, name, thing.namespace[name]))
            elif name in thing.annotations:
                text, _, line = thing.annotations[name]
                out.append({'k': 'annotation', 'n': self.unmangled(name, thing), 'a': text, 'line': line})
        return out

    def unmangled(self, name, thing):
        """The name as written: mangling it again gives the same."""
        start = '_' + thing.name.lstrip('_') + '__'
        return name[len(start) - 2:] if name.startswith(start) and not name.endswith('__') else name

    def member(self, thing, name, value):
        data = {'n': self.unmangled(name, thing), 'line': thing.lines.get(name, thing.line)}
        if name in thing.annotations:
            data['a'] = thing.annotations[name][0]
        if isinstance(value, (Func, Generated)):
            data['k'] = 'method'
        elif isinstance(value, Wrapped):
            data['k'] = MEMBER_KINDS.get(value.kind, 'method')
        elif isinstance(value, Prop):
            data.update(k='property', setter=value.setter is not None)
        elif isinstance(value, Instance) and self.is_descriptor(value):
            data.update(k='descriptor', i=self.number(value.cls))
        else:
            data.update(k='variable', v=self.value(value))
            if isinstance(value, FieldThing):
                data['field'] = self.field_call(value.keywords)
        return data

    def field_call(self, words):
        truth = self.machine.truth
        data = {'default': 'default' in words and not isinstance(words['default'], LibThing),
                'factory': 'default_factory' in words or 'factory' in words,
                'no_init': 'init' in words and truth(words['init']) is False}
        if 'kw_only' in words and truth(words['kw_only']) is not None:
            data['kw_only'] = int(truth(words['kw_only']))
        if data['default']:
            data['v'] = self.value(words['default'])
        return data

    def is_descriptor(self, value):
        find = self.machine.find_in_class
        return value.cls.alias_of is None and value.cls.module is not None and \
            any(find(value.cls, n) is not MISSING for n in ('__get__', '__set__', '__delete__'))

    # -- recipes

    def ops(self, instance):
        steps = []
        cell = instance.state['ops']
        while cell is not None:
            cell, step = cell
            steps.append(step)
        return [self.op(s) for s in reversed(steps)]

    def op(self, step):
        data = {'k': step['op'], 'line': step['line']}
        if step['name'] is not None:
            data['n'] = step['name']
        if step['value'] is not None:
            data['v'] = self.value(step['value'])
        return data
