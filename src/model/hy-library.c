/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-library.h"
#include "hy-library-table.h"

#include <string.h>

/* First row of @rows, sorted by name, whose name is not less than @name. */
static gsize
first_named (gconstpointer rows, gsize n_rows, gsize row_size, const char *name)
{
  gsize low = 0, high = n_rows;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      const char *const *key = (const char *const *) ((const char *) rows + middle * row_size);
      if (strcmp (*key, name) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static const HyLibraryType *
find_type (const char *name, guint minor)
{
  gsize n = hy_library_types_length;
  for (gsize i = first_named (hy_library_types, n, sizeof *hy_library_types, name); i < n; i++)
    {
      const HyLibraryType *row = &hy_library_types[i];
      if (!g_str_equal (row->name, name))
        break;
      if (row->since <= minor && minor <= row->until)
        return row;
    }
  return NULL;
}

const HyLibraryAlias *
hy_library_find_alias (const char *name, guint minor)
{
  gsize n = hy_library_aliases_length;
  for (gsize i = first_named (hy_library_aliases, n, sizeof *hy_library_aliases, name); i < n; i++)
    {
      const HyLibraryAlias *row = &hy_library_aliases[i];
      if (!g_str_equal (row->alias, name))
        break;
      if (row->since <= minor && minor <= row->until)
        return row;
    }
  return NULL;
}

const HyLibraryType *
hy_library_find (const char *name, guint minor)
{
  if (g_str_has_prefix (name, "builtins."))
    name += strlen ("builtins.");
  const HyLibraryType *type = find_type (name, minor);
  if (type != NULL)
    return type;
  const HyLibraryAlias *alias = hy_library_find_alias (name, minor);
  return alias != NULL ? find_type (alias->name, minor) : NULL;
}

gboolean
hy_library_sizes (const HyLibraryType *type, const HyAbi *abi, HyLibrarySize *sizes)
{
  if (abi->build == HY_BUILD_DEFAULT && abi->bits == 64)
    {
      *sizes = (HyLibrarySize){ .basicsize = type->basicsize,
                                .itemsize = type->itemsize,
                                .dictoffset = type->dictoffset,
                                .weakrefoffset = type->weakrefoffset };
      return TRUE;
    }
  gsize n = hy_library_sizes_length;
  for (gsize i = first_named (hy_library_size_rows, n, sizeof *hy_library_size_rows, type->name); i < n; i++)
    {
      const HyLibrarySize *row = &hy_library_size_rows[i];
      if (!g_str_equal (row->name, type->name))
        break;
      if (row->build == abi->build && row->bits == abi->bits && row->since <= abi->minor && abi->minor <= row->until)
        {
          *sizes = *row;
          return TRUE;
        }
    }
  return FALSE;
}

const char *
hy_library_short_name (const HyLibraryType *type)
{
  const char *dot = strrchr (type->name, '.');
  return dot != NULL ? dot + 1 : type->name;
}

const HyLibraryAttribute *
hy_library_find_attribute (const HyLibraryType *type, const char *name, guint minor)
{
  gsize n = hy_library_attributes_length;
  for (gsize i = first_named (hy_library_attributes, n, sizeof *hy_library_attributes, type->name); i < n; i++)
    {
      const HyLibraryAttribute *row = &hy_library_attributes[i];
      if (!g_str_equal (row->type, type->name))
        break;
      if (g_str_equal (row->name, name) && row->since <= minor && minor <= row->until)
        return row;
    }
  return NULL;
}

gboolean
hy_library_knows_attribute (const HyLibraryType *type, const char *name)
{
  static const char *const bare[] = { "abc.ABC", "typing.Generic", "typing.Protocol", NULL };
  gboolean special = g_str_has_prefix (name, "__") && g_str_has_suffix (name, "__");
  if (g_strv_contains (bare, type->name))
    return *name != '_';
  return strchr (type->name, '.') == NULL && (!special || g_str_equal (type->name, "object"));
}
