/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measuring-private.h"

#include <glib/gstdio.h>

#include "hy-settings.h"
#include "wait-measuring.h"

/* Answers as a CPython 3.9.77 does whose environment is the folder above its own. */
#define FAKE                                                                                                           \
  "#!/bin/sh\nprefix=${0%/bin/*}\necho '{\"executable\": \"/x\", \"implementation\": \"cpython\", \"version_info\": "  \
  "[3, 9, 77, \"final\", 0], \"build\": \"default\", \"bits\": 64, \"allocator\": \"pymalloc\", \"prefix\": "          \
  "\"'$prefix'\", \"base_prefix\": \"/p\"}'\n"

/* A project with a virtual environment of its own, and one without. */
typedef struct
{
  HySession *session;
  HyMeasuring *measuring;
  char *root, *environment, *python, *file, *elsewhere;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = hy_settings_new (NULL);
  g_autofree char *bin = NULL;
  g_autofree char *config = NULL;

  fixture->root = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  fixture->environment = g_build_filename (fixture->root, ".venv", NULL);
  bin = g_build_filename (fixture->environment, "bin", NULL);
  config = g_build_filename (fixture->environment, "pyvenv.cfg", NULL);
  fixture->python = g_build_filename (bin, "python3", NULL);
  fixture->file = g_build_filename (fixture->root, "orders.py", NULL);
  fixture->elsewhere = g_strdup ("/nonexistent/orders.py");
  g_assert_cmpint (g_mkdir_with_parents (bin, 0700), ==, 0);
  g_assert_true (g_file_set_contents (config, "home = /usr/bin\n", -1, NULL));
  g_assert_true (g_file_set_contents_full (fixture->python, FAKE, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  fixture->session = hy_session_new (settings, hy_report_nice_max);
  fixture->measuring = hy_measuring_new (fixture->session, settings);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bin = g_path_get_dirname (fixture->python);
  g_autofree char *config = g_build_filename (fixture->environment, "pyvenv.cfg", NULL);

  g_object_unref (fixture->measuring);
  g_object_unref (fixture->session);
  g_remove (fixture->python);
  g_remove (config);
  g_rmdir (bin);
  g_rmdir (fixture->environment);
  g_rmdir (fixture->root);
  g_free (fixture->root);
  g_free (fixture->environment);
  g_free (fixture->python);
  g_free (fixture->file);
  g_free (fixture->elsewhere);
}

static void
find (Fixture *fixture)
{
  hy_measuring_find (fixture->measuring);
  g_assert_true (hy_measuring_is_finding (fixture->measuring));
  test_wait_found (fixture->measuring);
}

static guint
index_of (Fixture *fixture, const char *path)
{
  GPtrArray *list = hy_measuring_get_interpreters (fixture->measuring);

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((HyInterpreter *) list->pdata[i])->path, path))
      return i;
  return G_MAXUINT;
}

/* The environment around the file is found with the project, and chosen; gone with it. */
static void
test_project (Fixture *fixture, gconstpointer data)
{
  HyMeasuring *self = fixture->measuring;

  g_assert_cmpstr (hy_measuring_get_project (self), ==, "");
  g_assert_null (hy_measuring_get_interpreter (self));
  hy_measuring_set_project (self, fixture->file);
  g_assert_cmpstr (hy_measuring_get_project (self), ==, fixture->root);
  /* Nobody has looked for any so far. */
  g_assert_false (hy_measuring_is_finding (self));
  find (fixture);
  g_assert_cmpstr (hy_measuring_get_interpreter (self)->path, ==, fixture->python);
  hy_measuring_set_project (self, fixture->elsewhere);
  g_assert_true (hy_measuring_is_finding (self));
  test_wait_found (self);
  g_assert_cmpuint (index_of (fixture, fixture->python), ==, G_MAXUINT);
}

