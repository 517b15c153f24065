/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"

G_BEGIN_DECLS

/* Some classes on every version that is modelled for one build and width.
 * Immutable, owned by one caller. */
typedef struct
{
  const HyAbi **abis; /* @n_abis, oldest first */
  gsize n_abis;
  gsize n_classes;
  HyFootprint **footprints; /* of class c on version v: [c * n_abis + v] */
  guint64 largest;          /* bytes of the dearest steady instance among them; 1 at least */
} HyVersions;

/* @n @defs on all versions of the build and width of @like. (transfer full) */
HyVersions *hy_versions_new (HyClassDef *const *defs, gsize n, const HyAbi *like);
void hy_versions_free (HyVersions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyVersions, hy_versions_free)

HyFootprint *hy_versions_get (const HyVersions *self, gsize class, gsize version); /* (transfer none) */

/* Steady bytes of class @class on version @version; -1 when unknown. */
gint64 hy_versions_bytes (const HyVersions *self, gsize class, gsize version);

/* The index of 3.@minor; @otherwise where it is none of them. */
gsize hy_versions_find (const HyVersions *self, guint minor, gsize otherwise);

G_END_DECLS
