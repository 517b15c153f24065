/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-value-tally.h"

#include "recipes.h"

static guint64
sum (HyValue *const *values, gsize n, guint minor, guint64 count)
{
  const HyAbi *abi = hy_abi_lookup (minor, HY_BUILD_DEFAULT, 64);
  HyTally tally;
  const char *reason = NULL;
  hy_tally_init (&tally, hy_allocator_for (abi));
  g_assert_true (hy_values_sum (values, n, abi, count, &tally, &reason));
  g_assert_false (tally.overflow);
  return tally.requested;
}

static HyValue *template(guint64 fixed, guint times)
{
  HyValue *value = recipe_value (HY_VALUE_STR, fixed);
  value->index_digits = times;
  return value;
}

static HyValue *
number (gint64 offset)
{
  HyValue *value = recipe_value (HY_VALUE_INT, 0);
  value->index_scale = 1;
  value->number = offset;
  return value;
}

/* The lesson's ids: 40 bytes, 'ORD-', a digit or more, and the ending NUL. */
static void
test_template (void)
{
  g_autoptr (HyValue) value = template(4, 1);
  g_assert_cmpuint (sum (&value, 1, 12, 0), ==, 0);
  g_assert_cmpuint (sum (&value, 1, 12, 10), ==, 10 * 46);
  g_assert_cmpuint (sum (&value, 1, 12, 100), ==, 10 * 46 + 90 * 47);
  g_assert_cmpuint (sum (&value, 1, 12, 100000), ==, 4988890);
}

static void
test_numbers (void)
{
  g_autoptr (HyValue) plain = number (0), far = number (1000000), below = number (-10);
  HyValue *both[] = { plain, plain };
  g_assert_cmpuint (sum (&plain, 1, 10, 257), ==, 0);
  g_assert_cmpuint (sum (&plain, 1, 10, 258), ==, 28);
  g_assert_cmpuint (sum (&plain, 1, 12, 258), ==, 32);
  g_assert_cmpuint (sum (&plain, 1, 15, 1026), ==, 32);
  g_assert_cmpuint (sum (both, 2, 10, 258), ==, 28);
  g_assert_cmpuint (sum (&far, 1, 10, 3), ==, 84);
  g_assert_cmpuint (sum (&below, 1, 10, 6), ==, 5 * 28);
}

static HyValue *
constant (gint64 n)
{
  HyValue *value = recipe_value (HY_VALUE_INT, 0);
  value->number = n;
  value->int_bits = n == 0 ? 0 : g_bit_storage ((gulong) ABS (n));
  return value;
}

/* left + right, left - right or left * right, where @scale and @offset are those of the result. */
static HyValue *
result (HyIntMaker maker, HyValue *left, HyValue *right, gint64 scale, gint64 offset)
{
  HyValue *value = number (offset);
  value->index_scale = scale;
  value->maker = maker;
  value->operands[0] = left;
  value->operands[1] = right;
  return value;
}

/* 10**12 + i asks for three digits, 10**12 - i for two. */
static void
test_made_numbers (void)
{
  const gint64 far = G_GINT64_CONSTANT (1000000000000), edge = 1 << 30;
  g_autoptr (HyValue) sum_of = result (HY_INT_SUM, constant (far), number (0), 1, far);
  g_autoptr (HyValue) difference = result (HY_INT_DIFFERENCE, constant (far), number (0), -1, far);
  g_autoptr (HyValue) product = result (HY_INT_PRODUCT, number (edge - 1000), constant (3), 3, 3 * (edge - 1000));
  g_autoptr (HyValue) near = result (HY_INT_SUM, number (1000), constant (1000), 1, 2000);
  g_autoptr (HyValue) below = result (HY_INT_SUM, constant (-far), number (-500), 1, -far - 500);

  g_assert_cmpuint (sum (&sum_of, 1, 12, 1000), ==, 36000);
  g_assert_cmpuint (sum (&difference, 1, 12, 1000), ==, 32000);
  g_assert_cmpuint (sum (&product, 1, 12, 2000), ==, 1000 * 32 + 1000 * 36);
  g_assert_cmpuint (sum (&near, 1, 10, 10), ==, 280);
  g_assert_cmpuint (sum (&below, 1, 12, 1000), ==, 500 * 36 + 500 * 32);
}

/* Both operands of two digits: how far they agree is not asked. */
static void
test_long_difference (void)
{
  g_autoptr (HyValue) value = result (HY_INT_DIFFERENCE, constant (G_GINT64_CONSTANT (10000000000)), number (0), -1,
                                      G_GINT64_CONSTANT (10000000000));
  HyTally tally;
  const char *reason = NULL;
  hy_tally_init (&tally, hy_allocator_for (hy_abi_newest ()));
  g_assert_true (hy_value_tally (value, hy_abi_newest (), 5, 1, &tally, &reason));
  g_assert_false (hy_value_tally (value, hy_abi_newest (), 1 << 30, 1, &tally, &reason));
  g_assert_nonnull (reason);
}

