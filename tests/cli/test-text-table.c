/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-text-table.h"

#include <glib-unix.h>
#include <unistd.h>

static void
test_columns (void)
{
  g_autoptr (HyTextTable) table = hy_text_table_new ("lrl");
  g_autoptr (HyOutput) output = NULL;
  char buffer[256] = "";
  int fds[2];

  hy_text_table_add (table, HY_STYLE_DIM, "name");
  hy_text_table_add (table, HY_STYLE_DIM, "bytes");
  hy_text_table_add (table, HY_STYLE_DIM, "%s", "");
  hy_text_table_add (table, HY_STYLE_PLAIN, "Größe");
  hy_text_table_add (table, HY_STYLE_PLAIN, "%d", 1024);
  hy_text_table_add (table, HY_STYLE_PLAIN, "why");

  g_assert_true (g_unix_open_pipe (fds, FD_CLOEXEC, NULL));
  output = hy_output_new (fds[1], FALSE);
  hy_text_table_print (table, output);
  g_assert_true (hy_output_flush (output, NULL));
  close (fds[1]);
  g_assert_cmpint (read (fds[0], buffer, sizeof buffer - 1), >, 0);
  close (fds[0]);
  g_assert_cmpstr (buffer, ==, "  name   bytes\n  Größe   1024  why\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-table/columns", test_columns);
  return g_test_run ();
}
