/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-figures-document.h"

#include <string.h>

#include "recipes.h"

static void
test_document (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  const HyFiguresError line = { (char *) "a.py", 7, (char *) "why" };
  const HyFiguresError file = { NULL, 0, (char *) "\xc3\xa4" };
  HyFiguresError *const errors[] = { (HyFiguresError *) &line, (HyFiguresError *) &file };
  g_autofree char *empty = hy_figures_document ("{\"a\":1", "list", entries, NULL, 0);
  g_autofree char *full = NULL;

  g_assert_cmpstr (empty, ==, "{\"a\":1,\"list\":[],\"errors\":[]}\n");
  g_ptr_array_add (entries, (gpointer) "{\"b\":2}");
  g_ptr_array_add (entries, (gpointer) "{\"b\":3}");
  full = hy_figures_document ("{\"a\":1", "list", entries, errors, G_N_ELEMENTS (errors));
  g_assert_cmpstr (full, ==,
                   "{\"a\":1,\"list\":[\n{\"b\":2},\n{\"b\":3}],\"errors\":[\n"
                   "{\"file\":\"a.py\",\"line\":7,\"message\":\"why\"},\n"
                   "{\"file\":null,\"line\":null,\"message\":\"\\u00e4\"}]}\n");
}

/* What a class is said to be, and why there is no figure of it, in each state that it may be in. */
static void
test_states (void)
{
  static const struct
  {
    const char *refused, *unmade, *unknown, *recipe_unknown;
    const char *json, *cells, *refusal, *note;
  } cases[] = {
    { NULL, NULL, NULL, NULL, "{\"status\":\"exact\",\"error\":null}", "3.12,default,64,exact", NULL, NULL },
    { "TypeError: no: luck", NULL, NULL, NULL,
      "{\"status\":\"error\",\"error\":{\"type\":\"TypeError\",\"message\":\"no: luck\"}}", "3.12,default,64,error",
      "Python refuses this class", "TypeError: no: luck" },
    { NULL, NULL, "a riddle", NULL, "{\"status\":\"unknown\",\"error\":null,\"reason\":\"a riddle\"}",
      "3.12,default,64,unknown", NULL, "a riddle" },
    { NULL, "TypeError: no", NULL, NULL, "{\"status\":\"exact\",\"error\":null}", "3.12,default,64,exact",
      "Python refuses to make one", "TypeError: no" },
    { NULL, NULL, NULL, "depends", "{\"status\":\"exact\",\"error\":null}", "3.12,default,64,exact", NULL, "depends" },
    { NULL, "TypeError: no", NULL, "depends", "{\"status\":\"exact\",\"error\":null}", "3.12,default,64,exact", NULL,
      "depends" },
    { NULL, "TypeError: no", "a riddle", NULL, "{\"status\":\"unknown\",\"error\":null,\"reason\":\"a riddle\"}",
      "3.12,default,64,unknown", NULL, "a riddle" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyClassDef) def = recipe_class (NULL, "a", "");
      g_autoptr (HyLayout) layout = NULL;
      g_autoptr (HyFootprint) footprint = NULL;
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (GString) csv = g_string_new (NULL);
      g_autofree char *json = NULL;
      g_autofree char *note = NULL;

      def->refusal.text = g_strdup (cases[i].refused);
      def->unknown = g_strdup (cases[i].unknown);
      def->recipe.refusal.text = g_strdup (cases[i].unmade);
      def->recipe.unknown = g_strdup (cases[i].recipe_unknown);
      layout = recipe_layout (def, 12);
      footprint = hy_footprint_new (layout);
      json_builder_begin_object (builder);
      hy_figures_add_status (builder, layout);
      hy_figures_add_error (builder, layout);
      json_builder_end_object (builder);
      root = json_builder_get_root (builder);
      json = json_to_string (root, FALSE);
      hy_figures_add_build_cells (csv, layout);
      note = hy_figures_note (footprint);
      g_assert_cmpstr (json, ==, cases[i].json);
      g_assert_cmpstr (csv->str, ==, cases[i].cells);
      g_assert_cmpstr (hy_figures_refusal (footprint), ==, cases[i].refusal);
      g_assert_cmpstr (note, ==, cases[i].note);
    }
}

static void
test_build (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  hy_figures_add_build (builder, hy_abi_lookup (13, HY_BUILD_FREE_THREADED, 64));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, FALSE);
  g_assert_cmpstr (json, ==, "{\"python\":\"3.13\",\"build\":\"free-threaded\",\"bits\":64}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures-document/document", test_document);
  g_test_add_func ("/figures-document/states", test_states);
  g_test_add_func ("/figures-document/build", test_build);
  return g_test_run ();
}
