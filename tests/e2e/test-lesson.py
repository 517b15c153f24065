# SPDX-License-Identifier: GPL-3.0-or-later
"""The lesson, as it stands there when the program starts: classes, count, version, selection."""

import re
import sys
import time

import e2e


# From GTK 4.14 on a drop-down is named by what is chosen, whatever its label.
VERSION_NAME = '^Python version$|^CPython 3'
# Where in its height the slider may be held: GTK 4.18 gives places without the padding around them.
SLIDER_LEVELS = (0.3, 0.55, 0.8)


def count_of(app):
    return e2e.text_of(app.find('text|entry|spin button', '^Exact instance count$'))


def test_opening(scratch):
    """launch: the lesson's two classes, a hundred of each, yard and chart described in words"""
    with e2e.App() as app:
        classes = app.find('list|list box', '^Classes$')
        said = ' '.join((node.get_name() or '') + e2e.text_of(node) for node in e2e.descendants(classes))
        assert 'Order' in said and 'SlottedOrder' in said, said
        app.described('Heap yard', r'Order: 100 instances.*SlottedOrder: 100 instances')
        app.described('Memory chart', r'Order.*SlottedOrder')
        for role, name in (('push button|toggle button|panel', 'Open'), ('push button|toggle button|panel', 'Export'),
                           ('combo box', VERSION_NAME), ('slider', '^Instance count$')):
            app.find(role, name)


def test_type_count(scratch):
    """a count typed as 100k, 1e6 and 1,234"""
    with e2e.App() as app:
        app.find('text|entry|spin button', '^Exact instance count$')
        for written, shown in (('100k', '100,000'), ('1e6', '1,000,000'), ('1,234', '1,234'), ('0', '0'), ('10M', '10,000,000')):
            app.focus()
            app.key('ctrl+g', 'ctrl+a')
            e2e.xdotool('type', '--delay', 20, written)
            app.key('Return')
            app.described('Heap yard', rf'SlottedOrder: {shown} instances')


def test_drag_slider(scratch):
    """the slider dragged with the mouse moves count, yard and chart"""
    with e2e.App() as app:
        slider = app.find('slider', '^Instance count$')
        for level in SLIDER_LEVELS:
            app.drag(slider, 0.2, 0.8, down=level)
            if count_of(app) != '100':
                break
        dragged = e2e.wait_for(lambda: (count := count_of(app)) != '100' and count, 'another count')
        count = int(re.sub(r'\D', '', dragged))
        assert count > 1000, dragged
        app.described('Heap yard', rf'Order: {count:,} instances')


def test_slider_keys(scratch):
    """the slider's End is ten million, its Home is zero"""
    with e2e.App() as app:
        app.find('slider', '^Instance count$')
        app.key('ctrl+g', 'shift+Tab', 'End')
        app.described('Heap yard', r'SlottedOrder: 10,000,000 instances')
        app.key('Home')
        app.described('Heap yard', r'SlottedOrder: 0 instances')


def test_version(scratch):
    """another CPython from the drop-down gives other figures"""
    with e2e.App() as app:
        before = app.find(None, '^Heap yard$').get_description()
        app.press(VERSION_NAME, 'combo box')
        e2e.wait_for(lambda: len(app.windows()) > 1, 'the list of versions')
        time.sleep(1)  # it takes keys once it has grown to its size
        app.key(*['Down'] * 7, 'Return')  # well before 3.11, where instances changed most
        e2e.wait_for(lambda: app.look(None, '^Heap yard$').get_description() != before, 'another description of the yard')


def test_select_by_keyboard(scratch):
    """a tile selected with the keyboard is explained in the inspector"""
    with e2e.App() as app:
        app.key('alt+1', 'Right', 'Right')
        app.find_text(r'reference count')
        app.find_text(r'Order № ?\d|SlottedOrder № ?\d|Order.*2')


def test_narrow(scratch):
    """at 360 pixels the window still shows the yard and the count"""
    with e2e.App() as app:
        e2e.xdotool('windowsize', '--sync', app.window, 360, 640)
        yard = app.find(None, '^Heap yard$')
        e2e.wait_for(lambda: 100 < app.box(yard)[2] <= 360, 'a yard within 360 pixels')
        app.find('text|entry|spin button', '^Exact instance count$')


def test_narrow_message(scratch):
    """at 360 pixels a long message is broken into lines, its button in reach"""
    path = scratch / ('orders_' * 12 + 'end.py')
    path.write_text('class Order:\n    pass\n')
    with e2e.App() as app:
        e2e.xdotool('windowsize', '--sync', app.window, 360, 640)
        e2e.wait_for(lambda: app.box(app.find(None, '^Heap yard$'))[2] <= 360, 'a narrow window')
        app.key('ctrl+o')
        app.answer_open(path)
        message = app.find_text('end.py: one class')
        _, _, width, height = app.box(message)
        assert width < 330 and height > 30, (width, height)


def test_widths(scratch):
    """at every width, in a language of long words, the other page is in reach"""
    with e2e.App(environment={'LANGUAGE': 'de'}) as app:
        app.find(None, '^(Heap yard|Speicherhof)$')
        for width in 1280, 900, 800, 700, 360:
            e2e.xdotool('windowsize', '--sync', app.window, width, 700)
            time.sleep(1)
            app.find('page tab', '^(Beleg|Evidence)$')


if __name__ == '__main__':
    sys.exit(e2e.main([test_opening, test_type_count, test_drag_slider, test_slider_keys, test_version,
                       test_select_by_keyboard, test_narrow, test_narrow_message, test_widths]))
