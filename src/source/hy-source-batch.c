/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-source-batch.h"

#include "hy-process.h"
#include "hy-reply.h"
#include "hy-source-document.h"
#include "hy-source-file.h"

#define SECONDS_PER_FILE 5
#define SECONDS_AT_MOST 600
#define MEMORY_LIMIT (G_GUINT64_CONSTANT (4) * 1024 * 1024 * 1024)
#define REPLY_LIMIT ((gsize) 512 * 1024 * 1024)
#define OUTPUT_LIMIT ((gsize) 64 * 1024)

struct _HySourceBatch
{
  const HySourceRequest *requests;
  gsize n_requests;
  HyReading **readings; /* by request */
  GPtrArray *files;     /* HySourceFile, each with the requests for it */
};

HySourceBatch *
hy_source_batch_new (const HySourceRequest *requests, gsize n_requests)
{
  HySourceBatch *self = g_new0 (HySourceBatch, 1);

  self->requests = requests;
  self->n_requests = n_requests;
  self->readings = g_new0 (HyReading *, MAX (n_requests, 1));
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_source_file_free);
  for (gsize i = 0; i < n_requests; i++)
    self->readings[i] = hy_reading_new (requests[i].path);
  return self;
}

void
hy_source_batch_free (HySourceBatch *self)
{
  for (gsize i = 0; self->readings != NULL && i < self->n_requests; i++)
    hy_reading_unref (self->readings[i]);
  g_free (self->readings);
  g_ptr_array_unref (self->files);
  g_free (self);
}

HyReading **
hy_source_batch_take (HySourceBatch *self)
{
  return g_steal_pointer (&self->readings);
}

/* What went wrong with one request for a file goes for the others too. */
static void
copy_problem (HyReading *to, const HyReading *from)
{
  to->mtime = from->mtime;
  if (from->error != NULL)
    to->error = g_error_copy (from->error);
}

static HySourceFile *
load_file (HySourceBatch *self, gsize index)
{
  const HySourceRequest *request = &self->requests[index];
  GBytes *bytes = request->text != NULL ? g_bytes_ref (request->text) : NULL;

  if (bytes == NULL && request->path != NULL)
    bytes = hy_source_file_load (self->readings[index]);
  else if (bytes == NULL)
    hy_reading_fail (self->readings[index], HY_SOURCE_ERROR_NOT_FOUND, "Neither a file nor a text to read");
  else if (g_bytes_get_size (bytes) > HY_SOURCE_MAX_BYTES)
    {
      hy_reading_fail (self->readings[index], HY_SOURCE_ERROR_TOO_LARGE, "The text has more than %d MiB",
                       HY_SOURCE_MAX_BYTES / (1024 * 1024));
      g_clear_pointer (&bytes, g_bytes_unref);
    }
  return hy_source_file_new (request->text == NULL ? request->path : NULL, bytes, index);
}

gsize
hy_source_batch_load (HySourceBatch *self)
{
  g_autoptr (GHashTable) by_path = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_text = g_hash_table_new (NULL, NULL);
  gsize left = 0;

  for (gsize i = 0; i < self->n_requests; i++)
    {
      const HySourceRequest *request = &self->requests[i];
      GHashTable *known = request->text != NULL ? by_text : by_path;
      gconstpointer key = request->text != NULL ? (gconstpointer) request->text : (gconstpointer) request->path;
      HySourceFile *file = key != NULL ? g_hash_table_lookup (known, key) : NULL;

      if (file != NULL)
        copy_problem (self->readings[i], self->readings[file->first]);
      else
        {
          file = load_file (self, i);
          g_ptr_array_add (self->files, file);
          if (key != NULL)
            g_hash_table_insert (known, (gpointer) key, file);
        }
      if (file->bytes == NULL)
        continue;
      hy_source_file_set_text (self->readings[i], file->bytes);
      g_array_append_val (file->asks, i);
      left++;
    }
  return left;
}

