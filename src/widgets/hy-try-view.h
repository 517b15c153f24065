/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-layout.h"

G_BEGIN_DECLS

/* Statements on one instance, answered as that CPython answers, with what
 * each did to memory. What is tried stays in effect until another class or
 * CPython is shown, or Start over. */
#define HY_TYPE_TRY_VIEW (hy_try_view_get_type ())
G_DECLARE_FINAL_TYPE (HyTryView, hy_try_view, HY, TRY_VIEW, GtkBox)

/* Tries on an instance of @layout from now on; @attribute is one that its instances have, for the examples, or NULL. */
void hy_try_view_set_layout (HyTryView *self, HyLayout *layout, const char *attribute);

G_END_DECLS
