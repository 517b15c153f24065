/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What CPython or its library does in some versions only, where neither a constant of a build nor a text says it.
 * The versions and the source of each stand in hy-rule-table.c. */
typedef enum
{
  HY_RULE_ASYNC_IS_KEYWORD,
  HY_RULE_LIST_FROM_HASHED_RESIZED, /* list (a set): as if it grew at once */
  HY_RULE_LIST_KEEPS_HINTED_ITEMS,  /* list (an iterator): room for eight stays */
  HY_RULE_LIST_OF_GENERATOR_INLINE, /* list (x for x in y) is compiled as a comprehension */
  HY_RULE_FOLDS_LONG_CONSTANTS,     /* 'a' * 100 is computed by the compiler */
  HY_RULE_ALIASES_HAVE_MRO_ENTRIES, /* where they have none, the metaclass GenericMeta sees to Generic's bases */
  HY_RULE_CLASSES_HAVE_ITEMS,       /* list[int]: builtins and collections can be subscripted */
  HY_RULE_PROPERTY_KEEPS_DOC,       /* a subclass of property keeps __doc__, None too, in the instance */
  HY_RULE_COMPACT_INT_OPERATORS,    /* bit operators on ints of one digit ask for what the result needs */
  HY_RULE_FRAMES_ARE_CACHED,        /* frame objects come and go with the calls that are measured */
  HY_RULE_HAS_TOMLLIB,
  HY_RULE_ENUM_LAST_BASE_FIRST, /* whether the last base is an enumeration is asked before what it extends */
  HY_RULE_ENUM_ONE_DATA_TYPE,   /* an enumeration with several data types is refused */
  HY_RULE_ENUM_KEYWORDS,        /* class keywords go on to __init_subclass__ */
  HY_RULE_ENUM_PRIVATE_NAMES,   /* names of an enumeration that are mangled are no members */
  HY_RULE_ENUM_OWN_REPR,        /* names like _repr_html_ are not reserved */
  HY_RULE_PROTOCOL_BASES_FIRST, /* a protocol's bases are looked at before the class is made */
  HY_RULE_GENERIC_META,         /* the metaclass of generic classes takes no class keywords */
  HY_RULE_NAMEDTUPLE_REFUSES_BASES,
  HY_RULE_NAMEDTUPLE_GENERIC,      /* ... all but Generic */
  HY_RULE_NAMEDTUPLE_REFUSES_CELL, /* super () in methods */
  HY_RULE_CLASS_CELL_MUST_BE_SET,  /* a metaclass that loses __classcell__ makes no class */
  HY_RULE_TYPED_DICT_REFUSES_BASES,
  HY_RULE_TYPED_DICT_GENERIC,
  HY_RULE_DATACLASS_FIELDLESS_BASES,  /* bases without fields matter to frozen */
  HY_RULE_DATACLASS_ALL_FROZEN,       /* a frozen one wants all its bases frozen, not one */
  HY_RULE_DATACLASS_ANY_SIGNATURE,    /* a class without a signature gets an empty one in its docstring */
  HY_RULE_DATACLASS_UNHASHABLE,       /* a default without a hash is refused, whatever its type */
  HY_RULE_DATACLASS_INHERITED_SLOTS,  /* slots of the bases are not made again */
  HY_RULE_DATACLASS_SLOTS_FIX_CELLS,  /* methods know the class that is made anew with slots */
  HY_RULE_DATACLASS_IMPLICIT_WEAKREF, /* a base without __slots__ counts as having __weakref__ */
  HY_RULE_LAST,
} HyRule;

typedef struct
{
  guint8 since, until; /* 3.x, both included */
  const char *source;  /* tag, file, function */
} HyRuleRow;

/* One row a rule, HY_RULE_LAST in all. */
extern const HyRuleRow hy_rule_table[];

/* Whether @rule holds in CPython 3.@minor. */
gboolean hy_rule_holds (HyRule rule, guint minor);

G_END_DECLS
