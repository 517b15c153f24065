/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-command-table.h"

#include <glib/gi18n.h>

#include "hy-picture-command.h"

static HyExit
run (HyInvocation *invocation, GError **error)
{
  HyReportPictureOptions picture = { 0 };
  gboolean all = g_strcmp0 (invocation->options.python, "all") == 0;

  return hy_picture_command_run (invocation, all ? hy_report_picture_upgrade : hy_report_picture_chart, &picture,
                                 error);
}

const HyCommand hy_command_chart = {
  .name = "chart",
  .arguments = "[FILE[:CLASS]...] -o FILE",
  .summary = N_ ("Draw memory against instance count"),
  .details = N_ ("A line for each class; the area between the dearest and the cheapest is what is paid for nothing.\n"
                 "With --python all: a bar for each version, and what an upgrade changes."),
  .example = "heapyard-cli chart --count 100k -o chart.svg",
  .takes_files = TRUE,
  .options = HY_OPTION (COUNT) | HY_OPTION (OUTPUT) | HY_OPTION (SIZE) | HY_OPTION (SCALE) | HY_OPTION (DARK) |
             HY_OPTION (INCLUDE) | HY_OPTION (MEASURED_REPLY) | HY_OPTION (PYTHON) | HY_OPTION (BUILD) |
             HY_OPTION (BITS) | HY_OPTION (FACTORY),
  .run = run,
};
