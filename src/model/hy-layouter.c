/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-layout-private.h"
#include "hy-msgid.h"

static void
add_span (GArray *spans, guint64 offset, guint64 size, HySpanKind kind, const char *label)
{
  HySpan span = { offset, size, kind, g_strdup (label) };
  if (size > 0)
    g_array_append_val (spans, span);
  else
    g_free (span.label);
}

static void
add_words (GArray *spans, guint64 size, guint64 word, HySpanKind kind, const char *const *labels)
{
  guint64 start = spans->len > 0 ? g_array_index (spans, HySpan, spans->len - 1).offset +
                                       g_array_index (spans, HySpan, spans->len - 1).size
                                 : 0;
  for (guint64 i = 0; i * word < size; i++)
    add_span (spans, start + i * word, word, kind, labels[i]);
}

/* The words before the object pointer. */
static void
add_prefix (GArray *spans, const HyType *type, const HyAbi *abi)
{
  gboolean weak = (type->flags & HY_FLAG_MANAGED_WEAKREF) != 0;
  gboolean dict = (type->flags & HY_FLAG_MANAGED_DICT) != 0;
  if (weak || dict)
    {
      const char *first = abi->managed_weakref && !weak ? N_ ("unused") : abi->pre_header_words[0];
      const char *second = dict ? abi->pre_header_words[1] : N_ ("unused");
      const char *const labels[] = { first, second };
      add_words (spans, abi->pre_header, abi->pointer, HY_SPAN_PRE_HEADER, labels);
    }
  if (type->flags & HY_FLAG_HAVE_GC)
    add_words (spans, abi->gc_head, abi->pointer, HY_SPAN_GC_HEAD, abi->gc_head_words);
}

/* Fields of the object proper, as offset, size, kind and label, in no order. */
static void
add_fields (GArray *fields, const HyType *type, const HyAbi *abi)
{
  for (const HyType *t = type; t != NULL; t = t->base)
    {
      gint64 end = t->base != NULL ? t->base->basicsize : 0;
      for (gsize i = 0; i < t->n_members; i++)
        add_span (fields, t->members[i].offset, abi->pointer, HY_SPAN_SLOT, t->members[i].name);
      if (t->dictoffset > 0 && t->dictoffset >= end)
        add_span (fields, t->dictoffset, abi->pointer, HY_SPAN_DICT_POINTER, N_ ("__dict__ pointer"));
      else if (t->own_dict && t->itemsize != 0 && t->dictoffset == -(gint64) abi->pointer)
        add_span (fields, t->basicsize - abi->pointer, abi->pointer, HY_SPAN_DICT_POINTER, N_ ("__dict__ pointer"));
      if (t->weakrefoffset > 0 && t->weakrefoffset >= end)
        add_span (fields, t->weakrefoffset, abi->pointer, HY_SPAN_WEAKREF_POINTER, N_ ("weakref list"));
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  guint64 left = ((const HySpan *) a)->offset, right = ((const HySpan *) b)->offset;
  return left < right ? -1 : left > right;
}

/* What lies in [@from, @to) without being a field that we know: of the innermost C type reaching there, or padding. */
static void
fill_gap (GArray *spans, const HyType *type, guint64 from, guint64 to, guint64 object_offset)
{
  while (from < to)
    {
      const HyType *owner = NULL;
      for (const HyType *t = type; t != NULL; t = t->base)
        if (t->library != NULL && (guint64) t->basicsize > from)
          owner = t;
      guint64 end = owner != NULL ? MIN (to, (guint64) owner->basicsize) : to;
      g_autofree char *label =
          owner != NULL ? g_strdup_printf ("fields of %s", owner->name) : g_strdup (N_ ("padding"));
      add_span (spans, object_offset + from, end - from, owner != NULL ? HY_SPAN_BASE : HY_SPAN_PADDING, label);
      from = end;
    }
}

static void
fill_spans (HyLayout *layout, const HyType *type)
{
  const HyAbi *abi = layout->abi;
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (HySpan));
  add_prefix (spans, type, abi);
  layout->object_offset = 0;
  for (guint i = 0; i < spans->len; i++)
    layout->object_offset += g_array_index (spans, HySpan, i).size;
  add_words (spans, abi->object_header, abi->pointer, HY_SPAN_HEADER, abi->header_words);

  g_autoptr (GArray) fields = g_array_new (FALSE, TRUE, sizeof (HySpan));
  add_fields (fields, type, abi);
  g_array_sort (fields, compare_spans);
  guint64 at = abi->object_header;
  if (type->itemsize != 0)
    {
      add_span (spans, layout->object_offset + at, abi->pointer, HY_SPAN_HEADER, N_ ("size"));
      at += abi->pointer;
    }
  for (guint i = 0; i < fields->len; i++)
    {
      HySpan field = g_array_index (fields, HySpan, i);
      fill_gap (spans, type, at, field.offset, layout->object_offset);
      at = field.offset + field.size;
      field.offset += layout->object_offset;
      g_array_append_val (spans, field);
    }
  fill_gap (spans, type, at, type->basicsize, layout->object_offset);
  layout->n_spans = spans->len;
  layout->spans = (HySpan *) g_array_free (spans, FALSE);
}

