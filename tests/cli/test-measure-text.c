/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-text.h"

#include <string.h>

#include "program.h"
#include "sample-evidence.h"

static char *
printed (const HyEvidence *evidence)
{
  TestPrint print;

  test_print_begin (&print);
  hy_measure_text_print (evidence, print.output);
  return test_print_end (&print);
}

/* The whole of it: where it was measured, a class with its figures beside the model's, one that failed. */
static void
test_text (void)
{
  g_autoptr (HyEvidence) evidence = sample_evidence_new ();
  HyEvidenceClass *class = evidence->classes->pdata[0];
  g_autofree char *text = NULL;
  g_autofree char *wanted = NULL;

  class->measured->current = class->modelled->current + 8;
  class->measured->seconds = (HySpread){ 0.25, 0.125, 0.5, 1 };
  hy_verdict_free (class->verdict);
  class->verdict = hy_verdict_new (class->measured, class->modelled, 12);
  text = printed (evidence);
  wanted = g_strdup_printf ("CPython 3.12.1, default build, 64-bit, pymalloc  /usr/bin/python3  %s\n"
                            "sandbox none: turned off\n"
                            "\n"
                            "Order  1000 made by Order(i)\n"
                            "                               measured  modelled\n"
                            "  one more instance                  96        96  equal\n"
                            "  sys.getsizeof                       –        48\n"
                            "  sys.getsizeof of __dict__           –       104\n"
                            "  first look at __dict__ adds         –        64\n"
                            "  all, with values and list      155514    155506  +8, within the method’s 64 bytes\n"
                            "  tracemalloc for all: 151.9 KiB, peak 11.8 MiB\n"
                            "  resident memory grew by 4.0 KiB, the median of 5 runs (0 bytes to 8.0 KiB)\n"
                            "  making all took 250.0 ms, the median of 1 run (125.0 ms to 500.0 ms)\n"
                            "  measured equals modelled\n"
                            "\n"
                            "Order, __slots__  1000 made by Order(i)\n"
                            "  not measured: a.py:7: ValueError: x | y\n",
                            evidence->date);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_states (void)
{
  static const struct
  {
    gint64 requested, off_current;
    const char *error, *line;
  } cases[] = {
    { 96, 65, NULL, "  +65 bytes\n" },
    { 96, 0, NULL, "\n  measured equals modelled\n" },
    { 104, 0, NULL, "\n  one more instance                 104        96  +8 bytes\n" },
    { 104, 0, NULL, "\n  measured 8 bytes more than modelled\n" },
    { 96, 0, "no luck", "\n  not measured: a.py:7: ValueError: no luck\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyEvidence) evidence = sample_evidence_new ();
      HyEvidenceClass *class = evidence->classes->pdata[0];
      g_autofree char *text = NULL;

      g_ptr_array_set_size (evidence->classes, 1);
      class->measured->requested = cases[i].requested;
      class->measured->current = class->modelled->current + cases[i].off_current;
      if (cases[i].error != NULL)
        class->measured->error = hy_measured_error_new ("import", "ValueError", cases[i].error, "a.py", 7);
      hy_verdict_free (class->verdict);
      class->verdict = hy_verdict_new (class->measured, class->modelled, 12);
      text = printed (evidence);
      if (strstr (text, cases[i].line) == NULL)
        g_assert_cmpstr (text, ==, cases[i].line);
      g_assert_cmpint (cases[i].error == NULL, ==, strstr (text, "one more instance") != NULL);
    }
}

/* What the type says of itself is shown where it contradicts the model. */
static void
test_type (void)
{
  for (gint64 off = 0; off <= 8; off += 8)
    {
      g_autoptr (HyEvidence) evidence = sample_evidence_new ();
      HyEvidenceClass *class = evidence->classes->pdata[0];
      const HyTypeFacts *modelled = &class->modelled->type;
      g_autofree char *text = NULL;

      class->measured->type = (HyTypeFacts){ .known = TRUE,
                                             .name = g_strdup (modelled->name),
                                             .basicsize = modelled->basicsize,
                                             .dictoffset = modelled->dictoffset + off,
                                             .weakrefoffset = modelled->weakrefoffset,
                                             .flags = modelled->flags };
      hy_verdict_free (class->verdict);
      class->verdict = hy_verdict_new (class->measured, class->modelled, 12);
      text = printed (evidence);
      g_assert_nonnull (strstr (text, "\n  __basicsize__ "));
      g_assert_cmpint (strstr (text, "\n  offsets ") != NULL, ==, off != 0);
      g_assert_null (strstr (text, "\n  type flags "));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-text/text", test_text);
  g_test_add_func ("/measure-text/states", test_states);
  g_test_add_func ("/measure-text/type", test_type);
  return g_test_run ();
}
