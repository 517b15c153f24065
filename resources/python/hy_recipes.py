# SPDX-License-Identifier: GPL-3.0-or-later
"""How an instance is made: the factory, followed step by step."""
import ast

from hy_early import Early
from hy_machine import FUEL_RECIPE, Env
from hy_module import Module
from hy_things import (MISSING, ClassThing, Exhausted, Func, Generated, Instance, LibClass, LibMethod, Number, Plain,
                       Raised, SlotMember, Undecided, Unknown, Wrapped)


class FactoryError(Exception):
    def __init__(self, message, column=0):
        Exception.__init__(self, message)
        self.message = message
        self.column = column


def parse_factory(text):
    try:
        tree = ast.parse(text.strip(), '<factory>', 'eval')
        for part in ast.walk(tree):
            part.lineno = 0  # of no file: messages name no line
    except SyntaxError as error:
        raise FactoryError('is no Python expression: ' + error.msg, max(error.offset or 0, 0))
    except (ValueError, RecursionError, MemoryError) as error:
        raise FactoryError('is no expression that can be read: ' + (str(error) or 'nested too deeply'))
    return tree.body


class Factory(Module):
    """The text of a factory in the scope of a file."""

    def __init__(self, text, module):
        Module.__init__(self, module.path, module.name, text, None)
        self.env = module.env
        self.starred = module.starred

    def segment(self, node):
        end = getattr(node, 'end_col_offset', None)
        if end is None or len(self.lines) > 1:
            return self.text
        return self.text.encode('utf-8')[node.col_offset:end].decode('utf-8', 'replace')


