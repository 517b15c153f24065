/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-words.h"

#include <locale.h>

#include "sample-evidence.h"

static void
test_numbers (void)
{
  static const struct
  {
    gint64 number;
    const char *grouped, *size;
  } cases[] = {
    { 0, "0", "0 bytes" },
    { 999, "999", "999 bytes" },
    { 1000, "1,000", "1000 bytes" },
    { -1234567, "-1,234,567", "-1.2 MiB" },
    { 1024, "1,024", "1.0 KiB" },
    { 12189874, "12,189,874", "11.6 MiB" },
    { G_MAXINT64, "9,223,372,036,854,775,807", "8388608.0 TiB" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *grouped = hy_measure_words_grouped (cases[i].number);
      g_autofree char *size = hy_measure_words_size (cases[i].number);

      g_assert_cmpstr (grouped, ==, cases[i].grouped);
      g_assert_cmpstr (size, ==, cases[i].size);
    }
}

/* These are documents for others: the locale of the person who measures is not theirs. */
static void
test_locale (void)
{
  static const char *const names[] = { "de_DE.UTF-8", "de_DE.utf8", "es_ES.UTF-8", "es_ES.utf8", "fr_FR.UTF-8" };
  const char *found = NULL;
  g_autofree char *size = NULL;
  g_autofree char *decimal = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && found == NULL; i++)
    found = setlocale (LC_NUMERIC, names[i]);
  if (found == NULL)
    {
      g_test_skip ("no locale with a decimal comma here");
      return;
    }
  size = hy_measure_words_size (1536);
  decimal = hy_measure_words_decimal (-0.125, 2);
  setlocale (LC_NUMERIC, "C");
  g_assert_cmpstr (size, ==, "1.5 KiB");
  g_assert_cmpstr (decimal, ==, "-0.12");
}

static void
test_row (void)
{
  static const struct
  {
    HyVerdictRow row;
    const char *words;
  } cases[] = {
    { { .state = HY_VERDICT_EQUAL, .is_bytes = TRUE, .measured = 96, .modelled = 96, .tolerance = 64 }, "equal" },
    { { .state = HY_VERDICT_EQUAL, .is_bytes = TRUE, .measured = 90, .modelled = 96, .tolerance = 64 },
      "-6, within the method’s 64 bytes" },
    { { .state = HY_VERDICT_EQUAL, .measured = -1, .modelled = 3 }, "equal" },
    { { .state = HY_VERDICT_OFF, .is_bytes = TRUE, .measured = 104, .modelled = 96 }, "+8 bytes" },
    { { .state = HY_VERDICT_OFF, .measured = -1, .modelled = -1 }, "differs" },
    { { .state = HY_VERDICT_UNKNOWN, .is_bytes = TRUE, .measured = 104, .modelled = -1 }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = hy_measure_words_row (&cases[i].row);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_title (void)
{
  g_autoptr (HyEvidence) evidence = sample_evidence_new ();
  g_autofree char *plain = hy_measure_words_title (evidence->classes->pdata[0]);
  g_autofree char *plan = hy_measure_words_title (evidence->classes->pdata[1]);

  g_assert_cmpstr (plain, ==, "Order");
  g_assert_cmpstr (plan, ==, "Order, __slots__");
}

/* Every time in a unit that suits it, every spread with what it is the median of, nothing that was not measured. */
static void
test_machine (void)
{
  g_autoptr (HyEvidence) evidence = sample_evidence_new ();
  HyEvidenceClass *class = evidence->classes->pdata[0];
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) none = hy_measure_words_machine (evidence->classes->pdata[1]);
  static const char *const wanted[] = {
    "tracemalloc for all: 11.8 MiB, peak 11.8 MiB",
    "resident memory grew by 4.0 KiB, the median of 5 runs (0 bytes to 8.0 KiB)",
    "allocated blocks: 2,004, the median of 1 run (2,004 to 2,004)",
    "making all took 12.5 ms, the median of 3 runs (1.2 µs to 1.50 s)",
    "reading .id once: 9.9 ns, the median of 2 runs (0.1 ns to 1.0 µs)",
    "the values that the factory makes could not be told apart, and are in the bytes of an instance",
    "the file can’t be run twice in one process, so the first instances may show code that warms up",
    NULL
  };

  class->measured->allocated_blocks = (HySpread){ 2004, 2004, 2004, 1 };
  class->measured->seconds = (HySpread){ 0.0125, 0.00000125, 1.5, 3 };
  class->measured->read_seconds = (HySpread){ 9.9e-9, 1e-10, 1e-6, 2 };
  class->measured->read_name = g_strdup ("id");
  class->measured->values_apart = class->measured->warmed = FALSE;
  lines = hy_measure_words_machine (class);
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpstr (lines[i], ==, wanted[i]);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

/* A shell takes the words apart as they were. */
static void
test_command (void)
{
  g_autoptr (HyEvidence) evidence = sample_evidence_new ();
  const char *words[] = { "heapyard-cli", "measure", "a.py:B", "", "it's", "f'{i}'", "a b", "$x", "~", "ü", NULL };
  g_autofree char *text = NULL;
  g_auto (GStrv) again = NULL;

  g_strfreev (evidence->command);
  evidence->command = g_strdupv ((char **) words);
  text = hy_measure_words_command (evidence);
  g_assert_true (g_str_has_prefix (text, "heapyard-cli measure a.py:B '' "));
  g_assert_true (g_shell_parse_argv (text, NULL, &again, NULL));
  g_assert_true (g_strv_equal ((const char *const *) again, words));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-words/numbers", test_numbers);
  g_test_add_func ("/measure-words/locale", test_locale);
  g_test_add_func ("/measure-words/row", test_row);
  g_test_add_func ("/measure-words/title", test_title);
  g_test_add_func ("/measure-words/machine", test_machine);
  g_test_add_func ("/measure-words/command", test_command);
  return g_test_run ();
}
