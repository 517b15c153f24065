# SPDX-License-Identifier: GPL-3.0-or-later
"""As describe-cases-more.py, of what stands outside the class whose instances are made: its bases, what replaces it, the rest
of the file."""

CASES = [
    (7, 'inherited-default', 'C()', '''
import dataclasses
class B:
    x = 2
    y = None
@dataclasses.dataclass
class C(B):
    x: int
    y: dataclasses.InitVar[int]
''', 'known'),
    (7, 'inherited-slot-no-default', 'C()', '''
import dataclasses
class B:
    __slots__ = ('x',)
@dataclasses.dataclass
class C(B):
    x: int
''', 'known'),
    (10, 'super-of-class-made-twice', 'C()', '''
import dataclasses
@dataclasses.dataclass(slots=True)
class C:
    x: int = 1
    def __post_init__(self):
        super().__init__()
''', 'known'),
    (10, 'named-super-of-class-made-twice', 'C()', '''
import dataclasses
@dataclasses.dataclass(slots=True)
class C:
    x: int = 1
    def __post_init__(self):
        super(C, self).__init__()
''', 'known'),
    (6, 'super-with-arguments', 'C(1, 2)', '''
class C(super):
    pass
''', 'unknown'),
    (6, 'attribute-set-by-the-file', 'C()', '''
class C:
    def __init__(self):
        self.a = 1
if True:
    first = C()
    first.b = 2
''', 'unknown'),
    (6, 'attribute-set-again-by-the-file', 'C()', '''
class C:
    def __init__(self):
        self.a = 1
first = C()
first.a = 2
def later():
    first.b = 2
''', 'known'),
    (6, 'slot-set-by-the-file', 'C()', '''
class C:
    __slots__ = ('a', 'b')
    def __init__(self):
        self.a = 1
first = C()
first.b = 2
''', 'known'),
    (6, 'attribute-set-by-set-name', 'C()', '''
class C:
    def __init__(self):
        self.a = 1
    def __set_name__(self, owner, name):
        self.name = name
class Owner:
    field = C()
''', 'unknown'),
    (6, 'set-name-never-called', 'C()', '''
class C:
    def __init__(self):
        self.a = 1
    def __set_name__(self, owner, name):
        self.name = name
''', 'known'),
    (6, 'slots-after-creation', 'C()', '''
class C:
    def __init__(self):
        self.a = 1
C.__slots__ = ('a',)
''', 'known'),
]
