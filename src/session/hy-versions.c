/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-versions.h"

static void
collect_abis (HyVersions *self, const HyAbi *like)
{
  gsize n;
  const HyAbi *rows = hy_abi_rows (&n);

  self->abis = g_new0 (const HyAbi *, n);
  for (gsize i = 0; i < n; i++)
    if (rows[i].build == like->build && rows[i].bits == like->bits)
      self->abis[self->n_abis++] = &rows[i];
}

HyVersions *
hy_versions_new (const HyReport *report)
{
  HyVersions *self = g_new0 (HyVersions, 1);

  collect_abis (self, report->abi);
  self->largest = 1;
  self->classes = g_new0 (gsize, report->n_classes);
  self->footprints = g_new0 (HyFootprint *, report->n_classes * self->n_abis);
  for (gsize i = 0; i < report->n_classes; i++)
    {
      HyFootprint **row = &self->footprints[self->n_classes * self->n_abis];

      if (report->classes[i].hidden)
        continue;
      self->classes[self->n_classes++] = i;
      for (gsize j = 0; j < self->n_abis; j++)
        {
          g_autoptr (HyLayout) layout = hy_layouter_layout (report->classes[i].def, self->abis[j]);
          const HyRankRun *steady;

          row[j] = hy_footprint_new (layout);
          steady = hy_footprint_steady (row[j]);
          if (steady != NULL)
            self->largest = MAX (self->largest, steady->requested);
        }
    }
  return self;
}

void
hy_versions_free (HyVersions *self)
{
  for (gsize i = 0; i < self->n_classes * self->n_abis; i++)
    hy_footprint_unref (self->footprints[i]);
  g_free (self->footprints);
  g_free (self->classes);
  g_free (self->abis);
  g_free (self);
}

gint64
hy_versions_bytes (const HyVersions *self, gsize class, gsize version)
{
  const HyRankRun *steady = hy_footprint_steady (self->footprints[class * self->n_abis + version]);

  return steady != NULL ? (gint64) steady->requested : -1;
}
