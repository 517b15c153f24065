/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reply-value.h"

static HyValue *
read_text (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  g_assert_nonnull (node);
  return hy_reply_value (json_node_get_object (node));
}

static void
test_members (void)
{
  g_autoptr (HyValue) value =
      read_text ("{\"k\":\"str\",\"fresh\":true,\"folded\":true,\"own\":true,\"id\":7,\"text\":\"f'{i}'\",\"len\":9,"
                 "\"w\":2,\"digits\":3,\"idx\":-100,\"sk\":true}");
  g_autoptr (HyValue) number = read_text ("{\"k\":\"int\",\"n\":-5,\"bits\":3,\"type\":\"a.B\"}");

  g_assert_cmpint (value->kind, ==, HY_VALUE_STR);
  g_assert_true (value->fresh && value->folded && value->own && value->str_keys);
  g_assert_cmpint (value->index_scale, ==, -100);
  g_assert_cmpuint (value->identity, ==, 7);
  g_assert_cmpstr (value->text, ==, "f'{i}'");
  g_assert_cmpuint (value->length, ==, 9);
  g_assert_cmpuint (value->char_width, ==, 2);
  g_assert_cmpuint (value->index_digits, ==, 3);
  g_assert_cmpint (number->number, ==, -5);
  g_assert_cmpuint (number->int_bits, ==, 3);
  g_assert_cmpstr (number->type_name, ==, "a.B");
  g_assert_false (number->fresh || number->folded || number->own || number->index_scale != 0 || number->str_keys);
}

static void
test_made_number (void)
{
  g_autoptr (HyValue) value = read_text ("{\"k\":\"int\",\"n\":7,\"idx\":1,\"room\":3,\"compact\":true,\"made\":"
                                         "\"difference\",\"of\":[{\"k\":\"int\",\"idx\":1},{\"k\":\"int\",\"n\":-7}]}");
  g_autoptr (HyValue) one = read_text ("{\"k\":\"int\",\"made\":\"sum\",\"of\":[{\"k\":\"int\"}]}");
  g_autoptr (HyValue) odd = read_text ("{\"k\":\"int\",\"made\":\"cheese\",\"of\":[3,{\"k\":\"int\"}],\"room\":-1}");

  g_assert_cmpint (value->maker, ==, HY_INT_DIFFERENCE);
  g_assert_cmpint (value->operands[0]->index_scale, ==, 1);
  g_assert_cmpint (value->operands[1]->number, ==, -7);
  g_assert_cmpuint (value->int_room, ==, 3);
  g_assert_true (value->compact);
  g_assert_cmpint (one->maker, ==, HY_INT_GIVEN);
  g_assert_cmpint (odd->maker, ==, HY_INT_GIVEN);
  g_assert_null (odd->operands[0]);
  g_assert_cmpuint (odd->int_room, ==, 0);
}

static void
test_words (void)
{
  static const struct
  {
    const char *json;
    HyValueKind kind;
    HyGrowth growth;
  } cases[] = {
    { "{\"k\":\"none\"}", HY_VALUE_NONE, HY_GROWTH_LITERAL },
    { "{\"k\":\"frozenset\"}", HY_VALUE_FROZENSET, HY_GROWTH_LITERAL },
    { "{\"k\":\"global\"}", HY_VALUE_GLOBAL, HY_GROWTH_LITERAL },
    { "{\"k\":\"list\",\"g\":\"append\"}", HY_VALUE_LIST, HY_GROWTH_APPEND },
    { "{\"k\":\"list\",\"g\":\"hashed-extended\"}", HY_VALUE_LIST, HY_GROWTH_HASHED_EXTENDED },
    { "{\"k\":\"list\",\"g\":\"mixed\"}", HY_VALUE_LIST, HY_GROWTH_MIXED },
    { "{\"k\":\"list\",\"g\":\"cheese\"}", HY_VALUE_LIST, HY_GROWTH_LITERAL },
    { "{\"k\":\"cheese\"}", HY_VALUE_UNKNOWN, HY_GROWTH_LITERAL },
    { "{\"k\":3}", HY_VALUE_UNKNOWN, HY_GROWTH_LITERAL },
    { "{}", HY_VALUE_UNKNOWN, HY_GROWTH_LITERAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyValue) value = read_text (cases[i].json);

      g_assert_cmpint (value->kind, ==, cases[i].kind);
      g_assert_cmpint (value->growth, ==, cases[i].growth);
    }
}

