/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "truth-noise.h"
#include "truth.h"

#include "hy-footprint.h"
#include "hy-runtime.h"

#define MAX_UNKNOWN_SHARE 0.15
#define N_RANKS 40
/* Totals of a thousand instances carry what the measuring loop itself keeps: less than a byte an instance. */
#define TOTAL_SLACK 960
#define TOTAL_MIN_COUNT 1000

static const char *const figures[] = { "requested", "getsizeof", "dict", "dict-interleaved", "touch", "blocks" };

typedef struct
{
  TruthTally *tally;
  TruthBuild *build;
  const char *id;
  HyLayout *layout;
  HyFootprint *footprint;
  JsonObject *measured;
  gint64 first_noise; /* what measuring the first instance added */
  gboolean hidden;    /* blocks came from free lists */
} Shape;

static JsonArray *
find_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* Run lengths spread out; FALSE when they are not of all ranks. */
static gboolean
spread (JsonArray *runs, gint64 *values)
{
  guint n = 0;
  for (guint i = 0; runs != NULL && i < json_array_get_length (runs); i++)
    {
      JsonArray *run = json_array_get_array_element (runs, i);
      for (gint64 k = json_array_get_int_element (run, 1); k > 0 && n < N_RANKS; k--)
        values[n++] = json_array_get_null_element (run, 0) ? -1 : json_array_get_int_element (run, 0);
    }
  return n == N_RANKS;
}

static guint64
requested_up_to (Shape *shape, guint64 count)
{
  HyFootprintTotal total;
  g_assert_true (hy_footprint_total (shape->footprint, count, HY_INCLUDE_VALUES, &total, NULL));
  return total.requested;
}

static void
compare_requested (Shape *shape)
{
  gint64 values[N_RANKS];
  if (!spread (find_array (shape->measured, "seq_requested"), values))
    return;
  for (guint rank = 1; rank <= N_RANKS; rank++)
    {
      gint64 modelled = (gint64) (requested_up_to (shape, rank) - requested_up_to (shape, rank - 1));
      gint64 difference = values[rank - 1] - modelled;
      if (rank == 1)
        shape->first_noise = MAX (difference, 0);
      shape->hidden = shape->hidden || difference < 0;
      if (truth_noise_explains (shape->build->abi, rank, difference))
        continue;
      truth_tally_compare_number (shape->tally, shape->build, "requested", shape->id, modelled, values[rank - 1]);
      return;
    }
  truth_tally_compare_number (shape->tally, shape->build, "requested", shape->id, 0, 0);
}

static void
compare_last (Shape *shape, const char *figure, const char *member, gint64 modelled)
{
  gint64 values[N_RANKS];
  if (spread (find_array (shape->measured, member), values))
    truth_tally_compare_number (shape->tally, shape->build, figure, shape->id, modelled, values[N_RANKS - 1]);
}

static void
compare_interleaved (Shape *shape)
{
  gint64 values[N_RANKS];
  g_autoptr (HyRuntime) runtime = hy_runtime_new (shape->layout);
  if (!spread (find_array (shape->measured, "dict_getsizeof_interleaved"), values))
    return;
  for (guint i = 0; i < N_RANKS; i++)
    {
      g_auto (HyOutcome) made = { 0 }, touched = { 0 };
      gssize index = hy_runtime_make (runtime, &made);
      g_assert_cmpint (index, ==, i);
      hy_runtime_touch_dict (runtime, i, &touched);
      gint64 modelled = hy_runtime_getsizeof_dict (runtime, i);
      if (modelled == values[i] && i + 1 < N_RANKS)
        continue;
      truth_tally_compare_number (shape->tally, shape->build, "dict-interleaved", shape->id, modelled, values[i]);
      return;
    }
}

static void
remove_size (GArray *sizes, gint64 size)
{
  for (guint i = 0; i < sizes->len; i++)
    if (g_array_index (sizes, gint64, i) == size)
      {
        g_array_remove_index (sizes, i);
        return;
      }
  size = -size;
  g_array_append_val (sizes, size);
}

