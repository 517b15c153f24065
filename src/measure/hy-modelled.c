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

/* One that the factory hands over. Built-in classes describe it twice, readers number it. */
static gboolean
is_argument (const HyRecipe *recipe, const HyValue *value)
{
  for (gsize i = 0; i < recipe->n_arguments; i++)
    {
      const HyValue *argument = recipe->arguments[i];

      if (argument == value ||
          (argument->identity == 0 && argument->kind == value->kind && g_strcmp0 (argument->text, value->text) == 0))
        return TRUE;
    }
  return FALSE;
}

/* Bytes of @values in one instance, what several of them hold once; -1 unknown, @reason says why. */
static gint64
bytes_of (GPtrArray *values, const HyAbi *abi, const char **reason)
{
  HyTally before, after;

  hy_tally_init (&before, hy_allocator_for (abi));
  hy_tally_init (&after, hy_allocator_for (abi));
  if (!hy_values_sum ((HyValue **) values->pdata, values->len, abi, TYPICAL_INDEX, &before, reason) ||
      !hy_values_sum ((HyValue **) values->pdata, values->len, abi, TYPICAL_INDEX + 1, &after, reason))
    return -1;
  return (gint64) (after.requested - before.requested);
}

/* Bytes of the values that the class makes for each instance beside those that the factory hands it; -1 unknown,
 * @reason says why. */
static gint64
own_values (HyFootprint *footprint, const char **reason)
{
  const HyAbi *abi = footprint->layout->abi;
  const HyRecipe *recipe = &footprint->layout->def->recipe;
  gsize n_values;
  HyValue *const *values = hy_footprint_values (footprint, &n_values);
  g_autoptr (GPtrArray) handed = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  gint64 without, with;

  for (gsize i = 0; i < recipe->n_arguments; i++)
    g_ptr_array_add (handed, recipe->arguments[i]);
  g_ptr_array_extend (all, handed, NULL, NULL);
  for (gsize i = 0; i < n_values; i++)
    if (!is_argument (recipe, values[i]))
      g_ptr_array_add (all, values[i]);
  if (all->len == handed->len)
    return 0;
  without = bytes_of (handed, abi, reason);
  with = bytes_of (all, abi, reason);
  return without >= 0 && with >= 0 ? with - without : -1;
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
    add_block (self, HY_MODELLED_OWN_VALUES, own);
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
  const char *reason = NULL;
  gint64 own = own_values (footprint, &reason);

  self->getsizeof = footprint->getsizeof_instance;
  self->dict_getsizeof = footprint->getsizeof_dict;
  if (footprint->has_materialized)
    self->materialized = footprint->materialized_requested;
  if (own >= 0)
    fill_steady (self, footprint, own);
  else
    self->unknown = g_strdup (reason);
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
