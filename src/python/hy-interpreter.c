/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-interpreter.h"

#include "hy-json-bounds.h"
#include "hy-process.h"

#include <stdio.h>
#include <string.h>

#define IDENTIFY_LIMIT_MS 10000
#define IDENTIFY_OUTPUT_LIMIT 65536

/* Runs on every Python since 2.7; its reply is ASCII whatever the locale. */
static const char identify_script[] =
    "import json, struct, sys\n"
    "flags = getattr(sys, 'abiflags', '')\n"
    "threaded = 't' in flags\n"
    "debug = hasattr(sys, 'gettotalrefcount')\n"
    "blocks = getattr(sys, 'getallocatedblocks', lambda: 0)()\n"
    "print(json.dumps({\n"
    "    'executable': sys.executable, 'implementation': getattr(sys, 'implementation', sys).name\n"
    "    if hasattr(sys, 'implementation') else 'cpython', 'version_info': list(sys.version_info),\n"
    "    'build': ' '.join(['free-threaded'] * threaded + ['debug'] * debug) or 'default',\n"
    "    'bits': struct.calcsize('P') * 8,\n"
    "    'allocator': 'mimalloc' if threaded else 'pymalloc' if blocks else 'malloc',\n"
    "    'prefix': sys.prefix, 'base_prefix': getattr(sys, 'base_prefix', sys.prefix)}))\n";

static const char *const builds[] = { "default", "free-threaded", "debug", "free-threaded debug" };
static const char *const allocators[] = { "pymalloc", "malloc", "mimalloc" };
static const char *const statuses[] = { "ok", "missing", "broken", "not CPython", "too old", "too new" };

static HyInterpreter *
interpreter_new (const char *path)
{
  HyInterpreter *self = g_atomic_rc_box_new0 (HyInterpreter);

  self->path = g_strdup (path);
  return self;
}

static void
interpreter_clear (gpointer data)
{
  HyInterpreter *self = data;

  g_free (self->path);
  g_free (self->executable);
  g_free (self->reason);
  g_free (self->implementation);
  g_free (self->version);
  g_free (self->prefix);
  g_free (self->base_prefix);
}

HyInterpreter *
hy_interpreter_ref (HyInterpreter *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hy_interpreter_unref (HyInterpreter *self)
{
  g_atomic_rc_box_release_full (self, interpreter_clear);
}

gboolean
hy_interpreter_can_parse (const HyInterpreter *self)
{
  return self->status == HY_INTERPRETER_USABLE || self->status == HY_INTERPRETER_TOO_NEW;
}

char *
hy_interpreter_describe (const HyInterpreter *self)
{
  if (self->status != HY_INTERPRETER_USABLE)
    return g_strdup_printf ("%s: %s", self->path, self->reason);
  return g_strdup_printf ("CPython %s, %s%s%u-bit (%s)", self->version,
                          g_str_equal (self->build, "default") ? "" : self->build,
                          g_str_equal (self->build, "default") ? "" : ", ", self->bits, self->path);
}

int
hy_interpreter_compare (gconstpointer a, gconstpointer b)
{
  const HyInterpreter *x = *(const HyInterpreter *const *) a, *y = *(const HyInterpreter *const *) b;

  if ((x->status == HY_INTERPRETER_USABLE) != (y->status == HY_INTERPRETER_USABLE))
    return x->status == HY_INTERPRETER_USABLE ? -1 : 1;
  if (x->major != y->major)
    return x->major > y->major ? -1 : 1;
  if (x->minor != y->minor)
    return x->minor > y->minor ? -1 : 1;
  if (x->micro != y->micro)
    return x->micro > y->micro ? -1 : 1;
  if (g_strcmp0 (x->build, y->build) != 0)
    return g_strcmp0 (x->build, "default") == 0   ? -1
           : g_strcmp0 (y->build, "default") == 0 ? 1
                                                  : g_strcmp0 (x->build, y->build);
  return strcmp (x->path, y->path);
}

static const char *
one_of (const char *const *texts, gsize n, const char *text)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (texts[i], text) == 0)
      return texts[i];
  return NULL;
}

