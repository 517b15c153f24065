# SPDX-License-Identifier: GPL-3.0-or-later
"""A layer includes itself and the layers and libraries that its row names, and nothing else."""

import re

import house

C_LIBRARY = {'ctype.h', 'errno.h', 'float.h', 'limits.h', 'locale.h', 'malloc.h', 'math.h', 'stdarg.h', 'stdbool.h',
             'stddef.h', 'stdint.h', 'stdio.h', 'stdlib.h', 'string.h'}
PURE_C = C_LIBRARY - {'stdio.h', 'locale.h', 'errno.h'}
GTK = ('gtk/', 'gdk/', 'gsk/', 'adwaita.h', 'gtksourceview/', 'graphene')

# layer: (layers it may include besides itself, prefixes of library headers it may include)
LAYERS = {
    'model': ('', ('glib.h', 'glib/')),
    'python': ('', ('glib', 'gio/', 'json-glib/')),
    'source': ('model python', ('glib', 'gio/', 'json-glib/')),
    'measure': ('model python source', ('glib', 'gio/', 'json-glib/')),
    'heap': ('model', ('glib', 'gio/', 'elfutils/', 'libelf', 'gelf.h', 'zstd.h')),
    'draw': ('model heap', ('glib', 'cairo', 'pango/')),
    'session': ('model python source measure heap', ('glib', 'gio/')),
    'export': ('model measure heap draw session', ('glib', 'gio/', 'json-glib/', 'cairo', 'pango/', 'png.h')),
    'widgets': ('model draw session', ('glib', 'gio/', 'cairo', 'pango/') + GTK),
    'app': ('model python source measure heap draw session export widgets', ('glib', 'gio/', 'cairo', 'pango/') + GTK),
    'cli': ('model python source measure heap draw session export', ('glib', 'gio/', 'json-glib/', 'cairo', 'pango/')),
}
NO_TEXTS = ('model',)  # layers that know no gettext
GENERATED = re.compile(r'hy-(config|[a-z-]*resources)\.h$')
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


def sources():
    return house.files('src/*/*.c', 'src/*/*.h')


def includes():
    """(path, line number, layer, bracket, header) of every include in src/."""
    for path in sources():
        for number, line in house.lines(path):
            match = INCLUDE.match(line)
            if match:
                yield path, number, path.parent.name, match.group(1), match.group(2)


def check_known():
    for path in sources():
        if path.parent.name not in LAYERS:
            yield f'{house.name(path)}: no such layer in tests/house/test-layers.py'


def check_own():
    owner = {path.name: path.parent.name for path in sources()}
    for path, number, layer, bracket, header in includes():
        where = f'{house.name(path)}:{number}'
        if bracket == '<' or GENERATED.match(header):
            continue
        if '/' in header:
            yield f'{where}: "{header}" is not a bare name'
        elif header not in owner:
            yield f'{where}: "{header}" is no header of ours'
        elif owner[header] != layer and owner[header] not in LAYERS.get(layer, ('',))[0].split():
            yield f'{where}: {layer} includes "{header}" of {owner[header]}'


def check_libraries():
    for path, number, layer, bracket, header in includes():
        if bracket == '"' or layer not in LAYERS:
            continue
        allowed = PURE_C if layer == 'model' else C_LIBRARY
        system = layer != 'model' and layer != 'draw' and re.match(r'(sys/|linux/)|(unistd|fcntl|signal|poll|time|sched)\.h$', header)
        if header not in allowed and not system and not header.startswith(LAYERS[layer][1]):
            yield f'{house.name(path)}:{number}: {layer} includes <{header}>'
        elif header.startswith('glib/gi18n') and layer in NO_TEXTS:
            yield f'{house.name(path)}:{number}: {layer} knows no translations'
        elif layer == 'model' and header.startswith(('glib-object', 'glib/gstdio')):
            yield f'{house.name(path)}:{number}: the model has no GObject and no I/O'


house.report([
    ('every folder of src/ is a layer', check_known),
    ('headers of ours by bare name, from layers below', check_own),
    ('libraries that the layer may use', check_libraries),
])
