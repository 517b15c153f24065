/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-footprint.h"
#include "hy-runtime.h"

#include "hy-series.h"
#include "recipes.h"

/* The lesson's classes as measured on real interpreters: tracemalloc's bytes by instance, and their difference at
 * 100,000 with values and list. */
typedef struct
{
  guint minor;
  HyBuild build;
  guint bits;
  guint64 first, steady, allocated, touch, slotted;
  gint64 getsizeof, dict_getsizeof;
  gsize warm_up;
  guint64 saved;
} Case;

static const Case cases[] = {
  { 6, HY_BUILD_DEFAULT, 64, 184, 184, 192, 0, 80, 64, 120, 0, 10400000 },
  { 7, HY_BUILD_DEFAULT, 64, 184, 184, 192, 0, 80, 64, 120, 0, 10400000 },
  { 8, HY_BUILD_DEFAULT, 64, 152, 152, 160, 0, 64, 48, 104, 0, 8800000 },
  { 9, HY_BUILD_DEFAULT, 64, 152, 152, 160, 0, 64, 48, 104, 0, 8800000 },
  { 10, HY_BUILD_DEFAULT, 64, 152, 152, 160, 0, 64, 48, 104, 0, 8800000 },
  { 11, HY_BUILD_DEFAULT, 64, 320, 104, 112, 64, 64, 56, 104, 24, 4002760 },
  { 12, HY_BUILD_DEFAULT, 64, 312, 96, 96, 64, 64, 48, 104, 24, 3202760 },
  { 13, HY_BUILD_DEFAULT, 64, 328, 104, 112, 64, 64, 48, 104, 25, 4002936 },
  { 14, HY_BUILD_DEFAULT, 64, 328, 104, 112, 64, 64, 48, 104, 25, 4002936 },
  { 15, HY_BUILD_DEFAULT, 64, 328, 104, 112, 64, 64, 48, 104, 25, 4002936 },
  { 13, HY_BUILD_FREE_THREADED, 64, 328, 104, 112, 64, 64, 48, 104, 25, 4002936 },
  { 11, HY_BUILD_DEFAULT, 32, 176, 56, 64, 36, 32, 28, 56, 24, 2401512 },
  { 13, HY_BUILD_DEFAULT, 32, 180, 56, 56, 36, 32, 24, 56, 25, 2401588 },
  { 12, HY_BUILD_WASM, 32, 172, 52, 0, 40, 32, 24, 60, 24, 2001512 },
};

static HyFootprint *
make_footprint (HyClassDef *def, const Case *c)
{
  g_autoptr (HyLayout) layout = hy_layouter_layout (def, hy_abi_lookup (c->minor, c->build, c->bits));
  return hy_footprint_new (layout);
}

static void
test_lesson (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted_order = hy_class_def_new_slotted_order ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (HyFootprint) regular = make_footprint (order, c);
      g_autoptr (HyFootprint) slotted = make_footprint (slotted_order, c);
      HyFootprintTotal a, b;

      g_test_message ("3.%u, build %d, %u bits", c->minor, c->build, c->bits);
      g_assert_cmpuint (regular->runs[0].requested, ==, c->first);
      g_assert_cmpuint (hy_footprint_steady (regular)->requested, ==, c->steady);
      g_assert_cmpuint (hy_footprint_steady (regular)->allocated, ==, c->allocated);
      g_assert_cmpuint (regular->n_runs - 1, ==, c->warm_up);
      g_assert_cmpuint (regular->materialized_requested, ==, c->touch);
      g_assert_cmpint (regular->getsizeof_instance, ==, c->getsizeof);
      g_assert_cmpint (regular->getsizeof_dict, ==, c->dict_getsizeof);
      g_assert_cmpuint (hy_footprint_steady (slotted)->requested, ==, c->slotted);
      g_assert_false (slotted->has_materialized);
      g_assert_true (hy_footprint_total (regular, 100000, HY_INCLUDE_VALUES | HY_INCLUDE_LIST, &a, NULL));
      g_assert_true (hy_footprint_total (slotted, 100000, HY_INCLUDE_VALUES | HY_INCLUDE_LIST, &b, NULL));
      g_assert_cmpuint (a.requested - b.requested, ==, c->saved);
    }
}

static void
test_limits (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyFootprint) footprint = make_footprint (order, &cases[6]);
  HyFootprintTotal total;
  g_autoptr (GError) error = NULL;

  g_assert_true (hy_footprint_total (footprint, 0, HY_INCLUDE_VALUES, &total, NULL));
  g_assert_cmpuint (total.requested, ==, 0);
  g_assert_true (hy_footprint_total (footprint, HY_FOOTPRINT_MAX_COUNT, 0, &total, NULL));
  g_assert_cmpuint (total.requested, ==, G_GUINT64_CONSTANT (96000000000000) + 2760);
  g_assert_false (hy_footprint_total (footprint, HY_FOOTPRINT_MAX_COUNT + 1, 0, &total, &error));
  g_assert_error (error, HY_FOOTPRINT_ERROR, HY_FOOTPRINT_ERROR_OVERFLOW);
}

