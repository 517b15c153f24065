/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-command-table.h"

#include <glib/gi18n.h>

#include "hy-layout-text.h"
#include "hy-layout-figures.h"
#include "hy-model-choice.h"
#include "hy-selection.h"

/* All builds of the first class, then those of the next. */
static GPtrArray *
footprints_new (HySelection *selection, GPtrArray *builds)
{
  GPtrArray *footprints = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_footprint_unref);

  for (guint i = 0; i < selection->classes->len; i++)
    for (guint j = 0; j < builds->len; j++)
      {
        g_autoptr (HyLayout) layout =
            hy_layouter_layout (g_ptr_array_index (selection->classes, i), g_ptr_array_index (builds, j));
        g_ptr_array_add (footprints, hy_footprint_new (layout));
      }
  return footprints;
}

static void
print_text (GPtrArray *footprints, gsize n_classes, gsize n_builds, HyOutput *output)
{
  HyFootprint *const *all = (HyFootprint *const *) footprints->pdata;

  if (n_builds > 1)
    {
      hy_layout_text_versions (all, n_classes, n_builds, output);
      return;
    }
  for (gsize i = 0; i < n_classes; i++)
    {
      if (i > 0)
        hy_output_add (output, "\n");
      hy_layout_text_print (all[i], output);
    }
  hy_layout_text_compare (all, n_classes, output);
}

static HyExit
run (HyInvocation *invocation, GError **error)
{
  const HyOptions *options = &invocation->options;
  g_autoptr (GPtrArray) builds = NULL;
  g_autoptr (GPtrArray) footprints = NULL;
  g_autoptr (HySelection) selection = NULL;
  g_autofree char *text = NULL;

  if (!hy_options_check_format (options, error))
    return HY_EXIT_USAGE;
  builds = hy_model_choice (options, error);
  selection = builds != NULL ? hy_selection_read (options, invocation->arguments, error) : NULL;
  if (selection == NULL)
    return HY_EXIT_USAGE;
  footprints = footprints_new (selection, builds);
  if (options->json)
    text = hy_layout_figures_to_json ((HyFootprint *const *) footprints->pdata, footprints->len,
                                      (HyFiguresError *const *) selection->errors->pdata, selection->errors->len);
  else if (options->csv)
    text = hy_layout_figures_to_csv ((HyFootprint *const *) footprints->pdata, footprints->len);
  if (text != NULL)
    hy_output_add (invocation->output, text);
  else
    print_text (footprints, selection->classes->len, builds->len, invocation->output);
  return hy_selection_report (selection);
}

const HyCommand hy_command_layout = {
  .name = "layout",
  .arguments = "[FILE[:CLASS]...]",
  .summary = N_ ("Show how instances of classes are laid out and what one costs"),
  .details = N_ ("Reads the classes of Python files without running them, and says what CPython makes of them: the\n"
                 "spans of an instance's memory, bytes per instance, what its first instances and its __dict__ add.\n"
                 "FILE may be - for standard input. CLASS is a name in it, as Outer.Inner; without it all are shown."),
  .example = "heapyard-cli layout orders.py:Order --factory \"Order(f'ORD-{i}', 99.99)\" --python all",
  .takes_files = TRUE,
  .options = HY_OPTION (PYTHON) | HY_OPTION (BUILD) | HY_OPTION (BITS) | HY_OPTION (FACTORY) | HY_OPTION (BATCH) |
             HY_OPTION (JSON) | HY_OPTION (CSV),
  .run = run,
};