/* The requests in the order in which the reply answers them. */
static GArray *
order_of_reply (HySourceBatch *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (guint i = 0; i < self->files->len; i++)
    {
      const HySourceFile *file = g_ptr_array_index (self->files, i);

      g_array_append_vals (order, file->asks->data, file->asks->len);
    }
  return order;
}

static void
fail_from (HySourceBatch *self, GArray *order, guint first, HySourceErrorCode code, const char *message)
{
  for (guint i = first; i < order->len; i++)
    hy_reading_fail (self->readings[g_array_index (order, gsize, i)], code, "%s", message);
}

static void
read_line (HySourceBatch *self, gsize index, const char *line, gsize length)
{
  HyReading *reading = self->readings[index];
  g_autofree char *file = reading->path != NULL ? g_filename_display_name (reading->path) : NULL;

  hy_reply_read (reading, line, length, file);
}

/* How many complete lines @reply holds; each goes to its request from @first on. */
static guint
read_reply (HySourceBatch *self, GArray *order, guint first, GBytes *reply)
{
  gsize length;
  const char *line = g_bytes_get_data (reply, &length);
  const char *end = line + length;
  guint n = 0;

  while (line < end && first + n < order->len)
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));

      if (newline == NULL)
        break;
      read_line (self, g_array_index (order, gsize, first + n), line, (gsize) (newline - line));
      line = newline + 1;
      n++;
    }
  return n;
}

static HyProcessResult *
run_child (HySourceBatch *self, HyInterpreter *interpreter, guint seconds, guint skip, GCancellable *cancellable,
           GError **error)
{
  g_autofree char *input = hy_source_document_new (self->requests, self->files, skip);
  const char *const argv[] = { interpreter->path, "-I", "-S", "-B", "-c", hy_source_document_loader (), NULL };
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "LC_ALL", "C.UTF-8", TRUE);
  HyProcessSpec spec = {
    .argv = argv,
    .environ = (const char *const *) environment,
    .input = input,
    .time_limit_ms = 1000 * MIN (seconds, SECONDS_AT_MOST),
    .memory_limit = MEMORY_LIMIT,
    .output_limit = OUTPUT_LIMIT,
    .reply_limit = REPLY_LIMIT,
  };

  return hy_process_run (&spec, cancellable, error);
}

static char *
describe_end (HyInterpreter *interpreter, const HyProcessResult *result)
{
  g_autofree char *end = hy_process_result_describe (result);

  if (result->end == HY_PROCESS_TIMED_OUT)
    return g_strdup_printf ("%s took too long to read this file and was stopped", interpreter->path);
  return g_strdup_printf ("%s failed on this file: %s", interpreter->path, end);
}

void
hy_source_batch_run (HySourceBatch *self, HyInterpreter *interpreter, guint seconds_to_start, GCancellable *cancellable)
{
  g_autoptr (GArray) order = order_of_reply (self);
  guint done = 0;

  if (interpreter == NULL)
    {
      if (g_cancellable_is_cancelled (cancellable))
        fail_from (self, order, 0, HY_SOURCE_ERROR_CANCELLED, "Cancelled");
      else
        fail_from (self, order, 0, HY_SOURCE_ERROR_NO_INTERPRETER,
                   "Reading a file needs a Python 3.6 or newer, and none was found. Install the package python3");
      return;
    }
  while (done < order->len)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HyProcessResult) result = run_child (
          self, interpreter, seconds_to_start + SECONDS_PER_FILE * (order->len - done - 1), done, cancellable, &error);
      g_autofree char *end = NULL;

      if (result == NULL)
        {
          gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

          fail_from (self, order, done, cancelled ? HY_SOURCE_ERROR_CANCELLED : HY_SOURCE_ERROR_INTERPRETER,
                     cancelled ? "Cancelled" : error->message);
          return;
        }
      done += read_reply (self, order, done, result->reply);
      if (done == order->len)
        return;
      end = describe_end (interpreter, result);
      hy_reading_fail (self->readings[g_array_index (order, gsize, done)], HY_SOURCE_ERROR_INTERPRETER, "%s", end);
      done++;
    }
}
