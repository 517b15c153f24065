/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-counts.h"

#include "hy-command.h"

static void
test_one (void)
{
  static const struct
  {
    const char *text;
    guint64 count;
  } cases[] = {
    { "0", 0 },          { "7", 7 },        { "100k", 100000 },       { "1e6", 1000000 },
    { "2.5M", 2500000 }, { "1,000", 1000 }, { "1_000_000", 1000000 }, { "1e12", G_GUINT64_CONSTANT (1000000000000) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64 count;
      g_autoptr (GError) error = NULL;

      g_assert_true (hy_counts_parse_one (cases[i].text, "--count", &count, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count, ==, cases[i].count);
    }
}

static void
test_one_wrong (void)
{
  static const char *const texts[] = { "", "-1", "x", "1.5", "1e13", "99999999999999999999999", "0x10", "1k2", "nan" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint64 count;
      g_autoptr (GError) error = NULL;

      g_assert_false (hy_counts_parse_one (texts[i], "--count", &count, &error));
      g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
      g_assert_true (g_str_has_prefix (error->message, "--count: "));
    }
}

static void
assert_list (const char *text, const char *expected)
{
  g_auto (HyCounts) counts = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  g_assert_true (hy_counts_parse (text, &counts, &error));
  g_assert_no_error (error);
  g_assert_false (counts.breaks);
  for (gsize i = 0; i < counts.n_counts; i++)
    g_string_append_printf (list, "%s%" G_GUINT64_FORMAT, i > 0 ? " " : "", counts.counts[i]);
  g_assert_cmpstr (list->str, ==, expected);
  g_assert_cmpuint (counts.first, ==, counts.counts[0]);
  g_assert_cmpuint (counts.last, ==, counts.counts[counts.n_counts - 1]);
}

static void
test_lists (void)
{
  assert_list ("1,2,10", "1 2 10");
  assert_list ("10, 2 ,1k", "2 10 1000");
  assert_list ("5,5,5", "5");
  assert_list ("0", "0");
  assert_list ("0..100000/4", "0 25000 50000 75000 100000");
  assert_list ("0..10/3", "0 3 6 10");
  assert_list ("7..7/5", "7");
  assert_list ("0..3/10", "0 1 2 3");
  assert_list ("0..1e12/2", "0 500000000000 1000000000000");
}

static void
test_breaks (void)
{
  g_auto (HyCounts) counts = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (hy_counts_parse ("10..100k", &counts, &error));
  g_assert_no_error (error);
  g_assert_true (counts.breaks);
  g_assert_cmpuint (counts.first, ==, 10);
  g_assert_cmpuint (counts.last, ==, 100000);
}

static void
test_wrong (void)
{
  static const char *const texts[] = { "",          ",",       "1,,2",        "1,x",     "10..1",    "..",
                                       "1..",       "..5",     "1..2..3",     "0..10/0", "0..10/-1", "0..10/",
                                       "0..10/1.5", "0..1e13", "0..9/100001", "/",       "1/2" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (HyCounts) counts = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (hy_counts_parse (texts[i], &counts, &error));
      g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
      g_assert_true (g_str_has_prefix (error->message, "--counts: "));
    }
}

/* A list as long as a command line can be ends in a message, not in memory. */
static void
test_endless (void)
{
  g_autoptr (GString) text = g_string_new ("1");
  g_auto (HyCounts) counts = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < HY_COUNTS_MAX_STEPS; i++)
    g_string_append (text, ",1");
  g_assert_false (hy_counts_parse (text->str, &counts, &error));
  g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
}

/* Any range and any number of steps: ends included, ascending, never more than asked for, evenly spaced. */
static void
test_steps_property (void)
{
  for (guint round = 0; round < 500; round++)
    {
      guint64 first = g_test_rand_int_range (0, 1000000);
      guint64 last = first + g_test_rand_int_range (0, 1000000);
      guint64 steps = g_test_rand_int_range (1, 300);
      g_autofree char *text =
          g_strdup_printf ("%" G_GUINT64_FORMAT "..%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, first, last, steps);
      g_auto (HyCounts) counts = { 0 };

      g_assert_true (hy_counts_parse (text, &counts, NULL));
      g_assert_cmpuint (counts.n_counts, ==, MIN (steps, last - first) + 1);
      g_assert_cmpuint (counts.counts[0], ==, first);
      g_assert_cmpuint (counts.counts[counts.n_counts - 1], ==, last);
      for (gsize i = 1; i < counts.n_counts; i++)
        {
          guint64 gap = counts.counts[i] - counts.counts[i - 1];

          g_assert_cmpuint (gap, >=, MAX ((last - first) / steps, 1));
          g_assert_cmpuint (gap, <=, (last - first) / steps + 1);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/counts/one", test_one);
  g_test_add_func ("/counts/one-wrong", test_one_wrong);
  g_test_add_func ("/counts/lists", test_lists);
  g_test_add_func ("/counts/breaks", test_breaks);
  g_test_add_func ("/counts/wrong", test_wrong);
  g_test_add_func ("/counts/endless", test_endless);
  g_test_add_func ("/counts/steps-property", test_steps_property);
  return g_test_run ();
}
