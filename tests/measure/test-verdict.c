/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-verdict.h"

static HyMeasured *
measured_new (gint64 requested, const gint64 *blocks, gsize n_blocks)
{
  HyMeasured *self = hy_measured_new ();

  self->requested = requested;
  self->blocks = g_memdup2 (blocks, n_blocks * sizeof *blocks);
  self->n_blocks = n_blocks;
  self->current = 100000;
  return self;
}

static HyModelled *
modelled_new (gint64 requested, const gint64 *blocks, gsize n_blocks, gint64 current)
{
  HyModelled *self = hy_modelled_new_unknown (NULL);

  self->requested = requested;
  self->blocks = g_new0 (HyModelledBlock, MAX (n_blocks, 1));
  for (gsize i = 0; i < n_blocks; i++)
    self->blocks[i] = (HyModelledBlock){ g_strdup_printf ("block %" G_GSIZE_FORMAT, i), blocks[i] };
  self->n_blocks = n_blocks;
  self->current = current;
  return self;
}

static const struct
{
  const char *name;
  gint64 measured[2], modelled[2]; /* blocks; 0: none */
  gint64 current;
  guint minor;
  HyVerdictState state;
  const char *text;
} cases[] = {
  { "equal", { 48, 56 }, { 56, 48 }, 100000, 12, HY_VERDICT_EQUAL, "measured equals modelled" },
  { "more", { 56, 48 }, { 48, 48 }, 100000, 12, HY_VERDICT_OFF, "measured 8 bytes more than modelled" },
  { "less", { 48, 0 }, { 48, 64 }, 100000, 12, HY_VERDICT_OFF, "measured 64 bytes less than modelled" },
  { "within", { 48, 0 }, { 48, 0 }, 100064, 12, HY_VERDICT_EQUAL, "measured equals modelled" },
  { "beyond", { 48, 0 }, { 48, 0 }, 100065, 12, HY_VERDICT_OFF, "measured and modelled differ in a part" },
  { "old", { 48, 0 }, { 48, 0 }, 102048, 10, HY_VERDICT_EQUAL, "measured equals modelled" },
  { "older", { 48, 0 }, { 48, 0 }, 102049, 10, HY_VERDICT_OFF, "measured and modelled differ in a part" },
};

static gsize
count_blocks (const gint64 blocks[2])
{
  return (blocks[0] > 0) + (blocks[1] > 0);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyMeasured) measured = measured_new (cases[i].measured[0] + cases[i].measured[1], cases[i].measured,
                                                      count_blocks (cases[i].measured));
      g_autoptr (HyModelled) modelled = modelled_new (cases[i].modelled[0] + cases[i].modelled[1], cases[i].modelled,
                                                      count_blocks (cases[i].modelled), cases[i].current);
      g_autoptr (HyVerdict) verdict = hy_verdict_new (measured, modelled, cases[i].minor);
      g_autofree char *text = hy_verdict_describe (verdict);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (verdict->state, ==, cases[i].state);
    }
}

static void
test_unknown (void)
{
  const gint64 blocks[] = { 48 };
  g_autoptr (HyMeasured) measured = measured_new (48, blocks, 1);
  g_autoptr (HyModelled) modelled = hy_modelled_new_unknown ("a base from elsewhere");
  g_autoptr (HyVerdict) verdict = hy_verdict_new (measured, modelled, 12);
  g_autofree char *text = hy_verdict_describe (verdict);

  g_assert_cmpstr (text, ==, "not modelled: a base from elsewhere");
  g_assert_cmpint (verdict->off, ==, 0);
}

/* Values in the measured bytes: they are no contradiction. */
static void
test_values_inside (void)
{
  const gint64 blocks[] = { 48 };
  g_autoptr (HyMeasured) measured = measured_new (80, blocks, 1);
  g_autoptr (HyModelled) modelled = modelled_new (48, blocks, 1, 100000);
  g_autoptr (HyVerdict) verdict = NULL;

  measured->values_apart = FALSE;
  verdict = hy_verdict_new (measured, modelled, 12);
  g_assert_cmpint (((HyVerdictRow *) verdict->rows->pdata[0])->state, ==, HY_VERDICT_UNKNOWN);
  g_assert_cmpint (verdict->state, !=, HY_VERDICT_OFF);
}

/* Instances that the file itself keeps: those that are measured come later, and cost as the later ones do. */
static void
test_made_before (void)
{
  for (guint kept = 0; kept < 2; kept++)
    {
      const gint64 blocks[] = { 48 };
      g_autoptr (HyMeasured) measured = measured_new (48, blocks, 1);
      g_autoptr (HyModelled) modelled = modelled_new (48, blocks, 1, 100000 + 3 * 200);
      g_autoptr (HyVerdict) verdict = NULL;

      measured->made_before = kept;
      measured->ranks = g_new0 (HyMeasuredRank, 2);
      measured->ranks[measured->n_ranks++] = (HyMeasuredRank){ 248, 2 };
      measured->ranks[measured->n_ranks++] = (HyMeasuredRank){ 48, 38 };
      measured->points = g_new0 (HyMeasuredPoint, 1);
      measured->points[measured->n_points++] = (HyMeasuredPoint){ 1000, 100000, 100000, 100000 };
      modelled->ranks = g_new0 (HyMeasuredRank, 2);
      modelled->ranks[modelled->n_ranks++] = (HyMeasuredRank){ 248, 5 };
      modelled->ranks[modelled->n_ranks++] = (HyMeasuredRank){ 48, 35 };
      verdict = hy_verdict_new (measured, modelled, 12);
      g_assert_cmpint (verdict->state, ==, kept > 0 ? HY_VERDICT_EQUAL : HY_VERDICT_OFF);
    }
}

/* What the class makes is one figure of the model and as many blocks as it takes. */
static void
test_own_values (void)
{
  const gint64 seen[] = { 64, 56, 48 }, known[] = { 48, 120 };

  for (gint64 wrong = 0; wrong <= 8; wrong += 8)
    {
      g_autoptr (HyMeasured) measured = measured_new (168, seen, 3);
      g_autoptr (HyModelled) modelled = modelled_new (168, known, 2, 100000);
      g_autoptr (HyVerdict) verdict = NULL;

      g_free (modelled->blocks[1].what);
      modelled->blocks[1].what = g_strdup (HY_MODELLED_OWN_VALUES);
      modelled->blocks[1].requested += wrong;
      verdict = hy_verdict_new (measured, modelled, 12);
      g_assert_cmpint (verdict->state, ==, wrong ? HY_VERDICT_OFF : HY_VERDICT_EQUAL);
    }
}

static void
test_spread (void)
{
  double odd[] = { 3, 1, 2 }, even[] = { 4, 1, 3, 2 };
  const HySpread first = hy_spread_of (odd, 3), second = hy_spread_of (even, 4);

  g_assert_cmpfloat (first.median, ==, 2);
  g_assert_cmpfloat (first.min, ==, 1);
  g_assert_cmpfloat (first.max, ==, 3);
  g_assert_cmpfloat (second.median, ==, 2.5);
  g_assert_cmpuint (second.runs, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict/cases", test_cases);
  g_test_add_func ("/verdict/unknown", test_unknown);
  g_test_add_func ("/verdict/values-inside", test_values_inside);
  g_test_add_func ("/verdict/made-before", test_made_before);
  g_test_add_func ("/verdict/own-values", test_own_values);
  g_test_add_func ("/verdict/spread", test_spread);
  return g_test_run ();
}
