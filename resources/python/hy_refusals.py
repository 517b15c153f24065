# SPDX-License-Identifier: GPL-3.0-or-later
"""In which words each CPython refuses what code does with an instance."""
import re

from hy_suggestions import suggest
from hy_things import Raised

# Of each refusal: exception, the newest text, and older ones with the last 3.x that has them. Sources: Python/ceval.c
# too_many_positional, missing_arguments (3.10: qualified names), collections/__init__.py namedtuple (3.9: a lambda),
# Objects/typeobject.c object_new, object_init, object_init_subclass, Objects/descrobject.c property_descr_set, Objects/object.c
# _PyObject_GenericSetAttrWithDict (3.13), Modules/_ctypes/cfield.c PyCField_set, Objects/typeobject.c supercheck,
# object_set_class, _PyObject_GetState, Objects/dictobject.c (3.10: KeyError's bare name), Objects/abstract.c PyObject_GetItem,
# Python/structmember.c PyMember_GetOne (3.13: %T, which has the name of the module before it), Objects/unicodeobject.c
# PyUnicode_Concat.
TEXTS = {
    'arguments': ('TypeError', '{label}() {rest}', (9, '{name}() {rest}')),
    'suggestion': ('TypeError', "{label}() {rest}. Did you mean '{other}'?"),
    'tuple-arguments': ('TypeError', '{label}() {rest}', (9, '<lambda>() {rest}'), (8, '{name}() {rest}')),
    'object-new': ('TypeError', '{cls}() takes no arguments', (6, 'object() takes no parameters')),
    'generic-new': ('TypeError', '{cls}() takes no arguments',
                    (8, 'object.__new__() takes exactly one argument (the type to instantiate)'),
                    (6, 'object() takes no parameters')),
    'own-new': ('TypeError', 'object.__new__() takes exactly one argument (the type to instantiate)',
                (6, 'object() takes no parameters')),
    'init-of-class': ('TypeError', '{cls}.__init__() takes exactly one argument (the instance to initialize)'),
    'object-init': ('TypeError', 'object.__init__() takes exactly one argument (the instance to initialize)',
                    (6, 'object.__init__() takes no parameters')),
    'init-subclass': ('TypeError', '{cls}.__init_subclass__() takes no keyword arguments',
                      (8, '__init_subclass__() takes no keyword arguments')),
    'abstract': ('TypeError', "Can't instantiate abstract class {cls} without an implementation for abstract "
                              "method{s} {quoted}",
                 (11, "Can't instantiate abstract class {cls} with abstract method{s} {bare}"),
                 (8, "Can't instantiate abstract class {cls} with abstract methods {bare}")),
    'no-place': ('AttributeError', "'{cls}' object has no attribute '{name}' and no __dict__ for setting new attributes",
                 (12, "'{cls}' object has no attribute '{name}'")),
    'no-place-by-hook': ('AttributeError', "'{cls}' object has no attribute '{name}'"),
    'read-only-getset': ('AttributeError', "attribute '{name}' of '{cls}' objects is not writable"),
    'read-only-weakref': ('AttributeError', "attribute '__weakref__' of 'object' objects is not writable",
                          (14, "attribute '__weakref__' of '{cls}' objects is not writable")),
    'read-only-member': ('AttributeError', 'readonly attribute'),
    'traceback': ('TypeError', '__traceback__ must be a traceback or None'),
    'cause': ('TypeError', 'exception cause must be None or derive from BaseException'),
    'context': ('TypeError', 'exception context must be None or derive from BaseException'),
    'no-setter': ('AttributeError', "property '{name}' of '{cls}' object has no setter",
                  (10, "can't set attribute '{name}'"), (9, "can't set attribute")),
    'no-deleter': ('AttributeError', "property '{name}' of '{cls}' object has no deleter",
                   (10, "can't delete attribute '{name}'"), (9, "can't delete attribute")),
    'too-many-values': ('ValueError', 'too many values to unpack (expected {wanted}, got {given})',
                        (13, 'too many values to unpack (expected {wanted})')),
    'too-many-uncounted': ('ValueError', 'too many values to unpack (expected {wanted})'),
    'no-index': ('TypeError', "'{cls}' object is not subscriptable", (6, "'{cls}' object does not support indexing")),
    'field-not-deleted': ('TypeError', "can't delete attribute"),
    'not-there': ('AttributeError', "'{cls}' object has no attribute '{name}'", (10, '{name}')),
    'super-of-other': ('TypeError', 'super(type, obj): obj ({own}) is not an instance or subtype of type ({cls}).',
                       (12, 'super(type, obj): obj must be an instance or subtype of type')),
    'class-of-builtin': ('TypeError', '__class__ assignment only supported for mutable types or ModuleType subclasses',
                         (9, '__class__ assignment only supported for heap types or ModuleType subclasses')),
    'copy': ('TypeError', "cannot pickle '{cls}' object", (7, "can't pickle {cls} objects")),
    'no-concatenation': ('TypeError', 'can only concatenate str (not "{cls}") to str', (6, 'must be str, not {cls}')),
    'slot-not-there': ('AttributeError', '{name}'),
    'slot-unset': ('AttributeError', "'{cls}' object has no attribute '{name}'", (9, '{name}')),
}

