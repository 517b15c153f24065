/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-abi-table.h"

const HyAbi *
hy_abi_lookup (guint minor, HyBuild build, guint bits)
{
  for (gsize i = 0; i < hy_abi_table_length; i++)
    if (hy_abi_table[i].minor == minor && hy_abi_table[i].build == build && hy_abi_table[i].bits == bits)
      return &hy_abi_table[i];
  return NULL;
}

const HyAbi *
hy_abi_rows (gsize *n_rows)
{
  *n_rows = hy_abi_table_length;
  return hy_abi_table;
}

const HyAbi *
hy_abi_newest (void)
{
  const HyAbi *newest = &hy_abi_table[0];
  for (gsize i = 1; i < hy_abi_table_length; i++)
    {
      const HyAbi *row = &hy_abi_table[i];
      if (row->build == HY_BUILD_DEFAULT && row->bits == 64 && row->minor > newest->minor)
        newest = row;
    }
  return newest;
}

char *
hy_abi_label (const HyAbi *abi)
{
  GString *label = g_string_new (NULL);
  g_string_printf (label, "3.%u", abi->minor);
  if (abi->build != HY_BUILD_DEFAULT)
    g_string_append_printf (label, ", %s", hy_build_to_string (abi->build));
  if (abi->bits != 64)
    g_string_append_printf (label, ", %u-bit", abi->bits);
  if (!abi->measured)
    g_string_append (label, " (from source only)");
  return g_string_free (label, FALSE);
}

static const char *const build_names[] = {
  [HY_BUILD_DEFAULT] = "default",
  [HY_BUILD_FREE_THREADED] = "free-threaded",
  [HY_BUILD_DEBUG] = "debug",
  [HY_BUILD_WASM] = "wasm",
};

const char *
hy_build_to_string (HyBuild build)
{
  g_return_val_if_fail ((gsize) build < G_N_ELEMENTS (build_names), NULL);
  return build_names[build];
}

gboolean
hy_build_from_string (const char *text, HyBuild *build)
{
  for (gsize i = 0; i < G_N_ELEMENTS (build_names); i++)
    if (g_str_equal (text, build_names[i]))
      {
        *build = (HyBuild) i;
        return TRUE;
      }
  return FALSE;
}