/* What was chosen stays, as long as it is there; then it is again what suits. */
static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  HyMeasuring *self = fixture->measuring;
  guint other;

  hy_measuring_set_project (self, fixture->file);
  find (fixture);
  if (hy_measuring_get_interpreters (self)->len < 2)
    {
      g_test_skip ("no usable interpreter on this machine");
      return;
    }
  other = index_of (fixture, fixture->python) == 0 ? 1 : 0;
  hy_measuring_set_interpreter (self, other);
  find (fixture);
  g_assert_true (hy_measuring_get_interpreter (self) == hy_measuring_get_interpreters (self)->pdata[other]);
  hy_measuring_set_interpreter (self, G_MAXUINT);
  g_assert_true (hy_measuring_get_interpreter (self) == hy_measuring_get_interpreters (self)->pdata[other]);
  g_assert_true (hy_measuring_add_interpreter (self, "/nonexistent/python3", NULL));
  test_wait_found (self);
  g_assert_cmpstr (hy_measuring_get_interpreter (self)->path, ==, fixture->python);
  g_assert_true (hy_measuring_remove_interpreter (self, "/nonexistent/python3", NULL));
  test_wait_found (self);
}

/* What the user adds is found, with its reason, and no more when it is removed. */
static void
test_added (Fixture *fixture, gconstpointer data)
{
  HyMeasuring *self = fixture->measuring;
  guint n, usable;
  g_autoptr (GError) error = NULL;

  find (fixture);
  n = hy_measuring_get_found (self)->len;
  usable = hy_measuring_get_interpreters (self)->len;
  g_assert_true (hy_measuring_add_interpreter (self, "/nonexistent/python3", NULL));
  test_wait_found (self);
  g_assert_cmpuint (hy_measuring_get_found (self)->len, ==, n + 1);
  g_assert_cmpuint (hy_measuring_get_interpreters (self)->len, ==, usable);
  g_assert_true (hy_measuring_has_added (self, "/nonexistent/python3"));
  g_assert_true (hy_measuring_remove_interpreter (self, "/nonexistent/python3", NULL));
  test_wait_found (self);
  g_assert_cmpuint (hy_measuring_get_found (self)->len, ==, n);
  g_assert_false (hy_measuring_has_added (self, "/nonexistent/python3"));
  g_assert_true (hy_measuring_add_interpreter (self, fixture->python, NULL));
  test_wait_found (self);
  g_assert_cmpstr (hy_measuring_get_interpreter (self)->path, ==, fixture->python);
  g_assert_true (hy_measuring_remove_interpreter (self, fixture->python, &error));
  g_assert_no_error (error);
  test_wait_found (self);
}

/* Asked for while it looks, it looks once more: what came meanwhile is there when it is done. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  HyMeasuring *self = fixture->measuring;

  hy_measuring_find (self);
  hy_measuring_set_project (self, fixture->file);
  test_wait_found (self);
  g_assert_cmpuint (index_of (fixture, fixture->python), !=, G_MAXUINT);
}

/* The choice belongs to the project, and the next one to look finds it. */
static void
test_sandbox (Fixture *fixture, gconstpointer data)
{
  HyMeasuring *self = fixture->measuring;
  g_autoptr (HyMeasuring) other = NULL;

  g_assert_null (hy_measuring_get_sandbox_here (self));
  find (fixture);
  g_assert_nonnull (hy_measuring_get_sandbox_here (self));
  hy_measuring_set_project (self, fixture->file);
  g_assert_true (hy_measuring_get_options (self)->sandbox);
  hy_measuring_set_sandbox (self, FALSE);
  g_assert_false (hy_measuring_get_options (self)->sandbox);
  hy_measuring_set_project (self, fixture->elsewhere);
  g_assert_true (hy_measuring_get_options (self)->sandbox);
  other = hy_measuring_new (fixture->session, hy_session_get_settings (fixture->session));
  g_assert_true (hy_measuring_get_options (other)->sandbox);
  hy_measuring_set_project (other, fixture->file);
  g_assert_false (hy_measuring_get_options (other)->sandbox);
  hy_measuring_set_sandbox (other, TRUE);
  test_wait_found (self);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = { { "/measuring-python/project", test_project },
                { "/measuring-python/chosen", test_chosen },
                { "/measuring-python/added", test_added },
                { "/measuring-python/again", test_again },
                { "/measuring-python/sandbox", test_sandbox } };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
