/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-number.h"

#include <math.h>

#define SPACE "\xc2\xa0"

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
                { 1000, "1" SPACE "k" },
                { 2500, "2.5" SPACE "k" },
                { 120000, "120" SPACE "k" },
                { 1e6, "1" SPACE "M" },
                { 1e12, "1" SPACE "T" },
                { 1e15, "1000" SPACE "T" } };
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
  } cases[] = { { 0, "0" SPACE "B" },          { 96, "96" SPACE "B" },
                { 1000, "1,000" SPACE "B" },   { 1023, "1,023" SPACE "B" },
                { 1024, "1" SPACE "KiB" },     { 1536, "1.5" SPACE "KiB" },
                { 20070, "19.6" SPACE "KiB" }, { 3200000, "3.05" SPACE "MiB" },
                { 1048575, "1" SPACE "MiB" },  { G_MAXUINT64, "16" SPACE "EiB" } };
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
  g_assert_cmpstr (more, ==, "+64" SPACE "B");
  g_assert_cmpstr (less, ==,
                   "\xe2\x88\x92"
                   "3.05" SPACE "MiB");
  g_assert_cmpstr (least, ==,
                   "\xe2\x88\x92"
                   "8" SPACE "EiB");
  g_assert_cmpstr (same, ==, "+0" SPACE "B");
}

static void
test_percent (void)
{
  g_autofree char *third = hy_format_percent (1.0 / 3);
  g_assert_cmpstr (third, ==, "33" SPACE "%");
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
