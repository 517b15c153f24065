/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "truth-noise.h"
#include "truth.h"

#include "hy-blocks.h"
#include "hy-runtime-private.h"

/* `ops` of truth by the runtime: each on the last of five instances of a fresh class. Measured are the bytes asked of
 * the allocator while it ran, what was given back not taken off. */

#define MAX_UNKNOWN_SHARE 0.15
#define N_INSTANCES 5
#define LAST (N_INSTANCES - 1)

typedef struct
{
  TruthTally *tally;
  TruthBuild *build;
  const char *id;
  HyLayout *layout;
  JsonObject *instance; /* what was measured of it */
  HyRuntime *runtime;
} Case;

static HyRuntime *
make_instances (HyLayout *layout)
{
  HyRuntime *runtime = hy_runtime_new (layout);
  for (guint i = 0; i < N_INSTANCES; i++)
    {
      g_auto (HyOutcome) made = { 0 };
      hy_runtime_make (runtime, &made);
    }
  return runtime;
}

static HyBlock *
blocks_of (HyRuntime *runtime, gsize instance, gsize *n)
{
  HyMaker *maker = hy_runtime_get_maker (runtime);
  HyPayload payload = hy_maker_payload (maker, instance);
  return hy_blocks_new (hy_runtime_get_layout (runtime), hy_maker_get_store (maker),
                        hy_runtime_get_instance (runtime, instance, NULL), &payload, n);
}

/* Bytes of those blocks of @after that have no like in @before. */
static gint64
bytes_asked (const HyBlock *before, gsize n_before, const HyBlock *after, gsize n_after)
{
  g_autofree gboolean *taken = g_new0 (gboolean, n_before + 1);
  gint64 bytes = 0;
  for (gsize i = 0; i < n_after; i++)
    {
      gsize like = 0;
      while (like < n_before && (taken[like] || before[like].requested != after[i].requested))
        like++;
      if (like < n_before)
        taken[like] = TRUE;
      else
        bytes += (gint64) after[i].requested;
    }
  return bytes;
}

static char *
describe_keys (HyRuntime *runtime)
{
  const HyAttributes *attributes = &hy_runtime_get_instance (runtime, LAST, NULL)->attributes;
  HyStore *store = hy_maker_get_store (hy_runtime_get_maker (runtime));
  g_autoptr (GString) text = g_string_new ("keys");
  for (guint i = 0; i < attributes->n_items; i++)
    g_string_append_printf (text, " %s", hy_store_name_text (store, attributes->items[i].name));
  return g_strdup (text->str);
}

static char *
describe_measured_keys (JsonObject *measured)
{
  JsonArray *keys =
      json_object_has_member (measured, "dict_keys") ? json_object_get_array_member (measured, "dict_keys") : NULL;
  g_autoptr (GString) text = g_string_new ("keys");
  for (guint i = 0; keys != NULL && i < json_array_get_length (keys); i++)
    g_string_append_printf (text, " %s", json_array_get_string_element (keys, i));
  return g_strdup (text->str);
}

static void
compare_member (Case *self, const char *figure, JsonObject *measured, const char *member, gint64 modelled)
{
  if (json_object_has_member (measured, member) && !json_object_get_null_member (measured, member))
    truth_tally_compare_number (self->tally, self->build, figure, self->id, modelled,
                                json_object_get_int_member (measured, member));
}

/* After an operation that succeeded in Python and in the model. */
static void
compare_state (Case *self, const char *name, JsonObject *measured, gint64 asked)
{
  g_autofree char *bytes = g_strconcat (name, "-bytes", NULL), *object = g_strconcat (name, "-getsizeof", NULL);
  g_autofree char *dict = g_strconcat (name, "-dict", NULL), *keys = g_strconcat (name, "-keys", NULL);
  gint64 delta = json_object_get_int_member (measured, "delta");
  if (truth_noise_is_free_list (self->build->abi, delta - asked))
    asked = delta;
  truth_tally_compare_number (self->tally, self->build, bytes, self->id, asked, delta);
  compare_member (self, object, measured, "getsizeof", hy_runtime_getsizeof (self->runtime, LAST));
  if (!json_object_has_member (measured, "dict_getsizeof") || json_object_get_null_member (measured, "dict_getsizeof"))
    return;
  g_auto (HyOutcome) touched = { 0 };
  hy_runtime_touch_dict (self->runtime, LAST, &touched);
  compare_member (self, dict, measured, "dict_getsizeof", hy_runtime_getsizeof_dict (self->runtime, LAST));
  g_autofree char *got = describe_keys (self->runtime), *expected = describe_measured_keys (measured);
  truth_tally_compare (self->tally, self->build, keys, self->id, got, expected);
}

static char *
describe_outcome (const HyOutcome *outcome)
{
  return outcome->ok ? g_strdup ("ok")
                     : g_strdup_printf ("%s: %s", outcome->exception_type, outcome->exception_message);
}

/* @measured: what came of it, or {"error": {"type", "msg"}}. */
static char *
describe_error (JsonObject *measured)
{
  if (!json_object_has_member (measured, "error"))
    return g_strdup ("ok");
  JsonObject *error = json_object_get_object_member (measured, "error");
  return g_strdup_printf ("%s: %s", json_object_get_string_member (error, "type"),
                          json_object_get_string_member (error, "msg"));
}

typedef void (*Operation) (HyRuntime *runtime, const char *name, HyOutcome *outcome);

static void
set_name (HyRuntime *runtime, const char *name, HyOutcome *outcome)
{
  g_autoptr (HyValue) none = hy_value_new (HY_VALUE_NONE);
  hy_runtime_set (runtime, LAST, name, none, outcome);
}

