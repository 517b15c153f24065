/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-output.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* What @output writes into a pipe. */
static char *
written (HyOutput *output, int fds[2])
{
  char buffer[4096];
  gssize n;

  g_assert_true (hy_output_flush (output, NULL));
  close (fds[1]);
  n = read (fds[0], buffer, sizeof buffer - 1);
  close (fds[0]);
  g_assert_cmpint (n, >=, 0);
  return g_strndup (buffer, n);
}

static void
test_styles (void)
{
  for (guint colours = 0; colours < 2; colours++)
    {
      int fds[2];
      g_autoptr (HyOutput) output = NULL;
      g_autofree char *text = NULL;

      g_assert_true (g_unix_open_pipe (fds, FD_CLOEXEC, NULL));
      output = hy_output_new (fds[1], colours);
      hy_output_style (output, HY_STYLE_FIGURE, "%d", 104);
      hy_output_style (output, HY_STYLE_PLAIN, " bytes");
      hy_output_add (output, "  ");
      hy_output_end_line (output);
      text = written (output, fds);
      g_assert_cmpstr (text, ==, colours ? "\033[1m104\033[0m bytes\n" : "104 bytes\n");
    }
}

static void
test_cells (void)
{
  int fds[2];
  g_autoptr (HyOutput) output = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_unix_open_pipe (fds, FD_CLOEXEC, NULL));
  output = hy_output_new (fds[1], FALSE);
  hy_output_cell (output, HY_STYLE_PLAIN, "ab", 4);
  hy_output_cell (output, HY_STYLE_PLAIN, "ab", -4);
  hy_output_cell (output, HY_STYLE_PLAIN, "订单", 5);
  hy_output_cell (output, HY_STYLE_PLAIN, "longer", 2);
  text = written (output, fds);
  g_assert_cmpstr (text, ==, "ab    ab订单 longer");
}

static void
test_discard (void)
{
  int fds[2];
  g_autoptr (HyOutput) output = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_unix_open_pipe (fds, FD_CLOEXEC, NULL));
  output = hy_output_new (fds[1], FALSE);
  hy_output_add (output, "half an answer");
  hy_output_discard (output);
  text = written (output, fds);
  g_assert_cmpstr (text, ==, "");
}

static void
test_gone_reader (void)
{
  int fds[2];
  g_autoptr (HyOutput) output = NULL;
  g_autoptr (GError) error = NULL;

  signal (SIGPIPE, SIG_IGN);
  g_assert_true (g_unix_open_pipe (fds, FD_CLOEXEC, NULL));
  close (fds[0]);
  output = hy_output_new (fds[1], FALSE);
  hy_output_add (output, "x");
  g_assert_false (hy_output_flush (output, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_PIPE);
  close (fds[1]);
}

static void
test_full_disk (void)
{
  int fd = open ("/dev/full", O_WRONLY | O_CLOEXEC);
  g_autoptr (HyOutput) output = hy_output_new (fd, FALSE);
  g_autoptr (GError) error = NULL;

  if (fd < 0)
    {
      g_test_skip ("there is no /dev/full here");
      return;
    }
  hy_output_add (output, "x");
  g_assert_false (hy_output_flush (output, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  close (fd);
}

static void
test_wants_colours (void)
{
  int fd = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  g_assert_false (hy_output_wants_colours (fd));
  close (fd);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/output/styles", test_styles);
  g_test_add_func ("/output/cells", test_cells);
  g_test_add_func ("/output/discard", test_discard);
  g_test_add_func ("/output/gone-reader", test_gone_reader);
  g_test_add_func ("/output/full-disk", test_full_disk);
  g_test_add_func ("/output/wants-colours", test_wants_colours);
  return g_test_run ();
}
