/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-lesson-facts.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hy-compare.h"
#include "hy-dict.h"
#include "hy-session.h"

#define LESSON_INCLUDE ((HyInclude) (HY_INCLUDE_VALUES | HY_INCLUDE_LIST))

static void
fact_free (gpointer data)
{
  HyLessonFact *fact = data;

  g_free (fact->truth);
  g_free (fact);
}

static void
add (GPtrArray *facts, const char *what, const char *claimed, char *truth)
{
  HyLessonFact *fact = g_new0 (HyLessonFact, 1);

  fact->what = what;
  fact->claimed = claimed;
  fact->truth = truth != NULL ? truth : g_strdup ("?");
  fact->holds = strcmp (fact->truth, claimed) == 0;
  g_ptr_array_add (facts, fact);
}

static char *
bytes_or_unknown (gint64 bytes)
{
  return bytes >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT " B", bytes) : NULL;
}

/* What slots save in the lesson's workload, in its own MB. */
static char *
saving (HyFootprint *regular, HyFootprint *slotted)
{
  HyComparison comparison;

  if (!hy_compare (regular, slotted, HY_SESSION_LESSON_COUNT, LESSON_INCLUDE, &comparison, NULL))
    return NULL;
  return g_strdup_printf ("%.2f MB", (double) comparison.saved / 1e6);
}

/* sys.getsizeof of a dict literal's result: the object with its GC head, and the table that it owns. */
static char *
dict_of (const HyAbi *abi, guint64 used)
{
  const HyDictRules *rules = hy_dict_rules_for (abi);
  guint64 bytes;

  if (rules == NULL)
    return NULL;
  bytes = abi->gc_head + rules->object;
  if (used > 0)
    bytes += hy_keys_size (rules, hy_keys_log2_for_slots (8), HY_KEYS_UNICODE);
  else if (rules->empty_slots > 0)
    bytes += hy_keys_size (rules, hy_keys_log2_for_slots (rules->empty_slots), HY_KEYS_UNICODE);
  return bytes_or_unknown ((gint64) bytes);
}

/* What the attribute stores of the lesson's instances ask for, in its own MB. */
static char *
stores (HyFootprint *regular)
{
  const HyRankRun *steady = hy_footprint_steady (regular);
  guint64 bytes = 0;

  if (steady == NULL)
    return NULL;
  for (gsize i = 0; i < steady->n_blocks; i++)
    for (gsize j = 0; j < steady->blocks[i].n_spans; j++)
      {
        const HySpan *span = &steady->blocks[i].spans[j];

        if (steady->blocks[i].role != HY_BLOCK_INSTANCE || span->kind == HY_SPAN_VALUE || span->kind == HY_SPAN_SPARE ||
            span->kind == HY_SPAN_VALUES_PREFIX)
          bytes += span->size;
      }
  return g_strdup_printf ("%.1f MB", (double) (bytes * HY_SESSION_LESSON_COUNT) / 1e6);
}

/* Whether an instance has a dict of its own from the start, and what it has instead. */
static char *
own_dict (HyFootprint *regular)
{
  const HyRankRun *steady = hy_footprint_steady (regular);
  guint64 values = 0;

  for (gsize i = 0; steady != NULL && i < steady->n_blocks; i++)
    {
      if (steady->blocks[i].role == HY_BLOCK_DICT)
        return g_strdup (_ ("yes"));
      if (steady->blocks[i].role == HY_BLOCK_VALUES)
        values = steady->blocks[i].requested;
    }
  if (values > 0)
    {
      g_autofree char *size = g_strdup_printf ("%" G_GUINT64_FORMAT, values);

      return g_strdup_printf (_ ("no: %s B of values"), size);
    }
  return steady != NULL ? g_strdup (_ ("no: values inside")) : NULL;
}

static HyClassDef *
slotted_base (const char *name, const char *slot)
{
  HyClassDef *def = hy_class_def_new (name);

  def->slots_state = HY_SLOTS_NAMES;
  def->slots = g_new0 (HySlot, 1);
  def->slots[0].name = g_strdup (slot);
  def->n_slots = 1;
  return def;
}

/* What Python answers to a class of two slotted bases. */
static char *
two_slotted_bases (const HyAbi *abi)
{
  g_autoptr (HyClassDef) a = slotted_base ("A", "x");
  g_autoptr (HyClassDef) b = slotted_base ("B", "y");
  g_autoptr (HyClassDef) c = hy_class_def_new ("C");
  g_autoptr (HyLayout) layout = NULL;

  c->slots_state = HY_SLOTS_NAMES;
  c->n_bases = 2;
  c->bases = g_new0 (HyBase, 2);
  c->bases[0] = (HyBase){ .kind = HY_BASE_DEF, .def = hy_class_def_ref (a), .name = g_strdup ("A") };
  c->bases[1] = (HyBase){ .kind = HY_BASE_DEF, .def = hy_class_def_ref (b), .name = g_strdup ("B") };
  layout = hy_layouter_layout (c, abi);
  switch (layout->status)
    {
    case HY_STATUS_ERROR:
      return g_strdup (layout->error_type);
    case HY_STATUS_EXACT:
      return g_strdup (_ ("works"));
    case HY_STATUS_UNKNOWN:
    default:
      return NULL;
    }
}

GPtrArray *
hy_lesson_facts (const HyAbi *abi)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted = hy_class_def_new_slotted_order ();
  g_autoptr (HyLayout) order_layout = hy_layouter_layout (order, abi);
  g_autoptr (HyLayout) slotted_layout = hy_layouter_layout (slotted, abi);
  g_autoptr (HyFootprint) regular = hy_footprint_new (order_layout);
  g_autoptr (HyFootprint) compact = hy_footprint_new (slotted_layout);

  add (facts, _ ("regular order"), "48 B", bytes_or_unknown (regular->getsizeof_instance));
  add (facts, _ ("slotted order"), "56 B", bytes_or_unknown (compact->getsizeof_instance));
  add (facts, _ ("empty dict"), "232 B", dict_of (abi, 0));
  add (facts, _ ("dict of four"), "360 B", dict_of (abi, 4));
  add (facts, _ ("a dict each"), _ ("yes"), own_dict (regular));
  add (facts, _ ("stores of 100,000"), "36 MB", stores (regular));
  add (facts, _ ("saved at 100,000"), "22 MB", saving (regular, compact));
  add (facts, _ ("class C(A, B), both slotted"), _ ("works"), two_slotted_bases (abi));
  return facts;
}
