# SPDX-License-Identifier: GPL-3.0-or-later
"""No mutable variables at file level or static in functions: looks at what the compiler put into .data and .bss.

usage: test-globals.py OBJDUMP LIBRARY-OR-OBJECT…
"""

import re
import subprocess
import sys

import house

# What GLib's own macros leave behind: type ids and private offsets, quarks, resources, message domains.
MACROS = re.compile(r'(static_g_define_type_id|.*_parent_class|.*_private_offset|q|static_resource|.*_resource_data)(\.\d+)?$')
SYMBOL = re.compile(r'^[0-9a-f]+ [lg!u].{6} (\.(?:data|bss)\S*)\s+([0-9a-f]+)\s+(?:\.hidden )?(\S+)$')


def variables(objdump, path):
    """(object, symbol) of each writable variable in a library or object file."""
    listing = subprocess.run([objdump, '-t', path], capture_output=True, text=True, check=True).stdout
    member = path
    for line in listing.splitlines():
        if ':     file format' in line:
            member = line.split(':', 1)[0]
        match = SYMBOL.match(line)
        if match and int(match.group(2), 16) and not match.group(1).startswith('.data.rel.ro'):
            yield member, match.group(3)


def check():
    for path in sys.argv[2:]:
        for member, symbol in variables(sys.argv[1], path):
            if not MACROS.match(symbol):
                yield f'{member}: {symbol} is a mutable global'


house.report([('no mutable globals', check)])
