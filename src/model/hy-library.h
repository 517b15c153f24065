/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-abi.h"

G_BEGIN_DECLS

typedef enum
{
  HY_LIBRARY_BASETYPE = 1 << 0, /* may be subclassed */
  HY_LIBRARY_GC = 1 << 1,
  HY_LIBRARY_HEAP = 1 << 2,   /* made at run time, from a C specification */
  HY_LIBRARY_PYTHON = 1 << 3, /* made by a class statement of the library: laid out by the same rules as any other */
  HY_LIBRARY_MANAGED_DICT = 1 << 4,
  HY_LIBRARY_MANAGED_WEAKREF = 1 << 5,
  HY_LIBRARY_INLINE_VALUES = 1 << 6,
  HY_LIBRARY_INIT_SUBCLASS = 1 << 8, /* it or its metaclass does something with class keywords */
  HY_LIBRARY_REFUSES = 1 << 9,       /* subclasses, in words of its own */
  HY_LIBRARY_DICT_MEMBER = 1 << 7,   /* its __dict__ is a member descriptor */
} HyLibraryFlags;

/* A builtin or standard-library type in a range of versions. Rows live in hy-library-*-table.c. */
typedef struct
{
  const char *name;    /* module and qualified name; builtins without a module */
  guint8 since, until; /* 3.x, both included */
  HyLibraryFlags flags;
  const char *bases;     /* names, separated by blanks, the layout's base first among C types; "" for object */
  const char *metaclass; /* NULL: type */
  const char *slots;     /* PYTHON: __slots__, separated by blanks; NULL where it has none */
  const char *tp_name;   /* what error texts call it; NULL: its __name__ */
  /* C types, 64-bit default build. */
  gint basicsize, itemsize, dictoffset, weakrefoffset;
} HyLibraryType;

/* Sizes of a C type in builds other than the 64-bit default one. */
typedef struct
{
  const char *name;
  guint8 since, until;
  HyBuild build;
  guint8 bits;
  gint basicsize, itemsize, dictoffset, weakrefoffset;
} HyLibrarySize;

/* A second name by which a file may import a type. */
typedef struct
{
  const char *alias;
  const char *name;
  guint8 since, until;
  gboolean generic; /* as a base it brings typing.Generic along: typing.List */
} HyLibraryAlias;

typedef enum
{
  HY_ATTRIBUTE_DATA,   /* a data descriptor: a getset */
  HY_ATTRIBUTE_MEMBER, /* a member descriptor */
  HY_ATTRIBUTE_METHOD, /* a non-data descriptor */
  HY_ATTRIBUTE_VALUE,
} HyAttributeKind;

/* An attribute of a builtin type; of special names only object's. */
typedef struct
{
  const char *type;
  const char *name;
  guint8 since, until;
  HyAttributeKind kind;
} HyLibraryAttribute;

/* The type of that name, aliases resolved, in CPython 3.@minor; NULL where there is none. Static. */
const HyLibraryType *hy_library_find (const char *name, guint minor);

/* The row of that second name; NULL where it is none. Static. */
const HyLibraryAlias *hy_library_find_alias (const char *name, guint minor);

/* Sizes of the C type @type on @abi; FALSE where they are not known. */
gboolean hy_library_sizes (const HyLibraryType *type, const HyAbi *abi, HyLibrarySize *sizes);

/* The __name__ of the type: the last part of its name. Static. */
const char *hy_library_short_name (const HyLibraryType *type);

/* The own attribute @name of the builtin @type; NULL where it has none. Static. */
const HyLibraryAttribute *hy_library_find_attribute (const HyLibraryType *type, const char *name, guint minor);

/* Whether the table above knows all own attributes of @type that are named like @name. */
gboolean hy_library_knows_attribute (const HyLibraryType *type, const char *name);

G_END_DECLS