/* Sums that a number with a sign does not hold are refused, not written as negative ones. */
static void
test_overflow (void)
{
  g_autoptr (HyClassDef) def = recipe_class ("bytes", "", "");
  def->recipe.payload = recipe_value (HY_VALUE_BYTES, 15000000);
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
  HyFootprintTotal total;
  g_autoptr (GError) error = NULL, series_error = NULL;

  g_assert_true (hy_footprint_total (footprint, 1000000, HY_INCLUDE_VALUES | HY_INCLUDE_LIST, &total, NULL));
  g_assert_cmpuint (total.requested, >, G_GUINT64_CONSTANT (15000000) * 1000000);
  g_assert_false (hy_footprint_total (footprint, HY_FOOTPRINT_MAX_COUNT, 0, &total, &error));
  g_assert_error (error, HY_FOOTPRINT_ERROR, HY_FOOTPRINT_ERROR_OVERFLOW);
  g_assert_null (hy_series_new_breaks (footprint, HY_FOOTPRINT_MAX_COUNT, 0, 100, &series_error));
  g_assert_error (series_error, HY_FOOTPRINT_ERROR, HY_FOOTPRINT_ERROR_OVERFLOW);
}

/* What tracemalloc sees more when a class with a dict is made than one without: 768 bytes on 3.11 and 3.13. */
static void
test_shared_keys (void)
{
  static const Case measured[] = { { 11, HY_BUILD_DEFAULT, 64 }, { 13, HY_BUILD_DEFAULT, 64 } };
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted_order = hy_class_def_new_slotted_order ();

  for (gsize i = 0; i < G_N_ELEMENTS (measured); i++)
    {
      g_autoptr (HyFootprint) regular = make_footprint (order, &measured[i]);
      g_autoptr (HyFootprint) slotted = make_footprint (slotted_order, &measured[i]);
      g_assert_cmpuint (regular->shared_keys, ==, 768);
      g_assert_cmpuint (slotted->shared_keys, ==, 0);
    }
}

/* Steps of random kinds over few names. */
static HyClassDef *
random_class (void)
{
  g_autoptr (GString) steps = g_string_new (NULL);
  guint n = (guint) g_test_rand_int_range (0, 36);
  guint have = 0;
  for (guint i = 0; i < n; i++)
    switch (g_test_rand_int_range (0, 24))
      {
      case 0:
        g_string_append (steps, "@ ");
        break;
      case 1:
        g_string_append (steps, "[k ");
        break;
      case 2:
        g_string_append (steps, "+u,v,w ");
        break;
      case 3:
        if (have > 0)
          g_string_append_printf (steps, "-n%u n%u ", have - 1, have - 1);
        break;
      default:
        g_string_append_printf (steps, "n%u ", have++);
        break;
      }
  g_test_message ("%s", steps->str);
  return recipe_class (NULL, NULL, steps->str);
}

/* Making them one by one in the runtime costs what the closed form says, and never less than fewer do. */
static void
test_closed_form (void)
{
  for (guint round = 0; round < 60; round++)
    {
      guint minor = (guint) g_test_rand_int_range (6, 16);
      guint n = (guint) g_test_rand_int_range (1, round % 10 == 0 ? 3000 : 100);
      g_autoptr (HyClassDef) def = random_class ();
      g_autoptr (HyLayout) layout = recipe_layout (def, minor);
      g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
      g_autoptr (HyRuntime) runtime = hy_runtime_new (layout);
      guint64 sum = 0, last = 0;
      g_assert_null (footprint->unknown);
      for (guint i = 0; i < n; i++)
        {
          g_auto (HyOutcome) outcome = { 0 };
          HyFootprintTotal total;
          hy_runtime_make (runtime, &outcome);
          sum += (guint64) outcome.requested_delta;
          g_assert_true (hy_footprint_total (footprint, i + 1, 0, &total, NULL));
          g_assert_cmpuint (total.requested, >=, last);
          last = total.requested;
        }
      g_test_message ("3.%u, %u instances", minor, n);
      g_assert_cmpuint (last, ==, sum);
    }
}

