/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-probe-reply.h"

#include <math.h>
#include <string.h>

#define TYPE                                                                                                           \
  "\"type\": {\"name\": \"C\", \"basicsize\": 16, \"itemsize\": 0, \"dictoffset\": -1, \"weakrefoffset\": -32, "       \
  "\"flags\": [\"HAVE_GC\", \"MANAGED_DICT\", \"NO_SUCH\", 3], \"members\": {\"b\": 24, \"a\": 16, \"x\": \"no\"}}"
#define LAYOUT                                                                                                         \
  "{\"event\": \"result\", \"requested\": 96, \"getsizeof\": 48, \"by_rank\": [[312, 1], [96, 39]], \"blocks\": [48, " \
  "48], "                                                                                                              \
  "\"dict\": {\"requested\": 64, \"getsizeof\": 104}, " TYPE ", \"values_apart\": true, \"warmed\": true}"

static HyProbeReplyKind
read_reply (const char *reply, HyProbeStep step, HyMeasured **measured, HyProbeRun *run, guint *foreign)
{
  HyProbeRun own = { NAN, NAN, NAN, NAN, NULL };
  HyProbeReplyKind kind;

  *measured = hy_measured_new ();
  kind = hy_probe_reply_read (reply, strlen (reply), "T ", step, *measured, run ? run : &own, foreign);
  if (!run)
    hy_probe_run_clear (&own);
  return kind;
}

static void
test_layout (void)
{
  g_autoptr (HyMeasured) measured = NULL;
  guint foreign;

  g_assert_cmpint (
      read_reply ("garbage\nT {\"event\": \"phase\"}\nT " LAYOUT "\nmore", HY_PROBE_LAYOUT, &measured, NULL, &foreign),
      ==, HY_PROBE_REPLY_RESULT);
  g_assert_cmpuint (foreign, ==, 2);
  g_assert_cmpint (measured->requested, ==, 96);
  g_assert_cmpint (measured->dict_getsizeof, ==, 104);
  g_assert_cmpint (measured->materialized, ==, 64);
  g_assert_cmpuint (measured->n_ranks, ==, 2);
  g_assert_cmpuint (measured->ranks[1].count, ==, 39);
  g_assert_cmpuint (measured->n_blocks, ==, 2);
  g_assert_cmpint (measured->type.flags, ==, HY_FLAG_HAVE_GC | HY_FLAG_MANAGED_DICT);
  g_assert_cmpuint (measured->type.n_members, ==, 2);
  g_assert_cmpstr (measured->type.members[0].name, ==, "a");
}

static void
test_run (void)
{
  g_autoptr (HyMeasured) measured = NULL;
  g_auto (HyProbeRun) run = { NAN, NAN, NAN, NAN, NULL };
  guint foreign;

  g_assert_cmpint (read_reply ("T {\"event\": \"result\", \"seconds\": 0.5, \"rss\": 4096, \"read_name\": \"a\"}\n",
                               HY_PROBE_RUN, &measured, &run, &foreign),
                   ==, HY_PROBE_REPLY_RESULT);
  g_assert_cmpfloat (run.seconds, ==, 0.5);
  g_assert_cmpfloat (run.rss, ==, 4096);
  g_assert_true (isnan (run.read_seconds));
  g_assert_cmpstr (run.read_name, ==, "a");
}

static void
test_error (void)
{
  g_autoptr (HyMeasured) measured = NULL;
  g_autofree char *text = NULL;
  guint foreign;

  g_assert_cmpint (read_reply ("T {\"event\": \"error\", \"phase\": \"import\", \"type\": \"ValueError\", \"message\": "
                               "\"x\", \"file\": \"a.py\", \"line\": 7}\n",
                               HY_PROBE_TOTAL, &measured, NULL, &foreign),
                   ==, HY_PROBE_REPLY_ERROR);
  text = hy_measured_error_describe (measured->error);
  g_assert_cmpstr (text, ==, "a.py:7: ValueError: x");
}

/* None of these is an answer, and none does harm. */
static void
test_no_answer (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *deep_line = g_strdup_printf ("T %s\n", deep);
  const char *const replies[] = {
    "",
    "\n\n\n",
    "T ",
    "T \n",
    "T {}\n",
    "T []\n",
    "T {\"event\": 3}\n",
    "T {\"event\": \"result\"}\n",
    "T {\"event\": \"result\", \"requested\": \"96\"}\n",
    "T {\"event\": \"result\", \"requested\": 96, \"getsizeof\": 48, \"by_rank\": [[1]], " TYPE "}\n",
    "T {\"event\": \"result\", \"requested\": 96, \"getsizeof\": 48, \"by_rank\": [[1, -1]], " TYPE "}\n",
    "T {\"event\": \"result\", \"requested\": 1e300, \"getsizeof\": 48, \"by_rank\": [], " TYPE "}\n",
    "T {\"event\": \"res\xff\"}\n",
    "T " LAYOUT, /* cut off: no newline */
    deep_line
  };

  for (gsize i = 0; i < G_N_ELEMENTS (replies); i++)
    {
      g_autoptr (HyMeasured) measured = NULL;
      guint foreign;

      g_test_message ("reply %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (read_reply (replies[i], HY_PROBE_LAYOUT, &measured, NULL, &foreign), ==, HY_PROBE_REPLY_NONE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/probe-reply/layout", test_layout);
  g_test_add_func ("/probe-reply/run", test_run);
  g_test_add_func ("/probe-reply/error", test_error);
  g_test_add_func ("/probe-reply/no-answer", test_no_answer);
  return g_test_run ();
}
