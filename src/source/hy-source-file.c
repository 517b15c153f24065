/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-source-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hy-source.h"

static void
fail_errno (HyReading *reading, int number)
{
  if (number == ENOENT || number == ENOTDIR)
    hy_reading_fail (reading, HY_SOURCE_ERROR_NOT_FOUND, "There is no such file. Was it moved or deleted?");
  else if (number == EACCES || number == EPERM)
    hy_reading_fail (reading, HY_SOURCE_ERROR_UNREADABLE, "You may not read this file: permission denied");
  else if (number == ENXIO)
    hy_reading_fail (reading, HY_SOURCE_ERROR_NOT_A_FILE, "This is a socket or device. Choose a Python file");
  else
    hy_reading_fail (reading, HY_SOURCE_ERROR_UNREADABLE, "The file can’t be read: %s", g_strerror (number));
}

static gboolean
is_acceptable (HyReading *reading, const struct stat *info)
{
  if (S_ISDIR (info->st_mode))
    hy_reading_fail (reading, HY_SOURCE_ERROR_DIRECTORY, "This is a folder. Choose a Python file in it");
  else if (!S_ISREG (info->st_mode))
    hy_reading_fail (reading, HY_SOURCE_ERROR_NOT_A_FILE,
                     "This is a device, pipe or socket. Choose a Python file, or send its text to “-”");
  else if (info->st_size > HY_SOURCE_MAX_BYTES)
    hy_reading_fail (reading, HY_SOURCE_ERROR_TOO_LARGE,
                     "The file has more than %d MiB. Put the classes to look at into a file of their own",
                     HY_SOURCE_MAX_BYTES / (1024 * 1024));
  else
    return TRUE;
  return FALSE;
}

static GBytes *
read_descriptor (HyReading *reading, int fd)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];

  while (bytes->len <= HY_SOURCE_MAX_BYTES)
    {
      gssize got = read (fd, buffer, sizeof buffer);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          fail_errno (reading, errno);
          return NULL;
        }
      if (got == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      g_byte_array_append (bytes, buffer, (guint) got);
    }
  hy_reading_fail (reading, HY_SOURCE_ERROR_TOO_LARGE, "The file grew beyond %d MiB while it was read",
                   HY_SOURCE_MAX_BYTES / (1024 * 1024));
  return NULL;
}

GBytes *
hy_source_file_load (HyReading *reading)
{
  struct stat info;
  GBytes *bytes = NULL;
  int fd = g_open (reading->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);

  if (fd < 0)
    {
      fail_errno (reading, errno);
      return NULL;
    }
  if (fstat (fd, &info) != 0)
    fail_errno (reading, errno);
  else if (is_acceptable (reading, &info))
    {
      reading->mtime = (guint64) info.st_mtim.tv_sec * G_USEC_PER_SEC + (guint64) info.st_mtim.tv_nsec / 1000;
      bytes = read_descriptor (reading, fd);
    }
  close (fd);
  return bytes;
}

void
hy_source_file_set_text (HyReading *reading, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (g_utf8_validate_len (data, length, NULL))
    reading->text = g_strndup (data, length);
}
