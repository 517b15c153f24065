/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-session.h"

G_BEGIN_DECLS

/* Everything about the selected instance and its class. Property "closable": it lies over the page
 * and offers to go (action page.hide-panes). */
#define HY_TYPE_INSPECTOR (hy_inspector_get_type ())
G_DECLARE_FINAL_TYPE (HyInspector, hy_inspector, HY, INSPECTOR, GtkBox)

/* What it shows and changes; to be given once. */
void hy_inspector_set_session (HyInspector *self, HySession *session);

G_END_DECLS
