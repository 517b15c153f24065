/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measured.h"

/* A blank one claims nothing. */
static void
test_blank (void)
{
  g_autoptr (HyMeasured) measured = hy_measured_new ();
  const gint64 figures[] = { measured->requested,    measured->getsizeof, measured->dict_getsizeof,
                             measured->materialized, measured->current,   measured->peak };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    g_assert_cmpint (figures[i], ==, -1);
  g_assert_null (measured->error);
  g_assert_true (measured->values_apart && measured->warmed);
  g_assert_cmpuint (measured->seconds.runs, ==, 0);
  g_assert_false (measured->type.known);
}

static void
test_describe (void)
{
  static const struct
  {
    const char *phase, *type, *message, *file;
    guint line;
    const char *described;
  } cases[] = {
    { "import", "ValueError", "no luck", "a.py", 7, "a.py:7: ValueError: no luck" },
    { "import", "ValueError", "no luck", "a.py", 0, "a.py: ValueError: no luck" },
    { "factory", "NameError", "x", "a.py", 7, "a.py:7: NameError: x" },
    { "factory", "NameError", "x", NULL, 1, "factory: NameError: x" },
    { "import", "KeyError", "", NULL, 0, "KeyError" },
    { "import", "KeyError", NULL, NULL, 0, "KeyError" },
    { "process", NULL, "it was killed", NULL, 0, "it was killed" },
    { NULL, NULL, NULL, NULL, 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyMeasuredError) error =
          hy_measured_error_new (cases[i].phase, cases[i].type, cases[i].message, cases[i].file, cases[i].line);
      g_autofree char *described = hy_measured_error_describe (error);

      g_assert_cmpstr (described, ==, cases[i].described);
    }
}

static void
test_spread (void)
{
  static const struct
  {
    double values[5];
    gsize n;
    double median, min, max;
  } cases[] = {
    { { 3 }, 1, 3, 3, 3 },
    { { 3, 1 }, 2, 2, 1, 3 },
    { { 3, 1, 100 }, 3, 3, 1, 100 },
    { { 4, 3, 2, 1 }, 4, 2.5, 1, 4 },
    { { -1, 0, -3, 5, 0 }, 5, 0, -3, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double values[5];
      HySpread spread;

      memcpy (values, cases[i].values, sizeof values);
      spread = hy_spread_of (values, cases[i].n);
      g_assert_cmpfloat (spread.median, ==, cases[i].median);
      g_assert_cmpfloat (spread.min, ==, cases[i].min);
      g_assert_cmpfloat (spread.max, ==, cases[i].max);
      g_assert_cmpuint (spread.runs, ==, cases[i].n);
    }
}

/* Cleared facts are as those that were never known; clearing them again does nothing. */
static void
test_facts (void)
{
  HyTypeFacts facts = { .known = TRUE, .name = g_strdup ("A"), .members = g_new0 (HySlotMember, 2), .n_members = 2 };

  facts.members[0].name = g_strdup ("x");
  facts.members[1].name = g_strdup ("y");
  for (int i = 0; i < 2; i++)
    {
      hy_type_facts_clear (&facts);
      g_assert_false (facts.known);
      g_assert_null (facts.name);
      g_assert_null (facts.members);
      g_assert_cmpuint (facts.n_members, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measured/blank", test_blank);
  g_test_add_func ("/measured/describe", test_describe);
  g_test_add_func ("/measured/spread", test_spread);
  g_test_add_func ("/measured/facts", test_facts);
  return g_test_run ();
}
