/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "truth.h"

#include "hy-interpreter-list.h"

static const char *const build_names[] = {
  "3.6.15",        "3.7.16",        "3.8.18",        "3.9.18",           "3.10.13",     "3.11.7",      "3.12.1",
  "3.13.0",        "3.14.10",       "3.15.2",        "3.13.15t",         "i386-3.11.2", "i386-3.13.5", "wasm32-3.11.3",
  "wasm32-3.12.7", "wasm32-3.13.2", "wasm32-3.14.2", "wasm32-3.15.0rc1", NULL,
};

const char *const *
truth_build_names (void)
{
  return build_names;
}

JsonNode *
truth_load_document (const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".json.gz", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", file_name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) packed = g_file_read (file, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (G_INPUT_STREAM (packed), G_CONVERTER (gzip));
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  json_parser_load_from_stream (parser, stream, NULL, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

HyInterpreter *
truth_find_reader (void)
{
  g_autoptr (GPtrArray) list = hy_interpreter_list_find (NULL, NULL, NULL);
  HyInterpreter *newest = list != NULL ? hy_interpreter_list_newest_parser (list) : NULL;
  return newest != NULL ? hy_interpreter_ref (newest) : NULL;
}

TruthShapes *
truth_shapes_load (void)
{
  g_autoptr (JsonNode) document = truth_load_document ("truth/shapes");
  JsonArray *rows = json_object_get_array_member (json_node_get_object (document), "shapes");
  TruthShapes *self = g_new0 (TruthShapes, 1);
  self->n_shapes = json_array_get_length (rows);
  self->shapes = g_new0 (TruthShape, self->n_shapes);
  g_autofree HySourceRequest *requests = g_new0 (HySourceRequest, self->n_shapes);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (gsize i = 0; i < self->n_shapes; i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const char *source = json_object_get_string_member (row, "source");
      self->shapes[i].id = g_strdup (json_object_get_string_member (row, "id"));
      self->shapes[i].minor = json_object_get_int_member (row, "minor");
      g_ptr_array_add (texts, g_bytes_new (source, strlen (source)));
      requests[i] = (HySourceRequest){ .path = self->shapes[i].id,
                                       .text = texts->pdata[i],
                                       .class_name = "C",
                                       .factory = json_object_get_string_member_with_default (row, "factory", NULL) };
    }
  g_autoptr (HyInterpreter) reader = truth_find_reader ();
  if (reader == NULL)
    {
      truth_shapes_free (self);
      return NULL;
    }
  HyReading **readings = hy_source_read_many (requests, self->n_shapes, reader, NULL);
  for (gsize i = 0; i < self->n_shapes; i++)
    {
      self->shapes[i].reading = hy_reading_ref (readings[i]);
      if (readings[i]->n_classes == 1)
        self->shapes[i].def = readings[i]->classes[0];
    }
  hy_readings_free (readings, self->n_shapes);
  return self;
}

void
truth_shapes_free (TruthShapes *self)
{
  for (gsize i = 0; i < self->n_shapes; i++)
    {
      g_free (self->shapes[i].id);
      g_clear_pointer (&self->shapes[i].reading, hy_reading_unref);
    }
  g_free (self->shapes);
  g_free (self);
}

TruthBuild *
truth_build_load (const char *name)
{
  TruthBuild *self = g_new0 (TruthBuild, 1);
  HyBuild build;
  self->name = name;
  g_autofree char *document = g_strconcat ("truth/", name, NULL);
  self->document = truth_load_document (document);
  JsonObject *root = json_node_get_object (self->document);
  g_assert_true (hy_build_from_string (json_object_get_string_member (root, "build"), &build));
  self->abi =
      hy_abi_lookup (json_object_get_int_member (root, "minor"), build, json_object_get_int_member (root, "bits"));
  g_assert_nonnull (self->abi);
  return self;
}

void
truth_build_free (TruthBuild *self)
{
  json_node_unref (self->document);
  g_free (self);
}

JsonObject *
truth_build_case (TruthBuild *self, const TruthShape *shape)
{
  JsonObject *cases = json_object_get_object_member (json_node_get_object (self->document), "cases");
  if (!json_object_has_member (cases, shape->id))
    return NULL;
  JsonObject *found = json_object_get_object_member (cases, shape->id);
  gboolean skipped = json_object_has_member (found, "skipped") && !json_object_get_null_member (found, "skipped");
  return skipped || shape->minor > self->abi->minor ? NULL : found;
}
