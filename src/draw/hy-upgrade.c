/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-upgrade.h"

#include <glib/gi18n.h>

#include "hy-compare.h"
#include "hy-number.h"

HyUpgrade *
hy_upgrade_new (const HyUpgradeClass *classes, gsize n, const HyAbi *like)
{
  g_autofree HyClassDef **defs = g_new0 (HyClassDef *, n + 1);
  HyUpgrade *self = g_new0 (HyUpgrade, 1);

  self->labels = g_new0 (char *, n + 1);
  self->colors = g_new0 (guint, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      defs[i] = classes[i].def;
      self->labels[i] = g_strdup (classes[i].label);
      self->colors[i] = classes[i].color;
    }
  self->versions = hy_versions_new (defs, n, like);
  hy_upgrade_compare (self, 0, 0);
  return self;
}

void
hy_upgrade_free (HyUpgrade *self)
{
  hy_versions_free (self->versions);
  g_strfreev (self->labels);
  g_free (self->colors);
  g_free (self);
}

void
hy_upgrade_compare (HyUpgrade *self, guint from, guint to)
{
  self->from = hy_versions_find (self->versions, from, 0);
  self->to = hy_versions_find (self->versions, to, self->versions->n_abis - 1);
}

static void
tell_class (const HyUpgrade *self, gsize class, GString *text)
{
  const HyVersions *versions = self->versions;
  guint from = versions->abis[self->from]->minor, to = versions->abis[self->to]->minor;
  HyComparison comparison;

  if (from == to || !hy_compare_steady (hy_versions_get (versions, class, self->from),
                                        hy_versions_get (versions, class, self->to), &comparison))
    return;
  g_autofree char *difference = hy_format_bytes ((guint64) ABS (comparison.saved));
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (comparison.saved == 0)
    g_string_append_printf (text, _ ("From 3.%u to 3.%u, each %s costs the same."), from, to, self->labels[class]);
  else
    g_string_append_printf (text,
                            comparison.saved > 0 ? _ ("From 3.%u to 3.%u, each %s gets %s cheaper.")
                                                 : _ ("From 3.%u to 3.%u, each %s gets %s dearer."),
                            from, to, self->labels[class], difference);
}

/* The class that costs most on the newer version; n_classes where none is known. */
static gsize
find_dearest (const HyUpgrade *self)
{
  gsize dearest = self->versions->n_classes;
  gint64 most = -1;

  for (gsize i = 0; i < self->versions->n_classes; i++)
    if (hy_versions_bytes (self->versions, i, self->to) > most)
      {
        most = hy_versions_bytes (self->versions, i, self->to);
        dearest = i;
      }
  return dearest;
}

static void
tell_saving (const HyUpgrade *self, gsize dearest, gsize class, GString *text)
{
  HyComparison comparison;

  if (!hy_compare_steady (hy_versions_get (self->versions, dearest, self->to),
                          hy_versions_get (self->versions, class, self->to), &comparison) ||
      comparison.saved <= 0)
    return;
  g_autofree char *difference = hy_format_bytes ((guint64) comparison.saved);
  g_autofree char *percent = hy_format_percent (1 - comparison.ratio);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("On 3.%u, each %s takes %s less than %s (%s)."),
                          self->versions->abis[self->to]->minor, self->labels[class], difference, self->labels[dearest],
                          percent);
}

char *
hy_upgrade_text (const HyUpgrade *self)
{
  GString *text = g_string_new (NULL);
  gsize dearest = find_dearest (self);

  for (gsize i = 0; i < self->versions->n_classes; i++)
    tell_class (self, i, text);
  for (gsize i = 0; i < self->versions->n_classes && dearest < self->versions->n_classes; i++)
    tell_saving (self, dearest, i, text);
  return g_string_free (text, FALSE);
}
