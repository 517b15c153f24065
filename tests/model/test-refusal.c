/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-refusal.h"

static HyRefusal
setter_refusal (void)
{
  HyRefusal refusal = { g_strdup ("AttributeError: no setter"), g_new0 (HyEarlierText, 2), 2 };

  refusal.earlier[0] = (HyEarlierText){ 10, g_strdup ("AttributeError: can't set attribute 'a'") };
  refusal.earlier[1] = (HyEarlierText){ 9, g_strdup ("AttributeError: can't set attribute") };
  return refusal;
}

static void
test_words_by_version (void)
{
  HyRefusal refusal = setter_refusal ();

  g_assert_cmpstr (hy_refusal_text (&refusal, 15), ==, "AttributeError: no setter");
  g_assert_cmpstr (hy_refusal_text (&refusal, 11), ==, "AttributeError: no setter");
  g_assert_cmpstr (hy_refusal_text (&refusal, 10), ==, "AttributeError: can't set attribute 'a'");
  g_assert_cmpstr (hy_refusal_text (&refusal, 9), ==, "AttributeError: can't set attribute");
  g_assert_cmpstr (hy_refusal_text (&refusal, 6), ==, "AttributeError: can't set attribute");
  hy_refusal_clear (&refusal);
  g_assert_null (hy_refusal_text (&refusal, 6));
}

static void
test_copy_is_its_own (void)
{
  HyRefusal refusal = setter_refusal ();
  HyRefusal copy = hy_refusal_copy (&refusal);

  hy_refusal_clear (&refusal);
  g_assert_cmpstr (hy_refusal_text (&copy, 12), ==, "AttributeError: no setter");
  g_assert_cmpstr (hy_refusal_text (&copy, 8), ==, "AttributeError: can't set attribute");
  hy_refusal_clear (&copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refusal/words-by-version", test_words_by_version);
  g_test_add_func ("/refusal/copy-is-its-own", test_copy_is_its_own);
  return g_test_run ();
}
