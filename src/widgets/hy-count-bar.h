/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-session.h"

G_BEGIN_DECLS

/* The slider and the entry that say how many instances there are. */
#define HY_TYPE_COUNT_BAR (hy_count_bar_get_type ())
G_DECLARE_FINAL_TYPE (HyCountBar, hy_count_bar, HY, COUNT_BAR, GtkBox)

/* What it shows and changes; to be given once. */
void hy_count_bar_set_session (HyCountBar *self, HySession *session);

void hy_count_bar_focus_entry (HyCountBar *self);

G_END_DECLS
