/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-selection.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hy-command.h"
#include "hy-interpreter-list.h"

#define FILE "class First:\n    pass\n\n\nclass Second:\n    pass\n"

typedef struct
{
  char *folder, *path;
} Scratch;

static void
scratch_init (Scratch *scratch, const char *text)
{
  scratch->folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  scratch->path = g_build_filename (scratch->folder, "a.py", NULL);
  g_assert_true (g_file_set_contents (scratch->path, text, -1, NULL));
}

static void
scratch_clear (Scratch *scratch)
{
  g_remove (scratch->path);
  g_rmdir (scratch->folder);
  g_free (scratch->path);
  g_free (scratch->folder);
}

static HySelection *
select_one (const char *argument, const char *batch, GError **error)
{
  const HyOptions options = { .batch = (char *) batch };
  char *arguments[] = { (char *) argument, NULL };

  return hy_selection_read (&options, arguments, error);
}

static const char *
name_at (HySelection *selection, guint index)
{
  return ((HyClassDef *) selection->classes->pdata[index])->name;
}

/* No argument is the lesson; no interpreter is needed for it. */
static void
test_lesson (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HySelection) both = select_one (NULL, NULL, &error);
  g_autoptr (HySelection) one = select_one (":SlottedOrder", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (both->classes->len, ==, 2);
  g_assert_cmpstr (name_at (both, 0), ==, "Order");
  g_assert_cmpuint (one->classes->len, ==, 1);
  g_assert_cmpstr (name_at (one, 0), ==, "SlottedOrder");
  g_assert_cmpint (hy_selection_report (both), ==, HY_EXIT_FINE);
}

static void
test_file (void)
{
  Scratch scratch;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HySelection) all = NULL;
  g_autoptr (HySelection) one = NULL;

  scratch_init (&scratch, FILE);
  second = g_strconcat (scratch.path, ":Second", NULL);
  all = select_one (scratch.path, NULL, &error);
  one = select_one (second, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->classes->len, ==, 2);
  g_assert_cmpstr (name_at (all, 1), ==, "Second");
  g_assert_cmpuint (one->classes->len, ==, 1);
  scratch_clear (&scratch);
}

/* A class that the file lacks is the command line's fault, and the one that was meant is named. */
static void
test_no_such_class (void)
{
  Scratch scratch;
  g_autofree char *wrong = NULL;
  g_autoptr (GError) error = NULL;

  scratch_init (&scratch, FILE);
  wrong = g_strconcat (scratch.path, ":Secnod", NULL);
  g_assert_null (select_one (wrong, NULL, &error));
  g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "“Second”"));
  scratch_clear (&scratch);
}

static void
test_unreadable (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HySelection) selection = select_one ("/nonexistent/a.py", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (selection->classes->len, ==, 0);
  g_assert_cmpuint (selection->errors->len, ==, 1);
  g_assert_true (selection->cannot);
  g_assert_cmpint (hy_selection_report (selection), ==, HY_EXIT_CANNOT);
}

/* One line of a batch that is wrong does not cost the others their answer. */
static void
test_batch (void)
{
  Scratch scratch;
  g_autofree char *batch = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) beside = NULL;
  g_autoptr (HySelection) selection = NULL;

  scratch_init (&scratch, FILE);
  batch = g_build_filename (scratch.folder, "batch", NULL);
  text = g_strdup_printf ("{\"file\": \"%s\", \"class\": \"None\"}\n{\"file\": \"%s\", \"class\": \"First\"}\n",
                          scratch.path, scratch.path);
  g_assert_true (g_file_set_contents (batch, text, -1, NULL));
  selection = select_one (NULL, batch, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (selection->classes->len, ==, 1);
  g_assert_cmpuint (selection->errors->len, ==, 1);
  g_assert_cmpint (hy_selection_report (selection), ==, HY_EXIT_USAGE);
  g_assert_null (select_one (scratch.path, batch, &beside));
  g_assert_error (beside, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
  g_remove (batch);
  scratch_clear (&scratch);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) list = NULL;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/lesson", test_lesson);
  list = hy_interpreter_list_find (NULL, NULL, NULL);
  if (hy_interpreter_list_newest_parser (list) != NULL)
    {
      g_test_add_func ("/selection/file", test_file);
      g_test_add_func ("/selection/no-such-class", test_no_such_class);
      g_test_add_func ("/selection/unreadable", test_unreadable);
      g_test_add_func ("/selection/batch", test_batch);
    }
  return g_test_run ();
}
