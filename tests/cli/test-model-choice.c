/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-model-choice.h"

#include <string.h>

#include "hy-command.h"

/* Options own their text; here nobody frees them. */
static HyOptions
options_for (const char *python, const char *build, const char *bits)
{
  return (HyOptions){ .python = (char *) python, .build = (char *) build, .bits = (char *) bits };
}

static void
test_one (void)
{
  static const struct
  {
    const char *python, *build, *bits;
    guint minor;
    HyBuild modelled;
    guint width;
  } cases[] = {
    { "3.12", NULL, NULL, 12, HY_BUILD_DEFAULT, 64 },
    { "3.6", "default", "64", 6, HY_BUILD_DEFAULT, 64 },
    { "3.11.7", NULL, NULL, 11, HY_BUILD_DEFAULT, 64 },
    { "3.13", "free-threaded", NULL, 13, HY_BUILD_FREE_THREADED, 64 },
    { "3.11", NULL, "32", 11, HY_BUILD_DEFAULT, 32 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HyOptions options = options_for (cases[i].python, cases[i].build, cases[i].bits);
      g_autoptr (GError) error = NULL;
      const HyAbi *abi = hy_model_choice_one (&options, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (abi->minor, ==, cases[i].minor);
      g_assert_cmpint (abi->build, ==, cases[i].modelled);
      g_assert_cmpuint (abi->bits, ==, cases[i].width);
    }
}

static void
test_default (void)
{
  HyOptions options = { 0 };

  g_assert_true (hy_model_choice_one (&options, NULL) == hy_abi_newest ());
}

static void
test_all (void)
{
  HyOptions options = options_for ("all", NULL, NULL);
  g_autoptr (GPtrArray) rows = hy_model_choice (&options, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (rows->len, ==, 10);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpuint (((const HyAbi *) g_ptr_array_index (rows, i))->minor, ==, 6 + i);
  g_assert_null (hy_model_choice_one (&options, &error));
  g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *python, *build, *bits, *says;
  } cases[] = {
    { "3.5", NULL, NULL, "3.6" },
    { "3.121", NULL, NULL, "3.12" },
    { "2.7", NULL, NULL, "3.6, 3.7" },
    { "four", NULL, NULL, "3.15" },
    { "", NULL, NULL, "3.15" },
    { "3", NULL, NULL, "3.15" },
    { "3.12.x", NULL, NULL, "3.15" },
    { "3.99999999999999999999", NULL, NULL, "3.15" },
    { NULL, "freethreaded", NULL, "free-threaded" },
    { NULL, "x", NULL, "debug" },
    { NULL, NULL, "16", "64 or 32" },
    { "3.6", "free-threaded", NULL, "free-threaded" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HyOptions options = options_for (cases[i].python, cases[i].build, cases[i].bits);
      g_autoptr (GError) error = NULL;

      g_assert_null (hy_model_choice (&options, &error));
      g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_include (void)
{
  HyOptions options = { .include = (char *) "values,pools" };
  HyInclude include;
  g_autoptr (GError) error = NULL;

  g_assert_true (hy_include_choice (&options, &include, NULL));
  g_assert_cmpint (include, ==, HY_INCLUDE_VALUES | HY_INCLUDE_POOLS);
  options.include = NULL;
  g_assert_true (hy_include_choice (&options, &include, NULL));
  g_assert_cmpint (include, ==, 0);
  options.include = (char *) "value";
  g_assert_false (hy_include_choice (&options, &include, &error));
  g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "values"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model-choice/one", test_one);
  g_test_add_func ("/model-choice/default", test_default);
  g_test_add_func ("/model-choice/all", test_all);
  g_test_add_func ("/model-choice/wrong", test_wrong);
  g_test_add_func ("/model-choice/include", test_include);
  return g_test_run ();
}
