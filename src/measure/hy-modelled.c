/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-modelled.h"

#include "hy-measure-request.h"
#include "hy-value-tally.h"

/* An instance whose number has as many digits as most of the first ones. */
#define TYPICAL_INDEX 20

static HyModelled *
modelled_new (void)
{
  HyModelled *self = g_atomic_rc_box_new0 (HyModelled);

  self->requested = self->getsizeof = self->dict_getsizeof = self->materialized = self->current = -1;
  return self;
}

HyModelled *
hy_modelled_new_unknown (const char *reason)
{
  HyModelled *self = modelled_new ();

  self->unknown = g_strdup (reason);
  return self;
}

HyModelled *
hy_modelled_ref (HyModelled *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
modelled_clear (gpointer data)
{
  HyModelled *self = data;

  g_free (self->unknown);
  g_free (self->python);
  g_free (self->current_unknown);
  g_free (self->ranks);
  for (gsize i = 0; i < self->n_blocks; i++)
    g_free (self->blocks[i].what);
  g_free (self->blocks);
  hy_type_facts_clear (&self->type);
}

void
hy_modelled_unref (HyModelled *self)
{
  g_atomic_rc_box_release_full (self, modelled_clear);
}

static void
fill_type (HyTypeFacts *facts, const HyLayout *layout)
{
  facts->known = layout->status == HY_STATUS_EXACT;
  if (!facts->known)
    return;
  facts->name = g_strdup (layout->def->name);
  facts->basicsize = layout->basicsize;
  facts->itemsize = layout->itemsize;
  facts->dictoffset = layout->dictoffset;
  facts->weakrefoffset = layout->weakrefoffset;
  facts->flags = layout->flags;
  facts->has_members = TRUE;
  facts->members = g_new0 (HySlotMember, MAX (layout->n_members, 1));
  for (gsize i = 0; i < layout->n_members; i++)
    facts->members[i] = (HySlotMember){ g_strdup (layout->members[i].name), layout->members[i].offset };
  facts->n_members = layout->n_members;
}

/* One that the factory hands over; a reader may have made two descriptions of it. */
static gboolean
is_argument (const HyRecipe *recipe, const HyValue *value)
{
  for (gsize i = 0; i < recipe->n_arguments; i++)
    {
      const HyValue *argument = recipe->arguments[i];

      if (argument == value || (argument->kind == value->kind && g_strcmp0 (argument->text, value->text) == 0))
        return TRUE;
    }
  return FALSE;
}

/* FALSE when it can't be known. */
static gboolean
tally_own (const HyLayout *layout, HyValue *value, HyTally *tally)
{
  const char *reason;

  return !value || !value->fresh || is_argument (&layout->def->recipe, value) ||
         hy_value_tally (value, layout->abi, TYPICAL_INDEX, 1, tally, &reason);
}

/* Bytes of the values that the class makes for each instance beside those that the factory hands it; -1 unknown. A dict
 * that becomes the instance's own is counted as its store, but what is in it is not. */
static gint64
own_values (const HyLayout *layout)
{
  const HyRecipe *recipe = &layout->def->recipe;
  gboolean known = TRUE;
  HyTally tally;

  hy_tally_init (&tally, hy_allocator_for (layout->abi));
  for (gsize i = 0; i < recipe->n_ops; i++)
    {
      const HyOp *op = &recipe->ops[i];

      if (op->kind != HY_OP_REPLACE_DICT || !op->value)
        known &= tally_own (layout, op->value, &tally);
      else
        for (gsize j = 0; j < op->value->n_items; j++)
          known &= tally_own (layout, op->value->items[j], &tally);
    }
  return known ? (gint64) tally.requested : -1;
}

static void
add_block (HyModelled *self, const char *what, gint64 requested)
{
  self->blocks = g_renew (HyModelledBlock, self->blocks, self->n_blocks + 1);
  self->blocks[self->n_blocks++] = (HyModelledBlock){ g_strdup (what), requested };
}

static void
add_rank (HyModelled *self, gint64 requested)
{
  if (self->n_ranks > 0 && self->ranks[self->n_ranks - 1].requested == requested)
    self->ranks[self->n_ranks - 1].count++;
  else
    self->ranks[self->n_ranks++] = (HyMeasuredRank){ requested, 1 };
}

static void
fill_steady (HyModelled *self, HyFootprint *footprint, gint64 own)
{
  const HyRankRun *steady = hy_footprint_steady (footprint);

  self->requested = steady->requested + own;
  for (gsize i = 0; i < steady->n_blocks; i++)
    add_block (self, steady->blocks[i].what, steady->blocks[i].requested);
  if (own > 0)
    add_block (self, "values that the class makes", own);
  self->ranks = g_new0 (HyMeasuredRank, HY_MEASURE_RANKS);
  for (guint rank = 1; rank <= HY_MEASURE_RANKS; rank++)
    {
      const HyRankRun *run = hy_footprint_run_at (footprint, rank);

      add_rank (self, run->requested + run->class_delta + own);
    }
}

static void
fill_figures (HyModelled *self, HyFootprint *footprint, guint64 count)
{
  g_autoptr (GError) error = NULL;
  HyFootprintTotal total;
  gint64 own = own_values (footprint->layout);

  self->getsizeof = footprint->getsizeof_instance;
  self->dict_getsizeof = footprint->getsizeof_dict;
  if (footprint->has_materialized)
    self->materialized = footprint->materialized_requested;
  if (own >= 0)
    fill_steady (self, footprint, own);
  if (hy_footprint_total (footprint, count, HY_INCLUDE_VALUES | HY_INCLUDE_LIST, &total, &error))
    self->current = total.requested;
  else
    self->current_unknown = g_strdup (error->message);
}

HyModelled *
hy_modelled_new (HyClassDef *def, const HyAbi *abi, guint64 count)
{
  g_autoptr (HyLayout) layout = NULL;
  g_autoptr (HyFootprint) footprint = NULL;
  HyModelled *self;

  if (!abi)
    return hy_modelled_new_unknown ("this interpreter's version or build is not modelled");
  if (!def)
    return hy_modelled_new_unknown ("nothing is modelled for what was measured");
  layout = hy_layouter_layout (def, abi);
  footprint = hy_footprint_new (layout);
  self = modelled_new ();
  self->python = hy_abi_label (abi);
  fill_type (&self->type, layout);
  if (layout->status == HY_STATUS_ERROR)
    self->unknown = g_strdup_printf ("Python refuses this class: %s: %s", layout->error_type, layout->error_message);
  else if (footprint->unknown)
    self->unknown = g_strdup (footprint->unknown);
  else
    fill_figures (self, footprint, count);
  return self;
}
