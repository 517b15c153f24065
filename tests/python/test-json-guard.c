/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-json-guard.h"

#include <string.h>

static void
test_depth (void)
{
  static const struct
  {
    const char *json;
    guint depth;
  } cases[] = {
    { "", 0 },
    { "7", 0 },
    { "\"[[[\"", 0 },
    { "\"\\\"[[[\"", 0 },
    { " {} ", 1 },
    { "[[], []]", 2 },
    { "{\"a{[\": [1, {\"b\": \"]}\"}]}", 3 },
    { "\"\\", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].json);

      g_assert_true (hy_json_guard (cases[i].json, length, cases[i].depth));
      if (cases[i].depth > 0)
        g_assert_false (hy_json_guard (cases[i].json, length, cases[i].depth - 1));
    }
}

static void
test_one_value (void)
{
  static const char *const texts[] = { "{} {}", "[] x", "]", "}{", "{}\n," };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (hy_json_guard (texts[i], strlen (texts[i]), 10));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-guard/depth", test_depth);
  g_test_add_func ("/json-guard/one-value", test_one_value);
  return g_test_run ();
}