/* Of a name that is given twice only the first slot has a descriptor. */
static void
add_members (GArray *members, const HySlotMember *own, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (i == 0 || !g_str_equal (own[i].name, own[i - 1].name))
      {
        HySlotMember member = { g_strdup (own[i].name), own[i].offset };
        g_array_append_val (members, member);
      }
}

static void
add_inherited_members (GArray *members, const HyType *type)
{
  if (type->base != NULL)
    add_inherited_members (members, type->base);
  add_members (members, type->members, type->n_members);
}

static void
fill_members (HyLayout *layout, const HyType *type)
{
  GArray *own = g_array_new (FALSE, TRUE, sizeof (HySlotMember));
  GArray *all = g_array_new (FALSE, TRUE, sizeof (HySlotMember));
  const HySlotMember dict_member = { (char *) "__dict__", type->dictoffset };
  if (type->library != NULL && (type->library->flags & HY_LIBRARY_DICT_MEMBER))
    add_members (own, &dict_member, 1);
  add_members (own, type->members, type->n_members);
  add_inherited_members (all, type);
  layout->n_members = own->len;
  layout->members = (HySlotMember *) g_array_free (own, FALSE);
  layout->n_all_members = all->len;
  layout->all_members = (HySlotMember *) g_array_free (all, FALSE);
}

static gboolean
is_typed_dict (const HyType *type)
{
  const HyLibraryType *metaclass = type->metaclass != NULL ? type->metaclass->library : NULL;
  return metaclass != NULL && g_str_equal (metaclass->name, "typing._TypedDictMeta");
}

/* threading.local has a dict for each thread, though its type says nothing of one. Source: Modules/_threadmodule.c. */
static gboolean
instances_have_dict (const HyType *type)
{
  return !is_typed_dict (type) && (type->dictoffset != 0 || hy_type_inherits_library (type, "_thread._local"));
}

static void
fill_facts (HyLayout *layout, const HyType *type)
{
  layout->mro = g_new0 (char *, type->n_mro + 1);
  for (gsize i = 0; i < type->n_mro; i++)
    layout->mro[i] = g_strdup (type->mro[i]->name);
  layout->best_base = g_strdup (type->base != NULL ? type->base->name : NULL);
  layout->metaclass = g_strdup (type->metaclass->name);
  layout->basicsize = type->basicsize;
  layout->itemsize = type->itemsize;
  layout->dictoffset = type->dictoffset;
  layout->weakrefoffset = type->weakrefoffset;
  layout->flags = type->flags;
  layout->has_dict = instances_have_dict (type);
  layout->has_weakref = !is_typed_dict (type) && type->weakrefoffset != 0;
}

HyLayout *
hy_layouter_layout (HyClassDef *written, const HyAbi *abi)
{
  HyClassDef *def = hy_class_def_for (written, abi->minor);
  HyTypes *types = hy_types_new (abi);
  HyType *type = hy_types_class (types, def);
  HyLayout *layout = hy_layout_new (def, abi, types, type);
  layout->status = type->status;
  if (type->status == HY_STATUS_EXACT && type->sizes_unknown)
    {
      g_autofree char *label = hy_abi_label (abi);
      layout->status = HY_STATUS_UNKNOWN;
      layout->reason = g_strdup_printf ("the size of %s in CPython %s is not known", type->library->name, label);
      return layout;
    }
  switch (type->status)
    {
    case HY_STATUS_ERROR:
      layout->error_type = g_strdup (type->error_type);
      layout->error_message = g_strdup (type->error_message);
      break;
    case HY_STATUS_UNKNOWN:
      layout->reason = g_strdup (type->reason);
      break;
    case HY_STATUS_EXACT:
    default:
      fill_facts (layout, type);
      fill_members (layout, type);
      fill_spans (layout, type);
      break;
    }
  hy_layout_check (layout);
  return layout;
}

HyLayout *
hy_layouter_layout_instances (HyLayout *layout)
{
  if (layout->status != HY_STATUS_EXACT || !is_typed_dict (hy_layout_get_type (layout)))
    return hy_layout_ref (layout);
  g_autoptr (HyClassDef) dict = hy_class_def_new (layout->def->name);
  dict->kind = HY_KIND_ALIAS;
  dict->n_bases = 1;
  dict->bases = g_new0 (HyBase, 1);
  dict->bases[0] = (HyBase){ .kind = HY_BASE_LIBRARY, .name = g_strdup ("dict") };
  dict->recipe = hy_recipe_copy (&layout->def->recipe);
  return hy_layouter_layout (dict, layout->abi);
}
