# SPDX-License-Identifier: GPL-3.0-or-later
"""What CPython 3.13 and newer suggest in the place of a keyword argument that a function doesn't take.

Source: Python/suggestions.c, _Py_CalculateSuggestions, levenshtein_distance, substitution_cost."""

MOVE = 2  # what it costs to put one byte in the place of another, to add or to leave out one
CASE = 1  # ... where only its case differs
LONGEST = 40  # bytes of a name that are compared
MOST = 750  # candidates


def suggest(name, candidates):
    """The one of @candidates that is nearest to @name, the first of equals; None."""
    best, least = None, None
    wanted = name.encode('utf-8')
    for candidate in candidates if len(candidates) < MOST else ():
        given = candidate.encode('utf-8')
        most = (len(wanted) + len(given) + 3) * MOVE // 6
        cost = distance(wanted, given)
        if given != wanted and cost is not None and cost <= most and (least is None or cost < least):
            best, least = candidate, cost
    return best


def distance(a, b):
    """What it costs to change one into the other; None where CPython doesn't compare them."""
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if a and b and max(len(a), len(b)) > LONGEST:
        return None
    row = [n * MOVE for n in range(len(a) + 1)]
    for place, byte in enumerate(b):
        above, row = row, [(place + 1) * MOVE]
        for n, other in enumerate(a):
            row.append(min(above[n] + substitution(byte, other), min(above[n + 1], row[n]) + MOVE))
    return row[-1]


def substitution(a, b):
    if a == b:
        return 0
    return CASE if a & 31 == b & 31 and bytes([a]).lower() == bytes([b]).lower() else MOVE
