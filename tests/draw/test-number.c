/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-number.h"

#include <math.h>

#define THIN "\xe2\x80\xaf"

static void
test_count (void)
{
  static const struct
  {
    guint64 count;
    const char *text;
  } cases[] = { { 0, "0" },
                { 7, "7" },
                { 999, "999" },
                { 1000, "1,000" },
                { 100000, "100,000" },
                { G_GUINT64_CONSTANT (1000000000000), "1,000,000,000,000" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hy_format_count (cases[i].count);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_short_count (void)
{
  static const struct
  {
    double count;
    const char *text;
  } cases[] = { { 0, "0" },
                { 500, "500" },
                { 999.4, "999" },
                { 1000, "1" THIN "k" },
                { 2500, "2.5" THIN "k" },
                { 120000, "120" THIN "k" },
                { 1e6, "1" THIN "M" },
                { 1e12, "1" THIN "T" },
                { 1e15, "1000" THIN "T" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hy_format_short_count (cases[i].count);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_bytes (void)
{
  static const struct
  {
    guint64 bytes;
    const char *text;
  } cases[] = { { 0, "0" THIN "B" },          { 96, "96" THIN "B" },
                { 1000, "1,000" THIN "B" },   { 1023, "1,023" THIN "B" },
                { 1024, "1" THIN "KiB" },     { 1536, "1.5" THIN "KiB" },
                { 20070, "19.6" THIN "KiB" }, { 3200000, "3.05" THIN "MiB" },
                { 1048575, "1" THIN "MiB" },  { G_MAXUINT64, "16" THIN "EiB" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hy_format_bytes (cases[i].bytes);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_delta (void)
{
  g_autofree char *more = hy_format_bytes_delta (64);
  g_autofree char *less = hy_format_bytes_delta (-3200000);
  g_autofree char *least = hy_format_bytes_delta (G_MININT64);
  g_autofree char *same = hy_format_bytes_delta (0);
  g_assert_cmpstr (more, ==, "+64" THIN "B");
  g_assert_cmpstr (less, ==,
                   "\xe2\x88\x92"
                   "3.05" THIN "MiB");
  g_assert_cmpstr (least, ==,
                   "\xe2\x88\x92"
                   "8" THIN "EiB");
  g_assert_cmpstr (same, ==, "+0" THIN "B");
}

static void
test_percent (void)
{
  g_autofree char *third = hy_format_percent (1.0 / 3);
  g_assert_cmpstr (third, ==, "33" THIN "%");
}

static void
test_plain_spaces (void)
{
  g_autofree char *text = hy_plain_spaces (hy_format_bytes (96));
  g_assert_cmpstr (text, ==, "96 B");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/number/count", test_count);
  g_test_add_func ("/draw/number/short-count", test_short_count);
  g_test_add_func ("/draw/number/bytes", test_bytes);
  g_test_add_func ("/draw/number/delta", test_delta);
  g_test_add_func ("/draw/number/percent", test_percent);
  g_test_add_func ("/draw/number/plain-spaces", test_plain_spaces);
  return g_test_run ();
}
