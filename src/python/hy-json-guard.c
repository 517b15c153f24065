/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-json-guard.h"

gboolean
hy_json_guard (const char *json, gsize length, guint max_depth)
{
  gboolean in_string = FALSE, closed = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = json[i];

      if (closed && !g_ascii_isspace (c))
        return FALSE;
      if (in_string && c == '\\')
        i++;
      else if (c == '"')
        in_string = !in_string;
      else if (!in_string && (c == '{' || c == '['))
        {
          if (++depth > max_depth)
            return FALSE;
        }
      else if (!in_string && (c == '}' || c == ']'))
        {
          if (depth == 0)
            return FALSE;
          closed = --depth == 0;
        }
    }
  return TRUE;
}
