/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-palette.h"
#include "hy-versions.h"

G_BEGIN_DECLS

/* What an upgrade of CPython does to some classes: bytes per instance on every version of a build, and two of the
 * versions compared. Owned by one caller. */

typedef struct
{
  HyClassDef *def;
  const char *label;
  guint color; /* index of its accent */
} HyUpgradeClass;

typedef struct
{
  HyVersions *versions;
  char **labels; /* one a class, NULL-terminated */
  guint *colors;
  gsize from, to; /* versions that are compared: indices */
} HyUpgrade;

/* @classes on all versions of the build and width of @like, the oldest compared with the newest. (transfer full) */
HyUpgrade *hy_upgrade_new (const HyUpgradeClass *classes, gsize n, const HyAbi *like);
void hy_upgrade_free (HyUpgrade *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyUpgrade, hy_upgrade_free)

/* Compares 3.@from with 3.@to; where the build has no such version, its oldest and its newest. */
void hy_upgrade_compare (HyUpgrade *self, guint from, guint to);

/* "From 3.10 to 3.13, each Order gets 48 B cheaper." a line a class, then what each class takes less than the dearest
 * of them on the newer one. Empty where nothing is known. (transfer full) */
char *hy_upgrade_text (const HyUpgrade *self);

/* Height of the picture at @width, in user units. @text_size: 0 means 13. */
double hy_upgrade_height (const HyUpgrade *self, double width, double text_size);

/* Paints a bar for each version of each class, and hy_upgrade_text () below. Vectors only. */
void hy_paint_upgrade (cairo_t *cr, const HyUpgrade *self, double x, double y, double width, double text_size,
                       const HyPalette *palette);

G_END_DECLS