# Descriptors that refuse to be set. Source: Objects/descrobject.c, getset_set; Python/structmember.c, PyMember_SetOne; the
# tp_getset and tp_members of each type.
READ_ONLY = {
    'int': 'real imag numerator denominator', 'float': 'real imag', 'complex': 'real imag', 'property': 'fget fset fdel',
    'staticmethod': '__func__', 'classmethod': '__func__', 'super': '__thisclass__ __self__ __self_class__',
    'collections.deque': 'maxlen', 'array.array': 'typecode itemsize', 'functools.partial': 'func args keywords',
    'datetime.date': 'year month day', 'datetime.datetime': 'hour minute second microsecond tzinfo fold',
    'datetime.time': 'hour minute second microsecond tzinfo fold', 'datetime.timedelta': 'days seconds microseconds',
    'decimal.Decimal': 'real imag',
}


def refuse(kind, node, **words):
    """The exception, to be raised. Of what is local to a function only the end of its qualified name is known."""
    row = TEXTS[kind]
    text = row[1].format(**words)
    raised = Raised(row[0], text, node.lineno, '<locals>' in text)
    raised.earlier = [(last, '%s: %s' % (row[0], text.format(**words))) for last, text in row[2:]]
    return raised


def refuse_arguments(label, rest, node, kind='arguments'):
    """A call of the function @label, qualified, with arguments that it does not take."""
    return refuse(kind, node, label=label, name=re.sub(r'.*\.', '', label), rest=rest)


def refuse_keyword(label, keyword, parameters, node, family='arguments'):
    """A call with a keyword argument that none of @parameters is. Source: Python/ceval.c, initialize_locals (3.13: with a
    suggestion)."""
    rest = "got an unexpected keyword argument '%s'" % keyword
    other = suggest(keyword, parameters)
    if other is None:
        return refuse_arguments(label, rest, node, family)
    raised = refuse('suggestion', node, label=label, rest=rest, other=other)
    older = refuse_arguments(label, rest, node, family)
    raised.earlier = [(12, older.text())] + older.earlier
    return raised


def refuse_positional(label, names, node):
    """A call with keyword arguments for parameters that are positional only. Source: Python/ceval.c,
    positional_only_passed_as_keyword."""
    rest = "got some positional-only arguments passed as keyword arguments: '%s'" % ', '.join(names)
    return refuse_arguments(label, rest, node)


def refuse_abstract(cls, names, node):
    names = sorted(names)
    return refuse('abstract', node, cls=cls, s='' if len(names) == 1 else 's', bare=', '.join(names),
                  quoted=', '.join("'%s'" % n for n in names))


def too_many(takes, given, only_given, label, node, kind='arguments'):
    """Source: too_many_positional. @takes is (least, most)."""
    least, most = takes
    counted = str(most) if least == most else 'from %d to %d' % (least, most)
    plural = '' if (least, most) == (1, 1) else 's'
    extra = ''
    if only_given:
        extra = ' positional argument%s (and %d keyword-only argument%s)' % (
            '' if given == 1 else 's', only_given, '' if only_given == 1 else 's')
    rest = 'takes %s positional argument%s but %d%s %s given' % (
        counted, plural, given, extra, 'was' if given == 1 and not only_given else 'were')
    return refuse_arguments(label, rest, node, kind)


def missing(label, kind, names, node, family='arguments'):
    """Source: missing_arguments, format_missing."""
    lack = ["'%s'" % n for n in names]
    text = lack[0] if len(lack) == 1 else ' and '.join(lack) if len(lack) == 2 else \
        ', '.join(lack[:-1]) + ', and ' + lack[-1]
    return refuse_arguments(label, 'missing %d required %s argument%s: %s' % (
        len(lack), kind, '' if len(lack) == 1 else 's', text), node, family)