/* Blocks of the 41st instance; those that differ must be of sizes with free lists. */
static void
compare_blocks (Shape *shape)
{
  JsonArray *blocks = find_array (shape->measured, "blocks_mature");
  const HyRankRun *steady = hy_footprint_steady (shape->footprint);
  HyFootprintTotal with, without;
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gint64));

  hy_footprint_total (shape->footprint, N_RANKS, HY_INCLUDE_VALUES, &with, NULL);
  hy_footprint_total (shape->footprint, N_RANKS, 0, &without, NULL);
  if (blocks == NULL || with.blocks != without.blocks)
    return;
  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      gint64 size = json_array_get_int_element (blocks, i);
      g_array_append_val (sizes, size);
    }
  for (gsize i = 0; i < steady->n_blocks; i++)
    remove_size (sizes, (gint64) steady->blocks[i].requested);
  gint64 wrong = 0;
  for (guint i = 0; i < sizes->len; i++)
    if (!truth_noise_is_free_list (shape->build->abi, g_array_index (sizes, gint64, i)))
      wrong = g_array_index (sizes, gint64, i);
  truth_tally_compare_number (shape->tally, shape->build, "blocks", shape->id, 0, wrong);
}

static void
compare_totals (Shape *shape)
{
  JsonObject *zero_object =
      json_object_get_object_member (json_node_get_object (shape->build->document), "harness_zero");
  gint64 zero = json_array_get_int_element (json_object_get_array_member (zero_object, "total"), 0);
  JsonObject *totals = json_object_has_member (shape->measured, "total_requested")
                           ? json_object_get_object_member (shape->measured, "total_requested")
                           : NULL;
  g_autoptr (GList) counts = totals != NULL && !shape->hidden ? json_object_get_members (totals) : NULL;

  for (GList *item = counts; item != NULL; item = item->next)
    {
      guint64 count = g_ascii_strtoull (item->data, NULL, 10);
      if (count < TOTAL_MIN_COUNT)
        continue;
      gint64 modelled = (gint64) requested_up_to (shape, count) + zero;
      gint64 difference = json_object_get_int_member (totals, item->data) - modelled;
      if (!json_object_get_null_member (totals, item->data))
        truth_tally_compare_number (shape->tally, shape->build, "total", shape->id, 0,
                                    ABS (difference) <= shape->first_noise + TOTAL_SLACK ? 0 : difference);
    }
}

static void
compare_known (Shape *shape)
{
  compare_requested (shape);
  compare_last (shape, "getsizeof", "getsizeof", shape->footprint->getsizeof_instance);
  if (shape->layout->has_dict)
    {
      compare_last (shape, "dict", "dict_getsizeof_all_made", shape->footprint->getsizeof_dict);
      compare_last (shape, "touch", "seq_touch_dict", (gint64) shape->footprint->materialized_requested);
      compare_interleaved (shape);
    }
  compare_blocks (shape);
  compare_totals (shape);
}

static void
compare_shape (TruthTally *tally, TruthBuild *build, const TruthShape *truth_shape)
{
  JsonObject *measured = truth_build_case (build, truth_shape);
  JsonNode *instance = measured != NULL ? json_object_get_member (measured, "instance") : NULL;
  if (instance == NULL || !JSON_NODE_HOLDS_OBJECT (instance) ||
      find_array (json_node_get_object (instance), "seq_requested") == NULL)
    return;
  Shape shape = { .tally = tally, .build = build, .id = truth_shape->id, .measured = json_node_get_object (instance) };
  const char *reason = "the source is not read";
  HyFootprintTotal total;
  g_autoptr (GError) error = NULL;
  g_autoptr (HyLayout) layout = NULL;
  g_autoptr (HyFootprint) footprint = NULL;
  if (truth_shape->def != NULL)
    {
      shape.layout = layout = hy_layouter_layout (truth_shape->def, build->abi);
      shape.footprint = footprint = hy_footprint_new (layout);
      hy_footprint_total (footprint, N_RANKS, HY_INCLUDE_VALUES, &total, &error);
      reason = error != NULL ? error->message : NULL;
    }
  if (reason == NULL)
    compare_known (&shape);
  else
    for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
      truth_tally_unknown (tally, build, figures[i], truth_shape->id, reason);
}

static void
test_sequences (void)
{
  truth_run (compare_shape, MAX_UNKNOWN_SHARE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/sequences", test_sequences);
  return g_test_run ();
}
