# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window through AT-SPI, with the mouse and the keyboard through xdotool.

Tests run on a display and a session bus of their own (build-aux/on-display), without a window manager.
HEAPYARD is the program to run.
"""

import itertools
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, Gio, GLib
except (ImportError, ValueError) as error:
    print(f'1..0 # SKIP {error}')
    sys.exit(0)

warnings.filterwarnings('ignore', category=DeprecationWarning)  # of get_…_iface, which have no heir in 2.46
APPLICATION = 'io.github.heapyard.Heapyard'
PATIENCE = 20  # seconds until something that should happen counts as missing
SETTLED = 0.15  # seconds for a frame to be drawn after it
TABS = 60  # more than there are places in a window that Tab goes to
RENAMED = {'button': 'push button'}  # roles that AT-SPI 2.56 has another word for: the older one


def wait_for(look, what):
    """Calls look until it answers with something true; says what was missed otherwise."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            answer = look()
        except GLib.GError:  # a widget that vanished while we looked at it
            answer = None
        if answer:
            return answer
        if time.monotonic() > until:
            raise AssertionError(f'waited {PATIENCE} s for {what}')
        time.sleep(0.05)


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], capture_output=True, text=True, check=False).stdout.split()


def on_bus(name):
    """Whether the session bus knows that name: as long as it does, another start only wakes its owner."""
    answer = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner',
        GLib.Variant('(s)', (name,)), None, Gio.DBusCallFlags.NONE, -1, None)
    return answer.unpack()[0]


def descendants(node):
    """The node and all below it; a part that goes while we look is left out."""
    yield node
    try:
        children = [node.get_child_at_index(index) for index in range(node.get_child_count())]
    except GLib.GError:
        return
    for child in children:
        if child is not None:
            yield from descendants(child)


def showing(node):
    """Whether it takes up room in its window: GTK 4.8 sets the state of that name for windows alone."""
    component = node.get_component_iface()
    if component is None:
        return False
    extents = Atspi.Component.get_extents(component, Atspi.CoordType.WINDOW)
    return extents.width > 0 and extents.height > 0


def text_of(node):
    """What an entry, a label or a text view says."""
    text = node.get_text_iface()
    # The interface's own functions: from AT-SPI 2.50 on the accessible has others of these names.
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else node.get_name() or ''


def name_of(node):
    """Its name; of a menu item without one, as in GTK 4.18, what its label says."""
    name = node.get_name() or ''
    if not name and node.get_role_name() == 'menu item':
        name = ''.join(text_of(part) for part in descendants(node) if part.get_role_name() == 'label')
    return name


def role_of(node):
    """Its role, by the same word whatever the version of AT-SPI."""
    role = node.get_role_name()
    return RENAMED.get(role, role)


def matches(node, role, name):
    if role and role_of(node) not in role.split('|'):
        return False
    return name is None or re.search(name, name_of(node)) is not None


