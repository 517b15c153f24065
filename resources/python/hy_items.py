# SPDX-License-Identifier: GPL-3.0-or-later
"""Items of containers and of __dict__: what reading, setting and deleting them does."""
from hy_things import (MISSING, ClassThing, Const, DictView, Func, Instance, LibClass, LibInstance, Map, Prop, Raised, Range, Seq,
                       Sized, SlotMember, Undecided)

# Items that the smallest table of a dict has room for.
SMALL_DICT = 5


class Items(object):
    def map_find(self, mapping, key):
        """Index of key, None where it is absent, MISSING where that can't be known."""
        kind = 'dict' if isinstance(key, Map) else getattr(key, 'kind', None) if isinstance(key, Seq) else None
        if kind in ('dict', 'list', 'set'):
            raise Raised('TypeError', "unhashable type: '%s'" % kind)
        wanted = self.plain_value(key)
        for index, (have, _) in enumerate(mapping.pairs):
            if have is key:
                return index
            value = self.plain_value(have)
            if value is MISSING or wanted is MISSING:
                if not (self.is_single(have) or self.is_single(key)):
                    return MISSING
            elif value == wanted and type(value) in (type(wanted), bool, int, float):
                return index
        return None

    def is_single(self, thing):
        """Whether a thing equals nothing but itself."""
        return isinstance(thing, (ClassThing, LibClass, Func))

    def map_put(self, mapping, key, value):
        where = self.map_find(mapping, key)
        if where is None or where is MISSING:
            self.note_growth(mapping)
        if where is MISSING:
            self.put(mapping.state, 'unknown', 'whether a key is there already is not known')
            return
        pairs = list(mapping.pairs)
        if where is None:
            pairs.append((key, value))
            if mapping.state['gaps']:
                self.put(mapping.state, 'unsized', 'items were removed from it and others added')
        else:
            pairs[where] = (pairs[where][0], value)
        self.burn(1 + len(pairs) // 16)
        self.put(mapping.state, 'pairs', pairs)
        if mapping.scope is not None:
            self.bind_in_scope(mapping.scope, key, value)

    def bind_in_scope(self, scope, key, value):
        """locals()[key] = value: the name is not mangled."""
        if isinstance(key, Const) and isinstance(key.value, str):
            self.bind(key.value, value, scope)
        if scope.kind == 'class' and (not isinstance(key, Const) or key.value != self.mangle(key.value, scope)):
            self.doubt_class(scope.owner, 'what is put into `locals()` is not known', scope.owner.line)

    def map_get(self, mapping, key, node):
        where = self.map_find(mapping, key)
        if where is MISSING:
            return self.unknown('an item of a dict', node)
        if where is None:
            shown = repr(key.value) if isinstance(key, Const) else '...'
            raise Raised('KeyError', shown, node.lineno)
        return mapping.pairs[where][1]

    def map_update(self, mapping, source, node):
        pairs = self.pairs_of(source)
        if pairs is None:
            self.refuse_pairs(source, node)
            self.put(mapping.state, 'unknown', 'what it is updated with is not known (line %d)' % node.lineno)
            return
        if isinstance(source, DictView):
            mapping.of_view = True
        if isinstance(source, Map) and mapping.pairs and len(mapping.pairs) + len(pairs) > SMALL_DICT:
            self.put(mapping.state, 'unsized', 'how large a dict grows that takes another varies')
        if isinstance(source, Map) and source.state['gaps'] and not mapping.pairs:
            self.put(mapping.state, 'unsized', 'items were removed from what it is a copy of')
        for key, value in pairs:
            self.map_put(mapping, key, value)

    def refuse_pairs(self, source, node):
        """Refuses to update a dict with a text, or with what gives no items. Source: Objects/dictobject.c,
        PyDict_MergeFromSeq2."""
        if isinstance(source, Const) and self.try_iterate(source):
            kind = 'ValueError' if isinstance(source.value, str) else 'TypeError'
            raise Raised(kind, 'dictionary update sequence element #0', node.lineno, True)
        self.refuse_lacking(source, '__iter__', node)

    def pairs_of(self, source):
        """Pairs of a mapping or of an iterable of pairs; None where they can't be known."""
        if isinstance(source, Map):
            return None if source.state['unknown'] else list(source.pairs)
        if isinstance(source, DictView):
            return [(Const(n), v) for n, v in self.dict_items(source.instance)]
        if isinstance(source, Instance) and isinstance(source.state['payload'], Map):
            return self.pairs_of(source.state['payload'])
        if isinstance(source, Const) and source.value in ('', b''):
            return []
        if not isinstance(source, Seq):
            return None
        items = self.try_iterate(source)
        pairs = []
        for item in items or ():
            pair = self.try_iterate(item)
            if pair is None or len(pair) != 2:
                return None
            pairs.append(tuple(pair))
        return pairs if items is not None else None

    def set_item(self, owner, index, value, node, env):
        if isinstance(owner, Map):
            self.map_put(owner, index, value)
        elif isinstance(owner, DictView):
            self.view_set(owner, index, value, node)
        elif isinstance(owner, Seq) and owner.kind == 'list' and not self.unsure(owner):
            if isinstance(index, Const) and isinstance(index.value, int) and not owner.repeated:
                items = list(owner.items)
                try:
                    items[index.value] = value
                except IndexError:
                    raise Raised('IndexError', 'list assignment index out of range', node.lineno)
                self.put(owner.state, 'items', items)
            elif not isinstance(index, Const) or isinstance(index.value, slice):
                self.put(owner.state, 'unknown', 'an item is assigned at a place that is not known')
        elif isinstance(owner, Instance):
            self.call_special(owner, '__setitem__', [index, value], node, env)
        elif isinstance(owner, Const) or isinstance(owner, Seq) and owner.kind == 'tuple':
            raise Raised('TypeError', "'%s' object does not support item assignment" % self.type_name(owner), node.lineno)
        elif isinstance(owner, (LibInstance, Sized)):
            self.change(owner, 'an item is assigned (line %d)' % node.lineno)
            self.let_go([index, value], {}, self.text(node, env), node.lineno)

    def view_set(self, view, index, value, node):
        if not isinstance(index, Const):
            raise Undecided('a name that is not known is set in `__dict__` (line %d)' % node.lineno)
        self.step(view.instance, 'dict-set', index.value if isinstance(index.value, str) else None, value, node)
        if not isinstance(index.value, str):
            raise Undecided('a key that is no string is set in `__dict__` (line %d)' % node.lineno)
        self.put(self.dict_part(view.instance, index.value), index.value, value)

    def dict_part(self, owner, name):
        """Where a name of an instance's __dict__ is kept."""
        found = self.find_in_class(owner.cls, name)
        return owner.hidden if isinstance(found, (SlotMember, Prop)) else owner.attrs

    def dict_items(self, owner):
        """What an instance's __dict__ holds, in order."""
        items = [(n, v) for n, v in owner.attrs.items()
                 if not isinstance(self.find_in_class(owner.cls, n), SlotMember)]
        return items + list(owner.hidden.items())

    def view_update(self, view, pairs, node):
        """o.__dict__.update(a dict): one step, since CPython may take over the other's table."""
        if not all(isinstance(key, Const) and isinstance(key.value, str) for key, _ in pairs):
            raise Undecided('`__dict__` is updated with keys that are not known (line %d)' % node.lineno)
        self.step(view.instance, 'dict-update', None, Map(pairs, 'constructor'), node)
        for key, value in pairs:
            self.put(self.dict_part(view.instance, key.value), key.value, value)

    def view_item(self, value, index, node, env):
        if isinstance(value, DictView) and isinstance(index, Const):
            found = self.dict_part(value.instance, index.value).get(index.value, MISSING)
            if found is MISSING:
                raise Raised('KeyError', repr(index.value), node.lineno)
            return found
        return self.opaque(node, env)

    def del_item(self, owner, index, node, env):
        if isinstance(owner, Map):
            where = self.map_find(owner, index)
            if where is MISSING:
                self.put(owner.state, 'unknown', 'an item that is not known is deleted')
            elif where is None:
                raise Raised('KeyError', '', node.lineno)
            else:
                self.put(owner.state, 'pairs', owner.pairs[:where] + owner.pairs[where + 1:])
                if not self.pending:  # of a namespace, what it measures does not matter
                    self.put(owner.state, 'unknown', 'items were deleted from it')
        elif isinstance(owner, Instance):
            self.call_special(owner, '__delitem__', [index], node, env)
        elif isinstance(owner, (Seq, LibInstance, Sized)):
            self.change(owner, 'items were deleted from it')
        elif isinstance(owner, DictView):
            if not isinstance(index, Const) or not isinstance(index.value, str):
                raise Undecided('a name that is not known is deleted from `__dict__` (line %d)' % node.lineno)
            self.step(owner.instance, 'del', index.value, None, node)
            self.drop(self.dict_part(owner.instance, index.value), index.value)

    def note_growth(self, thing):
        """Notes that a container gets one more item which outlives the instance being made."""
        if self.making and not thing.fresh:
            self.grown = 'something that all instances share grows with each'

    def replace_items(self, seq, items, growth):
        if len(items) > seq.length:
            self.note_growth(seq)
        self.put(seq.state, 'items', items)
        self.put(seq.state, 'length', len(items))
        self.put(seq.state, 'growth', growth)

    def list_extend(self, seq, source, node, env):
        items = self.try_iterate(source)
        if items is None or seq.repeated or self.unsure(seq):
            self.put(seq.state, 'unknown', 'what it is extended with is not known (line %d)' % node.lineno)
        else:
            growth = 'mixed' if seq.items else self.growth_from(source, 'extended')
            self.replace_items(seq, seq.items + items, growth if items else seq.state['growth'])

    def is_merged(self, source):
        """Whether a set takes all of @source at once. Source: Objects/setobject.c, set_update_internal."""
        return isinstance(source, Map) or getattr(source, 'kind', None) in ('set', 'frozenset')

    def merge_set(self, target, source, items):
        """target.update (source); how a larger set grows then is doubted. Source: set_merge."""
        if items is None:
            self.put(target.state, 'unknown', 'what is added to it is not known')
            return
        both = self.distinct(target.items + items)
        few = len(target.items) <= 4 and len(both) == len(target.items) + len(items)
        if self.is_merged(source) and target.items and not few:
            self.put(target.state, 'unknown', 'how a set grows that takes another is not known')
        elif target.state['growth'] == 'copy' and len(target.items) > 4:
            self.put(target.state, 'unknown', target.state['unknown'] or 'added to after a copy')
        self.replace_items(target, both, 'copy' if self.is_merged(source) else 'append')
        self.doubt_items(target)

    def growth_appended(self, seq):
        """How a list grew to which one item is added."""
        return 'append' if not seq.items or seq.state['growth'] in ('append', 'comprehension') else 'mixed'

    def growth_from(self, source, sized):
        """How a list grows that is filled from @source at once, @sized where that tells its length; a set or dict that
        changes would be noticed, so their items are taken otherwise."""
        kind = getattr(source, 'kind', None)
        if isinstance(source, (Map, DictView)) or kind in ('set', 'frozenset', 'view'):
            return 'hashed' if sized == 'constructor' else 'hashed-extended'
        if kind == 'iterator' and source.state['growth'] == 'sized':
            return 'extended'
        if kind in ('iterator', 'generator'):
            return 'unsized'
        return sized if isinstance(source, (Seq, Range, Const)) else 'mixed'
