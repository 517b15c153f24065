/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-interpreter-list.h"

#include "hy-interpreter-cache.h"
#include "hy-interpreter-places.h"

#include <string.h>

#define AT_ONCE_LIMIT 8

typedef struct
{
  GPtrArray *places;
  guint next; /* index in @places of the next to identify */
  guint running;
  guint at_once;
  GPtrArray *found;
  HyInterpreterCache *cache;
  gboolean forget;
  GCancellable *cancellable;
  GError *error;
} Search;

static void start_more (Search *search);

static void
on_identified (GObject *source, GAsyncResult *async, gpointer data)
{
  Search *search = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HyInterpreter) interpreter = hy_interpreter_identify_finish (async, &error);

  search->running--;
  if (interpreter)
    {
      hy_interpreter_cache_insert (search->cache, interpreter);
      g_ptr_array_add (search->found, g_steal_pointer (&interpreter));
    }
  else if (!search->error)
    search->error = g_steal_pointer (&error);
  start_more (search);
}

static void
start_more (Search *search)
{
  while (!search->error && search->running < search->at_once && search->next < search->places->len)
    {
      const char *path = search->places->pdata[search->next++];
      HyInterpreter *known = search->forget ? NULL : hy_interpreter_cache_lookup (search->cache, path);

      if (known)
        g_ptr_array_add (search->found, known);
      else
        {
          search->running++;
          hy_interpreter_identify_async (path, search->cancellable, on_identified, search);
        }
    }
}

/* Wrappers that start another interpreter end up as one entry with it. */
static void
drop_doubles (GPtrArray *found)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < found->len;)
    {
      HyInterpreter *interpreter = found->pdata[i];
      char *key = interpreter->executable && interpreter->prefix
                      ? g_strdup_printf ("%s|%s", interpreter->version, interpreter->prefix)
                      : g_strdup (interpreter->path);

      if (interpreter->build && !g_str_equal (interpreter->build, "default"))
        key = g_strconcat (key, "|", interpreter->build, NULL);
      if (g_hash_table_add (seen, key))
        i++;
      else
        g_ptr_array_remove_index (found, i);
    }
}

GPtrArray *
hy_interpreter_list_find (const HyInterpreterSearch *search, GCancellable *cancellable, GError **error)
{
  static const HyInterpreterSearch nothing = { NULL };
  const HyInterpreterSearch *wanted = search ? search : &nothing;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GPtrArray) places = hy_interpreter_places_list (wanted->project_folder, wanted->added);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_interpreter_unref);
  g_autoptr (HyInterpreterCache) cache = hy_interpreter_cache_load (NULL);
  Search state = { .places = places,
                   .at_once = CLAMP (g_get_num_processors (), 2, AT_ONCE_LIMIT),
                   .found = found,
                   .cache = cache,
                   .forget = wanted->forget,
                   .cancellable = cancellable };

  g_main_context_push_thread_default (context);
  start_more (&state);
  while (state.running > 0)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  hy_interpreter_cache_save (cache);
  if (state.error)
    {
      g_propagate_error (error, state.error);
      return NULL;
    }
  g_ptr_array_sort (found, hy_interpreter_compare);
  drop_doubles (found);
  return g_steal_pointer (&found);
}

typedef struct
{
  char *project_folder;
  char **added;
  gboolean forget;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->project_folder);
  g_strfreev (job->added);
  g_free (job);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  const HyInterpreterSearch search = { job->project_folder, (const char *const *) job->added, job->forget };
  GError *error = NULL;
  GPtrArray *found = hy_interpreter_list_find (&search, cancellable, &error);

  if (found)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
hy_interpreter_list_find_async (const HyInterpreterSearch *search, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  if (search)
    {
      job->project_folder = g_strdup (search->project_folder);
      job->added = g_strdupv ((char **) search->added);
      job->forget = search->forget;
    }
  g_task_set_source_tag (task, hy_interpreter_list_find_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find_in_thread);
}

GPtrArray *
hy_interpreter_list_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, hy_interpreter_list_find_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

HyInterpreter *
hy_interpreter_list_newest (GPtrArray *list)
{
  HyInterpreter *first = list->len > 0 ? list->pdata[0] : NULL;

  return first && first->status == HY_INTERPRETER_USABLE ? first : NULL;
}

static gboolean
lies_in (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return g_str_has_prefix (path, folder) && (path[length] == 0 || path[length] == '/');
}

static gboolean
is_environment_around (const HyInterpreter *python, const char *folder)
{
  g_autofree char *above = g_path_get_dirname (python->prefix);

  return g_strcmp0 (python->prefix, python->base_prefix) != 0 && lies_in (folder, above);
}

/* As sysconfig lays it out, and as Debian does for all versions at once. */
static gboolean
is_library_of (const HyInterpreter *python, const char *folder)
{
  g_autofree char *own = g_strdup_printf ("%s/lib/python%u.%u", python->prefix, python->major, python->minor);
  g_autofree char *shared = g_strdup_printf ("%s/lib/python%u", python->prefix, python->major);

  return lies_in (folder, own) || lies_in (folder, shared);
}

HyInterpreter *
hy_interpreter_list_suit (GPtrArray *list, const char *folder)
{
  gboolean (*const suits[]) (const HyInterpreter *, const char *) = { is_environment_around, is_library_of };
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (suits); i++)
    for (guint j = 0; j < list->len; j++)
      {
        HyInterpreter *python = list->pdata[j];

        if (python->status == HY_INTERPRETER_USABLE && suits[i](python, absolute))
          return python;
      }
  return hy_interpreter_list_newest (list);
}

HyInterpreter *
hy_interpreter_list_newest_parser (GPtrArray *list)
{
  HyInterpreter *newest = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      HyInterpreter *interpreter = list->pdata[i];

      if (hy_interpreter_can_parse (interpreter) &&
          (!newest || interpreter->major > newest->major ||
           (interpreter->major == newest->major && interpreter->minor > newest->minor)))
        newest = interpreter;
    }
  return newest;
}
