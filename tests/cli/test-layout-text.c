/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-layout-text.h"

#include <string.h>

#include "program.h"
#include "recipes.h"

/* What is printed of @def, which is taken over, on 3.@minor. */
static char *
printed (HyClassDef *def, guint minor)
{
  g_autoptr (HyLayout) layout = recipe_layout (def, minor);
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
  TestPrint print;

  hy_class_def_unref (def);
  test_print_begin (&print);
  hy_layout_text_print (footprint, print.output);
  return test_print_end (&print);
}

/* The whole of it: head, figure, blocks with their spans, the type's own facts, the reasons. */
static void
test_slotted (void)
{
  HyClassDef *def = recipe_class (NULL, "a b", "a b");
  g_autofree char *text = NULL;

  def->file = g_strdup ("shop/orders.py");
  def->line = 7;
  text = printed (def, 12);
  g_assert_cmpstr (text, ==,
                   "C  shop/orders.py:7  CPython 3.12, modelled\n"
                   "  48 bytes per instance, 48 allocated, 1 block  made by C()\n"
                   "\n"
                   "  instance  48 bytes\n"
                   "  offset  size  what\n"
                   "       0     8  GC head: next      gc-head\n"
                   "       8     8  GC head: previous  gc-head\n"
                   "      16     8  reference count    header\n"
                   "      24     8  type               header\n"
                   "      32     8  a                  slot\n"
                   "      40     8  b                  slot\n"
                   "\n"
                   "  basicsize 32, itemsize 0, dictoffset 0, weakrefoffset 0\n"
                   "  MRO: C, object\n"
                   "  sys.getsizeof says 48.\n"
                   "  - no __dict__: every class statement of the MRO has __slots__; another attribute is an "
                   "AttributeError\n"
                   "  - a GC head before the object, for the cycle collector\n");
}

/* Lines that only some classes have. */
static void
test_lines (void)
{
  static const struct
  {
    const char *slots, *steps;
    guint minor;
    const char *line;
  } cases[] = {
    { NULL, "a", 12, "  72 bytes per instance, 80 allocated, 2 blocks  made by C()\n" },
    { NULL, "a", 12, "\n  values array  24 bytes (32 allocated)\n" },
    { NULL, "a", 12, "  sys.getsizeof says 48, and 80 of its __dict__.\n" },
    { NULL, "a", 12, "  Touching __dict__ adds 64 bytes to an instance.\n" },
    { NULL, "a", 12, "  The first 27 of a class cost more: 312 bytes the first, 72 from number 28 on.\n" },
    { NULL, "a b c d e f", 13, "       0     8  weakref list       pre-header\n" },
    { NULL, "a", 10, "       8    32  free place, 4 times  spare\n" },
    { "", "", 12, "  sys.getsizeof says 32.\n" },
    { "", "", 12, "  32 bytes per instance, 32 allocated, 1 block  made by C()\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = printed (recipe_class (NULL, cases[i].slots, cases[i].steps), cases[i].minor);

      if (strstr (text, cases[i].line) == NULL)
        g_assert_cmpstr (text, ==, cases[i].line);
    }
}

/* A class that Python refuses, one that it makes no instance of, and what is not known of others. */
static void
test_no_figure (void)
{
  static const struct
  {
    const char *slots, *refused, *unmade, *unknown, *recipe_unknown, *text;
  } cases[] = {
    { "a a b", "TypeError: no luck", NULL, NULL, NULL, "\n  Python refuses this class: TypeError: no luck\n" },
    { "a", NULL, "TypeError: not this", NULL, NULL,
      "\n  Python refuses to make one: TypeError: not this\n\n  basicsize" },
    { "a", NULL, NULL, "it is a riddle", NULL,
      "\n  unknown: it is a riddle\n  To settle it, measure it, which runs the file.\n" },
    { "a", NULL, NULL, NULL, "depends on x",
      "\n  bytes per instance unknown: depends on x\n  To settle it, say how an instance is made, or measure it, which "
      "runs the file.\n" },
    /* What is not known comes first: Python may not even get as far. */
    { "a", NULL, "TypeError: not this", NULL, "depends on x", "\n  bytes per instance unknown: depends on x\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HyClassDef *def = recipe_class (NULL, cases[i].slots, "");
      g_autofree char *text = NULL;

      def->refusal.text = g_strdup (cases[i].refused);
      def->unknown = g_strdup (cases[i].unknown);
      def->recipe.refusal.text = g_strdup (cases[i].unmade);
      def->recipe.unknown = g_strdup (cases[i].recipe_unknown);
      text = printed (def, 12);
      if (strstr (text, cases[i].text) == NULL)
        g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_null (strstr (text, "made by"));
    }
}

/* The line by itself, for other commands. */
static void
test_refusal (void)
{
  g_autoptr (HyClassDef) def = recipe_class (NULL, "a", "");
  g_autoptr (HyLayout) layout = NULL;
  g_autoptr (HyFootprint) footprint = NULL;
  g_autofree char *text = NULL;
  TestPrint print;

  def->recipe.refusal.text = g_strdup ("TypeError: new words");
  def->recipe.refusal.earlier = g_new0 (HyEarlierText, 1);
  def->recipe.refusal.earlier[0] = (HyEarlierText){ 10, g_strdup ("TypeError: old words") };
  def->recipe.refusal.n_earlier = 1;
  test_print_begin (&print);
  for (guint minor = 10; minor < 12; minor++)
    {
      g_autoptr (HyLayout) one = recipe_layout (def, minor);
      g_autoptr (HyFootprint) refused = hy_footprint_new (one);

      g_assert_true (hy_layout_text_refusal (refused, print.output));
    }
  hy_refusal_clear (&def->recipe.refusal);
  layout = recipe_layout (def, 12);
  footprint = hy_footprint_new (layout);
  g_assert_false (hy_layout_text_refusal (footprint, print.output));
  text = test_print_end (&print);
  g_assert_cmpstr (text, ==,
                   "  Python refuses to make one: TypeError: old words\n"
                   "  Python refuses to make one: TypeError: new words\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-text/slotted", test_slotted);
  g_test_add_func ("/layout-text/lines", test_lines);
  g_test_add_func ("/layout-text/no-figure", test_no_figure);
  g_test_add_func ("/layout-text/refusal", test_refusal);
  return g_test_run ();
}
