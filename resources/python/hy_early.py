# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes that a file gives to instances of its own classes as it is read. Their names get into the keys that the class
shares before the first instance is counted: with them, later ones leave places free. Source: 3.11 Objects/dictobject.c,
insert_into_dictkeys."""
import ast

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def at_import(body, in_class=False):
    """(statement, whether a class body holds it) of those that are run when the file is read."""
    for node in body:
        yield node, in_class
        for part in [node] + getattr(node, 'handlers', []) + getattr(node, 'cases', []):
            for name in ('body', 'orelse', 'finalbody') if not isinstance(node, FUNCTIONS) else ():
                for found in at_import(getattr(part, name, []), in_class or isinstance(node, ast.ClassDef)):
                    yield found


def dotted(node):
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value)
        return owner and '%s.%s' % (owner, node.attr)
    return node.id if isinstance(node, ast.Name) else None


def made_by(node):
    """What is called in an assignment of a call, as it is written; None."""
    value = getattr(node, 'value', None)
    return dotted(value.func) if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(value, ast.Call) else None


def targets(node):
    return node.targets if isinstance(node, ast.Assign) else \
        [node.target] if isinstance(node, (ast.AnnAssign, ast.AugAssign)) else []


def stored(node):
    """[(name of the owner, attribute)] that a statement sets."""
    return [(t.value.id, t.attr) for t in targets(node) if isinstance(t, ast.Attribute) and isinstance(t.value, ast.Name)]


class Early(object):
    """What one file does as it is read."""

    def __init__(self, tree):
        self.owners = {}  # what is called -> names of what it made
        self.in_classes = set()  # what is called in class bodies
        self.stores = {}  # name -> [(attribute, line)]
        for node, in_class in at_import(tree.body):
            callee = made_by(node)
            if callee is not None:
                self.owners.setdefault(callee, set()).update(t.id for t in targets(node) if isinstance(t, ast.Name))
                self.in_classes.update([callee] if in_class else [])
            for owner, attribute in stored(node):
                self.stores.setdefault(owner, []).append((attribute, node.lineno))

    def attributes(self, cls_name, set_name):
        """[(attribute, line)] that instances of the class @cls_name get; @set_name is the node of its __set_name__ or
        None."""
        found = [s for owner in sorted(self.owners.get(cls_name, ())) for s in self.stores.get(owner, ())]
        if cls_name in self.in_classes and set_name is not None and set_name.args.args:
            own = set_name.args.args[0].arg
            found += [(name, part.lineno) for part in ast.walk(set_name) for owner, name in stored(part) if owner == own]
        return found
