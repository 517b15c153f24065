#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes src/model/hy-library-*-table.c: the builtin and standard-library types of each CPython.

    library-types.py probe                      prints what the running interpreter has, as JSON
    library-types.py emit DIRECTORY JSON...     writes the tables from such documents

Sizes of C types in other builds (32 bits, free-threaded, WebAssembly) come from tests/data/base-types.json.
The first part runs on Python 3.6 and later.
"""
import importlib
import json
import os
import sys
import types

MODULES = """
builtins _collections_abc _compression _lsprof _markupbase _typing _weakref abc argparse array ast asynchat asyncio
asyncore bdb binascii bz2 calendar cmd code codecs collections collections.abc concurrent.futures configparser
contextlib contextvars copy csv ctypes dataclasses datetime decimal difflib email.charset email.errors email.header
email.message email.mime.base email.mime.multipart email.mime.text email.parser email.policy enum fnmatch fractions
ftplib functools getpass gettext graphlib gzip hashlib hmac html.parser http http.client http.cookiejar http.cookies
http.server imaplib importlib.abc importlib.machinery importlib.metadata inspect io ipaddress itertools json
json.decoder json.encoder locale logging logging.config logging.handlers lzma mailbox mimetypes mmap multiprocessing
multiprocessing.pool multiprocessing.process multiprocessing.queues netrc numbers operator optparse os pathlib pdb
pickle plistlib poplib pprint profile queue random re reprlib rlcompleter runpy sched secrets select selectors shelve
shlex shutil signal smtplib socket socketserver sqlite3 ssl stat statistics string string.templatelib struct
subprocess symtable tarfile telnetlib tempfile textwrap threading time timeit tkinter tkinter.simpledialog tkinter.ttk
token tokenize trace traceback types typing unittest unittest.case unittest.loader unittest.mock unittest.runner
unittest.suite urllib.error urllib.parse urllib.request uuid warnings wave weakref webbrowser wsgiref.handlers xml.dom
xml.dom.minidom xml.etree.ElementTree xml.sax xml.sax.handler xml.sax.xmlreader xmlrpc.client xmlrpc.server zipfile
zipimport zlib zoneinfo
""".split()

# Types without a name in a module.
UNNAMED = [
    ("function", lambda: type(lambda: 0)),
    ("method", lambda: type([].__class__.mro and UNNAMED_METHOD)),
    ("cell", lambda: type((lambda x: lambda: x)(0).__closure__[0])),
    ("generator", lambda: type(i for i in ())),
    ("coroutine", lambda: types.CoroutineType),
    ("module", lambda: type(sys)),
    ("code", lambda: type((lambda: 0).__code__)),
    ("NoneType", lambda: type(None)),
    ("ellipsis", lambda: type(Ellipsis)),
    ("NotImplementedType", lambda: type(NotImplemented)),
    ("builtin_function_or_method", lambda: type(len)),
    ("mappingproxy", lambda: types.MappingProxyType),
    ("dict_keys", lambda: type({}.keys())),
    ("dict_values", lambda: type({}.values())),
    ("dict_items", lambda: type({}.items())),
    ("list_iterator", lambda: type(iter([]))),
]


# Private ones that the model asks for.
HIDDEN = ["typing._TypedDictMeta"]


class _Sample(object):
    def method(self):
        pass


UNNAMED_METHOD = _Sample().method

HEAPTYPE, BASETYPE, HAVE_GC = 1 << 9, 1 << 10, 1 << 14
MANAGED_WEAKREF, MANAGED_DICT, INLINE_VALUES = 1 << 3, 1 << 4, 1 << 2


def public_classes():
    """Yields (path, class) for each class that a listed module names."""
    for name in MODULES:
        try:
            module = importlib.import_module(name)
        except Exception:
            continue
        for key, value in sorted(vars(module).items()):
            if isinstance(value, type) and not key.startswith("_"):
                yield (key if name == "builtins" else name + "." + key), value
    for name, get in UNNAMED:
        yield name, get()
    for name in HIDDEN:
        module, attribute = name.rsplit(".", 1)
        if hasattr(sys.modules[module], attribute):
            yield name, getattr(sys.modules[module], attribute)


def home(cls):
    module = cls.__module__
    return cls.__qualname__ if module == "builtins" else "%s.%s" % (module, cls.__qualname__)


def unnamed(cls):
    """For a class whose name its own subclass took: class TokenInfo(namedtuple('TokenInfo', ...))."""
    return "%s.base.%s" % (cls.__module__, cls.__name__)


def is_enum_with_members(cls):
    return bool(getattr(cls, "__members__", None)) and hasattr(cls, "_member_map_")


def wanted(path, cls):
    if path.startswith("ast."):
        return path in ("ast.AST", "ast.NodeVisitor", "ast.NodeTransformer")
    return not is_enum_with_members(cls) and "." not in cls.__name__


def name_classes():
    """Gives each class one name: where it is defined, without the underscore of a C module if that names it too."""
    paths = {}
    for path, cls in public_classes():
        if wanted(path, cls):
            paths.setdefault(cls, []).append(path)
    names = {}
    for cls, found in paths.items():
        public_home = home(cls).lstrip("_")
        names[cls] = public_home if public_home in found else home(cls)
    taken = set(names.values())
    pending = list(names)
    while pending:
        cls = pending.pop()
        for other in cls.__bases__ + (type(cls),):
            if other not in names:
                names[other] = home(other) if home(other) not in taken else unnamed(other)
                taken.add(names[other])
                pending.append(other)
    return names, paths


def own_slots(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return None
    return [slots] if isinstance(slots, str) else list(slots)


def added_words(cls, base, slots):
    """How many pointers type.__new__ adds to the size of @base for that class statement."""
    named = slots or []
    words = len([n for n in named if n not in ("__dict__", "__weakref__")])
    for slot, offset, since in (("__dict__", "__dictoffset__", 11), ("__weakref__", "__weakrefoffset__", 12)):
        adds = slots is None or slot in named or any(getattr(b, offset) for b in cls.__bases__)
        items = base.__itemsize__ and (slot == "__weakref__" or sys.version_info >= (3, 12))
        if adds and not getattr(base, offset) and not items:
            pointer = sys.version_info[1] < since or (slot == "__dict__" and base.__itemsize__)
            words += bool(pointer)
            if not getattr(cls, offset):
                return None
    return words


def is_python(cls, flags):
    """Laid out as type.__new__ lays out class statements, whoever made it."""
    if not flags & HEAPTYPE or not flags & BASETYPE:
        return False
    words = added_words(cls, cls.__base__, own_slots(cls))
    pointer = tuple.__itemsize__
    return words is not None and cls.__basicsize__ == cls.__base__.__basicsize__ + words * pointer


def error_name(cls, flags):
    """tp_name, as error texts tell it; None where none does."""
    body = {"__slots__": ("x",)} if flags & BASETYPE else {}
    try:
        type.__new__(type(cls), "X", (cls,), body)
    except TypeError as error:
        text = str(error)
        if "not an acceptable base type" in text or "not supported for subtype of" in text:
            return text.split("'")[1]
    except Exception:
        pass
    return None


PASSING_ON = ("typing.Generic", "enum.Enum")


def takes_keywords(cls):
    """Does something with class keywords but hand them to object.__init_subclass__, itself or by its metaclass."""
    own = "__init_subclass__" in vars(cls) and cls is not object and home(cls) not in PASSING_ON
    makers = [m for m in type(cls).__mro__ if m not in (type, object) and ("__new__" in vars(m) or "__prepare__" in vars(m))]
    return own or any(m.__name__ not in ("ABCMeta", "EnumMeta", "EnumType") for m in makers)


def refuses_subclasses(cls):
    """In words of its own, though type.__new__ would not."""
    if home(cls) in PASSING_ON:
        return False
    try:
        types.new_class("C", (cls,))
    except Exception as error:
        return "acceptable base type" not in str(error)
    return False


def describe(cls, names):
    flags = cls.__flags__
    python = is_python(cls, flags)
    row = {
        "bases": [names[b] for b in cls.__bases__],
        "metaclass": names[type(cls)],
        "python": python,
        "slots": own_slots(cls) if python else None,
        "basetype": bool(flags & BASETYPE),
        "init_subclass": takes_keywords(cls),
        "refuses": refuses_subclasses(cls),
    }
    if not python:
        if cls.__mro__[1:] != (cls.__base__.__mro__ if cls.__base__ else ()):
            return None
        row.update(
            sizes=[cls.__basicsize__, cls.__itemsize__, cls.__dictoffset__, cls.__weakrefoffset__],
            gc=bool(flags & HAVE_GC),
            heap=bool(flags & HEAPTYPE),
            dict_member=isinstance(cls.__dict__.get("__dict__"), types.MemberDescriptorType),
            tp_name=error_name(cls, flags) if not flags & BASETYPE or cls.__itemsize__ else None,
        )
        if sys.version_info >= (3, 12):
            row["managed"] = [
                word
                for word, bit in (("WEAKREF", MANAGED_WEAKREF), ("DICT", MANAGED_DICT))
                if flags & bit
            ]
            if sys.version_info >= (3, 13) and flags & INLINE_VALUES:
                row["managed"].append("INLINE")
    return row


def probe():
    names, paths = name_classes()
    rows, aliases = {}, {}
    for cls, name in names.items():
        row = describe(cls, names)
        if row is not None:
            rows[name] = row
    for cls, found in paths.items():
        for path in found + [home(cls)]:
            if path != names[cls] and names[cls] in rows and path not in rows:
                aliases[path] = names[cls]
    document = {
        "minor": sys.version_info[1],
        "types": rows,
        "aliases": aliases,
        "generics": generics(names),
        "attributes": {n: attributes(c) for c, n in names.items() if c.__module__ == "builtins" and n in rows},
    }
    json.dump(document, sys.stdout, indent=1, sort_keys=True)


def attributes(cls):
    """Own attributes by kind; the special ones of object only: other types have too many of them."""
    found = {}
    for name, value in vars(cls).items():
        if name.startswith("__") and cls is not object:
            continue
        kind = type(value)
        if kind is types.MemberDescriptorType:
            found[name] = "MEMBER"
        elif hasattr(kind, "__set__") or hasattr(kind, "__delete__"):
            found[name] = "DATA"
        else:
            found[name] = "METHOD" if hasattr(kind, "__get__") else "VALUE"
    return found


def generics(names):
    """What typing offers under another name and makes generic when it is a base: typing.List."""
    import typing

    found = {}
    for key in sorted(set(vars(typing)) | set(typing.__all__)):
        value = getattr(typing, key)
        origin = getattr(value, "__origin__", None)
        if origin in names and not isinstance(value, type) and hasattr(value, "__mro_entries__"):
            found["typing." + key] = names[origin]
    return found


# Writing the tables.

HEADER = """/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written by build-aux/library-types.py from what each CPython says of its own types. Don't edit. */
#include "hy-library-table.h"

