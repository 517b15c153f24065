/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hy-interpreter-list.h"

/* The descriptor of a file that is gone when it is closed, holding @text. */
static int
scratch_open (const char *text)
{
  g_autofree char *name = NULL;
  int fd = g_file_open_tmp ("heapyard-test-XXXXXX", &name, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_remove (name);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, strlen (text));
  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
  return fd;
}

/* What the file holds; closes it. */
static char *
scratch_close (int fd)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  close (fd);
  return g_string_free (text, FALSE);
}

/* Puts the file in the place of @fd; returns what restores it. */
static int
replace (int fd, int file)
{
  int saved = fcntl (fd, F_DUPFD_CLOEXEC, 10);

  g_assert_cmpint (saved, >=, 0);
  g_assert_cmpint (dup2 (file, fd), ==, fd);
  return saved;
}

static void
restore (int fd, int saved)
{
  g_assert_cmpint (dup2 (saved, fd), ==, fd);
  close (saved);
}

void
test_print_begin (TestPrint *self)
{
  self->fd = scratch_open ("");
  self->output = hy_output_new (self->fd, FALSE);
}

char *
test_print_end (TestPrint *self)
{
  g_assert_true (hy_output_flush (self->output, NULL));
  hy_output_free (self->output);
  return scratch_close (self->fd);
}

TestAnswer
test_answer (const char *line, const char *input)
{
  g_auto (GStrv) arguments = NULL;
  int in = scratch_open (input != NULL ? input : ""), errors = scratch_open ("");
  int saved_in, saved_errors;
  TestAnswer answer;
  TestPrint print;

  if (*line == '\0')
    arguments = g_new0 (char *, 1);
  else
    g_assert_true (g_shell_parse_argv (line, NULL, &arguments, NULL));
  test_print_begin (&print);
  saved_in = replace (STDIN_FILENO, in);
  saved_errors = replace (STDERR_FILENO, errors);
  answer.status = hy_cli_run (arguments, print.output);
  fflush (stderr);
  restore (STDERR_FILENO, saved_errors);
  restore (STDIN_FILENO, saved_in);
  close (in);
  answer.errors = scratch_close (errors);
  answer.output = test_print_end (&print);
  return answer;
}

void
test_answer_clear (TestAnswer *self)
{
  g_free (self->output);
  g_free (self->errors);
}

static gboolean
is_as_wanted (const char *text, const char *wanted)
{
  gsize length = strlen (wanted);

  if (g_str_has_suffix (wanted, "…"))
    return strncmp (text, wanted, length - strlen ("…")) == 0;
  return g_str_equal (text, wanted);
}

void
test_call (const TestCall *call, const char *input)
{
  g_auto (TestAnswer) answer = test_answer (call->line, input);

  g_test_message ("heapyard-cli %s: status %d", call->line, answer.status);
  g_assert_cmpint (answer.status, ==, call->status);
  if (call->output != NULL && !is_as_wanted (answer.output, call->output))
    g_assert_cmpstr (answer.output, ==, call->output);
  if (call->errors == NULL)
    g_assert_cmpstr (answer.errors, ==, "");
  else if (strstr (answer.errors, call->errors) == NULL)
    g_assert_cmpstr (answer.errors, ==, call->errors);
}

void
test_calls (const TestCall *calls, gsize n_calls, const char *input)
{
  for (gsize i = 0; i < n_calls; i++)
    test_call (&calls[i], input);
}

void
test_program_init (int *argc, char ***argv)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);

  setlocale (LC_ALL, "");
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_unsetenv ("NO_COLOR");
  g_test_init (argc, argv, NULL);
  g_assert_cmpint (g_chdir (folder), ==, 0);
}

int
test_program_run (void)
{
  int status = g_test_run ();
  g_autofree char *folder = g_get_current_dir ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_remove (name);
  g_assert_cmpint (g_chdir ("/"), ==, 0);
  g_rmdir (folder);
  return status;
}

void
test_program_file (const char *name, const char *text)
{
  g_assert_true (g_file_set_contents (name, text, -1, NULL));
}

gboolean
test_program_has_python (void)
{
  g_autoptr (GPtrArray) list = hy_interpreter_list_find (NULL, NULL, NULL);

  if (list != NULL && hy_interpreter_list_newest_parser (list) != NULL)
    return TRUE;
  g_test_skip ("no Python on this machine");
  return FALSE;
}
