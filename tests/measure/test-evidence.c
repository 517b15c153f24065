/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-evidence.h"

#include "fake-python.h"

static void
test_blank (void)
{
  g_autoptr (HyInterpreter) interpreter = fake_python_at ("/usr/bin/python3");
  g_autoptr (HyEvidence) evidence = hy_evidence_new (interpreter);
  g_autofree char *described = hy_evidence_describe_interpreter (evidence);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (evidence->date, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_cmpstr (described, ==, "CPython 3.12.1, default build, 64-bit, pymalloc");
  g_assert_nonnull (date);
  g_assert_true (g_str_has_suffix (evidence->date, "Z"));
  g_assert_cmpint (ABS (g_date_time_difference (now, date)), <, G_TIME_SPAN_HOUR);
  g_assert_true (g_str_has_prefix (evidence->system, "Linux "));
  g_assert_null (evidence->command[0]);
  g_assert_cmpuint (evidence->classes->len, ==, 0);
}

/* The verdict is made at once, for the interpreter that measured: before 3.11 a total is only good to 2 KiB. */
static void
test_add (void)
{
  static const struct
  {
    guint minor;
    gint64 off;
    HyVerdictState state;
  } cases[] = {
    { 12, 0, HY_VERDICT_EQUAL },    { 12, 64, HY_VERDICT_EQUAL }, { 12, 65, HY_VERDICT_OFF },
    { 10, 2048, HY_VERDICT_EQUAL }, { 10, 2049, HY_VERDICT_OFF },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyInterpreter) interpreter = fake_python_at ("/usr/bin/python3");
      g_autoptr (HyEvidence) evidence = NULL;
      g_autoptr (HyClassDef) def = hy_class_def_new_order ();
      g_autoptr (HyMeasured) measured = hy_measured_new ();
      g_autoptr (HyModelled) modelled =
          hy_modelled_new (def, hy_abi_lookup (cases[i].minor, HY_BUILD_DEFAULT, 64), 1000);
      HyEvidenceClass *class;

      interpreter->minor = cases[i].minor;
      measured->requested = modelled->requested;
      measured->current = modelled->current + cases[i].off;
      evidence = hy_evidence_new (interpreter);
      class = hy_evidence_add (evidence, "a.py", "Order", "tuple", "Order(i)", "class Order", 1000, measured, modelled);
      g_assert_true (class == evidence->classes->pdata[0]);
      g_assert_cmpstr (class->file, ==, "a.py");
      g_assert_cmpstr (class->plan, ==, "tuple");
      g_assert_cmpstr (class->source, ==, "class Order");
      g_assert_cmpuint (class->count, ==, 1000);
      g_assert_cmpint (class->verdict->state, ==, cases[i].state);
    }
}

/* The last reference takes the classes with it, an earlier one does not. */
static void
test_lifetime (void)
{
  g_autoptr (HyInterpreter) interpreter = fake_python_at ("/usr/bin/python3");
  HyEvidence *evidence = hy_evidence_new (interpreter);
  g_autoptr (HyEvidence) kept = hy_evidence_ref (evidence);
  g_autoptr (HyMeasured) measured = hy_measured_new ();
  g_autoptr (HyModelled) modelled = hy_modelled_new_unknown ("a riddle");

  hy_evidence_add (evidence, NULL, "A", NULL, NULL, NULL, 1, measured, modelled);
  hy_evidence_unref (evidence);
  g_assert_cmpstr (((HyEvidenceClass *) kept->classes->pdata[0])->name, ==, "A");
  g_assert_cmpstr (((HyEvidenceClass *) kept->classes->pdata[0])->verdict->reason, ==, "a riddle");
}

/* One sentence each, for documents that list them. */
static void
test_method (void)
{
  const char *const *sentences = hy_evidence_method ();

  g_assert_cmpuint (g_strv_length ((char **) sentences), >=, 3);
  for (; *sentences != NULL; sentences++)
    {
      g_assert_true (g_str_has_suffix (*sentences, "."));
      g_assert_null (strchr (*sentences, '\n'));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/blank", test_blank);
  g_test_add_func ("/evidence/add", test_add);
  g_test_add_func ("/evidence/lifetime", test_lifetime);
  g_test_add_func ("/evidence/method", test_method);
  return g_test_run ();
}
