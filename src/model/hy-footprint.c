/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-footprint.h"

#include "hy-attribute.h"
#include "hy-blocks.h"
#include "hy-layout-private.h"
#include "hy-maker.h"
#include "hy-tally.h"
#include "hy-value-rules.h"
#include "hy-value-size.h"
#include "hy-value-tally.h"
#include "hy-msgid.h"

G_DEFINE_QUARK (hy - footprint - error - quark, hy_footprint_error)

/* The rank whose getsizeof is reported: steady, whatever the class. */
#define REPORTED_RANK 40
/* A class that is not steady by then has no closed form. CPython's own countdown ends with the 30th instance. */
#define SETTLING_MAX 256

/* The public struct comes first, so that a pointer to it is a pointer to this. */
typedef struct
{
  HyFootprint footprint;
  gatomicrefcount ref_count;
  HyLayout *made;   /* of what calling the class makes */
  HyMaker *maker;   /* owns the labels of the spans */
  HyValue **values; /* @n_values that each instance owns */
  gsize n_values;
} HyFootprintOwned;

static void
sum_blocks (const HyBlock *blocks, gsize n_blocks, guint64 *requested, guint64 *allocated)
{
  *requested = *allocated = 0;
  for (gsize i = 0; i < n_blocks; i++)
    {
      *requested += blocks[i].requested;
      *allocated += blocks[i].allocated;
    }
}

static gboolean
runs_are_alike (const HyRankRun *a, const HyRankRun *b)
{
  if (a->n_blocks != b->n_blocks || a->class_delta != b->class_delta)
    return FALSE;
  for (gsize i = 0; i < a->n_blocks; i++)
    if (a->blocks[i].role != b->blocks[i].role || a->blocks[i].requested != b->blocks[i].requested)
      return FALSE;
  return TRUE;
}

/* Adds the instance just made: to the last run when it costs the same. Its
 * blocks replace those of the run, since the later instance is the more typical. */
static void
add_to_runs (GArray *runs, HyRankRun run)
{
  HyRankRun *last = runs->len > 0 ? &g_array_index (runs, HyRankRun, runs->len - 1) : NULL;
  if (last == NULL || !runs_are_alike (last, &run))
    {
      g_array_append_val (runs, run);
      return;
    }
  hy_blocks_free (last->blocks, last->n_blocks);
  last->blocks = run.blocks;
  last->count += run.count;
}

/* A weak reference to the instance itself is one of its blocks. */
static void
collect_value (GPtrArray *values, HyValue *value)
{
  if (value != NULL && !hy_value_is_weakref (value) && !g_ptr_array_find (values, value, NULL))
    g_ptr_array_add (values, hy_value_ref (value));
}

static void
collect_values (HyFootprintOwned *self, const HyInstance *instance)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  for (guint i = 0; i < instance->attributes.n_items; i++)
    collect_value (values, instance->attributes.items[i].value);
  for (gsize i = 0; i < hy_maker_count_slots (self->maker); i++)
    collect_value (values, instance->slots[i]);
  HyPayload payload = hy_maker_payload (self->maker, 0);
  for (gsize i = 0; i < payload.n_kept; i++)
    collect_value (values, payload.kept[i]);
  collect_value (values, instance->watcher);
  self->values = (HyValue **) g_ptr_array_steal (values, &self->n_values);
}

/* Source: Python/sysmodule.c, _PySys_GetSizeOf. */
static gboolean
has_own_sizeof (const HyType *type)
{
  for (gsize i = 0; i < type->n_mro; i++)
    if (hy_attribute_defines (type->mro[i]->def, "__sizeof__"))
      return TRUE;
  return FALSE;
}

static void
fill_getsizeof (HyFootprintOwned *self)
{
  HyFootprint *footprint = &self->footprint;
  if (has_own_sizeof (hy_layout_get_type (self->made)))
    {
      const char *const figures[] = { "getsizeof", "its class answers with a __sizeof__ of its own", NULL };
      footprint->unknown_figures = g_strdupv ((char **) figures);
      return;
    }
  HyPayload payload = hy_maker_payload (self->maker, REPORTED_RANK - 1);
  footprint->getsizeof_instance =
      (gint64) footprint->layout->object_offset + footprint->layout->basicsize + payload.getsizeof_extra;
}

