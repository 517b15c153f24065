# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads Python files without running them and says what their classes are.

Run by a loader (see hy-source.c) that has put the sibling modules in place. The document on stdin holds "requests":
[{"path", "data" (base64 of the file) or "text", "asks": [{"class", "factory"}]}]. One line of ASCII JSON per ask goes
to the reply stream, in order."""
import base64
import gc
import json
import re
import sys
import threading
import time

from hy_bases import Bases
from hy_builtins import Builtins
from hy_calls import Calls
from hy_class_calls import ClassCalls
from hy_classes import Classes
from hy_copies import Copies
from hy_creation import Creation
from hy_dataclasses import Dataclasses
from hy_deletions import Deletions
from hy_dispatch import Dispatch
from hy_earlier import hang, unread
from hy_emit import Emitter
from hy_express import Expressions
from hy_followed import Followed
from hy_functions import Functions
from hy_items import Items
from hy_iterate import Iteration
from hy_machine import Machine
from hy_makers import Makers
from hy_methods import Methods
from hy_module import SourceError
from hy_modules import Modules
from hy_objects import Objects
from hy_namespaces import Namespaces
from hy_operators import Operators
from hy_patterns import Patterns
from hy_places import Places
from hy_project import Project
from hy_protocols import Protocols
from hy_raising import Raising
from hy_recipes import FactoryError, Recipes
from hy_shown import Shown
from hy_special import Special
from hy_statements import Statements
from hy_structures import Structures
from hy_texts import Texts
from hy_things import RELEASES, Alias, ClassThing, Func, Instance, Lazy, LibClass, LibInstance, Unknown

STACK_BYTES = 256 * 1024 * 1024
RECURSION = 6000
GARBAGE = 100000  # objects until Python looks for garbage again: most that are made stay
PATIENCE = 6  # seconds for one file, after which older versions are left out: who asks waits for 20
TIRED = 'what CPython 3.%d makes of the file is not known: reading it, and what it imports, for each version takes too long'
NEWEST, OLDEST = RELEASES[-1][1], RELEASES[0][1]


class Reader(Machine, Texts, Structures, Expressions, Operators, Iteration, Statements, Raising, Functions, Followed, Patterns,
             Places, Objects, Items, Protocols, Deletions, Shown, Dispatch, Calls, Makers, Bases, Builtins, Methods, Copies, Classes,
             Dataclasses, ClassCalls, Creation, Special, Namespaces, Modules):
    """The whole machine."""


def failure(error):
    """What the reader says of an exception of its own."""
    if isinstance(error, RecursionError):
        message = 'nested too deeply to be read'
    else:
        message = 'the reader failed: %s: %s' % (type(error).__name__, error)
    return {'code': 'complex', 'message': message, 'line': 0, 'column': 0}


def is_utf8(data):
    try:
        data.decode('utf-8')
    except UnicodeDecodeError:
        return False
    return True


class File(object):
    """One file of the request, read once for each range of versions that it tells apart."""

    def __init__(self, request):
        self.path = request.get('path')
        self.data = request['text'].encode('utf-8', 'surrogatepass') if 'text' in request else base64.b64decode(request['data'])
        self.readings = []
        self.parsed = {}
        self.spent = 0

    def reading(self, minor):
        """That which holds for CPython 3.@minor; None when there is none yet, and the others took too long."""
        for reading in self.readings:
            if reading.oldest() <= minor <= reading.minor:
                return reading
        if self.readings and self.spent > PATIENCE:
            return None
        started = time.monotonic()
        self.readings.append(Reading(self.path, self.data, minor, self.parsed))
        self.spent += time.monotonic() - started
        return self.readings[-1]

    def answer_safely(self, ask):
        try:
            return self.answer(ask)
        except Exception as error:  # as below
            return {'error': failure(error)}

    def answer(self, ask):
        """What is said to an ask on the newest version, and on older ones where that is something else."""
        minor = NEWEST
        reading = self.reading(minor)
        answer = reading.answer(ask, [])
        if 'error' in answer:
            return answer
        said = [(entry, minor, reading.oldest()) for entry in answer['listed']]
        older = [[] for _ in said]
        while reading.oldest() > OLDEST:
            minor = reading.oldest() - 1
            reading = self.reading(minor)
            if reading is None:
                for place, entry in enumerate(answer['listed']):
                    older[place].append((unread(entry, answer['classes'], TIRED % minor), minor, OLDEST))
                break
            found = reading.answer(ask, answer['classes'])
            for place, entry in enumerate(self.matching(answer, found, minor)):
                older[place].append((entry, minor, reading.oldest()))
        answer['listed'] = [hang(newest, others) for newest, others in zip(said, older)]
        return answer

    def matching(self, answer, found, minor):
        """What an older version says of each class that the newest lists."""
        classes = answer['classes']
        theirs = {classes[e['i']]['qualname']: e for e in found.get('listed', ())}
        message = 'what CPython 3.%d makes of the file is not known: %s' % (
            minor, found.get('error', {}).get('message', 'it has no such class'))
        return [theirs.get(classes[e['i']]['qualname']) or unread(e, classes, message) for e in answer['listed']]


class Reading(object):
    """One file, as some versions read it, for all that is asked of it."""

    def __init__(self, path, data, minor, parsed):
        self.minor = minor
        self.error = None
        self.module = None
        self.recoded = not is_utf8(data)  # the asker can't decode the file itself
        project = Project(Reader, parsed, minor)
        try:
            self.module = project.load(path, None, data)
        except SourceError as error:
            self.error = {'code': error.code, 'message': error.message, 'line': error.line, 'column': error.column,
                          'excerpt': error.excerpt}
        except Exception as error:  # a fault of the reader's own must not take the other files with it
            self.error = failure(error)
        self.machine = project.machine
        del self.machine.journal[:]

    def oldest(self):
        """The oldest 3.x for which it holds, as far as what was asked tells."""
        return self.machine.oldest

    def answer(self, ask, classes):
        """@classes: those that newer versions said, to which this adds its own."""
        if self.error is not None:
            return {'error': self.error}
        try:
            with self.machine.reading():
                return self.describe(ask, Emitter(self.machine, classes))
        except FactoryError as error:
            return {'error': {'code': 'factory', 'message': error.message, 'line': 0, 'column': error.column,
                              'excerpt': ask.get('factory')}}
        except SourceError as error:
            return {'error': {'code': error.code, 'message': error.message, 'line': error.line}}

    def describe(self, ask, emitter):
        wanted = self.find(ask['class']) if ask.get('class') else None
        listed = [wanted] if wanted is not None else self.statements()
        recipes = Recipes(self.machine, self.module, emitter)
        made, recipe = None, None
        if ask.get('factory'):
            made, recipe = recipes.from_factory(ask['factory'])
            if made is None or isinstance(made, Unknown):
                wanted = wanted or recipes.called_class(ask['factory'])
        out = []
        for thing in listed:
            mine = recipe is not None and (thing is wanted or self.is_made(made, thing) or
                                           self.is_member(made, thing))
            if ask.get('class') and recipe is not None:
                self.check_made(made, recipe, thing)
            result, data = (made, recipe) if mine else recipes.plain(thing)
            if thing.kind == 'factory' and isinstance(result, Instance) and result.cls.node is not None:
                raise SourceError('no-class', thing.qualname)  # a function that makes an instance is none either
            out.append({'i': emitter.number(thing), 'recipe': data})
        if recipe is not None and not any(o['recipe'] is recipe for o in out):
            raise FactoryError('makes no instance of a class of the file')
        answer = {'classes': emitter.classes, 'listed': out}
        if self.recoded:
            answer['text'] = self.module.text
        return answer

    def is_made(self, made, thing):
        return isinstance(made, Instance) and made.cls is thing

    def is_member(self, made, thing):
        return isinstance(made, LibInstance) and made.name == 'enum:' + thing.qualname

    def is_typed_dict(self, thing):
        return any(getattr(t, 'name', None) == 'typing.TypedDict' for t in self.machine.mro(thing))

    def check_made(self, made, recipe, thing):
        """Doubts a factory that makes something else than the class asked for."""
        if made is None or isinstance(made, Unknown) or thing.kind in ('factory', 'alias') or \
                self.is_made(made, thing) or thing.alias_of is not None or self.is_typed_dict(thing):
            return
        kind = self.machine.class_of(made)
        name = 'member' if isinstance(made, LibInstance) and made.name.startswith('enum:') else \
            getattr(kind, 'name', type(made).__name__)
        reason = 'its members are made once, by the class statement' if name == 'member' else \
            'the factory makes a %s, not an instance of %s' % (name, thing.name)
        for data in [recipe] + recipe.get('earlier', []):
            for key in ('ops', 'payload'):
                data.pop(key, None)
            data.setdefault('unknown', reason)

    def statements(self):
        found = sorted(self.module.statements.values(), key=lambda t: (t.line, t.qualname))
        if not found:
            found = [v for v in self.module.env.vars.values() if isinstance(v, ClassThing) and
                     v.module is self.module]
        if not found:
            raise SourceError('no-classes', 'no class statement')
        return found

    def find(self, name):
        """The class, alias or function of a dotted name."""
        thing = self.module.statements.get(name)
        scope = self.module.env.vars
        if thing is None or (name in scope and isinstance(scope[name], ClassThing)):
            thing = self.dotted(name) or thing
        if isinstance(thing, Alias):
            thing = thing.cls
        if isinstance(thing, ClassThing):
            return thing
        if thing is None:
            raise SourceError('no-class', name)
        return self.shell(name, thing)

    def dotted(self, name):
        thing = self.module.env.vars.get(name.split('.', 1)[0])
        thing = thing.get() if isinstance(thing, Lazy) else thing
        for part in name.split('.')[1:]:
            thing = thing.attrs.get(part) if isinstance(thing, ClassThing) else None
        return thing

    def shell(self, name, thing):
        """What stands for a name that is no class of the file: a library class, a function, something unknown."""
        if isinstance(thing, LibClass):
            shell = self.machine.library_shell(thing)
            shell.name = thing.name.rsplit('.', 1)[-1]
            shell.bases = [(thing, thing.imported, 0)]
            shell.module = shell.module or self.module
            shell.alias_of = thing
            return shell
        if not isinstance(thing, (Func, Unknown)):
            raise SourceError('no-class', name)
        shell = ClassThing(name, name, self.module, None, 0)
        if isinstance(thing, Func):
            shell.kind = 'factory'
            shell.line = thing.node.lineno
            shell.alias_of = thing
            return shell
        shell.kind = 'alias'
        shell.unknown = thing.reason
        shell.alias_of = thing
        return shell


def without_surrogates(line):
    """JSON text without halves of a surrogate pair, which no UTF-8 has."""
    if '\\ud' not in line:
        return line
    pair = r'\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|\\ud[89a-f][0-9a-f]{2}|\\.'
    return re.sub(pair, lambda m: '\\ufffd' if len(m.group()) == 6 else m.group(), line)


def answer_all(document, reply):
    for request in document['requests']:
        found = File(request)
        for ask in request['asks']:
            line = without_surrogates(json.dumps(found.answer_safely(ask)))
            reply.write(line.encode('ascii') + b'\n')
            reply.flush()


def main(document, reply):
    sys.setrecursionlimit(RECURSION)
    gc.set_threshold(GARBAGE, 50, 50)
    threading.stack_size(STACK_BYTES)
    thread = threading.Thread(target=answer_all, args=(document, reply))
    thread.start()
    thread.join()
