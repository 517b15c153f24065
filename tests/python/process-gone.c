/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "process-gone.h"

#include <string.h>

gboolean
test_is_gone (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;
  const char *state;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return TRUE;
  state = strrchr (text, ')');
  return state != NULL && (state[2] == 'Z' || state[2] == 'X');
}
