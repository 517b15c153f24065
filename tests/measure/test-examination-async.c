/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-examination.h"

#include "hy-interpreter-list.h"

#define TEXT "class A:\n    def __init__(self, count):\n        self.count = count\n"

static void
keep (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* The strings are this call's own: gone before the thread has read them. */
static HyExamination *
examine (const char *class_name, const char *factory, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  char *texts[] = { g_strdup (TEXT), g_strdup ("a.py"), g_strdup (class_name), g_strdup (factory) };

  hy_examination_new_async (texts[0], texts[1], texts[2], texts[3], NULL, cancellable, keep, &result);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return hy_examination_new_finish (result, error);
}

static void
test_found (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HyExamination) suggested = examine ("A", NULL, NULL, &error);
  g_autoptr (HyExamination) given = examine ("A", "A('x')", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (suggested->factory, ==, "A(i)");
  g_assert_false (suggested->slotted);
  g_assert_cmpuint (suggested->plans->len, >, 0);
  g_assert_cmpstr (given->factory, ==, "A('x')");
}

static void
test_errors (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) absent = NULL;
  g_autoptr (GError) cancelled = NULL;

  g_assert_null (examine ("B", NULL, NULL, &absent));
  g_assert_error (absent, HY_EXAMINATION_ERROR, HY_EXAMINATION_ERROR_FILE);
  g_cancellable_cancel (cancellable);
  g_assert_null (examine ("A", NULL, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) list = NULL;

  g_test_init (&argc, &argv, NULL);
  list = hy_interpreter_list_find (NULL, NULL, NULL);
  if (hy_interpreter_list_newest_parser (list) == NULL)
    {
      g_print ("1..0 # SKIP no Python interpreter found\n");
      return 0;
    }
  g_test_add_func ("/examination-async/found", test_found);
  g_test_add_func ("/examination-async/errors", test_errors);
  return g_test_run ();
}
