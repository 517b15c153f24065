/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-export-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

G_DEFINE_QUARK (hy - export - error - quark, hy_export_error)

static HyExportError
code_of (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return HY_EXPORT_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return HY_EXPORT_ERROR_PERMISSION;
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
      return HY_EXPORT_ERROR_PLACE;
    default:
      return HY_EXPORT_ERROR_FAILED;
    }
}

static gboolean
fail (const char *path, int saved_errno, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  HyExportError code = code_of (saved_errno);

  switch (code)
    {
    case HY_EXPORT_ERROR_FULL:
      g_set_error (error, HY_EXPORT_ERROR, code, _ ("Can’t write %s: the disk is full. Nothing was changed."), name);
      break;
    case HY_EXPORT_ERROR_PERMISSION:
      g_set_error (error, HY_EXPORT_ERROR, code, _ ("Can’t write %s: no permission. Choose another folder."), name);
      break;
    case HY_EXPORT_ERROR_PLACE:
      g_set_error (error, HY_EXPORT_ERROR, code,
                   saved_errno == EISDIR ? _ ("Can’t write %s: it is a folder. Give a file name in it.")
                                         : _ ("Can’t write %s: there is no such folder. Make it first."),
                   name);
      break;
    default:
      g_set_error (error, HY_EXPORT_ERROR, code, _ ("Can’t write %s: %s"), name, g_strerror (saved_errno));
      break;
    }
  return FALSE;
}

/* 0 or an errno. */
static int
write_all (int fd, GBytes *bytes)
{
  gsize length, done = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  while (done < length)
    {
      gssize n = write (fd, data + done, length - done);

      if (n < 0 && errno != EINTR)
        return errno;
      done += MAX (n, 0);
    }
  return 0;
}

static int
write_directly (const char *path, GBytes *bytes)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int problem;

  if (fd < 0)
    return errno;
  problem = write_all (fd, bytes);
  if (close (fd) < 0 && problem == 0)
    problem = errno;
  return problem;
}

static int
write_beside (const char *path, GBytes *bytes, int mode)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *beside = g_build_filename (folder, ".heapyard-XXXXXX", NULL);
  int fd = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, mode);
  int problem;

  if (fd < 0)
    return errno;
  problem = write_all (fd, bytes);
  if (problem == 0 && fsync (fd) < 0 && errno != EINVAL)
    problem = errno;
  if (close (fd) < 0 && problem == 0)
    problem = errno;
  if (problem == 0 && g_rename (beside, path) < 0)
    problem = errno;
  if (problem != 0)
    g_unlink (beside);
  return problem;
}

gboolean
hy_export_write (const char *path, GBytes *bytes, GError **error)
{
  /* NULL where there is nothing yet; a link to nothing is replaced. */
  g_autofree char *target = realpath (path, NULL);
  GStatBuf status;
  int problem;

  if (target == NULL || g_stat (target, &status) < 0)
    problem = write_beside (path, bytes, 0666);
  else if (S_ISDIR (status.st_mode))
    problem = EISDIR;
  else if (S_ISREG (status.st_mode))
    problem = write_beside (target, bytes, status.st_mode & 0777);
  else
    problem = write_directly (target, bytes);
  return problem == 0 || fail (path, problem, error);
}
