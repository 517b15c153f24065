/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-layout-figures.h"

#include <json-glib/json-glib.h>
#include <string.h>

static HyFootprint *
footprint_new (HyClassDef *def, guint minor)
{
  g_autoptr (HyLayout) layout = hy_layouter_layout (def, hy_abi_lookup (minor, HY_BUILD_DEFAULT, 64));

  return hy_footprint_new (layout);
}

static HyFootprint *
order_new (guint minor)
{
  g_autoptr (HyClassDef) def = hy_class_def_new_order ();

  return footprint_new (def, minor);
}

/* A class whose figures nobody can know. */
static HyFootprint *
unknown_new (void)
{
  g_autoptr (HyClassDef) def = hy_class_def_new ("Größe");

  def->unknown = g_strdup ("its base is not read");
  def->file = g_strdup ("a.py");
  def->line = 7;
  return footprint_new (def, 12);
}

static JsonObject *
first_class (JsonNode *root)
{
  return json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "classes"), 0);
}

static void
test_known (void)
{
  g_autoptr (HyFootprint) order = order_new (12);
  HyFootprint *const all[] = { order };
  g_autofree char *json = hy_layout_figures_to_json (all, 1, NULL, 0);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonObject *class = first_class (root);
  JsonObject *cost = json_object_get_object_member (class, "per_instance");

  g_assert_true (g_str_has_prefix (json, "{\"schema\":\"heapyard.layout/1\","));
  g_assert_true (g_str_has_suffix (json, "\n"));
  g_assert_cmpstr (json_object_get_string_member (class, "python"), ==, "3.12");
  g_assert_true (json_object_get_null_member (class, "file"));
  g_assert_cmpint (json_object_get_int_member (class, "basicsize"), ==, 16);
  g_assert_cmpint (json_object_get_int_member (class, "weakrefoffset"), ==, -32);
  g_assert_cmpint (json_object_get_int_member (cost, "requested"), ==, 96);
  g_assert_cmpint (json_object_get_int_member (cost, "blocks"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (class, "getsizeof"), "dict"), ==, 104);
  g_assert_cmpint (json_object_get_size (json_object_get_object_member (class, "unknown")), ==, 0);
}

static void
test_unknown (void)
{
  g_autoptr (HyFootprint) unknown = unknown_new ();
  HyFootprint *const all[] = { unknown };
  g_autofree char *json = hy_layout_figures_to_json (all, 1, NULL, 0);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonObject *class = first_class (root);
  JsonObject *reasons = json_object_get_object_member (class, "unknown");
  static const char *const keys[] = { "basicsize", "members", "per_instance", "by_rank", "materialized", "spans" };

  g_assert_true (g_str_is_ascii (json));
  g_assert_cmpstr (json_object_get_string_member (class, "name"), ==, "Größe");
  g_assert_cmpstr (json_object_get_string_member (class, "status"), ==, "unknown");
  g_assert_cmpstr (json_object_get_string_member (class, "file"), ==, "a.py");
  g_assert_cmpint (json_object_get_int_member (class, "line"), ==, 7);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (json_object_get_null_member (class, keys[i]));
      g_assert_cmpstr (json_object_get_string_member (reasons, keys[i]), ==,
                       json_object_get_string_member (class, "reason"));
    }
  g_assert_cmpstr (json_object_get_string_member (class, "settle"), ==, hy_footprint_settle (unknown));
}

static void
test_errors (void)
{
  HyFiguresError missing = { (char *) "b.py", 0, (char *) "gone" }, wrong = { (char *) "c.py", 3, (char *) "no \"x\"" };
  HyFiguresError *const errors[] = { &missing, &wrong };
  g_autofree char *json = hy_layout_figures_to_json (NULL, 0, errors, 2);

  g_assert_cmpstr (json, ==,
                   "{\"schema\":\"heapyard.layout/1\",\"classes\":[],\"errors\":[\n"
                   "{\"file\":\"b.py\",\"line\":null,\"message\":\"gone\"},\n"
                   "{\"file\":\"c.py\",\"line\":3,\"message\":\"no \\\"x\\\"\"}]}\n");
}

static void
test_ranks (void)
{
  static const struct
  {
    guint minor;
    guint64 first, last, n_early;
  } cases[] = {
    { 6, 184, 184, 0 }, { 10, 152, 152, 0 }, { 11, 320, 104, 24 }, { 12, 312, 96, 24 }, { 13, 328, 104, 25 }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyFootprint) order = order_new (cases[i].minor);
      HyRankFigure figures[HY_FIGURES_RANKS];
      gsize n = hy_layout_figures_by_rank (order, figures);
      guint64 sum = 0;

      g_assert_cmpuint (figures[0].requested, ==, cases[i].first);
      g_assert_cmpuint (figures[n - 1].requested, ==, cases[i].last);
      for (gsize j = 0; j < n; j++)
        {
          sum += figures[j].count;
          g_assert_true (j == 0 || figures[j].requested != figures[j - 1].requested);
        }
      g_assert_cmpuint (sum, ==, HY_FIGURES_RANKS);
      g_assert_cmpuint (HY_FIGURES_RANKS - figures[n - 1].count, ==, cases[i].n_early);
    }
}

static void
test_csv (void)
{
  g_autoptr (HyFootprint) order = order_new (12);
  g_autoptr (HyFootprint) unknown = unknown_new ();
  HyFootprint *const all[] = { order, unknown };
  g_autofree char *csv = hy_layout_figures_to_csv (all, 2);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "file,name,line,"));
  g_assert_cmpstr (lines[1], ==, "\"\",Order,1,3.12,default,64,exact,16,48,104,96,96,2,64,");
  g_assert_true (g_str_has_prefix (lines[2], "a.py,Größe,7,3.12,default,64,unknown,,,,,,,,"));
  g_assert_nonnull (strstr (lines[2], "its base is not read"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-figures/known", test_known);
  g_test_add_func ("/layout-figures/unknown", test_unknown);
  g_test_add_func ("/layout-figures/errors", test_errors);
  g_test_add_func ("/layout-figures/ranks", test_ranks);
  g_test_add_func ("/layout-figures/csv", test_csv);
  return g_test_run ();
}
