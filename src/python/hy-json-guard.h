/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether json-glib may be trusted with a stranger's @json: brackets nest no deeper than @max_depth (it recurses for
 * each level and sets itself no limit), and nothing follows the first object or list (it would drop that silently). */
gboolean hy_json_guard (const char *json, gsize length, guint max_depth);

G_END_DECLS