/* "3.14.0rc2": the level as Python itself abbreviates it. */
static char *
version_text (const HyInterpreter *self, const char *level, gint64 serial)
{
  const char *mark = g_strcmp0 (level, "alpha") == 0       ? "a"
                     : g_strcmp0 (level, "beta") == 0      ? "b"
                     : g_strcmp0 (level, "candidate") == 0 ? "rc"
                                                           : NULL;
  g_autofree char *end = mark ? g_strdup_printf ("%s%d", mark, (int) serial) : g_strdup ("");

  return g_strdup_printf ("%u.%u.%u%s", self->major, self->minor, self->micro, end);
}

static guint
version_part (JsonArray *info, guint index)
{
  return CLAMP (hy_json_item (info, index, 0), 0, 9999);
}

static void
judge (HyInterpreter *self)
{
  if (!g_str_equal (self->implementation, "cpython"))
    {
      self->status = HY_INTERPRETER_NOT_CPYTHON;
      self->reason = g_strdup_printf ("is %s, not CPython", self->implementation);
    }
  else if (self->major < 3 || (self->major == 3 && self->minor < HY_INTERPRETER_OLDEST_MINOR))
    {
      self->status = HY_INTERPRETER_TOO_OLD;
      self->reason =
          g_strdup_printf ("%s is too old: 3.%d or newer is needed", self->version, HY_INTERPRETER_OLDEST_MINOR);
    }
  else if (self->major > 3 || self->minor > HY_INTERPRETER_NEWEST_MINOR)
    {
      self->status = HY_INTERPRETER_TOO_NEW;
      self->reason =
          g_strdup_printf ("%s is newer than what is modelled, up to 3.%d", self->version, HY_INTERPRETER_NEWEST_MINOR);
    }
}

/* FALSE when @object is not a whole answer. */
static gboolean
fill_in (HyInterpreter *self, JsonObject *object)
{
  JsonArray *info = hy_json_array (object, "version_info", HY_JSON_ITEMS_LIMIT);

  self->bits = hy_json_number (object, "bits", 0);
  self->build = one_of (builds, G_N_ELEMENTS (builds), hy_json_text (object, "build"));
  self->allocator = one_of (allocators, G_N_ELEMENTS (allocators), hy_json_text (object, "allocator"));
  self->implementation = g_strdup (hy_json_text (object, "implementation"));
  self->prefix = g_strdup (hy_json_text (object, "prefix"));
  self->base_prefix = g_strdup (hy_json_text (object, "base_prefix"));
  self->executable = g_strdup (hy_json_text (object, "executable"));
  if (!self->build || !self->allocator || !self->implementation || !self->prefix || !self->base_prefix ||
      (self->bits != 64 && self->bits != 32))
    return FALSE;
  self->major = version_part (info, 0);
  self->minor = version_part (info, 1);
  self->micro = version_part (info, 2);
  self->version = version_text (self, hy_json_item_text (info, 3), version_part (info, 4));
  judge (self);
  return TRUE;
}

static HyInterpreter *
not_usable (const char *path, HyInterpreterStatus status, const char *reason)
{
  HyInterpreter *self = interpreter_new (path);

  self->status = status;
  self->reason = g_strdup (reason);
  return self;
}

static HyInterpreter *
from_reply (const char *path, const HyProcessResult *reply)
{
  g_autoptr (HyInterpreter) self = interpreter_new (path);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *how = hy_process_result_describe (reply);
  gsize length;
  const char *text = g_bytes_get_data (reply->output, &length);
  JsonObject *object = hy_json_parse_object (parser, text ? text : "", length);

  if (strstr (how, "Unknown option: -I"))
    return not_usable (path, HY_INTERPRETER_TOO_OLD, "too old: 3.6 or newer is needed");
  if (reply->end != HY_PROCESS_EXITED || reply->status != 0)
    return not_usable (path, HY_INTERPRETER_BROKEN, how);
  if (!object || !fill_in (self, object))
    return not_usable (path, HY_INTERPRETER_BROKEN, "does not answer as a Python does");
  return g_steal_pointer (&self);
}

