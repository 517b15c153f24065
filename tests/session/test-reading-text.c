/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reading-text.h"

#include <string.h>

#include "session-files.h"

#include "hy-source.h"

static HyReading *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  HySourceRequest request = { .text = bytes, .path = "folder/orders.py" };

  return hy_source_read (&request, NULL, NULL);
}

static void
test_syntax (void)
{
  g_autoptr (HyReading) reading = NULL;
  g_autofree char *line = NULL;
  g_autofree char *excerpt = NULL;
  g_auto (GStrv) rows = NULL;

  if (!test_has_python ())
    return;
  reading = read_text ("class C:\n\tx = = 1\n");
  line = hy_reading_text_line (reading);
  excerpt = hy_reading_text_excerpt (reading);
  g_assert_true (g_str_has_prefix (line, "orders.py, line 2: "));
  rows = g_strsplit (excerpt, "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 2);
  g_assert_cmpstr (rows[0], ==, "\tx = = 1");
  /* The caret stands below the second sign, behind a tab as wide as the line's own. */
  g_assert_cmpstr (rows[1], ==, "\t    ^");
}

static void
test_none (void)
{
  g_autoptr (HyReading) reading = NULL;

  if (!test_has_python ())
    return;
  reading = read_text (POINTS);
  g_assert_null (hy_reading_text_line (reading));
  g_assert_null (hy_reading_text_excerpt (reading));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-text/syntax", test_syntax);
  g_test_add_func ("/reading-text/none", test_none);
  return g_test_run ();
}