class App:
    """One run of the program, from its start until it has gone."""

    def __init__(self, *arguments, environment=None):
        self.log = tempfile.NamedTemporaryFile(mode='w+', suffix='.log')
        environment = dict(os.environ, GTK_A11Y='atspi', **(environment or {}))
        self.process = subprocess.Popen([os.environ['HEAPYARD'], *map(str, arguments)], env=environment,
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        try:
            self.node = wait_for(self._application, 'the program on the accessibility bus')
            self.window = wait_for(lambda: xdotool('search', '--onlyvisible', '--pid', self.process.pid), 'its window')[-1]
        except AssertionError:
            self.process.kill()
            print(f'# {self.said()}', file=sys.stderr)
            raise
        self.focus()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        try:
            if kind is not None:
                self.describe()
        finally:
            self.end()
        complaints = [line for line in self.said().splitlines() if re.search(r'CRITICAL|WARNING|ERROR|runtime error', line)]
        self.log.close()
        if kind is None and complaints:
            raise AssertionError('the program complained:\n' + '\n'.join(complaints))

    def end(self):
        """Ends the program; kills it when it does not listen."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        wait_for(lambda: not on_bus(APPLICATION), 'its name to leave the session bus')

    def _application(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}: {self.said()}')
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    def said(self):
        """All that the program has written so far."""
        return pathlib.Path(self.log.name).read_text(encoding='utf-8', errors='replace')

    def describe(self):
        """Writes all that the window shows: what one wants to know when a test fails."""
        for node in descendants(self.node):
            try:
                if showing(node) and (node.get_name() or text_of(node)):
                    print(f'# {node.get_role_name()} {node.get_name()!r} {text_of(node)!r} {node.get_description()!r}',
                          file=sys.stderr)
            except GLib.GError:
                continue
        print(f'# {self.said()}', file=sys.stderr)

    def windows(self):
        """Ids of the program's visible windows, popovers too, the newest last."""
        return xdotool('search', '--onlyvisible', '--pid', self.process.pid)

    def focus(self):
        """Gives the newest window of the program the keyboard, as a window manager would."""
        windows = self.windows()
        if windows:
            xdotool('windowfocus', '--sync', windows[-1])
        time.sleep(SETTLED)

    def all(self, role=None, name=None):
        """Every visible widget with this role (several with |) and a name that matches."""
        for node in descendants(self.node):
            try:
                if matches(node, role, name) and showing(node):
                    yield node
            except GLib.GError:
                continue

    def look(self, role=None, name=None):
        """The first such widget, or None."""
        return next(self.all(role, name), None)

    def find(self, role=None, name=None, which=0):
        """As look, but waits for it; which counts among several."""
        return wait_for(lambda: next(itertools.islice(self.all(role, name), which, None), None),
                        f'{role or "a widget"} named {name}')

    def find_text(self, pattern):
        """Waits until some visible text matches."""
        return wait_for(lambda: next((node for node in descendants(self.node) if showing(node)
                                      and re.search(pattern, text_of(node) or node.get_name() or '')), None),
                        f'a text like {pattern}')

    def press(self, name, role=None, which=0):
        """Does what a click on the widget does."""
        node = self.find(role, name, which)
        for candidate in descendants(node):
            action = candidate.get_action_iface()
            if action is not None and Atspi.Action.get_n_actions(action) > 0:
                try:
                    if Atspi.Action.do_action(action, 0):
                        time.sleep(SETTLED)
                        return
                except GLib.GError:
                    continue
        raise AssertionError(f'{name} has no action')

    def choose(self, title, number):
        """Takes an item of the open menu by its title, or by its place where GTK (4.18) leaves items without a name."""
        if name_of(self.find('menu item')):
            self.press(f'^{re.escape(title)}', 'menu item')
        else:
            self.press(None, 'menu item', number)

    def write(self, node, text):
        """Puts text into an entry."""
        Atspi.EditableText.set_text_contents(node.get_editable_text_iface(), str(text))
        time.sleep(SETTLED)

    def box(self, node):
        """(x, y, width, height) of a widget on the screen; in GTK 4.18 short of the padding of all around it."""
        extents = Atspi.Component.get_extents(node.get_component_iface(), Atspi.CoordType.WINDOW)
        place = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', self.window) if '=' in line)
        return int(place['X']) + extents.x, int(place['Y']) + extents.y, extents.width, extents.height

    def click(self, node, across=0.5, down=0.5):
        """A click of the left button at a fraction of the widget's width and height: of a large one, see box ()."""
        x, y, width, height = self.box(node)
        xdotool('mousemove', round(x + width * across), round(y + height * down), 'click', 1)
        time.sleep(SETTLED)

    def drag(self, node, start, end, down=0.5):
        """Drags with the left button from one fraction of the width to another."""
        x, y, width, height = self.box(node)
        level = round(y + height * down)
        xdotool('mousemove', round(x + width * start), level, 'mousedown', 1)
        for step in range(1, 11):
            xdotool('mousemove', round(x + width * (start + (end - start) * step / 10)), level)
            time.sleep(0.02)
        xdotool('mouseup', 1)
        time.sleep(SETTLED)

    def answer_open(self, path):
        """Gives the Open dialog a path. Written at once: completion would mix its letters with typed ones."""
        wait_for(lambda: len(self.windows()) > 1, 'the dialog')
        self.focus()
        self.key('ctrl+l')
        self.write(wait_for(self._location, "the dialog's entry"), path)
        wait_for(self._accepted, 'the dialog to go')
        self.focus()

    def _accepted(self):
        """Whether the Open dialog has gone. It passes over Return as long as it looks at the path that was written."""
        if len(self.windows()) > 1:
            self.key('Return')
            time.sleep(5 * SETTLED)
        return len(self.windows()) == 1

    def _location(self):
        """The entry for a path: the last one in the newest window."""
        windows = self.node.get_child_count()
        entries = [node for node in descendants(self.node.get_child_at_index(windows - 1))
                   if matches(node, 'text|entry', None) and node.get_editable_text_iface() and showing(node)]
        return entries[-1] if windows > 1 and entries else None

    def answer_save(self, path):
        """Gives the save dialog a path and waits for the file."""
        wait_for(lambda: len(self.windows()) > 1, 'the dialog')
        self.focus()
        self.key('ctrl+a')
        xdotool('type', '--delay', 10, str(path))
        self.key('Return')
        wait_for(lambda: path.is_file() and path.stat().st_size > 0, f'{path.name}')
        wait_for(lambda: len(self.windows()) == 1, 'the dialog to go')
        self.focus()

    def key(self, *keys):
        """Key presses, as xdotool names them."""
        xdotool('key', '--delay', 30, *keys)
        time.sleep(SETTLED)

    def tab_to(self, role, name):
        """Presses Tab until that widget has the keyboard; returns it."""
        for _ in range(TABS):
            node = self.find(role, name)
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node
            self.key('Tab')
        raise AssertionError(f'{TABS} times Tab, and {name} has no focus')

    def described(self, name, pattern):
        """Waits until the description of the picture of that name matches."""
        return wait_for(lambda: (node := self.look('image|drawing area|panel', f'^{name}$')) is not None
                        and re.search(pattern, node.get_description() or '') and node, f'{name} described as {pattern}')


def main(tests):
    """Runs functions that take a scratch folder; answers in TAP."""
    print(f'TAP version 13\n1..{len(tests)}', flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        title = (test.__doc__ or test.__name__).strip().splitlines()[0]
        with tempfile.TemporaryDirectory() as scratch:
            try:
                test(pathlib.Path(scratch))
                print(f'ok {number} {title}', flush=True)
            except Exception:
                failed += 1
                print(f'not ok {number} {title}')
                print('\n'.join(f'# {line}' for line in traceback.format_exc().splitlines()), flush=True)
    return 1 if failed else 0
