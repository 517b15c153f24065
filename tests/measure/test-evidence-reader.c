/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-evidence.h"

#define PYTHON                                                                                                         \
  "\"interpreter\": {\"path\": \"/p\", \"status\": \"ok\", \"version\": \"3.12.1\", \"build\": \"default\", "          \
  "\"bits\": 64, \"allocator\": \"pymalloc\", \"prefix\": \"/p\"}"
#define SCHEMA "\"schema\": \"heapyard.measure/1\", "

/* A document, and the place that is named as wrong in it. */
static const struct
{
  const char *text, *place;
} wrong[] = {
  { "", "no JSON document" },
  { "[]", "no JSON document" },
  { "{}", "“schema”" },
  { "{\"schema\": \"heapyard.layout/1\"}", "“schema”" },
  { "{" SCHEMA "\"classes\": []}", "“interpreter”" },
  { "{" SCHEMA "\"interpreter\": {}, \"classes\": []}", "“interpreter”" },
  { "{" SCHEMA PYTHON "}", "“classes”" },
  { "{" SCHEMA PYTHON ", \"classes\": [3]}", "“name”" },
  { "{" SCHEMA PYTHON ", \"classes\": [{\"name\": \"A\"}]}", "“count”" },
};

static void
test_wrong (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hy_evidence_from_json (wrong[i].text, strlen (wrong[i].text), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (strstr (error->message, wrong[i].place));
    }
}

static void
test_classes (void)
{
  static const char text[] =
      "{" SCHEMA PYTHON ", \"classes\": [{\"name\": \"A\", \"count\": 10, \"file\": \"a.py\", \"factory\": \"A()\", "
      "\"measured\": {\"requested\": 48, \"points\": [[5, 300], [10, 600], [0, 1], [11]], \"points_spread\": "
      "[[290, 310]], \"by_rank\": [[48, 40]], \"blocks\": [48], \"made_before\": 2, \"rss\": {\"median\": 1, \"min\": "
      "1, \"max\": 2, \"runs\": 3}}, \"modelled\": {\"requested\": 48, \"blocks\": [{\"what\": \"instance\", "
      "\"requested\": 48}]}}, {\"name\": \"B\", \"count\": 1, \"error\": {\"message\": \"no\", \"line\": 7}}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (HyEvidence) evidence = hy_evidence_from_json (text, strlen (text), &error);
  const HyEvidenceClass *first, *second;

  g_assert_no_error (error);
  g_assert_cmpuint (evidence->classes->len, ==, 2);
  first = evidence->classes->pdata[0];
  second = evidence->classes->pdata[1];
  g_assert_cmpint (first->measured->requested, ==, 48);
  g_assert_cmpuint (first->measured->n_points, ==, 2);
  g_assert_cmpint (first->measured->points[0].min, ==, 290);
  g_assert_cmpint (first->measured->points[0].max, ==, 310);
  g_assert_cmpint (first->measured->points[1].min, ==, 600);
  g_assert_cmpuint (first->measured->n_ranks, ==, 1);
  g_assert_cmpuint (first->measured->made_before, ==, 2);
  g_assert_cmpuint (first->measured->rss.runs, ==, 3);
  g_assert_cmpuint (first->modelled->n_blocks, ==, 1);
  g_assert_cmpint (first->verdict->state, ==, HY_VERDICT_EQUAL);
  g_assert_cmpstr (second->measured->error->message, ==, "no");
  g_assert_cmpuint (second->measured->error->line, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence-reader/wrong", test_wrong);
  g_test_add_func ("/evidence-reader/classes", test_classes);
  return g_test_run ();
}
