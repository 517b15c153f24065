# SPDX-License-Identifier: GPL-3.0-or-later
"""Expressions: what object each makes, as far as that can be known."""
import ast

from hy_literal import folded_late, literal, literal_index, wants_too_much, width_of
from hy_texts import own_text
from hy_things import (LONGEST, MISSING, Alias, ClassDict, ClassThing, Const, Instance, LibClass, LibInstance, LibMethod, Map,
                       Number, Raised, Range, Seq, Sized, Unknown, Varying)


def type_variables(index):
    """The type variables among the arguments of a generic class; None where they are not known."""
    found = []
    for one in index.items if isinstance(index, Seq) else [index]:
        if isinstance(one, LibInstance) and one.name == 'typing.TypeVar' and not one.keywords:
            found.append(one)
        elif not isinstance(one, (Const, ClassThing)) and not (isinstance(one, LibClass) and not one.name.startswith('typing')):
            return None
    return found


class Expressions(object):
    def eval(self, node, env):
        self.burn()
        known = getattr(self, 'eval_' + type(node).__name__, None)
        if known is None:
            return self.unknown('`%s` is not read' % self.text(node, env), node)
        found = known(node, env)
        return self.settle(found) if self.making else found

    def unknown(self, reason, node):
        self.doubt += 1
        line = getattr(node, 'lineno', 0)
        return Unknown('%s (line %d)' % (reason, line) if line else reason, line)

    def opaque(self, node, env):
        return self.unknown('the value of `%s` is not known' % self.text(node, env), node)

    # -- literals

    def eval_Constant(self, node, env):
        return Const(node.value)

    eval_NameConstant = eval_Constant

    def eval_Num(self, node, env):
        return Const(node.n)

    def eval_Str(self, node, env):
        return Const(node.s)

    eval_Bytes = eval_Str

    def eval_Ellipsis(self, node, env):
        return Const(Ellipsis)

    def elements(self, nodes, env):
        items = []
        for node in nodes:
            if isinstance(node, ast.Starred):
                items.extend(self.iterate(self.eval(node.value, env), node, env))
            else:
                items.append(self.eval(node, env))
        return items

    def eval_Tuple(self, node, env):
        fresh = self.making and not literal(node)[0]
        result = Seq('tuple', self.elements(node.elts, env), 'literal', fresh and bool(node.elts))
        result.folded = self.making and folded_late(node)
        return result

    def eval_List(self, node, env):
        if len(node.elts) == 1 and isinstance(node.elts[0], ast.Starred):
            source = self.eval(node.elts[0].value, env)
            return Seq('list', self.iterate(source, node, env), self.growth_from(source, 'extended'), self.making)
        return Seq('list', self.elements(node.elts, env), self.growth_of(node), self.making)

    def eval_Set(self, node, env):
        return self.doubt_items(Seq('set', self.distinct(self.elements(node.elts, env)), self.growth_of(node), self.making))

    def growth_of(self, node):
        if any(isinstance(e, ast.Starred) for e in node.elts):
            return 'extended' if len(node.elts) == 1 else 'mixed'
        return 'constants' if node.elts and all(literal(e)[0] for e in node.elts) else 'literal'

    def eval_Dict(self, node, env):
        result = Map([], 'literal', self.making)
        for key, value in zip(node.keys, node.values):
            if key is None:
                given = self.eval(value, env)
                self.refuse_lacking(given, 'keys', node)
                self.map_update(result, given, node)
            else:
                self.map_put(result, self.eval(key, env), self.eval(value, env))
        return result

    def eval_JoinedStr(self, node, env):
        parts = []
        for piece in node.values:
            known, value = literal(piece)
            parts.append(Const(value) if known else self.eval(piece, env))
        return parts[0] if len(parts) == 1 and self.is_text(parts[0]) else self.join_text(parts, node, env)

    def eval_FormattedValue(self, node, env):
        value = self.eval(node.value, env)
        spec = self.eval(node.format_spec, env) if node.format_spec is not None else Const('')
        convert = chr(node.conversion) if node.conversion and node.conversion > 0 else ''
        if isinstance(spec, Const) and isinstance(spec.value, str):
            return self.format_value(value, spec.value, convert, node, env)
        return self.unknown('the format of `%s` is not known' % self.text(node, env), node)

    def format_value(self, value, spec, convert, node, env):
        if isinstance(value, Instance):
            return self.format_instance(value, spec, convert, node, env)
        if isinstance(value, Number) and value.is_index() and spec in ('', 'd', 's') and \
                convert in ('', 's', 'r'):
            return own_text(Sized('str', 0, 0, 1, '{i}'), spec == '')
        if isinstance(value, Sized) and value.kind == 'str' and spec in ('', 's') and convert in ('', 's'):
            return value
        if isinstance(value, Const) and not wants_too_much('Mod', spec, 0):
            shown = {'r': repr, 's': str, 'a': ascii}.get(convert, lambda v: v)
            try:
                if isinstance(value.value, int) and value.value.bit_length() > 10000:
                    return Unknown('a very large number as text')
                text = format(shown(value.value), spec)
                same = isinstance(value.value, str) and text == value.value
                plain = spec == '' and isinstance(value.value, int)
                return value if same else self.text_of(value.value, True) if plain else Const(text, True)
            except (ValueError, TypeError) as error:
                raise Raised(type(error).__name__, str(error), node.lineno)
        plain = self.plain_value(value) if isinstance(value, (Seq, Map)) else MISSING
        if plain is not MISSING and not isinstance(plain, (set, frozenset)) and spec == '':
            return Const(repr(plain), True)
        return self.unknown('a text made from what is not known', node)

    def join_text(self, parts, node, env, fresh=None):
        fresh = self.making if fresh is None else fresh
        length = width = digits = 0
        text = ''
        for part in parts:
            if isinstance(part, Const) and isinstance(part.value, str):
                length, width, text = length + len(part.value), max(width, width_of(part.value)), text + part.value
            elif isinstance(part, Sized) and part.kind == 'str':
                length, digits, width = length + part.length, digits + part.digits, max(width, part.width)
                text += part.text
            else:
                return part if isinstance(part, Unknown) else self.opaque(node, env)
        if digits == 0 and len(text) == length and length <= LONGEST:
            return own_text(Const(text, fresh), True)
        return Sized('str', length, width, digits, text[:200])

    def eval_TemplateStr(self, node, env):
        return LibInstance('string.templatelib.Template', self.text(node, env), (), self.making)

    # -- names and attributes

    def eval_Name(self, node, env):
        value = self.lookup(self.mangle(node.id, env) if node.id.startswith('__') else node.id, env)
        if value is MISSING and node.id == '__class__' and env.owner is not None:
            return env.owner
        if value is MISSING and node.id == '__annotations__':
            return self.own_annotations(node, env)
        if value is MISSING:
            return self.unknown('the name `%s` is not known' % node.id, node)
        return value

    def eval_Attribute(self, node, env):
        return self.get_attribute(self.eval(node.value, env), self.mangle(node.attr, env), node, env)

    def mangle(self, name, env):
        return name if env.owner is None else self.mangle_for(env.owner, name)

    def mangle_for(self, cls, name):
        if not name.startswith('__') or name.endswith('__') or '.' in name:
            return name
        stripped = cls.name.lstrip('_')
        return '_' + stripped + name if stripped else name

    def eval_NamedExpr(self, node, env):
        value = self.eval(node.value, env)
        self.bind(node.target.id, value, env, node.lineno)
        return value

    def eval_Lambda(self, node, env):
        return self.make_function(node, env, '<lambda>')

    def eval_Starred(self, node, env):
        return self.eval(node.value, env)

    def eval_Await(self, node, env):
        self.eval(node.value, env)
        return self.opaque(node, env)

    # -- operators

    def eval_BoolOp(self, node, env):
        stop = isinstance(node.op, ast.Or)
        value = None
        for index, part in enumerate(node.values):
            value = self.eval(part, env)
            if index == len(node.values) - 1 and not isinstance(value, Varying):
                return value
            truth = self.truth(value)
            if truth is None:
                together = self.join_versions(node, value, node.values[index + 1:], env)
                if together is not None:
                    return together
                rest = [value] + [self.aside(p, env) for p in node.values[index + 1:]]
                return self.merge_values(rest, '`%s` (line %d)' % (self.text(part, env), node.lineno))
            if truth == stop:
                return value
        return value

    def join_versions(self, node, value, rest, env):
        """A condition of which each part is known for every version; None where one is not."""
        if not isinstance(value, Varying) or any(not isinstance(p, (ast.Compare, ast.Name)) for p in rest):
            return None
        parts = [value] + [self.eval(p, env) for p in rest]
        if not all(isinstance(p, (Varying, Const)) for p in parts):
            return None
        rows = zip(*[p.values if isinstance(p, Varying) else [p.value] * len(value.values) for p in parts])
        decide = any if isinstance(node.op, ast.Or) else all
        return Varying([decide(row) for row in rows], self.version_reason(node, env))

    def aside(self, node, env):
        """The value of what may not be evaluated at all: its effects have to agree with no effect."""
        box = {}

        def way():
            box['value'] = self.eval(node, env)

        text = '`%s` (line %d)' % (self.text(node, env), node.lineno)
        self.fork([way, lambda: None], 'in ' + text, text)
        return box.get('value', Unknown('depends on ' + text))

    def eval_IfExp(self, node, env):
        truth = self.truth(self.eval(node.test, env))
        if truth is not None:
            return self.eval(node.body if truth else node.orelse, env)
        cond = '`%s` (line %d)' % (self.text(node.test, env), node.lineno)
        signal = self.fork([lambda: ('return', self.eval(node.body, env)),
                            lambda: ('return', self.eval(node.orelse, env))], 'if ' + cond, cond,
                           self.varies_with_index(node.test, env))
        return signal[1]

    # -- subscripts

    def eval_Subscript(self, node, env):
        value = self.eval(node.value, env)
        index = self.subscript_index(node.slice, env)
        found = self.get_item(value, index, node, env)
        return self.folded_item(node, index, found) if found.fresh and literal(node.value)[0] else found

    def folded_item(self, node, index, found):
        """An item of a literal is a constant of the code; whether a slice of one is varies.
        Source: Python/ast_opt.c, fold_subscr (3.6: Python/peephole.c); 3.14+: Python/flowgraph.c, fold_const_binop."""
        if not literal_index(node.slice):
            return found
        if isinstance(index.value, slice):
            return self.unknown('whether the compiler takes a slice of a literal varies', node)
        return Const(found.value) if isinstance(found, Const) else found

    def subscript_index(self, node, env):
        kind = type(node).__name__
        if kind == 'Index':
            return self.eval(node.value, env)
        if kind in ('Slice', 'ExtSlice'):
            return self.eval_Slice(node, env) if kind == 'Slice' else self.unknown('a slice', node)
        return self.eval(node, env)

    def eval_Slice(self, node, env):
        ends = [Const(None) if part is None else self.eval(part, env) for part in (node.lower, node.upper, node.step)]
        if all(isinstance(e, Const) and isinstance(e.value, (int, type(None))) for e in ends):
            return Const(slice(*[e.value for e in ends]))
        return self.unknown('a slice of which the ends are not known', node)

    def get_item(self, value, index, node, env):
        if isinstance(value, Varying) and isinstance(index, Const) and isinstance(index.value, (int, slice)):
            return value.each(lambda v: v[index.value], value.reason)
        if isinstance(value, ClassThing):
            return self.class_item(value, index, node, env)
        if isinstance(value, ClassDict):
            return self.class_dict_item(value, index, MISSING, node, env)
        if isinstance(value, LibClass):
            made = Alias(value, type_variables(index))
            made.fresh = self.making and value.imported == value.name  # those of typing are kept
            return made
        if isinstance(value, Alias):
            return value
        if isinstance(value, Map) and not self.unsure(value):
            return self.map_get(value, index, node)
        if isinstance(value, Instance):
            return self.call_special(value, '__getitem__', [index], node, env)
        if isinstance(value, LibInstance) and value.name == 'collections.defaultdict':
            self.change(value, 'a missing item is made (line %d)' % node.lineno)
        self.refuse_lacking(value, '__getitem__', node)
        if not isinstance(index, Const):
            return self.opaque(node, env)
        source = value
        if isinstance(value, Seq) and not self.unsure(value) and not value.repeated and value.kind in ('list', 'tuple'):
            source = tuple(value.items) if value.kind == 'tuple' else value.items
        elif isinstance(value, Const) and isinstance(value.value, (str, bytes)):
            source = value.value
        elif isinstance(value, Range):
            return self.range_item(value, index, node)
        else:
            return self.view_item(value, index, node, env)
        try:
            found = source[index.value]
        except Exception as error:  # whatever Python answers to this index
            raise Raised(type(error).__name__, str(error), node.lineno)
        if self.whole(value, index) is not None:
            return value
        if isinstance(value, Const):
            return Const(found, self.making)
        return Seq(value.kind, found, 'copy', self.making) if isinstance(index.value, slice) else found

    def class_item(self, cls, index, node, env):
        own = self.find_in_class(cls, '__class_getitem__')
        meta = self.metaclass_of(cls)
        if isinstance(own, Unknown) or isinstance(meta, ClassThing) and self.find_in_class(meta, '__getitem__') is not MISSING:
            return self.opaque(node, env)
        if own is MISSING and self.knows_all_names(cls) and not any(self.is_generic(b) for b in self.mro(cls)):
            return self.unknown('how a class that is not generic refuses arguments', node)
        if own is MISSING or isinstance(own, LibMethod):
            taken = self.variables_of(cls)
            if taken is not None and len(taken) != len(index.items if isinstance(index, Seq) else [index]):
                return self.unknown('how a class refuses another number of arguments than it has type variables', node)
            return Alias(cls, type_variables(index))
        if not self.is_since(7):
            raise Raised('TypeError', "'type' object is not subscriptable", node.lineno)
        return self.call(self.bind_found(own, None, cls, node, env), [index], {}, node, env)

    def variables_of(self, cls):
        """The type variables of a class, None where they are not known. Source: typing.py, Generic.__init_subclass__."""
        aliases = [b for b, _, _ in cls.bases if isinstance(b, Alias)]
        whole = [a for a in aliases if isinstance(a.cls, LibClass) and a.cls.imported in ('typing.Generic', 'typing.Protocol')]
        if not aliases or any(a.variables is None for a in whole or aliases):
            return None
        return {id(v): v for a in whole or aliases for v in a.variables}

    def range_item(self, value, index, node):
        try:
            found = value.range[index.value]
        except Exception as error:  # as above
            raise Raised(type(error).__name__, str(error), node.lineno)
        return Range(found.start, found.stop, found.step) if isinstance(found, range) else Const(found, self.making)

    # -- iteration
