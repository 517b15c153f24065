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
hy_versions_new (HyClassDef *const *defs, gsize n, const HyAbi *like)
{
  HyVersions *self = g_new0 (HyVersions, 1);

  collect_abis (self, like);
  self->n_classes = n;
  self->largest = 1;
  self->footprints = g_new0 (HyFootprint *, n * self->n_abis);
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < self->n_abis; j++)
      {
        g_autoptr (HyLayout) layout = hy_layouter_layout (defs[i], self->abis[j]);
        HyFootprint *footprint = hy_footprint_new (layout);
        const HyRankRun *steady = hy_footprint_steady (footprint);

        self->footprints[i * self->n_abis + j] = footprint;
        if (steady != NULL)
          self->largest = MAX (self->largest, steady->requested);
      }
  return self;
}

void
hy_versions_free (HyVersions *self)
{
  for (gsize i = 0; i < self->n_classes * self->n_abis; i++)
    hy_footprint_unref (self->footprints[i]);
  g_free (self->footprints);
  g_free (self->abis);
  g_free (self);
}

HyFootprint *
hy_versions_get (const HyVersions *self, gsize class, gsize version)
{
  return self->footprints[class * self->n_abis + version];
}

gint64
hy_versions_bytes (const HyVersions *self, gsize class, gsize version)
{
  const HyRankRun *steady = hy_footprint_steady (hy_versions_get (self, class, version));

  return steady != NULL ? (gint64) steady->requested : -1;
}

gsize
hy_versions_find (const HyVersions *self, guint minor, gsize otherwise)
{
  for (gsize i = 0; i < self->n_abis; i++)
    if (self->abis[i]->minor == minor)
      return i;
  return otherwise;
}
