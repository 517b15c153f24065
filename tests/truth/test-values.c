/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "truth.h"

#include <string.h>

#include "hy-footprint.h"
#include "hy-value-size.h"

/* What sys.getsizeof said of builtin objects by length: the tables of each document. */
typedef struct
{
  const char *table;
  HyValueKind kind;
  guint char_width;
  HyGrowth growth;
  gboolean str_keys;
} Table;

static const Table tables[] = {
  { "str_ascii", HY_VALUE_STR, 0, 0, FALSE },
  { "str_bmp", HY_VALUE_STR, 2, 0, FALSE },
  { "str_astral", HY_VALUE_STR, 4, 0, FALSE },
  { "bytes", HY_VALUE_BYTES, 0, 0, FALSE },
  { "bytearray", HY_VALUE_BYTEARRAY, 0, 0, FALSE },
  { "tuple", HY_VALUE_TUPLE, 0, 0, FALSE },
  { "tuple_literal", HY_VALUE_TUPLE, 0, 0, FALSE },
  { "list_literal", HY_VALUE_LIST, 0, HY_GROWTH_LITERAL, FALSE },
  { "list_mul", HY_VALUE_LIST, 0, HY_GROWTH_REPEAT, FALSE },
  { "list_from_tuple", HY_VALUE_LIST, 0, HY_GROWTH_CONSTRUCTOR, FALSE },
  { "list_from_range", HY_VALUE_LIST, 0, HY_GROWTH_CONSTRUCTOR, FALSE },
  { "list_comp", HY_VALUE_LIST, 0, HY_GROWTH_COMPREHENSION, FALSE },
  { "list_copy", HY_VALUE_LIST, 0, HY_GROWTH_COPY, FALSE },
  { "list_append", HY_VALUE_LIST, 0, HY_GROWTH_APPEND, FALSE },
  { "dict_grow_str", HY_VALUE_DICT, 0, HY_GROWTH_APPEND, TRUE },
  { "dict_grow_int", HY_VALUE_DICT, 0, HY_GROWTH_APPEND, FALSE },
  { "dict_grow_tuple", HY_VALUE_DICT, 0, HY_GROWTH_APPEND, FALSE },
  { "dict_copy_str", HY_VALUE_DICT, 0, HY_GROWTH_COPY, TRUE },
  { "dict_comp", HY_VALUE_DICT, 0, HY_GROWTH_COMPREHENSION, TRUE },
  { "dict_literal", HY_VALUE_DICT, 0, HY_GROWTH_LITERAL, TRUE },
  { "dict_literal_int", HY_VALUE_DICT, 0, HY_GROWTH_LITERAL, FALSE },
  { "dict_fromkeys", HY_VALUE_DICT, 0, HY_GROWTH_CONSTRUCTOR, TRUE },
  { "dict_from_pairs", HY_VALUE_DICT, 0, HY_GROWTH_CONSTRUCTOR, TRUE },
  { "set_add", HY_VALUE_SET, 0, HY_GROWTH_APPEND, FALSE },
  { "set_from_list", HY_VALUE_SET, 0, HY_GROWTH_CONSTRUCTOR, FALSE },
  { "set_copy", HY_VALUE_SET, 0, HY_GROWTH_COPY, FALSE },
  { "frozenset", HY_VALUE_FROZENSET, 0, HY_GROWTH_CONSTRUCTOR, FALSE },
};

static JsonArray *
find_table (TruthBuild *build, const char *name)
{
  JsonObject *all = json_object_get_object_member (json_node_get_object (build->document), "tables");
  return json_object_has_member (all, name) ? json_object_get_array_member (all, name) : NULL;
}

static void
compare_table (TruthTally *tally, TruthBuild *build, const Table *table)
{
  JsonArray *rows = find_table (build, table->table);
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonArray *row = json_array_get_array_element (rows, i);
      g_autoptr (HyValue) value = hy_value_new (table->kind);
      g_autofree char *id = NULL;
      /* The table tells of dict (d); {}.copy () is smaller in 3.8 and 3.9. */
      if (table->kind == HY_VALUE_DICT && table->growth == HY_GROWTH_COPY && json_array_get_int_element (row, 0) == 0)
        continue;
      value->length = (guint64) json_array_get_int_element (row, 0);
      value->char_width = table->char_width;
      value->growth = table->growth;
      value->str_keys = table->str_keys;
      id = g_strdup_printf ("%s[%" G_GUINT64_FORMAT "]", table->table, value->length);
      truth_tally_compare_number (tally, build, table->table, id, hy_value_getsizeof (value, build->abi, 0),
                                  json_array_get_int_element (row, 1));
    }
}

/* Latin-1 strings but that of one character, which keeps its UTF-8 form since 3.12. */
static void
compare_latin1 (TruthTally *tally, TruthBuild *build)
{
  JsonArray *rows = find_table (build, "str_latin1");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *row = json_array_get_array_element (rows, i);
      g_autoptr (HyValue) value = hy_value_new (HY_VALUE_STR);
      value->length = (guint64) json_array_get_int_element (row, 0);
      value->char_width = 1;
      if (value->length != 1)
        truth_tally_compare_number (tally, build, "str_latin1", "str_latin1", hy_value_getsizeof (value, build->abi, 0),
                                    json_array_get_int_element (row, 1));
    }
}

