/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-csv.h"

static void
test_cells (void)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  hy_csv_add_text (csv, "plain");
  hy_csv_add_text (csv, "a,b");
  hy_csv_add_text (csv, "say \"x\"");
  hy_csv_add_text (csv, "two\nlines");
  hy_csv_add_number (csv, -8);
  hy_csv_add_number_if (csv, 8, FALSE);
  hy_csv_add_text (csv, NULL);
  hy_csv_end_row (csv);
  hy_csv_add_text (csv, NULL);
  hy_csv_add_number (csv, 1);
  hy_csv_end_row (csv);
  g_assert_cmpstr (csv->str, ==, "plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",-8,,\n\"\",1\n");
}

/* A class or file name must not run in a spreadsheet. */
static void
test_formulas (void)
{
  static const char *const texts[] = { "=1+1", "+1", "-1", "@x" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);
      g_autofree char *expected = g_strdup_printf ("\"'%s\"", texts[i]);

      hy_csv_add_text (csv, texts[i]);
      g_assert_cmpstr (csv->str, ==, expected);
    }
}

/* One sign alone is no formula: standard input is called - as everywhere. */
static void
test_signs (void)
{
  static const char *const texts[] = { "=", "+", "-", "@" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);

      hy_csv_add_text (csv, texts[i]);
      g_assert_cmpstr (csv->str, ==, texts[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/formulas", test_formulas);
  g_test_add_func ("/csv/signs", test_signs);
  return g_test_run ();
}
