/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A page between two side panes, which lie over it where it gets narrow: with
 * whatever the libadwaita at hand has for that.
 *
 * Properties: "start", "content", "end" (widgets, to be given once),
 * "show-start", "show-end", "start-folded", "end-folded" (readable). */
#define HY_TYPE_SPLIT (hy_split_get_type ())
G_DECLARE_FINAL_TYPE (HySplit, hy_split, HY, SPLIT, GtkWidget)

G_END_DECLS
