/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-count.h"

#include "hy-footprint.h"

static const HyNumberStyle english = { ".", "," };
static const HyNumberStyle german = { ",", "." };

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const HyNumberStyle *style;
    guint64 count;
  } cases[] = {
    { "0", &english, 0 },
    { "100", &english, 100 },
    { " 100 ", &english, 100 },
    { "100k", &english, 100000 },
    { "100 K", &english, 100000 },
    { "1e6", &english, 1000000 },
    { "10^12", &english, 1000000000000 },
    { "10^0", &english, 1 },
    { "1E+6", &english, 1000000 },
    { "2.5e3", &english, 2500 },
    { "1,000", &english, 1000 },
    { "1,234,567", &english, 1234567 },
    { "1.5M", &english, 1500000 },
    { "1.000", &german, 1000 },
    { "1.234.567", &german, 1234567 },
    { "1,5 M", &german, 1500000 },
    { "12 345", &german, 12345 },
    { "12\302\240345", &german, 12345 },
    { "12'345", &english, 12345 },
    { "12_345", &english, 12345 },
    { "1T", &english, HY_FOOTPRINT_MAX_COUNT },
    { "1e12", &english, HY_FOOTPRINT_MAX_COUNT },
    { "1000000000000", &english, HY_FOOTPRINT_MAX_COUNT },
    { "0e30", &english, 0 },
    { "0e400", &english, 0 },
    { "0000000000000000000000000000000000000000007", &english, 7 },
    { "0.5k", &english, 500 },
    { "10000e-2", &english, 100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint64 count = 0;
      gboolean ok = hy_count_parse (cases[i].text, cases[i].style, &count, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_no_error (error);
      g_assert_true (ok);
      g_assert_cmpuint (count, ==, cases[i].count);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    const HyNumberStyle *style;
    int code;
  } cases[] = {
    { "", &english, HY_COUNT_ERROR_SYNTAX },
    { "many", &english, HY_COUNT_ERROR_SYNTAX },
    { "-1", &english, HY_COUNT_ERROR_SYNTAX },
    { "1,00", &english, HY_COUNT_ERROR_SYNTAX },
    { "1,0000", &english, HY_COUNT_ERROR_SYNTAX },
    { "12345,678", &english, HY_COUNT_ERROR_SYNTAX },
    { "1.50", &english, HY_COUNT_ERROR_SYNTAX },
    { "15e-1", &english, HY_COUNT_ERROR_SYNTAX },
    { "1e", &english, HY_COUNT_ERROR_SYNTAX },
    { "1 k k", &english, HY_COUNT_ERROR_SYNTAX },
    { "1.2.3", &english, HY_COUNT_ERROR_SYNTAX },
    { "0x10", &english, HY_COUNT_ERROR_SYNTAX },
    { "inf", &english, HY_COUNT_ERROR_SYNTAX },
    { "99999999999999999999999999999999999", &english, HY_COUNT_ERROR_RANGE },
    { "1e400", &english, HY_COUNT_ERROR_RANGE },
    { "1e99999999999999999999", &english, HY_COUNT_ERROR_RANGE },
    { "1e-99999999999999999999", &english, HY_COUNT_ERROR_SYNTAX },
    { "10^400", &english, HY_COUNT_ERROR_RANGE },
    { "1e4x", &english, HY_COUNT_ERROR_SYNTAX },
    { "1.000", &english, HY_COUNT_ERROR_AMBIGUOUS },
    { "1,000", &german, HY_COUNT_ERROR_AMBIGUOUS },
    { "1e13", &english, HY_COUNT_ERROR_RANGE },
    { "10^13", &english, HY_COUNT_ERROR_RANGE },
    { "2^10", &english, HY_COUNT_ERROR_SYNTAX },
    { "1000000000001", &english, HY_COUNT_ERROR_RANGE },
    { "99999999999999999999", &english, HY_COUNT_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint64 count;

      g_test_message ("%s", cases[i].text);
      g_assert_false (hy_count_parse (cases[i].text, cases[i].style, &count, &error));
      g_assert_error (error, HY_COUNT_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, !=, "");
    }
}

static void
test_position (void)
{
  static const guint64 marks[] = { 0, 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000 };
  double last = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      double position = hy_count_to_position (marks[i]);

      g_assert_cmpfloat (position, >, last);
      g_assert_cmpuint (hy_count_from_position (position), ==, marks[i]);
      last = position;
    }
  g_assert_cmpfloat (hy_count_to_position (0), ==, 0);
  g_assert_cmpfloat (hy_count_to_position (HY_COUNT_SLIDER_MAX), ==, HY_COUNT_POSITION_MAX);
  g_assert_cmpfloat (hy_count_to_position (HY_FOOTPRINT_MAX_COUNT), ==, HY_COUNT_POSITION_MAX);
  g_assert_cmpuint (hy_count_from_position (HY_COUNT_POSITION_MAX), ==, HY_COUNT_SLIDER_MAX);
}

/* Along the slider counts never fall, and have two digits at most. */
static void
test_monotonic (void)
{
  guint64 last = 0;

  for (int i = 0; i <= 7500; i++)
    {
      guint64 count = hy_count_from_position (i / 1000.0);
      guint64 digits = count;

      g_assert_cmpuint (count, >=, last);
      last = count;
      while (digits >= 100 && digits % 10 == 0)
        digits /= 10;
      g_assert_cmpuint (digits, <, 101);
    }
}

/* Every step leads on, there and back to the ends. */
static void
test_step (void)
{
  guint64 count = 0;
  guint steps = 0;

  for (; count < HY_COUNT_SLIDER_MAX; steps++)
    {
      guint64 next = hy_count_step (count, TRUE);

      g_assert_cmpuint (next, >, count);
      g_assert_cmpuint (hy_count_step (next, FALSE), ==, count);
      count = next;
    }
  g_assert_cmpuint (steps, <, 100);
  g_assert_cmpuint (hy_count_step (HY_COUNT_SLIDER_MAX, TRUE), ==, HY_COUNT_SLIDER_MAX);
  g_assert_cmpuint (hy_count_step (0, FALSE), ==, 0);
  g_assert_cmpuint (hy_count_step (HY_FOOTPRINT_MAX_COUNT, TRUE), ==, HY_FOOTPRINT_MAX_COUNT);
  g_assert_cmpuint (hy_count_step (HY_FOOTPRINT_MAX_COUNT, FALSE), ==, HY_COUNT_SLIDER_MAX);
  g_assert_cmpuint (hy_count_step (37, TRUE), ==, 40);
  g_assert_cmpuint (hy_count_step (37, FALSE), ==, 30);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/count/parse", test_parse);
  g_test_add_func ("/count/refuse", test_refuse);
  g_test_add_func ("/count/position", test_position);
  g_test_add_func ("/count/monotonic", test_monotonic);
  g_test_add_func ("/count/step", test_step);
  return g_test_run ();
}
