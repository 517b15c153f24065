/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reading members of an object that others wrote: whatever is missing, of
 * another type or beyond its bounds reads as the fallback. */

#define HY_JSON_DEPTH_LIMIT 100
#define HY_JSON_TEXT_LIMIT (1024 * 1024)
#define HY_JSON_ITEMS_LIMIT 4096

/* Parses @text with @parser; NULL where it is no JSON object, or none that hy_json_guard lets pass, with brackets
 * HY_JSON_DEPTH_LIMIT deep at most. (transfer none), owned by @parser */
JsonObject *hy_json_parse_object (JsonParser *parser, const char *text, gsize length);

/* (transfer none); NULL also where it is longer than HY_JSON_TEXT_LIMIT bytes. */
const char *hy_json_text (JsonObject *object, const char *name);

/* A copy of it. (transfer full) */
char *hy_json_dup_text (JsonObject *object, const char *name);

/* An integer from @min to @max. */
gint64 hy_json_integer (JsonObject *object, const char *name, gint64 min, gint64 max, gint64 fallback);

/* An integer within ±2^53. */
gint64 hy_json_number (JsonObject *object, const char *name, gint64 fallback);

/* A finite number. */
double hy_json_real (JsonObject *object, const char *name, double fallback);

gboolean hy_json_truth (JsonObject *object, const char *name, gboolean fallback);

/* (transfer none); NULL also where it has more than @most items. */
JsonArray *hy_json_array (JsonObject *object, const char *name, guint most);
JsonObject *hy_json_object (JsonObject *object, const char *name);

/* Item @index of @array as an integer within ±2^53. */
gint64 hy_json_item (JsonArray *array, guint index, gint64 fallback);

/* Item @index of @array when it is an object; NULL. (transfer none) */
JsonObject *hy_json_item_object (JsonArray *array, guint index);

/* Strings of an array of at most @most, NULL-terminated; NULL where it holds anything else. (transfer full) */
char **hy_json_strings (JsonObject *object, const char *name, guint most);

/* Item @index of @array; NULL where it is no string or too long a one. (transfer none) */
const char *hy_json_item_text (JsonArray *array, guint index);

/* Pair @index of an array of pairs of integers. FALSE where there is none. */
gboolean hy_json_pair (JsonArray *array, guint index, gint64 *first, gint64 *second);

G_END_DECLS
