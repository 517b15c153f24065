/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "hy-command.h"

static GBytes *
fail (const char *path, int saved_errno, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (g_str_equal (path, "-"))
    g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_CANNOT, _ ("Can’t read standard input: %s"),
                 g_strerror (saved_errno));
  else
    g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_CANNOT, _ ("Can’t read %s: %s"), name, g_strerror (saved_errno));
  return NULL;
}

/* 0 or an errno. */
static int
read_all (int fd, gsize limit, GByteArray *bytes)
{
  guint8 buffer[65536];

  while (bytes->len <= limit)
    {
      gssize n = read (fd, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      if (n == 0)
        break;
      g_byte_array_append (bytes, buffer, MIN ((gsize) n, limit + 1 - bytes->len));
    }
  return 0;
}

GBytes *
hy_input_read (const char *path, gsize limit, GError **error)
{
  gboolean is_stdin = g_str_equal (path, "-");
  int fd = is_stdin ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  int problem;

  if (fd < 0)
    return fail (path, errno, error);
  problem = read_all (fd, limit, bytes);
  if (!is_stdin)
    close (fd);
  return problem == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : fail (path, problem, error);
}