static void
delete_name (HyRuntime *runtime, const char *name, HyOutcome *outcome)
{
  hy_runtime_delete (runtime, LAST, name, outcome);
}

static void
replace_dict (HyRuntime *runtime, const char *name, HyOutcome *outcome)
{
  g_autoptr (HyValue) empty = hy_value_new (HY_VALUE_DICT);
  hy_runtime_replace_dict (runtime, LAST, empty, outcome);
}

/* @made_before: the dict that comes in was there already. */
static void
compare_operation (Case *self, const char *figure, const char *member, Operation operation, const char *name,
                   gboolean made_before)
{
  JsonObject *ops = json_object_get_object_member (self->instance, "ops");
  g_auto (HyOutcome) outcome = { 0 };
  gsize n_before, n_after;
  if (!json_object_has_member (ops, member) || name == NULL)
    return;
  JsonObject *measured = json_object_get_object_member (ops, member);
  g_autoptr (HyRuntime) runtime = self->runtime = make_instances (self->layout);
  HyBlock *before = blocks_of (runtime, LAST, &n_before);
  operation (runtime, name, &outcome);
  HyBlock *after = blocks_of (runtime, LAST, &n_after);
  gint64 asked = bytes_asked (before, n_before, after, n_after);
  hy_blocks_free (before, n_before);
  hy_blocks_free (after, n_after);
  if (outcome.unknown != NULL)
    {
      truth_tally_unknown (self->tally, self->build, figure, self->id, outcome.unknown);
      return;
    }
  g_autofree char *got = describe_outcome (&outcome), *expected = describe_error (measured);
  truth_tally_compare (self->tally, self->build, figure, self->id, got, expected);
  if (made_before)
    asked = 0;
  if (outcome.ok && !json_object_has_member (measured, "error"))
    compare_state (self, figure, measured, asked);
}

/* One instance was made, brought back from a pickle of each protocol that can have it, then copied. For the class's
 * keys an instance out of a pickle is what a copy is. */
static void
compare_copy (Case *self)
{
  static const char *const pickles[] = { "pickle0", "pickle1", "pickle2", "pickle4" };
  JsonObject *ops = json_object_get_object_member (self->instance, "ops");
  g_auto (HyOutcome) made = { 0 }, outcome = { 0 }, asked = { 0 };
  if (!json_object_has_member (ops, "copy_getsizeof"))
    return;
  g_autoptr (HyRuntime) runtime = hy_runtime_new (self->layout);
  hy_runtime_make (runtime, &made);
  gssize copy = hy_runtime_copy (runtime, 0, &outcome);
  for (gsize i = 0; copy >= 0 && i < G_N_ELEMENTS (pickles); i++)
    if (JSON_NODE_HOLDS_VALUE (json_object_get_member (ops, pickles[i])))
      {
        hy_outcome_clear (&outcome);
        copy = hy_runtime_copy (runtime, 0, &outcome);
      }
  if (copy < 0)
    {
      truth_tally_unknown (self->tally, self->build, "copy", self->id, outcome.unknown);
      return;
    }
  compare_member (self, "copy-getsizeof", ops, "copy_getsizeof", hy_runtime_getsizeof (runtime, (gsize) copy));
  hy_runtime_touch_dict (runtime, (gsize) copy, &asked);
  if (self->layout->has_dict)
    compare_member (self, "copy-dict", ops, "copy_dict_getsizeof", hy_runtime_getsizeof_dict (runtime, (gsize) copy));
}

/* The first or last attribute of its dict; NULL where it has none. */
static const char *
name_at (JsonObject *instance, gboolean last)
{
  JsonArray *keys =
      json_object_has_member (instance, "dict_keys") ? json_object_get_array_member (instance, "dict_keys") : NULL;
  guint n = keys != NULL ? json_array_get_length (keys) : 0;
  return n > 0 ? json_array_get_string_element (keys, last ? n - 1 : 0) : NULL;
}

static void
compare_known (Case *self)
{
  compare_operation (self, "set", "set_undeclared", set_name, "zz_undeclared", FALSE);
  compare_operation (self, "del-first", "del_first", delete_name, name_at (self->instance, FALSE), FALSE);
  compare_operation (self, "del-last", "del_last", delete_name, name_at (self->instance, TRUE), FALSE);
  compare_operation (self, "replace", "replace_dict", replace_dict, "__dict__", TRUE);
  compare_copy (self);
}

static void
compare_shape (TruthTally *tally, TruthBuild *build, const TruthShape *shape)
{
  JsonObject *measured = truth_build_case (build, shape);
  JsonNode *instance = measured != NULL ? json_object_get_member (measured, "instance") : NULL;
  if (instance == NULL || !JSON_NODE_HOLDS_OBJECT (instance) ||
      !json_object_has_member (json_node_get_object (instance), "ops"))
    return;
  Case self = { .tally = tally, .build = build, .id = shape->id, .instance = json_node_get_object (instance) };
  const char *reason = "the source is not read";
  g_auto (HyOutcome) made = { 0 };
  g_autoptr (HyLayout) layout = NULL;
  if (shape->def != NULL)
    {
      self.layout = layout = hy_layouter_layout (shape->def, build->abi);
      g_autoptr (HyRuntime) runtime = hy_runtime_new (layout);
      hy_runtime_make (runtime, &made);
      reason = made.unknown;
    }
  if (reason == NULL)
    compare_known (&self);
  else
    truth_tally_unknown (tally, build, "instance", shape->id, reason);
}

static void
test_operations (void)
{
  truth_run (compare_shape, MAX_UNKNOWN_SHARE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/operations", test_operations);
  return g_test_run ();
}
