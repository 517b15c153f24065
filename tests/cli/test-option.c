/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-option.h"

#include <string.h>

#define SET (HY_OPTION (PYTHON) | HY_OPTION (JSON) | HY_OPTION (OUTPUT) | HY_OPTION (HELP))

static void
test_parse (void)
{
  const char *arguments[] = { "a.py", "--python=3.12", "-j", "-", "-o", "x.png", "-:Order", "--", "--odd.py", NULL };
  g_auto (HyOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = hy_options_parse (&options, SET, arguments, &error);
  static const char *const expected[] = { "a.py", "-", "-:Order", "--odd.py", NULL };

  g_assert_no_error (error);
  g_assert_cmpstr (options.python, ==, "3.12");
  g_assert_true (options.json);
  g_assert_false (options.csv);
  g_assert_cmpstr (options.output, ==, "x.png");
  g_assert_true (g_strv_equal ((const char *const *) rest, expected));
}

/* Bytes that no locale has are a path's or a factory's own business. */
static void
test_bytes (void)
{
  const char *arguments[] = { "--python", "\xff\xfe", "\xe4.py", NULL };
  g_auto (HyOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = hy_options_parse (&options, SET, arguments, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (options.python, ==, "\xff\xfe");
  g_assert_cmpstr (rest[0], ==, "\xe4.py");
}

static void
test_refused (void)
{
  const char *wrong[][3] = {
    { "--pyton", "3.12", NULL }, { "--csv", NULL, NULL }, { "--python", NULL, NULL }, { "-z", NULL, NULL }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (HyOptions) options = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_null (hy_options_parse (&options, SET, wrong[i], &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_OPTION_ERROR);
    }
}

/* Refused with words of ours, so that nobody takes the last of two for both. */
static void
test_once (void)
{
  const char *wrong[][6] = { { "--json=yes" },
                             { "--json", "-j" },
                             { "-jj" },
                             { "--python", "3.12", "--python=3.13" },
                             { "-p", "3.12", "a.py", "-p", "3.12" } };
  const char *right[][6] = { { "--python", "--json", "--json" }, { "-p", "-j", "-j" }, { "-j", "--", "-j" } };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (HyOptions) options = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_null (hy_options_parse (&options, SET, wrong[i], &error));
      g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_auto (HyOptions) options = { 0 };
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) rest = hy_options_parse (&options, SET, right[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (rest);
      g_assert_true (options.json);
    }
}

static void
test_near (void)
{
  static const struct
  {
    const char *argument, *meant;
  } cases[] = { { "--pyton", "--python" }, { "--ouput=x", "--output" }, { "--JSON", "--json" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *arguments[] = { "a.py", cases[i].argument, NULL };
      g_auto (HyOptions) options = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_null (hy_options_parse (&options, SET, arguments, &error));
      g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION);
      g_assert_nonnull (strstr (error->message, cases[i].meant));
    }
}

static void
test_format (void)
{
  HyOptions options = { .json = TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_true (hy_options_check_format (&options, NULL));
  options.csv = TRUE;
  g_assert_false (hy_options_check_format (&options, &error));
  g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
}

static void
test_help (void)
{
  g_autofree char *help = hy_options_help (SET);

  g_assert_nonnull (strstr (help, "--python=VERSION|all"));
  g_assert_nonnull (strstr (help, "-o, --output=FILE"));
  g_assert_null (strstr (help, "--csv"));
}

/* Fields are told apart by offset, rows by id: none may be left out or doubled. */
static void
test_table (void)
{
  g_autoptr (GHashTable) offsets = g_hash_table_new (NULL, NULL);

  for (guint id = 0; id < HY_N_OPTIONS; id++)
    {
      const HyOptionRow *row = hy_option_row (id);

      g_assert_cmpuint (row->id, ==, id);
      g_assert_true (g_hash_table_add (offsets, GSIZE_TO_POINTER (row->offset)));
      g_assert_cmpuint (row->offset, <, sizeof (HyOptions));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/option/parse", test_parse);
  g_test_add_func ("/option/bytes", test_bytes);
  g_test_add_func ("/option/refused", test_refused);
  g_test_add_func ("/option/once", test_once);
  g_test_add_func ("/option/near", test_near);
  g_test_add_func ("/option/format", test_format);
  g_test_add_func ("/option/help", test_help);
  g_test_add_func ("/option/table", test_table);
  return g_test_run ();
}