"""


def c_string(text):
    return "NULL" if text is None else '"%s"' % text


def type_columns(row, name):
    short = name.rsplit(".", 1)[-1]
    flags = []
    if row["basetype"]:
        flags.append("BASETYPE")
    flags += [f.upper() for f in ("init_subclass", "refuses") if row[f]]
    if row["python"]:
        flags.append("PYTHON")
    else:
        flags += [f.upper() for f in ("gc", "heap", "dict_member") if row[f]]
        flags += ["MANAGED_" + m if m != "INLINE" else "INLINE_VALUES" for m in row.get("managed", [])]
    tp_name = row.get("tp_name")
    metaclass = None if row["metaclass"] == "type" else row["metaclass"]
    slots = None if row["slots"] is None else " ".join(row["slots"])
    columns = [
        " | ".join(flags) or "0",
        c_string(" ".join(row["bases"])),
        c_string(metaclass),
        c_string(slots),
        c_string(None if tp_name == short else tp_name),
    ]
    return columns + [str(n) for n in row.get("sizes", [0, 0, 0, 0])]


def ranges(by_minor):
    """[(since, until, value)] of consecutive versions with the same value."""
    found = []
    for minor in sorted(by_minor):
        if found and found[-1][2] == by_minor[minor] and found[-1][1] == minor - 1:
            found[-1][1] = minor
        else:
            found.append([minor, minor, by_minor[minor]])
    return found


def usable(name, types):
    """Rows whose bases and metaclass have rows too."""
    row = types.get(name)
    return row is not None and all(usable(n, types) for n in row["bases"]) and (
        row["metaclass"] == name or row["metaclass"] in types
    )


def write(path, text):
    with open(path, "w") as out:
        out.write(text)


def emit_types(directory, documents):
    columns = {}
    for document in documents:
        types_ = document["types"]
        for name in types_:
            if usable(name, types_):
                columns.setdefault(name, {})[document["minor"]] = type_columns(types_[name], name)
    rows = []
    for name in sorted(columns):
        for since, until, values in ranges(columns[name]):
            rows.append('  { "%s", %d, %d, %s },' % (name, since, until, ", ".join(values)))
    short = {"BASETYPE": "B", "PYTHON": "P", "GC": "G", "HEAP": "H", "MANAGED_DICT": "D", "MANAGED_WEAKREF": "W",
             "INLINE_VALUES": "I", "DICT_MEMBER": "M",
             "INIT_SUBCLASS": "S", "REFUSES": "R"}
    defines = "".join("#define %s HY_LIBRARY_%s\n" % (v, k) for k, v in short.items())
    for long, letter in sorted(short.items(), key=lambda item: -len(item[0])):
        rows = [row if '", ' not in row else replace_flags(row, long, letter) for row in rows]
    write(
        os.path.join(directory, "hy-library-types-table.c"),
        HEADER + defines + "\n/* clang-format off */\nconst HyLibraryType hy_library_types[] = {\n"
        + "\n".join(rows) + "\n};\n/* clang-format on */\n"
        + "const gsize hy_library_types_length = G_N_ELEMENTS (hy_library_types);\n",
    )
    return set(columns)


def replace_flags(row, long, letter):
    head, flags, tail = row.split(", ", 4)[:3], row.split(", ", 4)[3], row.split(", ", 4)[4]
    flags = " | ".join(letter if f == long else f for f in flags.split(" | "))
    return ", ".join(head + [flags, tail])


def emit_aliases(directory, documents, known):
    by_alias = {}
    for document in documents:
        for kind, generic in (("aliases", "FALSE"), ("generics", "TRUE")):
            for alias, name in document[kind].items():
                if name in known:
                    by_alias.setdefault(alias, {})[document["minor"]] = (name, generic)
    rows = []
    for alias in sorted(by_alias):
        for since, until, (name, generic) in ranges(by_alias[alias]):
            rows.append('  { "%s", "%s", %d, %d, %s },' % (alias, name, since, until, generic))
    write(
        os.path.join(directory, "hy-library-aliases-table.c"),
        HEADER + "/* clang-format off */\nconst HyLibraryAlias hy_library_aliases[] = {\n" + "\n".join(rows)
        + "\n};\n/* clang-format on */\nconst gsize hy_library_aliases_length = G_N_ELEMENTS (hy_library_aliases);\n",
    )


def emit_attributes(directory, documents, known):
    by_key = {}
    for document in documents:
        for name, found in document["attributes"].items():
            if name in known:
                for attribute, kind in found.items():
                    by_key.setdefault((name, attribute), {})[document["minor"]] = kind
    rows = []
    for name, attribute in sorted(by_key):
        for since, until, kind in ranges(by_key[name, attribute]):
            rows.append('  { "%s", "%s", %d, %d, HY_ATTRIBUTE_%s },' % (name, attribute, since, until, kind))
    write(
        os.path.join(directory, "hy-library-attributes-table.c"),
        HEADER + "/* clang-format off */\nconst HyLibraryAttribute hy_library_attributes[] = {\n" + "\n".join(rows)
        + "\n};\n/* clang-format on */\n"
        + "const gsize hy_library_attributes_length = G_N_ELEMENTS (hy_library_attributes);\n",
    )


BUILDS = {"free-threaded": "HY_BUILD_FREE_THREADED, 64", "32-bit": "HY_BUILD_DEFAULT, 32", "wasm": "HY_BUILD_WASM, 32"}


# C types without a measurement whose fields are all pointers: Modules/_io/iobase.c, iobase.
ONLY_WORDS = ("_io._IOBase",)
WORDS = {"free-threaded": lambda n: n + 16 if n else 0, "32-bit": lambda n: n // 2, "wasm": lambda n: n // 2}


def measured_sizes(name, build, minor, defaults, measured, bases):
    """What that build has: measured; else as in the measured version whose 64-bit layout is the same; else as its base
    if it adds nothing to it; else, of an exception, by words: all fields of exceptions are words."""
    rows, default = measured[build], defaults[name]
    if name in rows.get(minor, {}):
        return rows[minor][name]
    for other in sorted(rows, key=lambda m: abs(m - minor)):
        if name in rows[other] and default.get(other) == default[minor]:
            return rows[other][name]
    if name in ONLY_WORDS:
        return list(map(WORDS[build], default[minor]))
    base = bases[minor][name][:1]
    if name == "BaseException":
        return list(map(WORDS[build], default[minor]))
    if base and default[minor] == defaults.get(base[0], {}).get(minor):
        return measured_sizes(base[0], build, minor, defaults, measured, bases)
    while base and base[0] in bases[minor] and base[0] != "BaseException":
        base = bases[minor][base[0]][:1]
    return list(map(WORDS[build], default[minor])) if base == ["BaseException"] else None


def named(measured, documents):
    """The measurements under the names of the tables, by minor version."""
    aliases = {document["minor"]: document["aliases"] for document in documents}
    return {
        build: {
            int(minor): {aliases[int(minor)].get(name, name): sizes for name, sizes in rows.items()}
            for minor, rows in by_minor.items()
        }
        for build, by_minor in measured.items()
    }


def emit_sizes(directory, documents, known, measured):
    defaults, bases = {}, {}
    measured = named(measured, documents)
    for document in documents:
        bases[document["minor"]] = {name: row["bases"] for name, row in document["types"].items()}
        for name, row in document["types"].items():
            if not row["python"] and name in known:
                defaults.setdefault(name, {})[document["minor"]] = row["sizes"]
    rows = []
    for name in sorted(defaults):
        for build, columns in BUILDS.items():
            by_minor = {}
            for minor in defaults[name]:
                if build != "32-bit" and minor < (13 if build == "free-threaded" else 11):
                    continue
                sizes = measured_sizes(name, build, minor, defaults, measured, bases)
                if sizes is not None:
                    by_minor[minor] = sizes
            for since, until, sizes in ranges(by_minor):
                rows.append('  { "%s", %d, %d, %s, %s },' % (name, since, until, columns, ", ".join(map(str, sizes))))
    write(
        os.path.join(directory, "hy-library-sizes-table.c"),
        HEADER + "/* clang-format off */\nconst HyLibrarySize hy_library_size_rows[] = {\n" + "\n".join(rows)
        + "\n};\n/* clang-format on */\nconst gsize hy_library_sizes_length = G_N_ELEMENTS (hy_library_size_rows);\n",
    )


def emit(directory, paths):
    documents = []
    for path in paths:
        with open(path) as source:
            documents.append(json.load(source))
    documents.sort(key=lambda document: document["minor"])
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "..", "tests", "data", "base-types.json")) as source:
        measured = json.load(source)["builds"]
    known = emit_types(directory, documents)
    emit_aliases(directory, documents, known)
    emit_attributes(directory, documents, known)
    emit_sizes(directory, documents, known, measured)


if __name__ == "__main__":
    if sys.argv[1:2] == ["emit"] and len(sys.argv) > 3:
        emit(sys.argv[2], sys.argv[3:])
    elif sys.argv[1:] == ["probe"]:
        probe()
    else:
        sys.exit(__doc__)
