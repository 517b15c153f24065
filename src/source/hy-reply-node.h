/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Access to a reply that nobody vouches for: what is absent, of another type or out of bounds reads as absent. */

#define HY_REPLY_MAX_TEXT (1024 * 1024)
#define HY_REPLY_MAX_DEPTH 100 /* of brackets */

/* The member as text of at most HY_REPLY_MAX_TEXT bytes; NULL. Owned by @object. */
const char *hy_reply_text (JsonObject *object, const char *name);

/* A copy of it; NULL. (transfer full) */
char *hy_reply_dup (JsonObject *object, const char *name);

/* The member when it is an integer from @min to @max, else @fallback. */
gint64 hy_reply_integer (JsonObject *object, const char *name, gint64 min, gint64 max, gint64 fallback);

/* TRUE only for true. */
gboolean hy_reply_flag (JsonObject *object, const char *name);

/* The member when it is an array of at most @most elements; NULL. Owned by @object. */
JsonArray *hy_reply_array (JsonObject *object, const char *name, guint most);

/* The member when it is an object; NULL. Owned by @object. */
JsonObject *hy_reply_object (JsonObject *object, const char *name);

/* Element @index when it is an object; NULL. */
JsonObject *hy_reply_element (JsonArray *array, guint index);

/* Strings of an array, NULL-terminated; NULL where the member is absent or holds anything but strings. */
char **hy_reply_strings (JsonObject *object, const char *name, guint most);

G_END_DECLS
