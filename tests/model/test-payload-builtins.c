/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-footprint.h"

#include "recipes.h"

/* class C(base): pass, made with a value of that length, as measured: bytes of all blocks, and getsizeof. */
typedef struct
{
  const char *base;
  HyValueKind kind;
  guint64 length; /* of an INT its bits */
  guint width;
  guint minor;
  guint64 requested;
  gint64 getsizeof;
} Case;

static const Case cases[] = {
  { "int", HY_VALUE_INT, 3, 0, 6, 72, 60 },
  { "int", HY_VALUE_INT, 0, 0, 6, 72, 56 },
  { "int", HY_VALUE_INT, 133, 0, 6, 88, 76 },
  { "int", HY_VALUE_INT, 3, 0, 8, 56, 44 },
  { "int", HY_VALUE_INT, 0, 0, 10, 56, 40 },
  { "int", HY_VALUE_INT, 0, 0, 11, 56, 44 },
  { "int", HY_VALUE_INT, 3, 0, 12, 64, 60 },
  { "int", HY_VALUE_INT, 133, 0, 15, 80, 76 },
  { "str", HY_VALUE_STR, 3, 0, 7, 132, 116 },
  { "str", HY_VALUE_STR, 3, 0, 11, 124, 116 },
  { "str", HY_VALUE_STR, 3, 0, 12, 100, 100 },
  { "str", HY_VALUE_STR, 5, 2, 12, 108, 108 },
  { "bytes", HY_VALUE_BYTES, 3, 0, 6, 80, 76 },
  { "bytes", HY_VALUE_BYTES, 20, 0, 8, 80, 77 },
  { "bytes", HY_VALUE_BYTES, 20, 0, 12, 88, 85 },
  { "tuple", HY_VALUE_TUPLE, 3, 0, 6, 96, 88 },
  { "tuple", HY_VALUE_TUPLE, 3, 0, 11, 80, 72 },
  { "tuple", HY_VALUE_TUPLE, 3, 0, 12, 88, 80 },
  { "tuple", HY_VALUE_TUPLE, 3, 0, 14, 96, 88 },
  { "list", HY_VALUE_LIST, 0, 0, 12, 72, 72 },
  { "list", HY_VALUE_LIST, 3, 0, 12, 104, 104 },
  { "dict", HY_VALUE_DICT, 0, 0, 8, 248, 248 },
  { "dict", HY_VALUE_DICT, 0, 0, 12, 80, 80 },
  { "dict", HY_VALUE_DICT, 1, 0, 12, 200, 200 },
  { "set", HY_VALUE_SET, 0, 0, 12, 232, 232 },
  { "set", HY_VALUE_SET, 6, 0, 12, 744, 744 },
  { "float", HY_VALUE_FLOAT, 0, 0, 12, 56, 56 },
  { "Exception", HY_VALUE_TUPLE, 0, 0, 12, 104, 104 },
  { "Exception", HY_VALUE_TUPLE, 1, 0, 12, 152, 104 },
  { "KeyError", HY_VALUE_TUPLE, 1, 0, 6, 168, 104 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      HyValue *value = recipe_value (c->kind, c->length);
      value->growth = HY_GROWTH_CONSTRUCTOR;
      value->char_width = c->width;
      value->int_bits = (guint) c->length;
      value->number = (gint64) MIN (c->length, 3);
      g_autoptr (HyClassDef) def = recipe_subclass (c->base, value, "");
      g_autoptr (HyLayout) layout = recipe_layout (def, c->minor);
      g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
      g_test_message ("3.%u %s of %" G_GUINT64_FORMAT, c->minor, c->base, c->length);
      g_assert_null (footprint->unknown);
      g_assert_cmpuint (hy_footprint_steady (footprint)->requested, ==, c->requested);
      g_assert_cmpint (footprint->getsizeof_instance, ==, c->getsizeof);
    }
}

/* C (f'id-{i}'): one more digit, one more byte. */
static void
test_index (void)
{
  HyValue *value = recipe_value (HY_VALUE_STR, 3);
  value->index_digits = 1;
  g_autoptr (HyClassDef) def = recipe_subclass ("str", value, "");
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
  static const guint64 ranks[][2] = {
    { 1, 101 }, { 10, 101 }, { 11, 102 }, { 100, 102 }, { 101, 103 }, { 1000001, 107 }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ranks); i++)
    g_assert_cmpuint (hy_footprint_run_at (footprint, ranks[i][0])->requested, ==, ranks[i][1]);
  g_assert_cmpint (footprint->getsizeof_instance, ==, 102);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/payload-builtins/cases", test_cases);
  g_test_add_func ("/model/payload-builtins/index", test_index);
  return g_test_run ();
}