/* Versions between which no rule of instances changed. */
static void
test_same_versions (void)
{
  static const guint same[][2] = { { 6, 7 }, { 8, 9 }, { 14, 15 } };
  for (guint round = 0; round < 30; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
      {
        g_autoptr (HyClassDef) def = random_class ();
        g_autoptr (HyLayout) old_layout = recipe_layout (def, same[i][0]);
        g_autoptr (HyLayout) new_layout = recipe_layout (def, same[i][1]);
        g_autoptr (HyFootprint) older = hy_footprint_new (old_layout);
        g_autoptr (HyFootprint) newer = hy_footprint_new (new_layout);
        HyFootprintTotal a, b;
        g_assert_true (hy_footprint_total (older, 12345, HY_INCLUDE_VALUES, &a, NULL));
        g_assert_true (hy_footprint_total (newer, 12345, HY_INCLUDE_VALUES, &b, NULL));
        g_assert_cmpuint (a.requested, ==, b.requested);
        g_assert_cmpint (older->getsizeof_dict, ==, newer->getsizeof_dict);
      }
}

/* Classes as measured, steady: bytes, and getsizeof of the dict; the first instance; what the shared keys grow by. */
static void
test_recipes (void)
{
  static const struct
  {
    guint minor;
    const char *steps;
    guint64 first, steady;
    gint64 grown, dict;
  } recipes[] = {
    { 6, "a b c d e f", 224, 224, 296, 160 },
    { 8, "a b c d e f", 192, 192, 296, 144 },
    { 8, "a b c d e f g h i j k l", 280, 280, 576, 232 },
    { 12, "", 312, 64, 0, 72 },
    { 11, "", 320, 72, 0, 72 },
    { 13, "", 328, 72, 0, 72 },
    { 10, "a -a", 112 + 168, 112 + 168, 0, 232 },
    { 12, "a -a", 312, 72, 0, 80 },
    { 12, "+a", 232, 232, 0, 184 },
    { 13, "+a", 392, 144, 0, 80 },
    { 14, "a {x", 512, 264, 0, 184 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (recipes); i++)
    {
      g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, recipes[i].steps);
      g_autoptr (HyLayout) layout = recipe_layout (def, recipes[i].minor);
      g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
      g_test_message ("3.%u: %s", recipes[i].minor, recipes[i].steps);
      g_assert_cmpuint (footprint->runs[0].requested, ==, recipes[i].first);
      g_assert_cmpuint (hy_footprint_steady (footprint)->requested, ==, recipes[i].steady);
      g_assert_cmpint (footprint->runs[0].class_delta, ==, recipes[i].grown);
      g_assert_cmpint (footprint->getsizeof_dict, ==, recipes[i].dict);
    }
}

/* Assigned by a method that nobody calls: a place in every instance from 3.14 on. */
static void
test_static_attributes (void)
{
  for (guint minor = 13; minor <= 15; minor++)
    {
      g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "a");
      recipe_add_static (def, "a");
      recipe_add_static (def, "b");
      g_autoptr (HyLayout) layout = recipe_layout (def, minor);
      g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
      g_assert_cmpuint (hy_footprint_steady (footprint)->requested, ==, minor >= 14 ? 88 : 80);
    }
}

/* Weak references that the library keeps: a block each, and with the values nobody knows what keeps them. */
static void
test_watchers (void)
{
  g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "a & &");
  for (gsize i = 1; i <= 2; i++)
    def->recipe.ops[i].value = hy_value_new_unknown ("a list that grows");
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
  const HyRankRun *steady = hy_footprint_steady (footprint);
  g_assert_cmpuint (steady->n_blocks, ==, 4);
  g_assert_cmpint (steady->blocks[3].role, ==, HY_BLOCK_WEAKREF);
  HyFootprintTotal total;
  g_autoptr (GError) error = NULL;
  g_assert_true (hy_footprint_total (footprint, 2, 0, &total, &error));
  g_assert_false (hy_footprint_total (footprint, 2, HY_INCLUDE_VALUES, &total, &error));
  g_assert_nonnull (strstr (error->message, "a list that grows"));
}

/* What would settle what is not known; nothing where all is known or Python refuses. */
static void
test_settle (void)
{
  g_autoptr (HyClassDef) known = recipe_class (NULL, NULL, "a");
  g_autoptr (HyClassDef) refused = recipe_class ("bool", NULL, "");
  g_autoptr (HyClassDef) newer = recipe_class (NULL, NULL, "a");
  g_autoptr (HyClassDef) unknown = recipe_class (NULL, NULL, "a");
  g_autoptr (HyClassDef) varying = recipe_class (NULL, NULL, "a");
  newer->since_minor = 14;
  unknown->unknown = g_strdup ("its base is not known");
  varying->recipe.unknown = g_strdup ("names vary");
  const struct
  {
    HyClassDef *def;
    const char *settle;
  } open[] = { { known, NULL },
               { refused, NULL },
               { newer, "To settle it, model a newer CPython." },
               { unknown, "To settle it, measure it, which runs the file." },
               { varying, "To settle it, say how an instance is made, or measure it, which runs the file." } };
  for (gsize i = 0; i < G_N_ELEMENTS (open); i++)
    {
      g_autoptr (HyLayout) layout = recipe_layout (open[i].def, 12);
      g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
      g_assert_cmpstr (hy_footprint_settle (footprint), ==, open[i].settle);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/footprint/lesson", test_lesson);
  g_test_add_func ("/model/footprint/limits", test_limits);
  g_test_add_func ("/model/footprint/overflow", test_overflow);
  g_test_add_func ("/model/footprint/shared-keys", test_shared_keys);
  g_test_add_func ("/model/footprint/closed-form", test_closed_form);
  g_test_add_func ("/model/footprint/same-versions", test_same_versions);
  g_test_add_func ("/model/footprint/recipes", test_recipes);
  g_test_add_func ("/model/footprint/static-attributes", test_static_attributes);
  g_test_add_func ("/model/footprint/watchers", test_watchers);
  g_test_add_func ("/model/footprint/settle", test_settle);
  return g_test_run ();
}
