/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-type.h"

G_BEGIN_DECLS

/* Refusals whose words changed between versions. The rows stand in hy-texts-table.c; in them {0}, {1} are arguments. */
typedef enum
{
  HY_TEXT_ALIAS_BEFORE_OBJECT,    /* none: class C(typing.List[int], None) */
  HY_TEXT_INIT_SUBCLASS_KEYWORDS, /* class */
  HY_TEXT_DATACLASS_ORDER,        /* field without a default, last field with one */
  HY_TEXT_DATACLASS_OVERWRITE,    /* comparison method, class */
  HY_TEXT_ENUM_EXTENDS,           /* class, enumeration, "flag" or "enum" */
  HY_TEXT_ENUM_LAST,              /* none */
  HY_TEXT_ENUM_MRO,               /* none */
  HY_TEXT_ENUM_RESERVED,          /* name */
  HY_TEXT_BASES_NOT_TYPES,        /* none: class C(object (), A) */
  HY_TEXT_NAMEDTUPLE_BASES,       /* none */
  HY_TEXT_NAMEDTUPLE_KEYWORDS,    /* keyword */
  HY_TEXT_NAMEDTUPLE_CLASS_CELL,  /* none */
  HY_TEXT_NAMEDTUPLE_ORDER,       /* field, fields with defaults; 3.9+: "s" if there are several */
} HyText;

typedef struct
{
  HyText text;
  guint8 since, until;
  const char *words;
} HyTextRow;

/* What calling the type of an object that is no class says when the object is used as a base. */
typedef struct
{
  const char *type_name;
  guint8 since, until;
  const char *words;
} HyNotAClassRow;

extern const HyTextRow hy_texts_table[];
extern const gsize hy_texts_table_length;
extern const HyNotAClassRow hy_not_a_class_table[];
extern const gsize hy_not_a_class_table_length;

/* Refuses @self with a TypeError in the words of 3.@minor, or sets it unknown where that version has none. @arguments
 * is NULL-terminated. Returns FALSE. */
gboolean hy_texts_refuse (HyType *self, guint minor, HyText text, const char *const *arguments);

/* The same with another exception. */
gboolean hy_texts_refuse_with (HyType *self, guint minor, const char *error_type, HyText text,
                               const char *const *arguments);

/* Refuses @self because of a base that is an object of type @type_name. Returns FALSE. */
gboolean hy_texts_refuse_base (HyType *self, guint minor, const char *type_name);

G_END_DECLS
