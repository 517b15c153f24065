# SPDX-License-Identifier: GPL-3.0-or-later
"""Dragging files and text from another program into the window."""

import os
import pathlib
import subprocess
import sys
import time

import e2e

try:
    e2e.gi.require_version('Gtk', '4.0')
    from gi.repository import Gdk, Gtk
except (ImportError, ValueError) as error:
    print(f'1..0 # SKIP {error}')
    sys.exit(0)

SOURCE_X, SOURCE_Y = 1600, 100  # beside the program's window
SOURCE_SIZE = 160
CLASS = 'class Dropped:\n    __slots__ = ("a",)\n'


def offer(kind, value):
    """The other program: a window whose middle can be dragged, with a file or text to give."""
    def give(source, x, y):
        if kind == 'text':
            return Gdk.ContentProvider.new_for_value(value)
        uri = pathlib.Path(value).as_uri() + '\r\n'
        return Gdk.ContentProvider.new_for_bytes('text/uri-list', e2e.GLib.Bytes.new(uri.encode()))

    def show(application):
        window = Gtk.ApplicationWindow(application=application, title='source', decorated=False,
                                       default_width=SOURCE_SIZE, default_height=SOURCE_SIZE)
        source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
        source.connect('prepare', give)
        window.add_controller(source)
        window.present()

    application = Gtk.Application(application_id='io.github.heapyard.DragSource')
    application.connect('activate', show)
    application.run([])


def drop(app, kind, value):
    """Drags from the other program into the middle of the yard."""
    with subprocess.Popen([sys.executable, __file__, kind, str(value)]) as other:
        try:
            window = e2e.wait_for(lambda: e2e.xdotool('search', '--onlyvisible', '--pid', other.pid), 'the source')[-1]
            e2e.xdotool('windowmove', '--sync', window, SOURCE_X, SOURCE_Y)
            time.sleep(e2e.SETTLED)
            x, y, width, height = app.box(app.find(None, '^Heap yard$'))
            start_x, start_y = SOURCE_X + SOURCE_SIZE // 2, SOURCE_Y + SOURCE_SIZE // 2
            e2e.xdotool('mousemove', start_x, start_y, 'mousedown', 1)
            for step in range(1, 21):
                e2e.xdotool('mousemove', start_x + (x + width // 2 - start_x) * step // 20,
                            start_y + (y + height // 2 - start_y) * step // 20)
                time.sleep(0.03)
            time.sleep(e2e.SETTLED)
            e2e.xdotool('mouseup', 1)
            time.sleep(e2e.SETTLED)
        finally:
            other.terminate()


def test_file(scratch):
    """a Python file that is dropped is opened"""
    path = scratch / 'dropped.py'
    path.write_text(CLASS, encoding='utf-8')
    with e2e.App() as app:
        drop(app, 'file', path)
        app.described('Heap yard', r'Dropped: \d+ instances')


def test_text(scratch):
    """text that is dropped is read"""
    with e2e.App() as app:
        drop(app, 'text', CLASS)
        app.described('Heap yard', r'Dropped: \d+ instances')


if __name__ == '__main__':
    if len(sys.argv) > 2:
        os.environ['GTK_A11Y'] = 'none'
        offer(sys.argv[1], sys.argv[2])
    else:
        sys.exit(e2e.main([test_file, test_text]))
