/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-payload.h"

#include "recipes.h"

/* An object of a library type made of one argument, as measured: bytes of all its blocks, and getsizeof. */
typedef struct
{
  const char *type, *text;
  HyValueKind argument; /* UNKNOWN for none */
  const char *argument_text;
  guint64 argument_length;
  guint minor;
  guint64 requested;
  gint64 getsizeof;
} Case;

static const Case cases[] = {
  { "datetime.date", "date(2024, 1, 2)", 0, NULL, 0, 8, 32, 32 },
  { "datetime.datetime", "datetime(2024, 1, 2)", 0, NULL, 0, 8, 40, 48 },
  { "datetime.datetime", "datetime(2024, 1, 2, tzinfo=utc)", HY_VALUE_GLOBAL, "utc", 0, 8, 48, 48 },
  { "datetime.time", "time(1, 2)", 0, NULL, 0, 12, 32, 40 },
  { "decimal.Decimal", "Decimal('1.25')", HY_VALUE_STR, "'1.25'", 4, 12, 104, 104 },
  { "decimal.Decimal", "Decimal('1.25')", HY_VALUE_STR, "'1.25'", 4, 13, 120, 120 },
  { "collections.deque", "deque()", 0, NULL, 0, 6, 640, 640 },
  { "collections.deque", "deque()", 0, NULL, 0, 11, 760, 760 },
  { "collections.deque", "deque(x)", HY_VALUE_LIST, "x", 70, 12, 1288, 1288 },
  { "collections.defaultdict", "defaultdict(list)", HY_VALUE_GLOBAL, "list", 0, 8, 240, 240 },
  { "collections.defaultdict", "defaultdict(list)", HY_VALUE_GLOBAL, "list", 0, 12, 72, 72 },
  { "collections.OrderedDict", "OrderedDict()", 0, NULL, 0, 9, 296, 296 },
  { "collections.OrderedDict", "OrderedDict()", 0, NULL, 0, 15, 128, 128 },
  { "uuid.UUID", "UUID(int=5)", HY_VALUE_INT, "5", 5, 8, 56, 56 },
  { "uuid.UUID", "UUID(int=5)", HY_VALUE_INT, "5", 5, 12, 64, 64 },
  { "fractions.Fraction", "Fraction(1)", HY_VALUE_INT, "1", 0, 12, 48, 48 },
  { "function", "<lambda>", 0, NULL, 0, 11, 152, 152 },
  { "builtin_function_or_method", "append", 0, NULL, 0, 6, 80, 80 },
  { "cell", "a", 0, NULL, 0, 7, 56, 56 },
  { "cell", "a", 0, NULL, 0, 9, 40, 40 },
  { "io.StringIO", "StringIO()", 0, NULL, 0, 8, 200, 136 },
  { "ctypes.Structure", "C()", HY_VALUE_INT, "16", 16, 12, 96, 96 },
  { "ctypes.Structure", "C()", HY_VALUE_INT, "17", 17, 12, 113, 96 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (HyValue) value = recipe_value (HY_VALUE_LIBRARY, 0);
      HyPayload payload;
      guint64 object;
      gint64 getsizeof;
      value->type_name = g_strdup (c->type);
      value->text = g_strdup (c->text);
      if (c->argument != HY_VALUE_UNKNOWN)
        {
          value->items = g_new0 (HyValue *, 1);
          value->items[0] = recipe_value (c->argument, c->argument_length);
          value->items[0]->text = g_strdup (c->argument_text);
          value->items[0]->number = (gint64) MAX (1, c->argument_length);
          value->n_items = 1;
        }
      g_test_message ("3.%u %s", c->minor, c->text);
      g_assert_true (hy_payload_find_library (value, hy_abi_lookup (c->minor, HY_BUILD_DEFAULT, 64), &object,
                                              &getsizeof, &payload));
      for (guint j = 0; j < payload.n_blocks; j++)
        object += payload.blocks[j].size;
      g_assert_cmpint (getsizeof, ==, c->getsizeof);
      g_assert_cmpuint (object, ==, c->requested);
    }
}

static void
test_unknown (void)
{
  static const char *const types[] = { "collections.Counter", "pathlib.PurePosixPath", "nowhere.Nothing" };
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (HyValue) value = recipe_value (HY_VALUE_LIBRARY, 0);
      HyPayload payload;
      guint64 object;
      gint64 getsizeof;
      value->type_name = g_strdup (types[i]);
      g_assert_false (hy_payload_find_library (value, hy_abi_newest (), &object, &getsizeof, &payload));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/payload-library/cases", test_cases);
  g_test_add_func ("/model/payload-library/unknown", test_unknown);
  return g_test_run ();
}
