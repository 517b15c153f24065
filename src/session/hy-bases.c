/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-bases.h"

#include <glib/gi18n.h>
#include <string.h>

static void
contribution_free (gpointer data)
{
  HyContribution *contribution = data;

  g_free (contribution->name);
  g_free (contribution->adds);
  g_free (contribution);
}

/* The class of the file called @name among @def and all its bases. */
static HyClassDef *
find_def (HyClassDef *def, const char *name)
{
  if (strcmp (def->name, name) == 0)
    return def;
  for (gsize i = 0; i < def->n_bases; i++)
    {
      HyClassDef *found = def->bases[i].kind == HY_BASE_DEF ? find_def (def->bases[i].def, name) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
any_base (HyClassDef *def, const HyAbi *abi, gboolean (*has) (HyLayout *layout))
{
  for (gsize i = 0; i < def->n_bases; i++)
    if (def->bases[i].kind == HY_BASE_DEF)
      {
        g_autoptr (HyLayout) layout = hy_layouter_layout (def->bases[i].def, abi);

        if (has (layout))
          return TRUE;
      }
  return FALSE;
}

static gboolean
layout_has_dict (HyLayout *layout)
{
  return layout->has_dict;
}

static gboolean
layout_has_weakref (HyLayout *layout)
{
  return layout->has_weakref;
}

static void
append (GString *text, const char *word)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", word);
}

static char *
describe (HyLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < layout->n_members; i++)
    append (text, layout->members[i].name);
  if (layout->has_dict && !any_base (layout->def, layout->abi, layout_has_dict))
    append (text, "__dict__");
  if (layout->has_weakref && !any_base (layout->def, layout->abi, layout_has_weakref))
    append (text, "__weakref__");
  if (text->len == 0)
    g_string_append (text, _ ("nothing"));
  return g_string_free (text, FALSE);
}

GPtrArray *
hy_bases_contributions (HyLayout *layout)
{
  GPtrArray *contributions = g_ptr_array_new_with_free_func (contribution_free);

  if (layout->status != HY_STATUS_EXACT || layout->mro == NULL)
    return contributions;
  for (char **name = layout->mro; *name != NULL; name++)
    {
      HyClassDef *def = find_def (layout->def, *name);
      g_autoptr (HyLayout) own = def != NULL ? hy_layouter_layout (def, layout->abi) : NULL;
      HyContribution *contribution;

      if (own == NULL || own->status != HY_STATUS_EXACT)
        continue;
      contribution = g_new0 (HyContribution, 1);
      contribution->name = g_strdup (*name);
      contribution->adds = describe (own);
      contribution->basicsize = own->basicsize;
      g_ptr_array_add (contributions, contribution);
    }
  return contributions;
}
