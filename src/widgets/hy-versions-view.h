/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-session.h"

G_BEGIN_DECLS

/* Bytes per instance of each visible class on every CPython, a bar and a figure each, and what an upgrade from one to
 * another changes. */
#define HY_TYPE_VERSIONS_VIEW (hy_versions_view_get_type ())
G_DECLARE_FINAL_TYPE (HyVersionsView, hy_versions_view, HY, VERSIONS_VIEW, GtkBox)

/* Shows the classes of @session's report on all versions of its build and bits; what is chosen to be compared is told
 * to @session. */
void hy_versions_view_show (HyVersionsView *self, HySession *session);

G_END_DECLS
