/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-interpreter-cache.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder, *program, *cache;
} Place;

static void
place_init (Place *place)
{
  place->folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  place->program = g_build_filename (place->folder, "python3", NULL);
  place->cache = g_build_filename (place->folder, "sub", "interpreters.json", NULL);
  g_assert_true (g_file_set_contents (place->program, "one", -1, NULL));
}

static void
place_clear (Place *place)
{
  g_autofree char *sub = g_path_get_dirname (place->cache);

  g_remove (place->cache);
  g_rmdir (sub);
  g_remove (place->program);
  g_rmdir (place->folder);
  g_free (place->folder);
  g_free (place->program);
  g_free (place->cache);
}

static HyInterpreter *
interpreter_new (const char *path, const char *version)
{
  g_autofree char *text =
      g_strdup_printf ("{\"path\": \"%s\", \"status\": \"ok\", \"version\": \"%s\", \"build\": "
                       "\"default\", \"allocator\": \"pymalloc\", \"prefix\": \"/p\", \"bits\": 64}",
                       path, version);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  return hy_interpreter_from_json (node);
}

static void
remember (const Place *place)
{
  g_autoptr (HyInterpreterCache) cache = hy_interpreter_cache_load (place->cache);
  g_autoptr (HyInterpreter) interpreter = interpreter_new (place->program, "3.12.1");

  g_assert_null (hy_interpreter_cache_lookup (cache, place->program));
  hy_interpreter_cache_insert (cache, interpreter);
  hy_interpreter_cache_save (cache);
}

static HyInterpreter *
look (const Place *place)
{
  g_autoptr (HyInterpreterCache) cache = hy_interpreter_cache_load (place->cache);

  return hy_interpreter_cache_lookup (cache, place->program);
}

static void
test_kept (void)
{
  Place place;
  g_autoptr (HyInterpreter) found = NULL;

  place_init (&place);
  remember (&place);
  found = look (&place);
  g_assert_nonnull (found);
  g_assert_cmpstr (found->version, ==, "3.12.1");
  g_assert_cmpuint (found->minor, ==, 12);
  place_clear (&place);
}

/* Another program under the same name, or one with another time, has to be asked. */
static void
test_changed (void)
{
  Place place;

  place_init (&place);
  remember (&place);
  g_assert_true (g_file_set_contents (place.program, "longer", -1, NULL));
  g_assert_null (look (&place));
  g_remove (place.program);
  g_assert_null (look (&place));
  g_assert_true (g_file_set_contents (place.program, "", -1, NULL));
  place_clear (&place);
}

static void
test_damaged (void)
{
  static const char *const texts[] = { "", "{", "[]", "{\"heapyard.interpreters/1\": 3}",
                                       "{\"heapyard.interpreters/1\": {\"x\": 3, \"y\": {}}}" };
  Place place;

  place_init (&place);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *sub = g_path_get_dirname (place.cache);

      g_mkdir_with_parents (sub, 0700);
      g_assert_true (g_file_set_contents (place.cache, texts[i], -1, NULL));
      g_assert_null (look (&place));
      remember (&place);
      {
        g_autoptr (HyInterpreter) again = look (&place);

        g_assert_nonnull (again);
      }
    }
  place_clear (&place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interpreter-cache/kept", test_kept);
  g_test_add_func ("/interpreter-cache/changed", test_changed);
  g_test_add_func ("/interpreter-cache/damaged", test_damaged);
  return g_test_run ();
}