class Recipes(object):
    """Makes recipes as reply data, for one module."""

    def __init__(self, machine, module, emitter):
        self.machine = machine
        self.module = module
        self.emitter = emitter
        self.early = {}  # by module

    # -- the factory that a person wrote

    def from_factory(self, text):
        """(thing that is made, recipe data) of a factory expression. Raises FactoryError."""
        node = parse_factory(text)
        self.check_names(node)
        return self.follow(text.strip(), lambda env: self.machine.eval(node, env), node)

    def check_names(self, node):
        own = set()
        for part in ast.walk(node):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                own.add(part.id)
            elif isinstance(part, ast.arg):
                own.add(part.arg)
        for part in ast.walk(node):
            if isinstance(part, ast.Name) and part.id not in own and part.id != 'i':
                if self.machine.lookup(part.id, self.module.env) is MISSING and not self.module.starred:
                    raise FactoryError("uses a name that the file does not have: '%s'" % part.id, part.col_offset + 1)

    def called_class(self, text):
        """The class that the factory calls, where it calls one by name; None."""
        node = parse_factory(text)
        if not isinstance(node, ast.Call) or not isinstance(node.func, (ast.Name, ast.Attribute)):
            return None
        try:
            found = self.machine.plain_class(self.machine.eval(node.func, self.module.env))
        except (Raised, Undecided, Exhausted):
            return None
        return found if isinstance(found, ClassThing) else None

    # -- the plain call

    def plain(self, cls):
        """(thing that is made, recipe data) of the class called without arguments, or with one plain value per required
        parameter."""
        machine = self.machine
        needed, only = self.required(cls)
        args = [Plain(n) for n in needed]
        words = {n: Plain(n) for n in only}
        text = '%s(%s)' % (cls.qualname, ', '.join(['None'] * len(needed) + ['%s=None' % n for n in only]))
        node = parse_factory(text)

        def act(env):
            return machine.construct(cls, args, words, node, env)

        return self.follow(text, act, node, args + list(words.values()))

    def required(self, cls):
        """Names of required positional and keyword-only parameters."""
        if isinstance(cls.alias_of, Func):
            return self.required_of(cls.alias_of, 0)
        return max((self.required_by(cls, name) for name in ('__init__', '__new__')), key=lambda r: len(r[0] + r[1]))

    def required_by(self, cls, name):
        found = self.machine.find_in_class(cls, name)
        found = found.func if isinstance(found, Wrapped) else found
        if isinstance(found, LibMethod) and name == '__init__':
            found = self.machine.library_maker(found.cls.name)
        if isinstance(found, Func):
            return self.required_of(found)
        if not isinstance(found, Generated):
            return [], []
        if found.kind == 'namedtuple-new':
            return [f.name for f in found.cls.fields if f.default is None], []
        fields = [f for f in self.machine.all_fields(found.cls) if f.init and f.default is None and f.factory is None]
        return [f.name for f in fields if not f.kw_only], [self.machine.argument_name(f) for f in fields if f.kw_only]

    def required_of(self, func, skip=1):
        spec = func.node.args
        names = [a.arg for a in getattr(spec, 'posonlyargs', [])] + [a.arg for a in spec.args]
        names = names[skip:len(names) - len(func.defaults)] if len(names) > len(func.defaults) else []
        return names, [a.arg for a in spec.kwonlyargs if a.arg not in func.kw_defaults]

    # -- following

    def follow(self, text, action, node, arguments=None):
        """(thing that is made, recipe data) on the newest version; the data of older ones that make it otherwise is
        under `earlier`, the newest first."""
        machine = self.machine
        read = machine.minor, machine.first
        minor, ways = machine.newest, []
        while minor >= machine.oldest:
            machine.minor, machine.first = minor, machine.oldest
            ways.append((minor, self.follow_version(text, action, node, arguments)))
            minor = machine.first - 1
        machine.minor, machine.first = read
        made, data = ways[0][1]
        for minor, (other, earlier) in ways[1:]:
            if not self.same_kind(made, other):
                earlier = {'factory': text, 'unknown': 'what the factory makes depends on the version'}
            data.setdefault('earlier', []).append(dict(earlier, last=minor))
        return made, data

    def same_kind(self, made, other):
        """Whether things that two versions make, if they make one, are of one class."""
        kinds = [t.cls if isinstance(t, Instance) else type(t) for t in (made, other) if not isinstance(t, (type(None), Unknown))]
        return len(set(kinds)) < 2

    def follow_version(self, text, action, node, arguments):
        """(thing that is made, recipe data): the factory is followed twice, since the second instance may be made
        otherwise than the first: a singleton, a cache, a counter."""
        machine = self.machine
        mark = len(machine.journal)
        machine.making = True
        try:
            made, data = self.follow_once(text, action, node, arguments)
            if isinstance(made, Instance) and 'unknown' not in data:
                again, other = self.follow_once(text, action, node, arguments)
                doubt = self.compare(made, data, again, other) or machine.grown
                if doubt:
                    data['unknown'] = doubt
                elif self.share(made, again):
                    data.update(ops=self.emitter.ops(again), arguments=other['arguments'])
        finally:
            machine.making = False
            machine.rollback(mark)
        return made, data

    def share(self, made, again):
        """Notes values that both instances hold: they are not made anew for each. Whether there are any."""
        first = {id(v) for v in made.attrs.values() if v.fresh}
        both = [v for v in again.attrs.values() if id(v) in first]
        for value in both:
            value.fresh = False
        return bool(both)

    def compare(self, made, data, again, other):
        """Why the second instance costs something else than the first; None."""
        if again is made:
            return 'the same instance is given each time'
        if 'refusal' in other or 'unknown' in other:
            return 'the second instance can not be made as the first: ' + \
                (other['refusal']['text'] if 'refusal' in other else other['unknown'])
        if [shape(s) for s in data.get('ops', ())] != [shape(s) for s in other.get('ops', ())] or \
                size(data.get('payload')) != size(other.get('payload')):
            return 'the second instance is made otherwise than the first'
        return None

    def follow_once(self, text, action, node, arguments):
        machine = self.machine
        env = Env(Factory(text, self.module), self.module.env, 'function')
        env.vars['i'] = Number('int')
        machine.fuel = FUEL_RECIPE
        machine.depth = 0
        machine.watched, machine.handed, machine.unread = node, None, None
        machine.created, machine.grown = [], None
        data = {'factory': text}
        made = None
        try:
            made = action(env)
            self.fill(data, made, machine.handed if arguments is None else arguments)
        except Raised as error:
            if error.vague or machine.unread:
                data['unknown'] = 'Python refuses: %s' % error.text() if error.vague else \
                    '%s may raise before Python says %s' % (machine.unread, error.text())
            else:
                data['refusal'] = error.told()
        except (Undecided, Exhausted) as error:
            data['unknown'] = str(error)
        except RecursionError:
            data['unknown'] = 'nested too deeply to be followed'
        except Exception as error:  # a fault of the reader's own must not take the other classes with it
            data['unknown'] = 'the reader failed: %s: %s' % (type(error).__name__, error)
        if 'unknown' in data:
            data['unknown'] = data['unknown'].replace(' (line 0)', '')
        return made, data

    def fill(self, data, made, arguments):
        emitter = self.emitter
        emitter.made = made
        data['arguments'] = [emitter.value(a) for a in arguments or ()]
        if isinstance(made, Instance):
            emitter.kept = made.state['payload'] if self.is_exception(made) else None
            data['ops'] = emitter.ops(made)
            emitter.kept = None
            if made.cls.early:
                data['early'] = made.cls.early
            doubt = made.state['unknown'] or self.shared_arguments(made) or self.sibling_doubt(made) or self.early_doubt(made)
            if doubt:
                data['unknown'] = doubt
            if made.state['payload'] is not None:
                data['payload'] = emitter.value(made.state['payload'])
        elif isinstance(made, Unknown):
            data['unknown'] = made.reason
        elif made is not None:
            data['payload'] = emitter.value(made)

    def shared_arguments(self, made):
        """Why what an exception keeps as args may be counted twice; None."""
        given = made.attrs.get('args')
        if not self.is_exception(made) or sum(v is given for v in made.attrs.values()) < 2 or not given.fresh:
            return None
        return 'what it keeps as `args` is also held by another attribute'

    def is_exception(self, made):
        return any(self.machine.is_exception(b.name) for b in self.machine.mro(made.cls) if isinstance(b, LibClass))

    def sibling_doubt(self, made):
        """Why the factory makes more than one instance of the class, which share keys; None."""
        if not self.machine.has_place(made.cls) or all(t is made or t.cls is not made.cls for t in self.machine.created):
            return None
        return 'more than one `%s` is made, and they share keys' % made.cls.name

    def early_doubt(self, made):
        """Why keys that the class shares are others than this instance tells; None."""
        cls = made.cls
        names = self.names_in_dict(made)
        for one in cls.early_ones if self.machine.has_place(cls) else ():
            if one is None or one.state['unknown'] or self.names_in_dict(one) != names:
                return 'the file itself makes an instance that may have other attributes, and its class shares keys'
        hook = self.machine.find_in_class(cls, '__set_name__')
        node = hook.node if isinstance(hook, Func) else None
        if cls.module.tree is not None and cls.module not in self.early:
            self.early[cls.module] = Early(cls.module.tree)
        early = self.early.get(cls.module)
        for name, line in early.attributes(cls.qualname, node) if early is not None else ():
            if name not in made.attrs and not isinstance(self.machine.find_in_class(cls, name), SlotMember):
                return 'an instance that the file itself makes gets `%s`, and its class shares keys (line %d)' % (name, line)
        return None

    def names_in_dict(self, instance):
        find = self.machine.find_in_class
        return [name for name in instance.attrs if not isinstance(find(instance.cls, name), SlotMember)]


def shape(step):
    """What of a step decides what it costs."""
    value = step.get('v') or {}
    return step['k'], step.get('n'), size(value) if step['k'] in ('dict-update', 'replace-dict') else None


def size(value):
    return None if value is None else (value.get('k'), value.get('len'), value.get('bits'), value.get('w'))
