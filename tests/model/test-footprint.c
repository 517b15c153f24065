/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-footprint.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/footprint/lesson", test_lesson);
  g_test_add_func ("/model/footprint/limits", test_limits);
  g_test_add_func ("/model/footprint/shared-keys", test_shared_keys);
  return g_test_run ();
}
