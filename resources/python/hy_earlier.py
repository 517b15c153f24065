# SPDX-License-Identifier: GPL-3.0-or-later
"""What older versions make of a file, hung on what the newest makes of it."""


def ways(entry, last, oldest):
    """What one reading says of a class, which holds for CPython 3.@oldest to 3.@last: [{"last", "i", and the recipe}], the
    newest first."""
    recipe = dict(entry['recipe'], last=last)
    earlier = [e for e in recipe.pop('earlier', ()) if e['last'] >= oldest]
    return [dict(way, i=entry['i']) for way in [recipe] + earlier]


def same(one, other):
    return dict(one, last=0) == dict(other, last=0)


def hang(newest, older):
    """@newest and @older: entries of an answer, [(entry, last, oldest)] with @oldest the oldest version that each holds for. Returns
    the entry for all versions."""
    chain = []
    for entry, last, oldest in [newest] + older:
        for way in ways(entry, last, oldest):
            if not chain or not same(chain[-1], way):
                chain.append(way)
    first = chain.pop(0)
    recipe = {k: v for k, v in first.items() if k not in ('last', 'i')}
    if chain:
        recipe['earlier'] = chain
    return {'i': first['i'], 'recipe': recipe}


def unread(entry, classes, message):
    """What stands for a class of which an older version can't say anything."""
    classes.append(dict(classes[entry['i']], unknown=message))
    return {'i': len(classes) - 1, 'recipe': {'factory': entry['recipe'].get('factory', ''), 'unknown': message}}
