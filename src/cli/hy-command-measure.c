/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-command-table.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "hy-measure-choice.h"
#include "hy-measure-document.h"
#include "hy-measure-markdown.h"
#include "hy-measure-text.h"
#include "hy-measure.h"

static void
on_progress (const HyMeasureProgress *progress, gpointer data)
{
  g_printerr ("\r\033[K%s: %s  %u/%u", progress->name, progress->phase ? progress->phase : "…", progress->step,
              progress->n_steps);
}

static HyEvidence *
measure (HyInvocation *invocation, HyMeasureRequest *request, GError **error)
{
  gboolean shown = isatty (STDERR_FILENO);
  HyEvidence *evidence = hy_measure_run (request, NULL, shown ? on_progress : NULL, NULL, error);

  if (shown)
    g_printerr ("\r\033[K");
  if (evidence)
    {
      g_strfreev (evidence->command);
      evidence->command = hy_measure_command (invocation, request);
    }
  return evidence;
}

/* 3 when a class could not be measured, 1 when a measurement contradicts the model. */
static HyExit
exit_of (const HyEvidence *evidence)
{
  HyExit status = HY_EXIT_FINE;

  for (guint i = 0; i < evidence->classes->len; i++)
    {
      const HyEvidenceClass *class = evidence->classes->pdata[i];

      if (class->measured->error)
        return HY_EXIT_CANNOT;
      if (class->verdict->state == HY_VERDICT_OFF)
        status = HY_EXIT_NO;
    }
  return status;
}

static HyExit
run (HyInvocation *invocation, GError **error)
{
  const HyOptions *options = &invocation->options;
  g_autoptr (HyInterpreter) interpreter = NULL;
  g_autoptr (HyMeasureRequest) request = NULL;
  g_autoptr (HySelection) selection = NULL;
  g_autoptr (HyEvidence) evidence = NULL;
  g_autofree char *text = NULL;
  HyExit read_status;

  if (options->json && options->markdown)
    {
      g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--json and --markdown: choose one"));
      return HY_EXIT_USAGE;
    }
  selection = hy_selection_read (options, invocation->arguments, error);
  interpreter = selection ? hy_measure_choose_interpreter (options, invocation->arguments, error) : NULL;
  request = interpreter ? hy_measure_choose_bounds (options, interpreter, error) : NULL;
  if (!request || !hy_measure_choose_classes (request, options, selection, error))
    return HY_EXIT_USAGE;
  evidence = measure (invocation, request, error);
  if (!evidence)
    return HY_EXIT_CANNOT;
  if (options->json)
    text = hy_measure_document (evidence, (HyFiguresError *const *) selection->errors->pdata, selection->errors->len);
  else if (options->markdown)
    text = hy_measure_markdown (evidence, NULL);
  if (text)
    hy_output_add (invocation->output, text);
  else
    hy_measure_text_print (evidence, invocation->output);
  read_status = hy_selection_report (selection);
  return read_status != HY_EXIT_FINE ? read_status : exit_of (evidence);
}

const HyCommand hy_command_measure = {
  .name = "measure",
  .arguments = "[FILE:CLASS...]",
  .summary = N_ ("Measure classes on a Python of this machine, beside what the model says"),
  .details =
      N_ ("Runs the file: in fresh processes of its own with limits of time and memory, without network and with a\n"
          "read-only view of the file system where bubblewrap is installed. Exits with 1 when a figure contradicts\n"
          "the model, with 3 when a class could not be measured."),
  .example = "heapyard-cli measure --count 10k --markdown",
  .takes_files = TRUE,
  .options = HY_OPTION (COUNT) | HY_OPTION (INTERPRETER) | HY_OPTION (FACTORY) | HY_OPTION (TIMEOUT) |
             HY_OPTION (MEMORY_LIMIT) | HY_OPTION (NO_SANDBOX) | HY_OPTION (TEMPORARY_FOLDER) | HY_OPTION (PLANS) |
             HY_OPTION (MARKDOWN) | HY_OPTION (JSON),
  .run = run,
};
