/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-lesson-facts.h"

#define N_FACTS 10

/* Measured on each version: what the lesson's panel has to say. */
static void
test_truth (void)
{
  static const struct
  {
    guint minor;
    const char *truth[N_FACTS];
  } cases[] = {
    { 6, { "64 B", "80 B", "248 B", "248 B", "yes", "12.0 MB", "10.40 MB", "TypeError" } },
    { 10, { "48 B", "64 B", "64 B", "232 B", "yes", "10.4 MB", "8.80 MB", "TypeError" } },
    { 12, { "48 B", "64 B", "64 B", "184 B", "no: 48 B of values", "4.8 MB", "3.20 MB", "TypeError" } },
    { 13, { "48 B", "64 B", "64 B", "184 B", "no: values inside", "5.6 MB", "4.00 MB", "TypeError" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) facts = hy_lesson_facts (hy_abi_lookup (cases[i].minor, HY_BUILD_DEFAULT, 64));
      gsize n = 0;

      for (; n < N_FACTS && cases[i].truth[n] != NULL; n++)
        {
          const HyLessonFact *fact = facts->pdata[n];

          g_test_message ("3.%u %s", cases[i].minor, fact->what);
          g_assert_cmpstr (fact->truth, ==, cases[i].truth[n]);
          g_assert_true (fact->holds == g_str_equal (fact->claimed, fact->truth));
        }
      g_assert_cmpuint (facts->len, ==, n);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson-facts/truth", test_truth);
  return g_test_run ();
}