static void
test_room (void)
{
  g_autoptr (HyValue) value = constant (1000);
  value->int_room = 2;
  g_assert_cmpuint (sum (&value, 1, 10, 10), ==, 320);
  g_assert_cmpuint (sum (&value, 1, 12, 10), ==, 320);
  value->int_room = 1;
  g_assert_cmpuint (sum (&value, 1, 12, 10), ==, 280);
  value->compact = TRUE;
  g_assert_cmpuint (sum (&value, 1, 10, 10), ==, 280);
  g_assert_cmpuint (sum (&value, 1, 11, 10), ==, 320);
}

/* One by one is the same as all at once. */
static void
test_closed_form (void)
{
  g_autoptr (HyValue) text = template(1, 2), near = number (200), scaled = number (0);
  HyValue *values[] = { text, near, scaled };
  for (guint round = 0; round < 60; round++)
    {
      /* Through small ints and through one, two and three digits, both ways. */
      gint64 span = round % 3 == 0 ? 300 : round % 3 == 1 ? 3 << 29 : G_GINT64_CONSTANT (3) << 59;
      scaled->index_scale =
          g_test_rand_int_range (1, (gint32) MIN (span / 100, 1000000000)) * (round % 2 == 0 ? 1 : -1);
      scaled->number = (gint64) g_test_rand_double_range (-(double) span, (double) span);
      guint64 n = (guint64) g_test_rand_int_range (1, 3000), added = 0;
      const HyAbi *abi = hy_abi_newest ();
      for (guint64 i = 0; i < n; i++)
        for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
          {
            HyTally tally;
            const char *reason = NULL;
            hy_tally_init (&tally, hy_allocator_for (abi));
            g_assert_true (hy_value_tally (values[j], abi, i, 1, &tally, &reason));
            added += tally.requested;
          }
      g_assert_cmpuint (sum (values, G_N_ELEMENTS (values), abi->minor, n), ==, added);
    }
}

static void
test_sharing (void)
{
  g_autoptr (HyValue) list = recipe_value (HY_VALUE_LIST, 0), same = recipe_value (HY_VALUE_LIST, 0);
  g_autoptr (HyValue) constant = recipe_value (HY_VALUE_STR, 10), empty = recipe_value (HY_VALUE_TUPLE, 0);
  HyValue *lists[] = { list, same };
  list->identity = same->identity = 7;
  constant->fresh = FALSE;
  g_assert_cmpuint (sum (lists, 2, 12, 1), ==, 56);
  same->identity = 8;
  g_assert_cmpuint (sum (lists, 2, 12, 1), ==, 112);
  g_assert_cmpuint (sum (&constant, 1, 12, 1000), ==, 0);
  g_assert_cmpuint (sum (&empty, 1, 12, 1000), ==, 0);
}

static void
test_unknown (void)
{
  g_autoptr (HyValue) value = hy_value_new_unknown ("from a file");
  HyTally tally;
  const char *reason = NULL;
  hy_tally_init (&tally, hy_allocator_for (hy_abi_newest ()));
  g_assert_false (hy_values_sum (&value, 1, hy_abi_newest (), 1, &tally, &reason));
  g_assert_cmpstr (reason, ==, "from a file");
}

/* 'a' * 100: the compiler of 3.6 leaves it to each instance. */
static void
test_folded (void)
{
  g_autoptr (HyValue) value = recipe_value (HY_VALUE_STR, 100);
  value->fresh = FALSE;
  g_assert_cmpuint (sum (&value, 1, 6, 10), ==, 0);
  value->folded = TRUE;
  g_assert_cmpuint (sum (&value, 1, 6, 10), ==, 10 * 149);
  g_assert_cmpuint (sum (&value, 1, 7, 10), ==, 0);
}

/* str (7) is an object of its own, 'abc'[0] the one of that character. */
static void
test_one_character (void)
{
  g_autoptr (HyValue) value = recipe_value (HY_VALUE_STR, 1);
  g_assert_cmpuint (sum (&value, 1, 11, 10), ==, 0);
  value->own = TRUE;
  g_assert_cmpuint (sum (&value, 1, 11, 10), ==, 10 * 50);
  g_assert_cmpuint (sum (&value, 1, 12, 10), ==, 10 * 42);
}

static void
test_overflow (void)
{
  g_autoptr (HyValue) value = recipe_value (HY_VALUE_BYTES, G_MAXINT64 / 4);
  HyTally tally;
  const char *reason = NULL;
  hy_tally_init (&tally, hy_allocator_for (hy_abi_newest ()));
  hy_values_sum (&value, 1, hy_abi_newest (), 1000, &tally, &reason);
  g_assert_true (tally.overflow);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/value-tally/template", test_template);
  g_test_add_func ("/model/value-tally/numbers", test_numbers);
  g_test_add_func ("/model/value-tally/made-numbers", test_made_numbers);
  g_test_add_func ("/model/value-tally/long-difference", test_long_difference);
  g_test_add_func ("/model/value-tally/room", test_room);
  g_test_add_func ("/model/value-tally/closed-form", test_closed_form);
  g_test_add_func ("/model/value-tally/sharing", test_sharing);
  g_test_add_func ("/model/value-tally/unknown", test_unknown);
  g_test_add_func ("/model/value-tally/folded", test_folded);
  g_test_add_func ("/model/value-tally/one-character", test_one_character);
  g_test_add_func ("/model/value-tally/overflow", test_overflow);
  return g_test_run ();
}
