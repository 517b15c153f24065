/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-report.h"

G_BEGIN_DECLS

/* The visible classes of a report on every version that is modelled for its
 * build and bits. Immutable, owned by one caller. */
typedef struct
{
  const HyAbi **abis; /* @n_abis, oldest first */
  gsize n_abis;
  gsize *classes; /* @n_classes indices into the report's classes */
  gsize n_classes;
  HyFootprint **footprints; /* of class c on version v: [c * n_abis + v] */
  guint64 largest;          /* bytes of the dearest steady instance among them; 1 at least */
} HyVersions;

HyVersions *hy_versions_new (const HyReport *report); /* (transfer full) */
void hy_versions_free (HyVersions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyVersions, hy_versions_free)

/* Steady bytes of class @class on version @version; -1 when unknown. */
gint64 hy_versions_bytes (const HyVersions *self, gsize class, gsize version);

G_END_DECLS
