/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reply-class.h"

/* A class with @more members of JSON; read after a class Base. */
static HyClassDef *
read_more (const char *more)
{
  g_autofree char *json = g_strdup_printf ("{\"kind\":\"regular\",\"name\":\"A\",\"qualname\":\"O.A\",\"bases\":[],"
                                           "\"members\":[],\"slots_state\":\"absent\"%s}",
                                           more);
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GPtrArray) defs = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_class_def_unref);

  g_assert_nonnull (node);
  g_ptr_array_add (defs, hy_class_def_new ("Base"));
  return hy_reply_class (json_node_get_object (node), defs, "orders.py");
}

static void
test_plain (void)
{
  g_autoptr (HyClassDef) def = read_more ("");
  g_autoptr (HyClassDef) elsewhere = read_more (",\"file\":\"other.py\",\"line\":12");

  g_assert_cmpstr (def->name, ==, "A");
  g_assert_cmpstr (def->qualname, ==, "O.A");
  g_assert_cmpstr (def->file, ==, "orders.py");
  g_assert_cmpuint (def->line, ==, 0);
  g_assert_cmpint (def->kind, ==, HY_KIND_REGULAR);
  g_assert_cmpint (def->slots_state, ==, HY_SLOTS_ABSENT);
  g_assert_null (def->metaclass);
  g_assert_cmpstr (elsewhere->file, ==, "other.py");
  g_assert_cmpuint (elsewhere->line, ==, 12);
}

static void
test_texts (void)
{
  g_autoptr (HyClassDef) def = read_more (
      ",\"static\":[\"x\",\"y\"],\"fields\":[\"f\"],\"keywords\":[\"total\"],\"decorators\":[\"d, line 1\"],"
      "\"refusal\":{\"text\":\"TypeError: no\"},\"unknown\":\"riddle\",\"since\":12,\"since_reason\":\"s\",\"source\":"
      "\"class A: pass\",\"followed\":true");

  g_assert_cmpstr (def->static_attributes[1], ==, "y");
  g_assert_cmpstr (def->fields[0], ==, "f");
  g_assert_cmpstr (def->keywords[0], ==, "total");
  g_assert_cmpstr (def->unknown_decorators[0], ==, "d, line 1");
  g_assert_cmpstr (def->refusal.text, ==, "TypeError: no");
  g_assert_cmpstr (def->unknown, ==, "riddle");
  g_assert_cmpuint (def->since_minor, ==, 12);
  g_assert_cmpstr (def->since_reason, ==, "s");
  g_assert_cmpstr (def->source, ==, "class A: pass");
  g_assert_true (def->metaclass_followed);
}

static void
test_members (void)
{
  g_autoptr (HyClassDef) def =
      read_more (",\"members\":[{\"k\":\"variable\",\"n\":\"x\",\"a\":\"int\",\"v\":{\"k\":\"int\",\"n\":3},\"line\":5,"
                 "\"field\":{\"default\":true,\"factory\":true,\"no_init\":true,\"kw_only\":1,\"v\":{\"k\":\"none\"}}},"
                 "{\"k\":\"descriptor\",\"n\":\"d\",\"i\":0},{\"k\":\"descriptor\",\"n\":\"e\",\"i\":1},"
                 "{\"k\":\"annotation\",\"n\":\"t\",\"a\":\"str\"}],\"meta\":{\"k\":\"lib\",\"n\":\"abc.ABCMeta\"}");
  const HyMember *member = def->members;

  g_assert_cmpuint (def->n_members, ==, 4);
  g_assert_cmpint (member->kind, ==, HY_MEMBER_VARIABLE);
  g_assert_cmpstr (member->annotation, ==, "int");
  g_assert_cmpint (member->value->number, ==, 3);
  g_assert_cmpuint (member->line, ==, 5);
  g_assert_true (member->field->has_default && member->field->has_factory && member->field->no_init);
  g_assert_cmpint (member->field->kw_only, ==, 1);
  g_assert_cmpint (member->field->value->kind, ==, HY_VALUE_NONE);
  g_assert_cmpstr (member[1].descriptor->name, ==, "Base");
  g_assert_null (member[2].descriptor);
  g_assert_cmpint (member[3].kind, ==, HY_MEMBER_ANNOTATION);
  g_assert_null (member[3].field);
  g_assert_cmpint (def->metaclass->kind, ==, HY_BASE_LIBRARY);
  g_assert_cmpstr (def->metaclass->name, ==, "abc.ABCMeta");
}

