/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-session.h"

G_BEGIN_DECLS

/* Everything about the selected instance and its class. Where there is an action page.hide-inspector it offers to go.
 */
#define HY_TYPE_INSPECTOR (hy_inspector_get_type ())
G_DECLARE_FINAL_TYPE (HyInspector, hy_inspector, HY, INSPECTOR, GtkBox)

/* What it shows and changes; to be given once. */
void hy_inspector_set_session (HyInspector *self, HySession *session);

G_END_DECLS
