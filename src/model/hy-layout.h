/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-class-def.h"

G_BEGIN_DECLS

typedef enum
{
  HY_SPAN_PRE_HEADER,
  HY_SPAN_GC_HEAD,
  HY_SPAN_HEADER, /* reference count, type, ob_size */
  HY_SPAN_BASE,   /* fields of a builtin base */
  HY_SPAN_SLOT,
  HY_SPAN_DICT_POINTER,
  HY_SPAN_WEAKREF_POINTER,
  HY_SPAN_ITEMS, /* the variable part */
  HY_SPAN_VALUES_PREFIX,
  HY_SPAN_VALUE, /* a used value */
  HY_SPAN_SPARE, /* a value place that holds nothing */
  HY_SPAN_DICT_OBJECT,
  HY_SPAN_KEYS,  /* a keys object of the instance's own: header, index */
  HY_SPAN_ENTRY, /* a used entry of it */
  HY_SPAN_PADDING,
} HySpanKind;

typedef struct
{
  guint64 offset; /* from the block's start */
  guint64 size;
  HySpanKind kind;
  char *label; /* "id", "reference count", "GC head: next" */
} HySpan;

const char *hy_span_kind_to_string (HySpanKind kind); /* "pre-header", "gc-head", ... stable, for JSON */

typedef enum
{
  HY_STATUS_EXACT,
  HY_STATUS_ERROR,
  HY_STATUS_UNKNOWN,
} HyStatus;

typedef enum
{
  HY_FLAG_HAVE_GC = 1 << 0,
  HY_FLAG_MANAGED_DICT = 1 << 1,
  HY_FLAG_INLINE_VALUES = 1 << 2,
  HY_FLAG_MANAGED_WEAKREF = 1 << 3,
} HyTypeFlags;

/* CPython's names without Py_TPFLAGS_ of the flags in @flags, in the order of their bits; NULL-terminated. (transfer
 * container) */
const char **hy_type_flags_to_names (HyTypeFlags flags);

/* 0 for a name that is none of these. */
HyTypeFlags hy_type_flags_from_name (const char *name);

typedef struct
{
  char *name;     /* mangled */
  guint64 offset; /* from the object pointer */
} HySlotMember;

/* What CPython makes of a class statement: the type's facts and the spans of
 * a steady instance's own block. Immutable, reference-counted. */
typedef struct _HyLayout HyLayout;

struct _HyLayout
{
  const HyAbi *abi;
  HyClassDef *def;
  HyStatus status;
  char *error_type; /* ERROR */
  char *error_message;
  char *reason;    /* UNKNOWN */
  char **mro;      /* __name__s, NULL-terminated */
  char *best_base; /* name of the base whose layout is extended */
  char *metaclass; /* name of the type's type */
  gint64 basicsize, itemsize, dictoffset, weakrefoffset;
  HyTypeFlags flags;
  gboolean has_dict, has_weakref;
  HySlotMember *members; /* @n_members: what the class itself adds, ascending offsets; each name once */
  gsize n_members;
  HySlotMember *all_members; /* @n_all_members: every slot that an instance has, inherited ones too */
  gsize n_all_members;
  HySpan *spans; /* @n_spans, of the block of a steady instance without inline values, from the block's start */
  gsize n_spans;
  guint64 object_offset; /* from the block's start to the object pointer: pre-header and GC head */
};

HyLayout *hy_layout_ref (HyLayout *self);
void hy_layout_unref (HyLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyLayout, hy_layout_unref)

/* Lays @def out on @abi. Never NULL: what Python refuses or the model does
 * not know is in the status. (transfer full) */
HyLayout *hy_layouter_layout (HyClassDef *def, const HyAbi *abi);

/* The layout of what calling the class makes: @layout itself, but dict's for a TypedDict. (transfer full) */
HyLayout *hy_layouter_layout_instances (HyLayout *layout);

G_END_DECLS
