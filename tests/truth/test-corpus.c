/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "truth.h"

#include "hy-layout.h"

#include <string.h>

/* Class statements that each taught us something, and what each CPython made of them. */

static char *
measured_text (JsonObject *answer)
{
  if (g_str_equal (json_object_get_string_member (answer, "status"), "error"))
    {
      JsonObject *error = json_object_get_object_member (answer, "error");
      return g_strdup_printf ("%s: %s", json_object_get_string_member (error, "type"),
                              json_object_get_string_member (error, "message"));
    }
  g_autoptr (GString) text = g_string_new (NULL);
  static const char *const numbers[] = { "basicsize", "itemsize", "dictoffset", "weakrefoffset" };
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " ", json_object_get_int_member (answer, numbers[i]));
  JsonArray *mro = json_object_get_array_member (answer, "mro");
  for (guint i = 0; i < json_array_get_length (mro); i++)
    g_string_append_printf (text, "%s ", json_array_get_string_element (mro, i));
  JsonArray *flags = json_object_get_array_member (answer, "flags");
  for (guint i = 0; i < json_array_get_length (flags); i++)
    g_string_append_printf (text, "%s ", json_array_get_string_element (flags, i));
  g_autoptr (GList) members =
      g_list_sort (json_object_get_members (json_object_get_object_member (answer, "members")), (GCompareFunc) strcmp);
  for (GList *l = members; l != NULL; l = l->next)
    g_string_append_printf (text, "%s:%" G_GINT64_FORMAT " ", (const char *) l->data,
                            json_object_get_int_member (json_object_get_object_member (answer, "members"), l->data));
  return g_strdup (text->str);
}

static void
append_flags (GString *text, HyTypeFlags flags)
{
  static const struct
  {
    HyTypeFlags flag;
    const char *name;
  } names[] = { { HY_FLAG_HAVE_GC, "HAVE_GC" },
                { HY_FLAG_INLINE_VALUES, "INLINE_VALUES" },
                { HY_FLAG_MANAGED_DICT, "MANAGED_DICT" },
                { HY_FLAG_MANAGED_WEAKREF, "MANAGED_WEAKREF" } };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (flags & names[i].flag)
      g_string_append_printf (text, "%s ", names[i].name);
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  return strcmp (((const HySlotMember *) a)->name, ((const HySlotMember *) b)->name);
}

static char *
modelled_text (HyLayout *layout)
{
  if (layout->status == HY_STATUS_ERROR)
    return g_strdup_printf ("%s: %s", layout->error_type, layout->error_message);
  g_autoptr (GString) text = g_string_new (NULL);
  g_string_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " ",
                   layout->basicsize, layout->itemsize, layout->dictoffset, layout->weakrefoffset);
  for (char **name = layout->mro; *name != NULL; name++)
    g_string_append_printf (text, "%s ", *name);
  append_flags (text, layout->flags);
  g_autofree HySlotMember *members = g_memdup2 (layout->members, layout->n_members * sizeof (HySlotMember));
  if (layout->n_members > 0)
    qsort (members, layout->n_members, sizeof *members, compare_members);
  for (gsize i = 0; i < layout->n_members; i++)
    g_string_append_printf (text, "%s:%" G_GUINT64_FORMAT " ", members[i].name, members[i].offset);
  return g_strdup (text->str);
}

/* Status words count as unknown; anything else must be equal. Returns whether it was known. */
static gboolean
compare (guint minor, const char *source, HyReading *reading, JsonObject *answer)
{
  if (reading->n_classes != 1)
    return FALSE;
  g_autoptr (HyLayout) layout = hy_layouter_layout (reading->classes[0], hy_abi_lookup (minor, HY_BUILD_DEFAULT, 64));
  if (layout->status == HY_STATUS_UNKNOWN)
    return FALSE;
  g_autofree char *expected = measured_text (answer);
  g_autofree char *got = modelled_text (layout);
  if (!g_str_equal (got, expected))
    {
      g_test_message ("3.%u: got %s\nmeasured %s\n%s", minor, got, expected, source);
      g_test_fail ();
    }
  return TRUE;
}

static HyReading **
read_corpus (char **sources, gsize n)
{
  g_autofree HySourceRequest *requests = g_new0 (HySourceRequest, n);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (HyInterpreter) reader = truth_find_reader ();
  if (reader == NULL)
    return NULL;
  for (gsize i = 0; i < n; i++)
    {
      g_ptr_array_add (texts, g_bytes_new (sources[i], strlen (sources[i])));
      requests[i] = (HySourceRequest){ .path = "corpus", .text = texts->pdata[i], .class_name = "C" };
    }
  return hy_source_read_many (requests, n, reader, NULL);
}

static void
test_corpus (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "corpus.txt", NULL);
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) sources = g_strsplit (text, "---\n", -1);
  gsize n = g_strv_length (sources), known = 0, all = 0;
  HyReading **readings = read_corpus (sources, n);
  if (readings == NULL)
    {
      g_test_skip ("no Python to read the corpus with");
      return;
    }
  g_autoptr (JsonNode) document = truth_load_document ("corpus");
  JsonObject *answers = json_object_get_object_member (json_node_get_object (document), "answers");
  for (guint minor = 6; minor <= 15; minor++)
    {
      g_autofree char *key = g_strdup_printf ("%u", minor);
      JsonArray *rows = json_object_get_array_member (answers, key);
      g_assert_cmpuint (json_array_get_length (rows), ==, n);
      for (gsize i = 0; i < n; i++)
        if (!json_array_get_null_element (rows, i))
          {
            all++;
            known += compare (minor, sources[i], readings[i], json_array_get_object_element (rows, i));
          }
    }
  hy_readings_free (readings, n);
  g_test_message ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " known", known, all);
  g_assert_cmpuint (known * 100, >, all * 80);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/corpus", test_corpus);
  return g_test_run ();
}
