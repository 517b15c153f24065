/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-layout.h"

G_BEGIN_DECLS

/* Where Python looks for an attribute, place by place. */
#define HY_TYPE_LOOKUP_VIEW (hy_lookup_view_get_type ())
G_DECLARE_FINAL_TYPE (HyLookupView, hy_lookup_view, HY, LOOKUP_VIEW, GtkBox)

/* Shows the chain on instances of @layout for the name in the entry; @attribute is put there if it is empty. */
void hy_lookup_view_set_layout (HyLookupView *self, HyLayout *layout, const char *attribute);

G_END_DECLS
