/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-command-table.h"

#include <glib/gi18n.h>

#include "hy-picture-command.h"
#include "hy-suggest.h"

static gboolean
parse_arrange (const char *text, HyArrange *arrange, GError **error)
{
  static const char *const words[] = { "instance", "address", NULL };
  const char *near;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (text == NULL || g_str_equal (text, words[i]))
        {
          *arrange = i == 0 ? HY_ARRANGE_INSTANCE : HY_ARRANGE_ADDRESS;
          return TRUE;
        }
    }
  near = hy_suggest (text, words);
  g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--arrange: “%s” is no arrangement; give %s"), text,
               near != NULL ? near : "instance or address");
  return FALSE;
}

static HyExit
run (HyInvocation *invocation, GError **error)
{
  HyReportPictureOptions picture = { 0 };

  if (!parse_arrange (invocation->options.arrange, &picture.arrange, error))
    return HY_EXIT_USAGE;
  return hy_picture_command_run (invocation, hy_report_picture_yard, &picture, error);
}

const HyCommand hy_command_yard = {
  .name = "yard",
  .arguments = "[FILE[:CLASS]...] -o FILE",
  .summary = N_ ("Draw instances as they lie in memory, the same bytes as the same area"),
  .details = N_ ("A square is a word of memory in every lane. By instance each object has its attribute store beside\n"
                 "it; by address blocks lie in the pools and arenas of the allocator."),
  .example = "heapyard-cli yard --count 100 -o yard.png --scale 2",
  .takes_files = TRUE,
  .options = HY_OPTION (COUNT) | HY_OPTION (OUTPUT) | HY_OPTION (ARRANGE) | HY_OPTION (SIZE) | HY_OPTION (SCALE) |
             HY_OPTION (DARK) | HY_OPTION (PYTHON) | HY_OPTION (BUILD) | HY_OPTION (BITS) | HY_OPTION (FACTORY),
  .run = run,
};
