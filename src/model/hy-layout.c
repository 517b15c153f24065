/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-layout-private.h"

/* The public struct comes first, so that a pointer to it is a pointer to this. */
typedef struct
{
  HyLayout layout;
  gatomicrefcount ref_count;
  HyTypes *types;
  const HyType *type;
} HyLayoutOwned;

static const char *const span_kind_names[] = {
  [HY_SPAN_PRE_HEADER] = "pre-header",
  [HY_SPAN_GC_HEAD] = "gc-head",
  [HY_SPAN_HEADER] = "header",
  [HY_SPAN_BASE] = "base",
  [HY_SPAN_SLOT] = "slot",
  [HY_SPAN_DICT_POINTER] = "dict-pointer",
  [HY_SPAN_WEAKREF_POINTER] = "weakref-pointer",
  [HY_SPAN_ITEMS] = "items",
  [HY_SPAN_VALUES_PREFIX] = "values-prefix",
  [HY_SPAN_VALUE] = "value",
  [HY_SPAN_SPARE] = "spare",
  [HY_SPAN_DICT_OBJECT] = "dict-object",
  [HY_SPAN_KEYS] = "keys",
  [HY_SPAN_ENTRY] = "entry",
  [HY_SPAN_PADDING] = "padding",
};

const char *
hy_span_kind_to_string (HySpanKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (span_kind_names), NULL);
  return span_kind_names[kind];
}

/* In the order of their bits. */
static const char *const flag_names[] = { "HAVE_GC", "MANAGED_DICT", "INLINE_VALUES", "MANAGED_WEAKREF" };

const char **
hy_type_flags_to_names (HyTypeFlags flags)
{
  const char **names = g_new0 (const char *, G_N_ELEMENTS (flag_names) + 1);
  gsize n = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (flags & (1u << i))
      names[n++] = flag_names[i];
  return names;
}

HyTypeFlags
hy_type_flags_from_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (g_str_equal (flag_names[i], name))
      return 1u << i;
  return 0;
}

HyLayout *
hy_layout_new (HyClassDef *def, const HyAbi *abi, HyTypes *types, const HyType *type)
{
  HyLayoutOwned *self = g_new0 (HyLayoutOwned, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->types = types;
  self->type = type;
  self->layout.def = hy_class_def_ref (def);
  self->layout.abi = abi;
  return &self->layout;
}

const HyType *
hy_layout_get_type (HyLayout *self)
{
  return ((HyLayoutOwned *) self)->type;
}

HyLayout *
hy_layout_ref (HyLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&((HyLayoutOwned *) self)->ref_count);
  return self;
}

static void
free_members (HySlotMember *members, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_free (members[i].name);
  g_free (members);
}

void
hy_layout_unref (HyLayout *self)
{
  g_return_if_fail (self != NULL);
  HyLayoutOwned *owned = (HyLayoutOwned *) self;
  if (!g_atomic_ref_count_dec (&owned->ref_count))
    return;
  hy_types_free (owned->types);
  hy_class_def_unref (self->def);
  g_free (self->error_type);
  g_free (self->error_message);
  g_free (self->reason);
  g_strfreev (self->mro);
  g_free (self->best_base);
  g_free (self->metaclass);
  free_members (self->members, self->n_members);
  free_members (self->all_members, self->n_all_members);
  for (gsize i = 0; i < self->n_spans; i++)
    g_free (self->spans[i].label);
  g_free (self->spans);
  g_free (owned);
}

void
hy_layout_check (HyLayout *self)
{
  guint64 at = 0;
  for (gsize i = 0; i < self->n_spans; i++)
    {
      g_warn_if_fail (self->spans[i].offset == at);
      g_warn_if_fail (self->spans[i].size > 0);
      at += self->spans[i].size;
    }
  g_warn_if_fail (self->status != HY_STATUS_EXACT || at == self->object_offset + (guint64) self->basicsize);
}
