# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes that a file gives to instances of its own classes as it is read. Their names get into the keys that the class
shares before the first instance is counted: with them, later ones leave places free. Source: 3.11 Objects/dictobject.c,
insert_into_dictkeys."""
import ast

OWN_SCOPE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def at_import(node, in_class=False):
    """The statements below @node that are run when the file is read, and whether a class body holds them."""
    for part in ast.iter_child_nodes(node):
        if isinstance(part, OWN_SCOPE):
            continue
        if isinstance(part, ast.stmt):
            yield part, in_class
        for found in at_import(part, in_class or isinstance(part, ast.ClassDef)):
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


def stored(node, owner):
    """[(attribute, line)] that a statement sets on what stands under the name @owner."""
    return [(t.attr, node.lineno) for t in targets(node)
            if isinstance(t, ast.Attribute) and isinstance(t.value, ast.Name) and t.value.id == owner]


def early_attributes(tree, cls_name, set_name):
    """(attribute, line) of all that instances of the class @cls_name get; @set_name is the node of its __set_name__ or
    None."""
    owners = set()
    for node, in_class in at_import(tree):
        if made_by(node) == cls_name:
            owners.update(t.id for t in targets(node) if isinstance(t, ast.Name))
            if in_class and set_name is not None and set_name.args.args:
                for part in ast.walk(set_name):
                    for found in stored(part, set_name.args.args[0].arg):
                        yield found
        for owner in owners:
            for found in stored(node, owner):
                yield found