static void
test_dataclass (void)
{
  g_autoptr (HyClassDef) def = read_more (",\"kind\":\"dataclass\",\"dc\":{\"slots\":1,\"frozen\":0,\"eq\":7,\"order\":"
                                          "\"yes\",\"since\":10}");

  g_assert_cmpint (def->kind, ==, HY_KIND_DATACLASS);
  g_assert_cmpint (def->dataclass.slots, ==, 1);
  g_assert_cmpint (def->dataclass.frozen, ==, 0);
  g_assert_cmpint (def->dataclass.eq, ==, -1);
  g_assert_cmpint (def->dataclass.order, ==, -1);
  g_assert_cmpint (def->dataclass.init, ==, -1);
  g_assert_cmpuint (def->dataclass.since_minor, ==, 10);
}

/* What a class can't do without: whatever lacks one of these is no class. JSON takes the last of two members. */
static void
test_refused (void)
{
  static const char *const more[] = {
    ",\"kind\":\"cheese\"",
    ",\"kind\":null",
    ",\"name\":3",
    ",\"qualname\":null",
    ",\"bases\":{}",
    ",\"bases\":[3]",
    ",\"bases\":[{\"k\":\"cheese\",\"n\":\"B\"}]",
    ",\"bases\":[{\"k\":\"lib\"}]",
    ",\"bases\":[{\"k\":\"def\",\"n\":\"B\"}]",
    ",\"bases\":[{\"k\":\"def\",\"n\":\"B\",\"i\":1}]",
    ",\"bases\":[{\"k\":\"def\",\"n\":\"B\",\"i\":-1}]",
    ",\"meta\":{\"k\":\"lib\"}",
    ",\"slots_state\":\"cheese\"",
    ",\"slots_state\":\"names\"",
    ",\"slots_state\":\"names\",\"slots\":[3]",
    ",\"slots_state\":\"names\",\"slots\":[{}]",
    ",\"slots_state\":\"not-iterable\"",
    ",\"members\":null",
    ",\"members\":[3]",
    ",\"members\":[{\"k\":\"variable\"}]",
    ",\"members\":[{\"k\":\"cheese\",\"n\":\"x\"}]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (more); i++)
    {
      g_test_message ("%s", more[i]);
      g_assert_null (read_more (more[i]));
    }
}

static void
test_slots (void)
{
  static const struct
  {
    const char *more;
    HySlotsState state;
    guint n_slots;
  } cases[] = {
    { ",\"slots_state\":\"names\",\"slots\":[]", HY_SLOTS_NAMES, 0 },
    { ",\"slots_state\":\"names\",\"slots\":[{\"n\":\"a\"},{\"t\":\"int\"}]", HY_SLOTS_NAMES, 2 },
    { ",\"slots_state\":\"not-iterable\",\"slots_type\":\"int\"", HY_SLOTS_NOT_ITERABLE, 0 },
    { ",\"slots_state\":\"unknown\",\"slots\":[{\"n\":\"a\"}]", HY_SLOTS_UNKNOWN, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyClassDef) def = read_more (cases[i].more);

      g_assert_cmpint (def->slots_state, ==, cases[i].state);
      g_assert_cmpuint (def->n_slots, ==, cases[i].n_slots);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-class/plain", test_plain);
  g_test_add_func ("/reply-class/texts", test_texts);
  g_test_add_func ("/reply-class/members", test_members);
  g_test_add_func ("/reply-class/dataclass", test_dataclass);
  g_test_add_func ("/reply-class/refused", test_refused);
  g_test_add_func ("/reply-class/slots", test_slots);
  return g_test_run ();
}
