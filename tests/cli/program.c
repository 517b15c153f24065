/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hy-interpreter-list.h"

/* The descriptor @fd replaced by a file that is gone when it is closed. */
typedef struct
{
  int fd, saved;
  FILE *file;
} Redirect;

static void
redirect (Redirect *self, int fd, const char *text)
{
  *self = (Redirect){ .fd = fd, .saved = fcntl (fd, F_DUPFD_CLOEXEC, 10), .file = tmpfile () };
  g_assert_nonnull (self->file);
  if (text != NULL)
    g_assert_cmpint (fputs (text, self->file), >=, 0);
  fflush (self->file);
  rewind (self->file);
  g_assert_cmpint (dup2 (fileno (self->file), fd), ==, fd);
}

static char *
read_all (FILE *file)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gsize n;

  rewind (file);
  while ((n = fread (buffer, 1, sizeof buffer, file)) > 0)
    g_string_append_len (text, buffer, n);
  return g_string_free (text, FALSE);
}

/* What was written there. */
static char *
restore (Redirect *self)
{
  char *text;

  fflush (NULL);
  text = read_all (self->file);
  dup2 (self->saved, self->fd);
  close (self->saved);
  fclose (self->file);
  return text;
}

TestAnswer
test_answer (const char *line, const char *input)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *rest = NULL;
  FILE *written = tmpfile ();
  g_autoptr (HyOutput) output = hy_output_new (fileno (written), FALSE);
  TestAnswer answer;
  Redirect in, err;

  if (*line == '\0')
    arguments = g_new0 (char *, 1);
  else
    g_assert_true (g_shell_parse_argv (line, NULL, &arguments, NULL));
  redirect (&in, STDIN_FILENO, input);
  redirect (&err, STDERR_FILENO, NULL);
  answer.status = hy_cli_run (arguments, output);
  answer.errors = restore (&err);
  rest = restore (&in);
  answer.output = read_all (written);
  fclose (written);
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
