/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-document.h"

#include <string.h>

#include "sample-evidence.h"

/* What was saved opens as what it was: written again it is the same text. */
static void
test_round_trip (void)
{
  g_autoptr (HyEvidence) evidence = sample_evidence_new ();
  g_autofree char *text = hy_measure_document (evidence, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (HyEvidence) again = hy_evidence_from_json (text, strlen (text), &error);
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  second = hy_measure_document (again, NULL, 0);
  g_assert_cmpstr (text, ==, second);
  g_assert_true (g_str_is_ascii (text));
}

static void
test_refused (void)
{
  const char *const texts[] = { "",
                                "{}",
                                "[]",
                                "{\"schema\": \"heapyard.layout/1\"}",
                                "{\"schema\": \"heapyard.measure/1\"}",
                                "{\"schema\": \"heapyard.measure/1\", \"classes\": [3], \"interpreter\": {}}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hy_evidence_from_json (texts[i], strlen (texts[i]), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (hy_evidence_load ("/nonexistent/evidence.json", &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-document/round-trip", test_round_trip);
  g_test_add_func ("/measure-document/refused", test_refused);
  return g_test_run ();
}
