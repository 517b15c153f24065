/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-markdown.h"

#include <string.h>

#include "sample-evidence.h"

/* The table, row by row: nothing that a class or an error is called ends a column early. */
static void
test_table (void)
{
  g_autoptr (HyEvidence) evidence = sample_evidence_new ();
  g_autofree char *text = hy_measure_markdown (evidence, NULL);

  g_assert_true (g_str_has_prefix (text, "### Memory per instance, measured\n\n"
                                         "| | bytes per instance | modelled | 1,000 of them | saved | verdict |\n"
                                         "|---|---:|---:|---:|---:|---|\n"
                                         "| `Order` | 96 | 96 | 11.8 MiB |  | "));
  g_assert_nonnull (strstr (text, "\n| `Order, __slots__` | – | – | – |  | a.py:7: ValueError: x \\| y |\n"));
}

static void
test_saving (void)
{
  static const struct
  {
    gint64 first, second;
    const char *cells;
  } cases[] = {
    { 2048, 1024, "| 1.0 KiB | 1.0 KiB (50.0%) |" },
    { 1000, 1000, "| 1000 bytes | 0 bytes (0.0%) |" },
    { 1000, 1004, "| 1004 bytes | -4 bytes (-0.4%) |" },
    { 0, 1000, "| 1000 bytes |  |" },
    { -1, 1000, "| 1000 bytes |  |" },
    { 1000, -1, "| – |  |" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyEvidence) evidence = sample_evidence_new ();
      g_autofree char *text = NULL;

      ((HyEvidenceClass *) evidence->classes->pdata[0])->measured->current = cases[i].first;
      ((HyEvidenceClass *) evidence->classes->pdata[1])->measured->current = cases[i].second;
      text = hy_measure_markdown (evidence, NULL);
      g_assert_nonnull (strstr (strstr (text, "\n| `Order, __slots__`"), cases[i].cells));
    }
}

/* Where the picture is, what was measured on and how it is measured again. */
static void
test_provenance (void)
{
  g_autoptr (HyEvidence) evidence = sample_evidence_new ();
  g_autofree char *text = hy_measure_markdown (evidence, "chart.png");
  g_autofree char *from =
      g_strdup_printf ("\nCPython 3.12.1, default build, 64-bit, pymalloc · %s · %s · sandbox none: turned off\n",
                       evidence->system, evidence->date);
  g_autofree char *unrepeatable = NULL;

  g_assert_nonnull (strstr (text, "![Memory against instance count](chart.png)\n"));
  g_assert_nonnull (strstr (text, from));
  g_assert_nonnull (strstr (text, "```console\nheapyard-cli measure 'it'\\''s here.py:Order'\n```\n"));
  g_assert_nonnull (strstr (text, "`Order` made by `Order(i)`: tracemalloc for all: 11.8 MiB, peak 11.8 MiB; "));
  g_clear_pointer (&evidence->command, g_strfreev);
  evidence->command = g_new0 (char *, 1);
  unrepeatable = hy_measure_markdown (evidence, NULL);
  g_assert_null (strstr (unrepeatable, "```"));
  g_assert_null (strstr (unrepeatable, "!["));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-markdown/table", test_table);
  g_test_add_func ("/measure-markdown/saving", test_saving);
  g_test_add_func ("/measure-markdown/provenance", test_provenance);
  return g_test_run ();
}
