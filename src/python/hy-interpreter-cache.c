/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-interpreter-cache.h"

#include <glib/gstdio.h>

#define SIZE_LIMIT (4 * 1024 * 1024)
#define SCHEMA "heapyard.interpreters/1"

struct _HyInterpreterCache
{
  char *path;
  GHashTable *entries; /* stamp of a path -> HyInterpreter */
  gboolean changed;
};

/* The path with size and time of the file that it leads to; NULL when there is none. A change of the environment's
 * pyvenv.cfg shows too. */
static char *
stamp (const char *path)
{
  g_autofree char *config = g_build_filename (path, "..", "..", "pyvenv.cfg", NULL);
  g_autofree char *canonical = g_canonicalize_filename (config, NULL);
  GStatBuf file, environment;

  if (g_stat (path, &file) != 0)
    return NULL;
  if (g_stat (canonical, &environment) != 0)
    environment.st_mtim.tv_sec = 0;
  return g_strdup_printf ("%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT ".%09ld|%" G_GINT64_FORMAT, path,
                          (gint64) file.st_size, (gint64) file.st_mtim.tv_sec, (long) file.st_mtim.tv_nsec,
                          (gint64) environment.st_mtim.tv_sec);
}

static void
read_entry (JsonObject *object, const char *name, JsonNode *node, gpointer data)
{
  HyInterpreterCache *self = data;
  HyInterpreter *interpreter = hy_interpreter_from_json (node);

  if (interpreter)
    g_hash_table_insert (self->entries, g_strdup (name), interpreter);
}

static void
read_file (HyInterpreterCache *self)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  GStatBuf info;
  JsonObject *root;
  JsonNode *entries;

  if (g_stat (self->path, &info) != 0 || info.st_size > SIZE_LIMIT ||
      !json_parser_load_from_file (parser, self->path, NULL) || !json_parser_get_root (parser) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return;
  root = json_node_get_object (json_parser_get_root (parser));
  entries = json_object_get_member (root, SCHEMA);
  if (entries && JSON_NODE_HOLDS_OBJECT (entries))
    json_object_foreach_member (json_node_get_object (entries), read_entry, self);
}

HyInterpreterCache *
hy_interpreter_cache_load (const char *path)
{
  HyInterpreterCache *self = g_new0 (HyInterpreterCache, 1);

  self->path =
      path ? g_strdup (path) : g_build_filename (g_get_user_cache_dir (), "heapyard", "interpreters.json", NULL);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hy_interpreter_unref);
  read_file (self);
  return self;
}

void
hy_interpreter_cache_free (HyInterpreterCache *self)
{
  g_free (self->path);
  g_hash_table_unref (self->entries);
  g_free (self);
}

HyInterpreter *
hy_interpreter_cache_lookup (HyInterpreterCache *self, const char *path)
{
  g_autofree char *key = stamp (path);
  HyInterpreter *interpreter = key ? g_hash_table_lookup (self->entries, key) : NULL;

  return interpreter ? hy_interpreter_ref (interpreter) : NULL;
}

static gboolean
same_path (gpointer key, gpointer value, gpointer path)
{
  return g_str_equal (((HyInterpreter *) value)->path, path);
}

void
hy_interpreter_cache_insert (HyInterpreterCache *self, HyInterpreter *interpreter)
{
  char *key = stamp (interpreter->path);

  if (!key)
    return;
  g_hash_table_foreach_remove (self->entries, same_path, interpreter->path);
  g_hash_table_insert (self->entries, key, hy_interpreter_ref (interpreter));
  self->changed = TRUE;
}

void
hy_interpreter_cache_save (HyInterpreterCache *self)
{
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), root);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *text = NULL;
  JsonObject *entries;
  GHashTableIter iter;
  gpointer key, value;

  if (!self->changed)
    return;
  entries = json_object_new ();
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, &value))
    json_object_set_member (entries, key, hy_interpreter_to_json (value));
  json_object_set_object_member (root, SCHEMA, entries);
  text = json_to_string (node, FALSE);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents (self->path, text, -1, NULL);
  self->changed = FALSE;
}