/* The bit length of a number in decimal digits, a minus before it left out. */
static guint
bit_length (const char *digits)
{
  g_autofree char *rest = g_strdup (*digits == '-' ? digits + 1 : digits);
  guint bits = 0;
  while (rest[strspn (rest, "0")] != '\0')
    {
      guint carry = 0;
      for (char *c = rest; *c != '\0'; c++)
        {
          guint value = carry * 10 + (guint) (*c - '0');
          *c = (char) ('0' + value / 2);
          carry = value % 2;
        }
      bits++;
    }
  return bits;
}

static void
compare_ints (TruthTally *tally, TruthBuild *build)
{
  JsonArray *rows = find_table (build, "int");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *row = json_array_get_array_element (rows, i);
      const char *text = json_array_get_string_element (row, 0);
      g_autoptr (HyValue) value = hy_value_new (HY_VALUE_INT);
      value->int_bits = bit_length (text);
      value->number = value->int_bits == 0 ? 0 : 1;
      truth_tally_compare_number (tally, build, "int", text, hy_value_getsizeof (value, build->abi, 0),
                                  json_array_get_int_element (row, 1));
    }
}

static HyValue *
library_value (const char *row, const char *type, const char *argument)
{
  HyValue *value = hy_value_new (HY_VALUE_LIBRARY);
  value->type_name = g_strdup (type);
  value->text = g_strdup (row);
  if (argument != NULL)
    {
      value->items = g_new0 (HyValue *, 1);
      value->items[0] = hy_value_new (HY_VALUE_STR);
      value->items[0]->text = g_strdup (argument);
      value->n_items = 1;
    }
  return value;
}

static void
compare_library (TruthTally *tally, TruthBuild *build)
{
  static const struct
  {
    const char *row, *type, *argument;
  } objects[] = {
    { "datetime.date", "datetime.date", NULL },
    { "datetime.datetime", "datetime.datetime", NULL },
    { "datetime.time", "datetime.time", NULL },
    { "Decimal(0)", "decimal.Decimal", "'0'" },
    { "Decimal(99.99)", "decimal.Decimal", "'99.99'" },
    { "Decimal(60 digits)", "decimal.Decimal", "'123456789012345678901234567890123456789012345678901234567890'" },
    { "OrderedDict", "collections.OrderedDict", NULL },
    { "function", "function", NULL },
    { "bound method", "method", NULL },
  };
  JsonArray *rows = find_table (build, "lib");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *row = json_array_get_array_element (rows, i);
      for (gsize j = 0; j < G_N_ELEMENTS (objects); j++)
        if (g_str_equal (objects[j].row, json_array_get_string_element (row, 0)))
          {
            g_autoptr (HyValue) value = library_value (objects[j].row, objects[j].type, objects[j].argument);
            truth_tally_compare_number (tally, build, "library", objects[j].row,
                                        hy_value_getsizeof (value, build->abi, 0), json_array_get_int_element (row, 1));
          }
    }
}

static void
test_values (void)
{
  g_autoptr (TruthTally) tally = truth_tally_new ();
  for (const char *const *name = truth_build_names (); *name != NULL; name++)
    {
      g_autoptr (TruthBuild) build = truth_build_load (*name);
      for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
        compare_table (tally, build, &tables[i]);
      compare_latin1 (tally, build);
      compare_ints (tally, build);
      compare_library (tally, build);
      truth_tally_judge (tally, build, 0);
    }
  truth_tally_print (tally);
}

/* The lesson's workload: the two classes differ by what is modelled; each total is off by what the measuring loop
 * keeps. */
static void
test_lesson (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted_order = hy_class_def_new_slotted_order ();
  for (const char *const *name = truth_build_names (); *name != NULL; name++)
    {
      g_autoptr (TruthBuild) build = truth_build_load (*name);
      JsonObject *lesson = json_object_get_object_member (json_node_get_object (build->document), "lesson");
      const char *const runs[] = { "run_regular", "run_slotted" };
      HyClassDef *defs[] = { order, slotted_order };
      gint64 off[2];
      for (gsize i = 0; i < 2; i++)
        {
          g_autoptr (HyLayout) layout = hy_layouter_layout (defs[i], build->abi);
          g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
          HyFootprintTotal total;
          g_assert_true (hy_footprint_total (footprint, 100000, HY_INCLUDE_VALUES | HY_INCLUDE_LIST, &total, NULL));
          off[i] =
              json_object_get_int_member (json_object_get_object_member (lesson, runs[i]), "traced_current_delta") -
              (gint64) total.requested;
        }
      g_test_message ("%s: %" G_GINT64_FORMAT " bytes off", *name, off[0]);
      g_assert_cmpint (off[0], ==, off[1]);
      g_assert_cmpint (ABS (off[0]), <, 16384);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/values", test_values);
  g_test_add_func ("/truth/lesson", test_lesson);
  return g_test_run ();
}
