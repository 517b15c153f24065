/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How an interpreter was compiled; it decides headers and the allocator. */
typedef enum
{
  HY_BUILD_DEFAULT,
  HY_BUILD_FREE_THREADED,
  HY_BUILD_DEBUG,
  HY_BUILD_WASM, /* WebAssembly (Pyodide): 32 bits, 64-bit values aligned to 8, no pymalloc */
} HyBuild;

/* Where the attributes of a plain instance live. */
typedef enum
{
  HY_STORE_SPLIT_DICT,    /* 3.6-3.10: a dict object and a values block per instance, keys shared by the class */
  HY_STORE_VALUES,        /* 3.11, 3.12: a malloc'ed values block made with the instance */
  HY_STORE_INLINE_VALUES, /* 3.13+: values inside the instance's own block */
} HyStoreKind;

/* When a type has a layout of its own, so that two such bases can conflict. */
typedef enum
{
  HY_SOLID_BEYOND_POINTERS, /* its size differs by more than trailing __dict__ and __weakref__ pointers of its own */
  HY_SOLID_ANY_GROWTH,      /* its basicsize or itemsize differs from its base's */
} HySolidRule;

/* Which types keep attribute values in the instance's own block. */
typedef enum
{
  HY_INLINE_NONE,
  HY_INLINE_BARE_OBJECT, /* managed dict, no items, no field beyond the object header */
  HY_INLINE_FIXED_SIZE,  /* managed dict, no items */
} HyInlineRule;

/* What __slots__ may name where the base's instances have items (int, bytes, tuple, type). */
typedef enum
{
  HY_VAR_SLOTS_NONE,       /* nothing at all */
  HY_VAR_SLOTS_AFTER_ITEMS /* __dict__ and __weakref__; other names only beyond tuple */
} HyVarSlotsRule;

/* The newest version that was read. Rows of all tables that hold there still end with it. */
#define HY_NEWEST_MINOR 15

/* The constants of one interpreter build. All sizes in bytes. Rows live in
 * hy-abi-table.c, each constant there with its CPython source. Immutable. */
typedef struct
{
  guint minor; /* 12 for CPython 3.12 */
  HyBuild build;
  guint bits;        /* 64 or 32 */
  gboolean measured; /* FALSE: rows come from reading source only */
  guint pointer;
  guint object_header;      /* sizeof (PyObject) */
  guint var_object_header;  /* sizeof (PyVarObject) */
  guint gc_head;            /* sizeof (PyGC_Head); 0 in free-threaded builds */
  guint pre_header;         /* managed dict and weakref words before the GC head; 0 where there are none */
  gboolean managed_weakref; /* weakref list in the pre-header */
  gboolean managed_dict;    /* dict pointer in the pre-header */
  HyStoreKind store;
  /* Types. */
  gboolean heap_types_gc;     /* every class statement makes a GC type, even with no field of its own */
  gboolean var_managed_dict;  /* managed dicts also where instances have items */
  gint managed_dictoffset;    /* __dictoffset__ of a managed dict; 0: minus basicsize and three pointers */
  gint managed_weakrefoffset; /* __weakrefoffset__ of a managed weakref list; 0 where not managed */
  HySolidRule solid;
  HyInlineRule inline_values;
  HyVarSlotsRule var_slots;
  gboolean qualname_slot;        /* a slot may be named __qualname__ */
  const char *weakref_refusal;   /* text of the TypeError for a __weakref__ slot that can't be */
  const char *var_slots_refusal; /* ... for slots on a base with items; its name follows */
  const char *mro_separator;     /* between "resolution" and "order" in the text of an MRO conflict */
  /* Names of the words of the headers, each of pointer size, for the screen. */
  const char *const *header_words;
  const char *const *gc_head_words;
  const char *const *pre_header_words; /* where managed weakrefs exist, their list is the first */
} HyAbi;

/* The row for 3.@minor; NULL where that combination is not modelled. Static. */
const HyAbi *hy_abi_lookup (guint minor, HyBuild build, guint bits);

/* All rows, oldest version first, default 64-bit builds before the others. */
const HyAbi *hy_abi_rows (gsize *n_rows);

/* The newest default 64-bit row: what every command models unless told otherwise. */
const HyAbi *hy_abi_newest (void);

/* "3.12" / "3.13, free-threaded" / "3.10, 32-bit (from source only)" where no measurement backs the row; caller frees.
 * Not translated. */
char *hy_abi_label (const HyAbi *abi);

const char *hy_build_to_string (HyBuild build); /* "default", "free-threaded", "debug" */
gboolean hy_build_from_string (const char *text, HyBuild *build);

G_END_DECLS
