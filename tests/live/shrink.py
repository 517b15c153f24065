# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes Python source smaller, one thing at a time."""
import ast
import copy

# Lists of a node of which an element can be left out.
LISTS = ('body', 'bases', 'keywords', 'decorator_list', 'elts', 'args', 'orelse', 'handlers', 'targets', 'defaults')


def places(tree):
    """[(number of the node in ast.walk, list, index)], the largest cuts first."""
    found = []
    for number, node in enumerate(ast.walk(tree)):
        for name in LISTS:
            items = getattr(node, name, None)
            if isinstance(items, list):
                found += [(number, name, i) for i in range(len(items))]
    return found


def without(tree, place):
    """The text with one element less; None where there is no such Python."""
    number, name, index = place
    tree = copy.deepcopy(tree)
    node = list(ast.walk(tree))[number]
    items = getattr(node, name)
    del items[index]
    if name == 'elts' and isinstance(node, ast.Set) and not items:
        return None
    if isinstance(node, ast.Dict):
        return None
    if name == 'body' and not items and not isinstance(node, ast.Module):
        items.append(ast.Pass())
    try:
        text = ast.unparse(ast.fix_missing_locations(tree)) + '\n'
        ast.parse(text)
    except (SyntaxError, AttributeError, ValueError, IndexError):
        return None
    return text


def smaller(source):
    """Yields sources with one thing less."""
    tree = ast.parse(source)
    whole = ast.unparse(tree) + '\n'
    for place in places(tree):
        text = without(tree, place)
        if text is not None and text != whole:
            yield text