/* What touching __dict__ adds to the steady instance, and its getsizeof. */
static void
fill_dict_figures (HyFootprintOwned *owned, HyInstance *instance)
{
  HyFootprint *self = &owned->footprint;
  HyStore *store = hy_maker_get_store (owned->maker);
  HyPayload none = { 0 };
  HyBlock *blocks;
  gsize n_blocks;
  guint64 requested, allocated;

  self->has_materialized = self->layout->has_dict;
  if (!self->layout->has_dict)
    return;
  blocks = hy_blocks_new (self->layout, store, instance, &none, &n_blocks);
  sum_blocks (blocks, n_blocks, &requested, &allocated);
  hy_blocks_free (blocks, n_blocks);
  hy_store_touch_dict (store, &instance->attributes);
  self->getsizeof_dict = hy_store_dict_getsizeof (store, &instance->attributes);
  blocks = hy_blocks_new (self->layout, store, instance, &none, &n_blocks);
  sum_blocks (blocks, n_blocks, &self->materialized_requested, &self->materialized_allocated);
  hy_blocks_free (blocks, n_blocks);
  self->materialized_requested -= requested;
  self->materialized_allocated -= allocated;
}

static HyRankRun
measure_instance (HyFootprintOwned *self, const HyInstance *instance, guint64 rank)
{
  HyRankRun run = { .first = rank, .count = 1 };
  HyPayload payload = hy_maker_payload (self->maker, rank - 1);
  run.blocks =
      hy_blocks_new (self->footprint.layout, hy_maker_get_store (self->maker), instance, &payload, &run.n_blocks);
  sum_blocks (run.blocks, run.n_blocks, &run.requested, &run.allocated);
  return run;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;
  return x < y ? -1 : x > y;
}

/* Later instances differ only where what they hold depends on their number. */
static void
add_later_runs (HyFootprintOwned *self, const HyInstance *instance, guint64 rank, GArray *runs)
{
  HyValue *payload = self->footprint.layout->def->recipe.payload;
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (guint64));

  if (payload != NULL)
    hy_value_collect_breaks (payload, self->footprint.layout->abi, HY_FOOTPRINT_MAX_COUNT, breaks);
  g_array_sort (breaks, compare_numbers);
  for (guint i = 0; i < breaks->len; i++)
    {
      guint64 next = g_array_index (breaks, guint64, i) + 1;
      HyRankRun *last = &g_array_index (runs, HyRankRun, runs->len - 1);
      if (next <= rank)
        continue;
      last->count = next - last->first;
      add_to_runs (runs, measure_instance (self, instance, next));
    }
}

/* Makes instances until one changes nothing for those after it. */
static void
run_recipe (HyFootprintOwned *owned)
{
  HyFootprint *self = &owned->footprint;
  HyStore *store = hy_maker_get_store (owned->maker);
  HyInstance *instance = hy_instance_new (owned->maker);
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (HyRankRun));
  guint64 rank = 0, grown = 0;
  gboolean settled = FALSE;

  hy_store_is_settled (store);
  while (!settled && rank < SETTLING_MAX)
    {
      hy_maker_make (owned->maker, instance);
      settled = hy_store_is_settled (store);
      HyRankRun run = measure_instance (owned, instance, ++rank);
      run.class_delta = (gint64) (hy_store_grown_keys_size (store) - grown);
      grown = hy_store_grown_keys_size (store);
      add_to_runs (runs, run);
    }
  add_later_runs (owned, instance, rank, runs);
  self->n_runs = runs->len;
  self->runs = (HyRankRun *) g_array_free (runs, FALSE);
  self->runs[self->n_runs - 1].count = G_MAXUINT64;
  const HySharedKeys *keys = self->layout->has_dict ? hy_store_shared_keys (store) : NULL;
  if (keys != NULL)
    self->shared_keys = hy_keys_size (hy_store_rules (store), keys->log2, HY_KEYS_UNICODE);
  if (settled)
    {
      collect_values (owned, instance);
      fill_getsizeof (owned);
      fill_dict_figures (owned, instance);
    }
  else
    self->unknown = g_strdup (N_ ("the class does not come to a steady state"));
  hy_instance_free (instance, owned->maker);
}

HyFootprint *
hy_footprint_new (HyLayout *layout)
{
  HyFootprintOwned *owned = g_new0 (HyFootprintOwned, 1);
  HyFootprint *self = &owned->footprint;

  g_atomic_ref_count_init (&owned->ref_count);
  owned->made = hy_layouter_layout_instances (layout);
  self->layout = owned->made;
  self->getsizeof_instance = self->getsizeof_dict = -1;
  if (layout->status != HY_STATUS_EXACT)
    self->unknown = g_strdup (layout->status == HY_STATUS_ERROR ? N_ ("Python refuses this class") : layout->reason);
  else
    owned->maker = hy_maker_new (owned->made, &self->unknown);
  if (owned->maker != NULL)
    run_recipe (owned);
  self->layout = hy_layout_ref (layout);
  return self;
}