/* Why it is not known is kept; so is whether it is a new one for each instance. */
static void
test_unknown (void)
{
  static const struct
  {
    const char *json, *reason;
    gboolean fresh;
  } cases[] = {
    { "{\"reason\":\"it is a riddle\",\"fresh\":true}", "it is a riddle", TRUE },
    { "{\"k\":\"cheese\"}", "not described", FALSE },
    { "{\"k\":\"bytes\",\"len\":140737488355329}", "more than fits into memory", FALSE },
    { "{\"k\":\"bytes\",\"len\":-1}", "more than fits into memory", FALSE },
    { "{\"k\":\"bytes\",\"len\":\"3\"}", "more than fits into memory", FALSE },
    { "{\"k\":\"int\",\"bits\":4294967296}", "more than fits into memory", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyValue) value = read_text (cases[i].json);

      g_assert_cmpint (value->kind, ==, HY_VALUE_UNKNOWN);
      g_assert_cmpstr (value->reason, ==, cases[i].reason);
      g_assert_cmpint (value->fresh, ==, cases[i].fresh);
    }
}

/* Lists in lists, as many as the describer writes, then no deeper; too many items are none. */
static void
test_bounds (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"k\":\"none\"}");
  g_autoptr (GString) wide = g_string_new ("{\"k\":\"list\",\"len\":9000,\"items\":[3");
  g_autoptr (HyValue) value = NULL;
  g_autoptr (HyValue) many = NULL;
  const HyValue *inner;
  guint depth = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_string_prepend (deep, "{\"k\":\"list\",\"len\":1,\"items\":[");
      g_string_append (deep, "]}");
    }
  value = read_text (deep->str);
  for (inner = value; inner->kind == HY_VALUE_LIST; inner = inner->items[0])
    depth++;
  g_assert_cmpuint (depth, ==, 17);
  g_assert_cmpint (inner->kind, ==, HY_VALUE_UNKNOWN);
  g_assert_cmpstr (inner->reason, ==, "nested too deeply");
  for (guint i = 0; i < 9000; i++)
    g_string_append (wide, ",3");
  g_string_append (wide, "]}");
  many = read_text (wide->str);
  g_assert_cmpuint (many->length, ==, 9000);
  g_assert_cmpuint (many->n_items, ==, 0);
}

static void
test_items (void)
{
  g_autoptr (HyValue) value = read_text ("{\"k\":\"tuple\",\"len\":2,\"items\":[{\"k\":\"none\"},3]}");

  g_assert_cmpuint (value->n_items, ==, 2);
  g_assert_cmpint (value->items[0]->kind, ==, HY_VALUE_NONE);
  g_assert_cmpint (value->items[1]->kind, ==, HY_VALUE_UNKNOWN);
}

static void
test_member (void)
{
  g_autoptr (JsonNode) node = json_from_string ("{\"v\":{\"k\":\"none\"},\"null\":null,\"text\":\"v\"}", NULL);
  JsonObject *object = json_node_get_object (node);
  g_autoptr (HyValue) value = hy_reply_value_member (object, "v");

  g_assert_cmpint (value->kind, ==, HY_VALUE_NONE);
  g_assert_null (hy_reply_value_member (object, "null"));
  g_assert_null (hy_reply_value_member (object, "text"));
  g_assert_null (hy_reply_value_member (object, "absent"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-value/members", test_members);
  g_test_add_func ("/reply-value/made-number", test_made_number);
  g_test_add_func ("/reply-value/words", test_words);
  g_test_add_func ("/reply-value/unknown", test_unknown);
  g_test_add_func ("/reply-value/bounds", test_bounds);
  g_test_add_func ("/reply-value/items", test_items);
  g_test_add_func ("/reply-value/member", test_member);
  return g_test_run ();
}
