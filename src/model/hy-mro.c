/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-mro.h"

/* One of the lists that are merged: the MRO of a base, or the bases themselves. */
typedef struct
{
  HyType **items;
  gsize n, head;
} MergeList;

static gboolean
in_tail (const MergeList *list, const HyType *type)
{
  for (gsize i = list->head + 1; i < list->n; i++)
    if (list->items[i] == type)
      return TRUE;
  return FALSE;
}

/* The first head that stands in no other list's tail. */
static HyType *
find_next (const MergeList *lists, gsize n_lists)
{
  for (gsize i = 0; i < n_lists; i++)
    {
      if (lists[i].head == lists[i].n)
        continue;
      HyType *candidate = lists[i].items[lists[i].head];
      gboolean blocked = FALSE;
      for (gsize j = 0; j < n_lists && !blocked; j++)
        blocked = in_tail (&lists[j], candidate);
      if (!blocked)
        return candidate;
    }
  return NULL;
}

static gboolean
all_empty (const MergeList *lists, gsize n_lists)
{
  for (gsize i = 0; i < n_lists; i++)
    if (lists[i].head < lists[i].n)
      return FALSE;
  return TRUE;
}

/* CPython names the heads of the lists that are left, each once. */
static gboolean
refuse_order (HyType *self, const HyAbi *abi, const MergeList *lists, gsize n_lists)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  for (gsize i = 0; i < n_lists; i++)
    if (lists[i].head < lists[i].n)
      {
        HyType *head = lists[i].items[lists[i].head];
        if (!g_ptr_array_find (heads, head, NULL))
          g_ptr_array_add (heads, head);
      }
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < heads->len; i++)
    g_string_append_printf (names, "%s %s", i > 0 ? "," : "", ((HyType *) heads->pdata[i])->name);
  return hy_type_refuse (self, "TypeError", "Cannot create a consistent method resolution%sorder (MRO) for bases%s",
                         abi->mro_separator, names->str);
}

static gboolean
has_no_duplicates (HyType *self)
{
  for (gsize i = 0; i < self->n_bases; i++)
    for (gsize j = i + 1; j < self->n_bases; j++)
      if (self->bases[i] == self->bases[j])
        return hy_type_refuse (self, "TypeError", "duplicate base class %s", self->bases[i]->name);
  return TRUE;
}

static void
take_mro (HyType *self, GPtrArray *order)
{
  self->n_mro = order->len;
  self->mro = g_memdup2 (order->pdata, order->len * sizeof (HyType *));
}

static gboolean
merge (HyType *self, const HyAbi *abi, GPtrArray *order)
{
  gsize n_lists = self->n_bases + 1;
  g_autofree MergeList *lists = g_new0 (MergeList, n_lists);
  for (gsize i = 0; i < self->n_bases; i++)
    lists[i] = (MergeList){ self->bases[i]->mro, self->bases[i]->n_mro, 0 };
  lists[self->n_bases] = (MergeList){ self->bases, self->n_bases, 0 };

  while (!all_empty (lists, n_lists))
    {
      HyType *next = find_next (lists, n_lists);
      if (next == NULL)
        return refuse_order (self, abi, lists, n_lists);
      g_ptr_array_add (order, next);
      for (gsize i = 0; i < n_lists; i++)
        if (lists[i].head < lists[i].n && lists[i].items[lists[i].head] == next)
          lists[i].head++;
    }
  return TRUE;
}

gboolean
hy_mro_linearize (HyType *self, const HyAbi *abi)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_ptr_array_add (order, self);
  if (!has_no_duplicates (self) || !merge (self, abi, order))
    return FALSE;
  take_mro (self, order);
  return TRUE;
}
