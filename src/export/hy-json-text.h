/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of the object that @builder has open. */

/* NULL becomes null; what is no UTF-8 is made so. */
void hy_json_add_string (JsonBuilder *builder, const char *name, const char *value);
void hy_json_add_int (JsonBuilder *builder, const char *name, gint64 value);
void hy_json_add_int_if (JsonBuilder *builder, const char *name, gint64 value, gboolean known); /* null unless known */
void hy_json_add_bool (JsonBuilder *builder, const char *name, gboolean value);
void hy_json_add_null (JsonBuilder *builder, const char *name);
void hy_json_add_strv (JsonBuilder *builder, const char *name, const char *const *values);

/* What @builder has made, on one line, ASCII only: what lies beyond is escaped. (transfer full) */
char *hy_json_to_ascii (JsonBuilder *builder);

G_END_DECLS