HyFootprint *
hy_footprint_ref (HyFootprint *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&((HyFootprintOwned *) self)->ref_count);
  return self;
}

void
hy_footprint_unref (HyFootprint *self)
{
  HyFootprintOwned *owned = (HyFootprintOwned *) self;

  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&owned->ref_count))
    return;
  for (gsize i = 0; i < self->n_runs; i++)
    hy_blocks_free (self->runs[i].blocks, self->runs[i].n_blocks);
  for (gsize i = 0; i < owned->n_values; i++)
    hy_value_unref (owned->values[i]);
  g_free (owned->values);
  g_free (self->runs);
  g_free (self->unknown);
  g_strfreev (self->unknown_figures);
  g_clear_pointer (&owned->maker, hy_maker_free);
  hy_layout_unref (self->layout);
  hy_layout_unref (owned->made);
  g_free (owned);
}

static void
tally_runs (HyFootprint *self, guint64 count, HyTally *tally)
{
  for (gsize i = 0; i < self->n_runs && count > 0; i++)
    {
      const HyRankRun *run = &self->runs[i];
      guint64 n = MIN (count, run->count);
      for (gsize j = 0; j < run->n_blocks; j++)
        hy_tally_add (tally, run->blocks[j].requested, n);
      if (run->class_delta > 0)
        hy_tally_add (tally, (guint64) run->class_delta, n);
      count -= n;
    }
}

/* The list that a comprehension makes of them. */
static void
tally_list (HyFootprint *self, guint64 count, HyTally *tally)
{
  const HyAbi *abi = self->layout->abi;
  const HyValueRules *rules = hy_value_rules_for (abi);
  hy_tally_add (tally, abi->gc_head + rules->list, 1);
  if (count > 0)
    hy_tally_add (tally, hy_list_appended_places (rules, count) * abi->pointer + rules->list_header, 1);
}

gboolean
hy_footprint_total (HyFootprint *self, guint64 count, HyInclude include, HyFootprintTotal *total, GError **error)
{
  HyFootprintOwned *owned = (HyFootprintOwned *) self;
  HyTally tally;
  const char *reason = self->unknown;

  hy_tally_init (&tally, hy_allocator_for (self->layout->abi));
  if (reason == NULL && (include & HY_INCLUDE_VALUES) && count > 0)
    hy_values_sum (owned->values, owned->n_values, self->layout->abi, count, &tally, &reason);
  if (reason != NULL)
    {
      g_set_error_literal (error, HY_FOOTPRINT_ERROR, HY_FOOTPRINT_ERROR_UNKNOWN, reason);
      return FALSE;
    }
  tally_runs (self, count, &tally);
  if (include & HY_INCLUDE_LIST)
    tally_list (self, count, &tally);
  *total = (HyFootprintTotal){
    .count = count,
    .requested = tally.requested,
    .allocated = tally.allocated,
    .blocks = tally.blocks,
    .pools = hy_tally_pools (&tally),
  };
  if ((include & HY_INCLUDE_POOLS) && total->pools > 0)
    total->allocated = total->pools;
  if (!tally.overflow && count <= HY_FOOTPRINT_MAX_COUNT)
    return TRUE;
  g_set_error (error, HY_FOOTPRINT_ERROR, HY_FOOTPRINT_ERROR_OVERFLOW,
               "%" G_GUINT64_FORMAT " instances are more than can be counted", count);
  return FALSE;
}

HyValue *const *
hy_footprint_values (HyFootprint *self, gsize *n_values)
{
  HyFootprintOwned *owned = (HyFootprintOwned *) self;

  *n_values = owned->n_values;
  return owned->values;
}

const HyRankRun *
hy_footprint_run_at (HyFootprint *self, guint64 rank)
{
  g_return_val_if_fail (rank > 0, NULL);
  for (gsize i = self->n_runs; self->unknown == NULL && i > 0; i--)
    if (self->runs[i - 1].first <= rank)
      return &self->runs[i - 1];
  return NULL;
}

const HyRankRun *
hy_footprint_steady (HyFootprint *self)
{
  return hy_footprint_run_at (self, REPORTED_RANK);
}

const char *
hy_footprint_settle (const HyFootprint *self)
{
  const HyLayout *layout = self->layout;

  if (self->unknown == NULL || layout->status == HY_STATUS_ERROR || layout->def->recipe.refusal.text != NULL)
    return NULL;
  if (layout->def->since_minor > layout->abi->minor)
    return N_ ("To settle it, model a newer CPython.");
  if (layout->status == HY_STATUS_UNKNOWN)
    return N_ ("To settle it, measure it, which runs the file.");
  return N_ ("To settle it, say how an instance is made, or measure it, which runs the file.");
}
