/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-source-document.h"

#include <json-glib/json-glib.h>

#include "hy-process.h"
#include "hy-source-resources.h"

#define PREFIX "/io/github/heapyard/source/"

HySourceFile *
hy_source_file_new (const char *path, GBytes *bytes, gsize first)
{
  HySourceFile *self = g_new0 (HySourceFile, 1);

  self->path = path;
  self->bytes = bytes;
  self->first = first;
  self->asks = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

void
hy_source_file_free (HySourceFile *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_array_unref (self->asks);
  g_free (self);
}

/* Modules of the describer, each after those that it imports. */
static const char *const modules[] = {
  "hy_things",   "hy_since_table", "hy_digits",          "hy_texts",         "hy_structures",     "hy_suggestions",
  "hy_refusals", "hy_arguments",   "hy_library_threads", "hy_library_types", "hy_library_bodies", "hy_library_makers",
  "hy_mixins",   "hy_library",     "hy_literal",         "hy_machine",       "hy_module",         "hy_project",
  "hy_kept",     "hy_dispatch",    "hy_express",         "hy_operators",     "hy_iterate",        "hy_functions",
  "hy_followed", "hy_statements",  "hy_raising",         "hy_patterns",      "hy_places",         "hy_objects",
  "hy_items",    "hy_deletions",   "hy_makers",          "hy_bases",         "hy_shown",          "hy_calls",
  "hy_builtins", "hy_methods",     "hy_copies",          "hy_dataclasses",   "hy_class_calls",    "hy_classes",
  "hy_creation", "hy_special",     "hy_modules",         "hy_since",         "hy_emit",           "hy_protocols",
  "hy_early",    "hy_earlier",     "hy_namespaces",      "hy_recipes",       "describe",
};

static void
add_modules (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "modules");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (modules); i++)
    {
      g_autofree char *path = g_strconcat (PREFIX, modules[i], ".py", NULL);
      /* None in a thread that still reads while the program ends and takes its resources back. */
      g_autoptr (GBytes) text =
          hy_source_get_resource () ? g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL) : NULL;

      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, modules[i]);
      json_builder_add_string_value (builder, text ? g_bytes_get_data (text, NULL) : "");
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_ask (JsonBuilder *builder, const HySourceRequest *request)
{
  json_builder_begin_object (builder);
  if (request->class_name != NULL)
    {
      json_builder_set_member_name (builder, "class");
      json_builder_add_string_value (builder, request->class_name);
    }
  if (request->factory != NULL)
    {
      json_builder_set_member_name (builder, "factory");
      json_builder_add_string_value (builder, request->factory);
    }
  json_builder_end_object (builder);
}

static void
add_file (JsonBuilder *builder, const HySourceFile *file, const HySourceRequest *requests, guint skip)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (file->bytes, &length);
  g_autofree char *encoded = g_base64_encode (data, length);

  json_builder_begin_object (builder);
  if (file->path != NULL && g_utf8_validate (file->path, -1, NULL))
    {
      json_builder_set_member_name (builder, "path");
      json_builder_add_string_value (builder, file->path);
    }
  json_builder_set_member_name (builder, "data");
  json_builder_add_string_value (builder, encoded);
  json_builder_set_member_name (builder, "asks");
  json_builder_begin_array (builder);
  for (guint i = skip; i < file->asks->len; i++)
    add_ask (builder, &requests[g_array_index (file->asks, gsize, i)]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

char *
hy_source_document_new (const HySourceRequest *requests, GPtrArray *files, guint skip)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_modules (builder);
  json_builder_set_member_name (builder, "requests");
  json_builder_begin_array (builder);
  for (guint i = 0; i < files->len; i++)
    {
      const HySourceFile *file = g_ptr_array_index (files, i);

      if (file->asks->len > skip)
        add_file (builder, file, requests, skip);
      skip -= MIN (skip, file->asks->len);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

const char *
hy_source_document_loader (void)
{
  return "import json, sys, types\n"
         "document = json.loads(sys.stdin.buffer.read().decode('utf-8'))\n"
         "for name, text in document['modules']:\n"
         "    module = sys.modules[name] = types.ModuleType(name)\n"
         "    exec(compile(text, name + '.py', 'exec'), module.__dict__)\n"
         "sys.modules['describe'].main(document, open(" G_STRINGIFY (HY_PROCESS_REPLY_FD) ", 'wb'))\n";
}
