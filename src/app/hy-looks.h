/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Light or dark, and the size of all text, as the settings say. */
typedef struct _HyLooks HyLooks;

HyLooks *hy_looks_new (GSettings *settings); /* (transfer full) */
void hy_looks_free (HyLooks *self);

/* Makes all text a step larger (1) or smaller (-1), or its normal size (0). */
void hy_looks_scale_text (HyLooks *self, int direction);

G_END_DECLS
