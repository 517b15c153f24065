/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-value-size.h"

#include "recipes.h"

typedef struct
{
  HyValueKind kind;
  guint64 length;
  guint width;
  HyGrowth growth;
  guint minor;
  gint64 getsizeof;
} Case;

static const Case cases[] = {
  { HY_VALUE_NONE, 0, 0, 0, 12, 16 },
  { HY_VALUE_FLOAT, 0, 0, 0, 12, 24 },
  { HY_VALUE_COMPLEX, 0, 0, 0, 12, 32 },
  { HY_VALUE_STR, 10, 0, 0, 11, 59 },
  { HY_VALUE_STR, 10, 0, 0, 12, 51 },
  { HY_VALUE_STR, 10, 1, 0, 12, 67 },
  { HY_VALUE_STR, 10, 2, 0, 12, 78 },
  { HY_VALUE_STR, 10, 4, 0, 12, 100 },
  { HY_VALUE_BYTES, 3, 0, 0, 6, 36 },
  { HY_VALUE_BYTEARRAY, 3, 0, 0, 14, 60 },
  { HY_VALUE_BYTEARRAY, 3, 0, 0, 15, 100 },
  { HY_VALUE_TUPLE, 3, 0, 0, 6, 80 },
  { HY_VALUE_TUPLE, 3, 0, 0, 12, 64 },
  { HY_VALUE_TUPLE, 3, 0, 0, 14, 72 },
  { HY_VALUE_LIST, 33, 0, HY_GROWTH_LITERAL, 8, 320 },
  { HY_VALUE_LIST, 33, 0, HY_GROWTH_LITERAL, 12, 376 },
  { HY_VALUE_DICT, 0, 0, HY_GROWTH_LITERAL, 7, 248 },
  { HY_VALUE_DICT, 0, 0, HY_GROWTH_LITERAL, 8, 64 },
  { HY_VALUE_DICT, 0, 0, HY_GROWTH_CONSTRUCTOR, 8, 232 },
  { HY_VALUE_DICT, 4, 0, HY_GROWTH_LITERAL, 12, 184 },
  { HY_VALUE_SET, 5, 0, HY_GROWTH_APPEND, 12, 728 },
  { HY_VALUE_SET, 6, 0, HY_GROWTH_CONSTANTS, 8, 728 },
  { HY_VALUE_SET, 6, 0, HY_GROWTH_CONSTANTS, 12, 472 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyValue) value = recipe_value (cases[i].kind, cases[i].length);
      value->char_width = cases[i].width;
      value->growth = cases[i].growth;
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (hy_value_getsizeof (value, hy_abi_lookup (cases[i].minor, HY_BUILD_DEFAULT, 64), 0), ==,
                       cases[i].getsizeof);
    }
}

static void
test_ints (void)
{
  g_autoptr (HyValue) value = recipe_value (HY_VALUE_INT, 0);
  const HyAbi *abi = hy_abi_lookup (10, HY_BUILD_DEFAULT, 64);
  g_assert_cmpint (hy_value_getsizeof (value, abi, 0), ==, 24);
  g_assert_cmpint (hy_value_getsizeof (value, hy_abi_newest (), 0), ==, 28);
  value->index_scale = 1;
  value->number = 1;
  g_assert_cmpuint (hy_value_int_digits (value, (1u << 30) - 2), ==, 1);
  g_assert_cmpuint (hy_value_int_digits (value, (1u << 30) - 1), ==, 2);
  value->number = G_MAXINT64 - 1;
  g_assert_cmpint (hy_value_int_number (value, 1000), ==, G_MAXINT64);
  value->index_scale = -HY_MAX_INDEX_SCALE;
  value->number = -1;
  g_assert_cmpint (hy_value_int_number (value, 3), ==, -3000000001);
  g_assert_cmpint (hy_value_int_number (value, G_GUINT64_CONSTANT (1000000000000)), ==, G_MININT64);
  g_assert_cmpuint (hy_value_int_digits (value, G_GUINT64_CONSTANT (1000000000000)), ==, 3);
  value->index_scale = 1;
  value->number = -5;
  g_assert_true (hy_value_int_is_zero (value, 5));
}

/* {str: …, int: …}: made for str, then anew for any key; from six to fifteen pairs for any key at once. */
static void
test_mixed_dict (void)
{
  static const struct
  {
    guint minor;
    guint strings;
    gint64 getsizeof;
  } sizes[] = { { 8, 1, 232 }, { 12, 1, 352 }, { 14, 1, 224 }, { 12, 5, 352 }, { 14, 3, 352 }, { 12, 6, 352 } };
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (HyValue) dict = recipe_value (HY_VALUE_DICT, sizes[i].strings + 1);
      dict->str_keys = FALSE;
      dict->n_items = 2 * dict->length;
      dict->items = g_new0 (HyValue *, dict->n_items);
      for (guint j = 0; j < dict->n_items; j++)
        dict->items[j] = hy_value_new (j % 2 == 0 && j / 2 < sizes[i].strings ? HY_VALUE_STR : HY_VALUE_INT);
      g_assert_cmpint (hy_value_getsizeof (dict, hy_abi_lookup (sizes[i].minor, HY_BUILD_DEFAULT, 64), 0), ==,
                       sizes[i].getsizeof);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/value-size/cases", test_cases);
  g_test_add_func ("/model/value-size/ints", test_ints);
  g_test_add_func ("/model/value-size/mixed-dict", test_mixed_dict);
  return g_test_run ();
}
