/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-sandbox.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "hy-process.h"

#define TRY_LIMIT_MS 5000
#define INSIDE "/run/heapyard"
#define SCRATCH_BYTES "268435456" /* of each folder in memory that may be written to */

struct _HySandbox
{
  gboolean active;
  char *program;
  char *description;
  char *folder; /* temporary, on our side */
};

static void
add (GStrvBuilder *builder, const char *first, const char *second, const char *third)
{
  g_strv_builder_add_many (builder, first, second, third, NULL);
}

/* An empty folder in memory, which can be filled only so far. */
static void
add_scratch (GStrvBuilder *builder, const char *path)
{
  g_strv_builder_add_many (builder, "--size", SCRATCH_BYTES, "--tmpfs", path, NULL);
}

/* Everything readable and nothing writable, without network and other processes. */
static GStrvBuilder *
view_new (const char *program)
{
  GStrvBuilder *builder = g_strv_builder_new ();

  g_strv_builder_add_many (builder, program, "--unshare-all", "--die-with-parent", "--new-session", NULL);
  add (builder, "--ro-bind", "/", "/");
  add (builder, "--dev", "/dev", NULL);
  add_scratch (builder, "/dev/shm");
  add (builder, "--remount-ro", "/dev", NULL);
  add (builder, "--proc", "/proc", NULL);
  add_scratch (builder, "/run");
  add (builder, "--dir", INSIDE, NULL);
  return builder;
}

static gboolean
works (const char *program, char **why)
{
  g_autoptr (GStrvBuilder) builder = view_new (program);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HyProcessResult) result = NULL;
  HyProcessSpec spec = { .time_limit_ms = TRY_LIMIT_MS, .output_limit = 4096 };

  g_strv_builder_add (builder, "true");
  argv = g_strv_builder_end (builder);
  spec.argv = (const char *const *) argv;
  result = hy_process_run (&spec, NULL, &error);
  if (result && result->end == HY_PROCESS_EXITED && result->status == 0)
    return TRUE;
  *why = result ? hy_process_result_describe (result) : g_strdup (error->message);
  return FALSE;
}

/* Path of a bubblewrap that works here, else NULL and in @description why there is none. */
static char *
find_program (char **description)
{
  g_autofree char *program = g_find_program_in_path ("bwrap");
  g_autofree char *why = NULL;

  if (program && works (program, &why))
    *description = g_strdup (N_ ("bubblewrap: no network, files read-only"));
  else if (!program)
    *description = g_strdup (N_ ("none: bubblewrap is not installed"));
  else
    {
      *description = g_strdup_printf ("none: bubblewrap does not work here (%s)", why);
      g_clear_pointer (&program, g_free);
    }
  return g_steal_pointer (&program);
}

char *
hy_sandbox_describe_here (void)
{
  char *description;

  g_free (find_program (&description));
  return description;
}

HySandbox *
hy_sandbox_new (gboolean wanted, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-XXXXXX", error);
  HySandbox *self;

  if (!folder)
    return NULL;
  self = g_new0 (HySandbox, 1);
  self->folder = g_steal_pointer (&folder);
  if (wanted)
    self->program = find_program (&self->description);
  else
    self->description = g_strdup ("none: turned off");
  self->active = self->program != NULL;
  return self;
}

static void
remove_tree (const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GDir) dir = NULL;
      const char *name;

      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
      while (dir && (name = g_dir_read_name (dir)))
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_remove (path);
}

void
hy_sandbox_free (HySandbox *self)
{
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->program);
  g_free (self->description);
  g_free (self);
}

const char *
hy_sandbox_describe (const HySandbox *self)
{
  return self->description;
}

const char *
hy_sandbox_folder (const HySandbox *self, const char *folder)
{
  return self->active ? NULL : folder ? folder : self->folder;
}

/* Shows again what the empty /tmp and /run hide: the folder in one of them that @path lies in, or is. */
static void
add_visible (GStrvBuilder *builder, const char *path)
{
  const char *end;
  g_autofree char *top = NULL;

  if (!g_str_has_prefix (path, "/tmp/") && !g_str_has_prefix (path, "/run/"))
    return;
  end = strchr (path + strlen ("/tmp/"), '/');
  top = end ? g_strndup (path, end - path) : g_strdup (path);
  add (builder, "--ro-bind-try", top, top);
}

char **
hy_sandbox_wrap (const HySandbox *self, const char *const *argv, const char *folder, const char *const *visible)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  if (!self->active)
    return g_strdupv ((char **) argv);
  builder = view_new (self->program);
  if (!g_strv_contains (visible, "/tmp"))
    add_scratch (builder, "/tmp");
  for (; *visible; visible++)
    add_visible (builder, *visible);
  if (folder)
    add_visible (builder, folder);
  add (builder, "--chdir", folder ? folder : INSIDE, NULL);
  g_strv_builder_add (builder, "--");
  g_strv_builder_addv (builder, (const char **) argv);
  return g_strv_builder_end (builder);
}

char **
hy_sandbox_environ (const HySandbox *self)
{
  static const char *const dropped[] = { "PYTHONMALLOC",      "PYTHONMALLOCSTATS", "PYTHONTRACEMALLOC",
                                         "PYTHONDEVMODE",     "PYTHONSTARTUP",     "PYTHONINSPECT",
                                         "PYTHONDUMPREFS",    "PYTHONHOME",        "PYTHONUNBUFFERED",
                                         "PYTHONVERBOSE",     "PYTHON_GIL",        "PYTHONPROFILEIMPORTTIME",
                                         "PYTHONFAULTHANDLER" };
  char **environment = g_get_environ ();

  for (gsize i = 0; i < G_N_ELEMENTS (dropped); i++)
    environment = g_environ_unsetenv (environment, dropped[i]);
  return g_environ_setenv (environment, "TMPDIR", self->active ? INSIDE : self->folder, TRUE);
}
