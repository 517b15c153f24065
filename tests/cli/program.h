/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-command.h"

G_BEGIN_DECLS

/* The program as a person calls it, in this process. */

typedef struct
{
  HyExit status;
  char *output, *errors; /* what it wrote to standard output and standard error */
} TestAnswer;

/* Calls heapyard-cli with the words of @line, taken apart as a shell does. @input: its standard input; NULL for none.
 */
TestAnswer test_answer (const char *line, const char *input);

void test_answer_clear (TestAnswer *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestAnswer, test_answer_clear)

/* An output for a function that prints, and what came there. */
typedef struct
{
  HyOutput *output;
  int fd;
} TestPrint;

void test_print_begin (TestPrint *self);
char *test_print_end (TestPrint *self); /* (transfer full) */

/* A call and how it has to end. */
typedef struct
{
  const char *line;
  HyExit status;
  const char *output; /* the whole of it, or, where it ends with "…", how it begins; NULL for any */
  const char *errors; /* what stands in the errors; NULL: nothing may */
} TestCall;

/* Makes the call and compares. */
void test_call (const TestCall *call, const char *input);
void test_calls (const TestCall *calls, gsize n_calls, const char *input);

/* To be called first in main: g_test_init, and a working folder of its own, without settings of the person who tests.
 */
void test_program_init (int *argc, char ***argv);

/* Runs the tests and removes the working folder. Returns what main does. */
int test_program_run (void);

/* Writes a file into the working folder. */
void test_program_file (const char *name, const char *text);

/* FALSE, after skipping the test, when no Python is to be found. */
gboolean test_program_has_python (void);

G_END_DECLS
