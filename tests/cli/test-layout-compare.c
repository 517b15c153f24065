/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-layout-text.h"

#include "program.h"
#include "recipes.h"

/* A class by that name on 3.@first to 3.@last, appended to @footprints. @def is taken over. */
static void
add (GPtrArray *footprints, HyClassDef *def, const char *name, guint first, guint last)
{
  g_free (def->name);
  g_free (def->qualname);
  def->name = g_strdup (name);
  def->qualname = g_strdup (name);
  for (guint minor = first; minor <= last; minor++)
    {
      g_autoptr (HyLayout) layout = recipe_layout (def, minor);

      g_ptr_array_add (footprints, hy_footprint_new (layout));
    }
  hy_class_def_unref (def);
}

static HyClassDef *
refused (const char *text)
{
  HyClassDef *def = recipe_class (NULL, "", "");

  def->refusal.text = g_strdup (text);
  return def;
}

static HyClassDef *
unknown (const char *reason)
{
  HyClassDef *def = recipe_class (NULL, "", "");

  def->unknown = g_strdup (reason);
  return def;
}

static char *
compared (GPtrArray *footprints, gsize n_builds)
{
  HyFootprint *const *all = (HyFootprint *const *) footprints->pdata;
  TestPrint print;

  test_print_begin (&print);
  if (n_builds == 0)
    hy_layout_text_compare (all, footprints->len, print.output);
  else
    hy_layout_text_versions (all, footprints->len / n_builds, n_builds, print.output);
  return test_print_end (&print);
}

static void
test_beside (void)
{
  g_autoptr (GPtrArray) footprints = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_footprint_unref);
  g_autofree char *one = NULL;
  g_autofree char *all = NULL;

  add (footprints, recipe_class (NULL, NULL, "a b"), "Plain", 12, 12);
  one = compared (footprints, 0);
  g_assert_cmpstr (one, ==, "");
  add (footprints, recipe_class (NULL, "a b", "a b"), "Slotted", 12, 12);
  add (footprints, refused ("TypeError: no"), "Refused", 12, 12);
  add (footprints, unknown ("a riddle"), "Unknown", 12, 12);
  all = compared (footprints, 0);
  g_assert_cmpstr (all, ==,
                   "\n  bytes per instance  requested  allocated\n"
                   "  Plain                      80         80\n"
                   "  Slotted                    48         48  32 less than Plain (40 %)\n"
                   "  Refused                 error\n"
                   "  Unknown                     ?\n");
}

/* Of classes of which none has a figure there is nothing to compare. */
static void
test_nothing_known (void)
{
  g_autoptr (GPtrArray) footprints = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_footprint_unref);
  g_autofree char *text = NULL;

  add (footprints, refused ("TypeError: no"), "Refused", 12, 12);
  add (footprints, unknown ("a riddle"), "Unknown", 12, 12);
  text = compared (footprints, 0);
  g_assert_cmpstr (text, ==, "");
}

/* Reasons stand once for neighbouring versions; the upgrade is told of the dearest class. */
static void
test_versions (void)
{
  g_autoptr (GPtrArray) footprints = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_footprint_unref);
  g_autofree char *text = NULL;
  HyClassDef *later = recipe_class (NULL, "a", "a");

  later->since_minor = 9;
  later->since_reason = g_strdup ("the walrus");
  add (footprints, recipe_class (NULL, NULL, "a b"), "Plain", 7, 9);
  add (footprints, recipe_class (NULL, "a b", "a b"), "Slotted", 7, 9);
  add (footprints, refused ("TypeError: no"), "Refused", 7, 9);
  add (footprints, later, "Later", 7, 9);
  text = compared (footprints, 3);
  g_assert_cmpstr (text, ==,
                   "Bytes per instance, attribute store included, values not; modelled, default build, 64 bits\n\n"
                   "  CPython        3.7    3.8    3.9\n"
                   "  Plain          184    152    152\n"
                   "    allocated    192    160    160\n"
                   "  Slotted         64     48     48\n"
                   "    allocated     64     48     48\n"
                   "  Refused      error  error  error\n"
                   "  Later            ?      ?     40\n"
                   "    allocated                   48\n\n"
                   "  Refused, 3.7 to 3.9: TypeError: no\n"
                   "  Later, 3.7 to 3.8: the walrus came with CPython 3.9\n"
                   "  Upgrading from 3.7 to 3.9 saves 32 bytes per Plain; Slotted saves 104 more; Later saves 112 "
                   "more.\n");
}

/* An upgrade that saves nothing, one that costs, and one of which only one end is known. */
static void
test_upgrades (void)
{
  static const struct
  {
    const char *slots;
    guint first, last, since;
    const char *end;
  } cases[] = {
    { "a", 8, 9, 0, "\n  Upgrading from 3.8 to 3.9 changes nothing per C.\n" },
    { NULL, 12, 13, 0, "\n  Upgrading from 3.12 to 3.13 costs 8 bytes per C.\n" },
    { NULL, 10, 12, 0, "\n  Upgrading from 3.10 to 3.12 saves 80 bytes per C.\n" },
    { "a", 8, 10, 9, "\n  Upgrading from 3.9 to 3.10 changes nothing per C.\n" },
    { "a", 8, 9, 9, "\n  C, 3.8: it came with CPython 3.9\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) footprints = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_footprint_unref);
      HyClassDef *def = recipe_class (NULL, cases[i].slots, "a");
      g_autofree char *text = NULL;

      def->since_minor = cases[i].since;
      add (footprints, def, "C", cases[i].first, cases[i].last);
      text = compared (footprints, footprints->len);
      if (!g_str_has_suffix (text, cases[i].end))
        g_assert_cmpstr (text, ==, cases[i].end);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-compare/beside", test_beside);
  g_test_add_func ("/layout-compare/nothing-known", test_nothing_known);
  g_test_add_func ("/layout-compare/versions", test_versions);
  g_test_add_func ("/layout-compare/upgrades", test_upgrades);
  return g_test_run ();
}
