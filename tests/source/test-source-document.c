/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-source-document.h"

#include <json-glib/json-glib.h>
#include <string.h>

static HySourceFile *
file_new (const char *path, const char *text)
{
  return hy_source_file_new (path, g_bytes_new_static (text, strlen (text)), 0);
}

/* The files of a document with what is asked of each: "PATH DATA ask ask; …". */
static char *
described (const HySourceRequest *requests, GPtrArray *files, guint skip)
{
  g_autofree char *text = hy_source_document_new (requests, files, skip);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  JsonArray *list = json_object_get_array_member (json_node_get_object (node), "requests");
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *file = json_array_get_object_element (list, i);
      JsonArray *asks = json_object_get_array_member (file, "asks");
      gsize length;
      g_autofree guchar *data = g_base64_decode (json_object_get_string_member (file, "data"), &length);

      g_string_append_printf (line, "%s%s %.*s", i > 0 ? "; " : "",
                              json_object_get_string_member_with_default (file, "path", "none"), (int) length, data);
      for (guint j = 0; j < json_array_get_length (asks); j++)
        {
          JsonObject *ask = json_array_get_object_element (asks, j);

          g_string_append_printf (line, " %s=%s", json_object_get_string_member_with_default (ask, "class", "all"),
                                  json_object_get_string_member_with_default (ask, "factory", "plain"));
        }
    }
  return g_string_free (line, FALSE);
}

/* What was answered already is left out; a file of which all was answered goes with it. */
static void
test_skip (void)
{
  static const HySourceRequest requests[] = { { "a.py", NULL, "A", NULL },
                                              { "b.py", NULL, "B", "B(1)" },
                                              { "a.py", NULL, NULL, NULL } };
  static const char *const texts[] = {
    "a.py x A=plain all=plain; none y B=B(1)",
    "a.py x all=plain; none y B=B(1)",
    "none y B=B(1)",
    "",
  };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_source_file_free);
  const gsize asks[] = { 0, 2, 1 };

  g_ptr_array_add (files, file_new ("a.py", "x"));
  g_ptr_array_add (files, file_new (NULL, "y"));
  g_array_append_vals (((HySourceFile *) files->pdata[0])->asks, asks, 2);
  g_array_append_vals (((HySourceFile *) files->pdata[1])->asks, asks + 2, 1);
  for (guint skip = 0; skip < G_N_ELEMENTS (texts); skip++)
    {
      g_autofree char *text = described (requests, files, skip);

      g_assert_cmpstr (text, ==, texts[skip]);
    }
}

/* Bytes of any kind come through; a path that is no text is left out. */
static void
test_bytes (void)
{
  static const HySourceRequest request = { "\xff.py", NULL, NULL, NULL };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_source_file_free);
  const gsize first = 0;
  g_autofree char *text = NULL;

  g_ptr_array_add (files, file_new (request.path, "\xe4\"\n"));
  g_array_append_val (((HySourceFile *) files->pdata[0])->asks, first);
  text = described (&request, files, 0);
  g_assert_cmpstr (text, ==, "none \xe4\"\n all=plain");
}

/* The describer goes along whole: each module once, with text, its main program last. */
static void
test_modules (void)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autofree char *text = hy_source_document_new (NULL, files, 0);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  JsonArray *modules = json_object_get_array_member (json_node_get_object (node), "modules");
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  const char *name = NULL;

  for (guint i = 0; i < json_array_get_length (modules); i++)
    {
      JsonArray *module = json_array_get_array_element (modules, i);

      name = json_array_get_string_element (module, 0);
      g_assert_true (g_hash_table_add (names, (gpointer) name));
      g_assert_true (
          g_str_has_prefix (json_array_get_string_element (module, 1), "# SPDX-License-Identifier: GPL-3.0-or-later"));
    }
  g_assert_cmpstr (name, ==, "describe");
  g_assert_nonnull (strstr (hy_source_document_loader (), "sys.modules['describe'].main"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-document/skip", test_skip);
  g_test_add_func ("/source-document/bytes", test_bytes);
  g_test_add_func ("/source-document/modules", test_modules);
  return g_test_run ();
}
