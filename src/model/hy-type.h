/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-layout.h"
#include "hy-library.h"

G_BEGIN_DECLS

/* A type object as one CPython has it: of a class statement or of the library.
 * Owned by the HyTypes that made it; immutable once made. */
typedef struct _HyType HyType;

typedef enum
{
  HY_FIELD_NO_DEFAULT,
  HY_FIELD_DEFAULT,
  HY_FIELD_UNKNOWN_DEFAULT, /* a class of the library may have an attribute of its name */
} HyFieldDefault;

/* A field of a dataclass, own or inherited. */
typedef struct
{
  char *name;           /* mangled */
  gboolean pseudo;      /* a ClassVar or InitVar: no field of instances */
  gboolean no_argument; /* __init__ does not take it */
  HyFieldDefault value;
  gboolean kw_only;
} HyTypeField;

struct _HyType
{
  char *name;                   /* __name__ */
  const char *tp_name;          /* what CPython's error texts call it */
  HyClassDef *def;              /* the class of the file; NULL */
  const HyLibraryType *library; /* the library's; NULL */
  HyType *metaclass;
  HyType *base; /* __base__: whose layout is extended; NULL for object */
  HyType **bases;
  gsize n_bases;
  HyType **mro; /* this type first */
  gsize n_mro;
  gboolean sizes_unknown; /* of a C type in a build that nobody measured: */
  gint64 basicsize, itemsize, dictoffset, weakrefoffset;
  HyTypeFlags flags;
  gboolean basetype; /* may be subclassed */
  gboolean heap;     /* made at run time */
  gboolean slotted;  /* has __slots__ of its own: */
  char **slot_names; /* as written, NULL-terminated; NULL without */
  gboolean own_dict, own_weakref;
  HySlotMember *members; /* @n_members of its own, ascending offsets */
  gsize n_members;
  GArray *fields; /* of HyTypeField, of a dataclass; NULL for any other class */
  gboolean frozen;
  HyStatus status; /* EXACT, or the class statement has no outcome but this: */
  char *error_type, *error_message;
  char *reason;      /* UNKNOWN */
  guint failed_line; /* not EXACT: of the statement that failed, which may be that of a base */
};

/* Source: Objects/typeobject.c, _PyType_CalculateMetaclass. */
#define HY_TYPE_METACLASS_CONFLICT                                                                                     \
  "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all "    \
  "its "                                                                                                               \
  "bases"

HyType *hy_type_new (const char *name);
void hy_type_free (HyType *self);

/* Sets the outcome of its class statement. Each returns FALSE, for return statements. */
gboolean hy_type_refuse (HyType *self, const char *error_type, const char *format, ...) G_GNUC_PRINTF (3, 4);
gboolean hy_type_unknown (HyType *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Takes over the outcome of @other, which has none but an error or unknown. Returns FALSE. */
gboolean hy_type_fail_like (HyType *self, const HyType *other);

/* Whether @ancestor is in the MRO of @self. */
gboolean hy_type_is_subtype (const HyType *self, const HyType *ancestor);

/* Whether a class named @name of the library (as hy-library knows it) is in the MRO of @self. */
gboolean hy_type_inherits_library (const HyType *self, const char *name);

G_END_DECLS
