# SPDX-License-Identifier: GPL-3.0-or-later
"""Methods that the abstract classes of collections.abc give to those that stand on them, put so that they can be
followed. Source: Lib/_collections_abc.py, alike from 3.6 to 3.15 in what they call and in which order."""

_OF_MAPPINGS = '''
def get(self, key, default=None):
    try:
        return self[key]
    except KeyError:
        return default

def __contains__(self, key):
    try:
        self[key]
    except KeyError:
        return False
    return True
'''
MIXINS = {
    'collections.abc.Mapping': _OF_MAPPINGS,
    'collections.abc.MutableMapping': _OF_MAPPINGS + '''
def setdefault(self, key, default=None):
    try:
        return self[key]
    except KeyError:
        self[key] = default
    return default

def update(self, other=(), **words):
    if hasattr(other, 'keys'):
        for key in other.keys():
            self[key] = other[key]
    else:
        for key, value in other:
            self[key] = value
    for key, value in words.items():
        self[key] = value
''',
    'collections.abc.MutableSet': '''
def __ior__(self, it):
    for value in it:
        self.add(value)
    return self
''',
    'collections.abc.MutableSequence': '''
def append(self, value):
    self.insert(len(self), value)

def extend(self, values):
    for value in values:
        self.append(value)

def __iadd__(self, values):
    self.extend(values)
    return self
''',
}