static void
on_ran (GObject *source, GAsyncResult *async, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HyProcessResult) reply = hy_process_run_finish (async, &error);
  const char *path = g_task_get_task_data (task);

  if (reply)
    g_task_return_pointer (task, from_reply (path, reply), (GDestroyNotify) hy_interpreter_unref);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, not_usable (path, HY_INTERPRETER_BROKEN, error->message),
                           (GDestroyNotify) hy_interpreter_unref);
}

void
hy_interpreter_identify_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  const char *argv[] = { path, "-I", "-S", "-c", identify_script, NULL };
  const HyProcessSpec spec = {
    .argv = argv, .folder = "/", .time_limit_ms = IDENTIFY_LIMIT_MS, .output_limit = IDENTIFY_OUTPUT_LIMIT
  };

  g_task_set_source_tag (task, hy_interpreter_identify_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_task_return_pointer (
        task,
        not_usable (path, HY_INTERPRETER_MISSING,
                    g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? "a link to a file that is gone" : "no such file"),
        (GDestroyNotify) hy_interpreter_unref);
  else
    hy_process_run_async (&spec, cancellable, on_ran, g_steal_pointer (&task));
}

HyInterpreter *
hy_interpreter_identify_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, hy_interpreter_identify_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

JsonNode *
hy_interpreter_to_json (const HyInterpreter *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_text (builder, "path", self->path);
  add_text (builder, "executable", self->executable);
  add_text (builder, "status", statuses[self->status]);
  add_text (builder, "reason", self->reason);
  add_text (builder, "implementation", self->implementation);
  add_text (builder, "version", self->version);
  add_text (builder, "build", self->build);
  json_builder_set_member_name (builder, "bits");
  if (self->bits)
    json_builder_add_int_value (builder, self->bits);
  else
    json_builder_add_null_value (builder);
  add_text (builder, "allocator", self->allocator);
  add_text (builder, "prefix", self->prefix);
  add_text (builder, "base_prefix", self->base_prefix);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

HyInterpreter *
hy_interpreter_from_json (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *path = object ? hy_json_text (object, "path") : NULL;
  const char *status = object ? hy_json_text (object, "status") : NULL;
  const char *version;
  g_autoptr (HyInterpreter) self = NULL;
  HyInterpreterStatus number = HY_INTERPRETER_USABLE;

  while (number < G_N_ELEMENTS (statuses) && g_strcmp0 (status, statuses[number]) != 0)
    number++;
  if (!path || number == G_N_ELEMENTS (statuses))
    return NULL;
  self = interpreter_new (path);
  self->status = number;
  self->reason = g_strdup (hy_json_text (object, "reason"));
  version = hy_json_text (object, "version");
  self->version = g_strdup (version);
  if (version && sscanf (version, "%u.%u.%u", &self->major, &self->minor, &self->micro) != 3)
    return NULL;
  self->executable = g_strdup (hy_json_text (object, "executable"));
  self->implementation = g_strdup (hy_json_text (object, "implementation"));
  self->build = one_of (builds, G_N_ELEMENTS (builds), hy_json_text (object, "build"));
  self->allocator = one_of (allocators, G_N_ELEMENTS (allocators), hy_json_text (object, "allocator"));
  self->prefix = g_strdup (hy_json_text (object, "prefix"));
  self->base_prefix = g_strdup (hy_json_text (object, "base_prefix"));
  self->bits = hy_json_number (object, "bits", 0);
  if (number == HY_INTERPRETER_USABLE && (!version || !self->build || !self->allocator || !self->prefix))
    return NULL;
  if (number != HY_INTERPRETER_USABLE && !self->reason)
    return NULL;
  return g_steal_pointer (&self);
}
