# SPDX-License-Identifier: GPL-3.0-or-later
"""What one does with classes: plans, undo, edits of the open file, text written in the app, statements tried."""

import sys

import e2e

POINT = '''\
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
'''


def rows(app):
    return [node.get_name() for node in e2e.descendants(app.find('list|list box', '^Classes$'))
            if node.get_role_name() == 'list item']


def wait_rows(app, number):
    e2e.wait_for(lambda: len(rows(app)) == number, f'{number} classes')


def test_undo(scratch):
    """a class removed with Delete, brought back with Ctrl+Z, taken again with Ctrl+Shift+Z"""
    with e2e.App() as app:
        app.click(app.find('list item', '^SlottedOrder'), across=0.3)
        app.focus()
        app.key('Delete')
        wait_rows(app, 1)
        app.described('Heap yard', r'^(?!.*SlottedOrder)')
        app.key('ctrl+z')
        wait_rows(app, 2)
        app.key('ctrl+shift+z')
        wait_rows(app, 1)


def test_plan(scratch):
    """a storage plan from the menu stands beside the class"""
    with e2e.App() as app:
        app.press('^Add class or plan$')
        app.choose('tuple', 4)
        e2e.wait_for(lambda: any('tuple' in row.lower() for row in rows(app)), 'the plan')
        app.described('Memory chart', 'Order')


def test_edited_file(scratch):
    """an open file that is edited is offered for reload; deleted, it is said"""
    path = scratch / 'points.py'
    path.write_text(POINT)
    with e2e.App(path) as app:
        app.described('Heap yard', 'Point: 100 instances')
        path.write_text(POINT.replace('Point', 'Place'))
        app.find_text(r'points\.py was edited')
        app.press('^Reload$', 'push button')
        app.described('Heap yard', 'Place: 100 instances')
        path.unlink()
        app.find_text(r'points\.py was deleted')
        app.described('Heap yard', 'Place: 100 instances')


def test_write_class(scratch):
    """a class written in the app; an error in it is said at its line"""
    with e2e.App() as app:
        app.key('ctrl+t')
        app.find('text', '^Python source$')
        app.focus()
        app.write(app.find('text', '^Python source$'), 'class Cat:\n    x = = 1\n')
        app.key('ctrl+Return')
        app.find_text(r'line 2')
        app.write(app.find('text', '^Python source$'), 'class Cat:\n    __slots__ = ("tail",)\n')
        app.key('ctrl+Return')
        app.described('Heap yard', 'Cat: 100 instances')
        app.find_text('Untitled')


def test_try(scratch):
    """a statement is answered as Python answers"""
    with e2e.App() as app:
        app.click(app.find('list item', '^SlottedOrder'), across=0.3)
        app.write(app.tab_to('text|entry', '^Statement to try'), 'o.extra = 42')
        app.key('Return')
        app.find_text(r"AttributeError: 'SlottedOrder' object has no attribute 'extra'")


def test_bad_count(scratch):
    """a count that is none is marked, with what to write instead"""
    with e2e.App() as app:
        app.find('text|entry|spin button', '^Exact instance count$')
        app.key('ctrl+g', 'ctrl+a')
        e2e.xdotool('type', '--delay', 10, 'plenty')
        app.key('Return')
        app.find_text('is not a count')
        app.described('Heap yard', 'Order: 100 instances')


if __name__ == '__main__':
    sys.exit(e2e.main([test_undo, test_plan, test_edited_file, test_write_class, test_try, test_bad_count]))
