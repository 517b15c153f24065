/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells when there is little room, so that its child can be arranged in
 * another way; and lets itself be made that narrow before that has happened.
 *
 * Properties: "child", "narrow-below" (a width for text of the usual size), "narrow" (readable; notified
 * between two frames, when changing the child is allowed). */
#define HY_TYPE_ADAPTIVE (hy_adaptive_get_type ())
G_DECLARE_FINAL_TYPE (HyAdaptive, hy_adaptive, HY, ADAPTIVE, GtkWidget)

gboolean hy_adaptive_is_narrow (HyAdaptive *self);

G_END_DECLS
