/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hy-reply.h"

static HyReading *
read_line (const char *line)
{
  HyReading *reading = hy_reading_new ("orders.py");

  hy_reply_read (reading, line, strlen (line), "orders.py");
  return reading;
}

#define CLASS(more)                                                                                                    \
  "{\"kind\":\"regular\",\"name\":\"A\",\"qualname\":\"A\",\"line\":3,\"bases\":[],\"members\":[],\"slots_state\":"    \
  "\"absent\"" more "}"
#define REPLY(classes, listed) "{\"classes\":[" classes "],\"listed\":[" listed "]}"
#define LISTED "{\"i\":0,\"recipe\":{\"factory\":\"A()\",\"ops\":[],\"arguments\":[]}}"

static void
test_class (void)
{
  g_autoptr (HyReading) reading = read_line (
      REPLY (CLASS (",\"static\":[\"x\"],\"since\":12,\"since_reason\":\"type parameters (line 3)\""),
             "{\"i\":0,\"recipe\":{\"factory\":\"A(1)\",\"early\":3,\"ops\":[{\"k\":\"set\",\"n\":\"x\",\"line\":5,"
             "\"v\":{\"k\":"
             "\"list\",\"fresh\":true,\"len\":9,\"g\":\"repeat\",\"items\":[{\"k\":\"str\",\"len\":1,\"own\":true}]}}],"
             "\"arguments\":[{\"k\":"
             "\"int\",\"n\":1,\"bits\":1}]}}"));
  const HyClassDef *def;
  const HyOp *op;

  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->n_classes, ==, 1);
  def = reading->classes[0];
  g_assert_cmpstr (def->file, ==, "orders.py");
  g_assert_cmpuint (def->line, ==, 3);
  g_assert_cmpuint (def->since_minor, ==, 12);
  g_assert_cmpstr (def->static_attributes[0], ==, "x");
  g_assert_cmpstr (def->recipe.factory, ==, "A(1)");
  g_assert_cmpuint (def->recipe.n_ops, ==, 1);
  op = &def->recipe.ops[0];
  g_assert_cmpint (op->kind, ==, HY_OP_SET);
  g_assert_cmpuint (op->line, ==, 5);
  g_assert_cmpint (op->value->kind, ==, HY_VALUE_LIST);
  g_assert_cmpint (op->value->growth, ==, HY_GROWTH_REPEAT);
  g_assert_true (op->value->fresh);
  g_assert_cmpuint (op->value->length, ==, 9);
  g_assert_cmpuint (op->value->n_items, ==, 1);
  g_assert_true (op->value->items[0]->own);
  g_assert_cmpuint (def->recipe.n_arguments, ==, 1);
  g_assert_cmpuint (def->recipe.n_early, ==, 3);
}

static void
test_earlier (void)
{
  g_autoptr (HyReading) reading = read_line (REPLY (
      CLASS ("") "," CLASS (",\"unknown\":\"not there\""),
      "{\"i\":0,\"recipe\":{\"factory\":\"A()\",\"ops\":[{\"k\":\"set\",\"n\":\"x\"}],\"earlier\":["
      "{\"last\":10,\"i\":0,\"factory\":\"A()\",\"ops\":[]},{\"last\":7,\"i\":1,\"refusal\":{\"text\":\"E\"}}]}}"));
  HyClassDef *def;

  g_assert_no_error (reading->error);
  def = reading->classes[0];
  g_assert_cmpuint (hy_class_def_for (def, 11)->recipe.n_ops, ==, 1);
  g_assert_cmpuint (hy_class_def_for (def, 10)->recipe.n_ops, ==, 0);
  g_assert_null (hy_class_def_for (def, 8)->recipe.refusal.text);
  g_assert_null (hy_class_def_for (def, 8)->unknown);
  g_assert_cmpstr (hy_class_def_for (def, 7)->unknown, ==, "not there");
  g_assert_cmpstr (hy_class_def_for (def, 7)->recipe.refusal.text, ==, "E");
}

/* Lengths that no memory holds are not taken for 0. */
static void
test_lengths (void)
{
  static const struct
  {
    const char *length;
    HyValueKind kind;
  } cases[] = { { "140737488355328", HY_VALUE_BYTES },
                { "140737488355329", HY_VALUE_UNKNOWN },
                { "9223372036854775807", HY_VALUE_UNKNOWN },
                { "99999999999999999999", HY_VALUE_UNKNOWN },
                { "-1", HY_VALUE_UNKNOWN },
                { "1.5", HY_VALUE_UNKNOWN } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup_printf (
          REPLY (CLASS (""), "{\"i\":0,\"recipe\":{\"factory\":\"A()\",\"ops\":[],\"arguments\":[{\"k\":\"bytes\","
                             "\"fresh\":true,\"len\":%s}]}}"),
          cases[i].length);
      g_autoptr (HyReading) reading = read_line (line);
      g_assert_no_error (reading->error);
      g_assert_cmpint (reading->classes[0]->recipe.arguments[0]->kind, ==, cases[i].kind);
    }
}

static void
test_bases (void)
{
  g_autoptr (HyReading) reading = read_line (REPLY (
      CLASS (
          "") ",{\"kind\":\"dataclass\",\"name\":\"B\",\"qualname\":\"O.B\",\"line\":9,\"bases\":[{\"k\":\"def\","
              "\"n\":\"A\",\"i\":0,\"line\":9},{\"k\":\"lib\",\"n\":\"typing.Generic\",\"sub\":true,\"line\":9},{"
              "\"k\":\"not\",\"n\":\"int\",\"line\":9}],\"members\":[{\"k\":\"property\",\"n\":\"p\",\"setter\":true,"
              "\"line\":11}],\"slots_state\":\"names\",\"slots\":[{\"n\":\"a\"},{\"t\":\"int\"}],\"dc\":{\"slots\":1}}",
      "{\"i\":1,\"recipe\":{\"factory\":\"B()\"}}"));
  const HyClassDef *def;

  g_assert_no_error (reading->error);
  def = reading->classes[0];
  g_assert_cmpstr (def->qualname, ==, "O.B");
  g_assert_cmpint (def->kind, ==, HY_KIND_DATACLASS);
  g_assert_cmpuint (def->n_bases, ==, 3);
  g_assert_cmpstr (def->bases[0].def->name, ==, "A");
  g_assert_cmpint (def->bases[1].kind, ==, HY_BASE_LIBRARY);
  g_assert_true (def->bases[1].subscripted);
  g_assert_cmpint (def->bases[2].kind, ==, HY_BASE_NOT_A_CLASS);
  g_assert_cmpuint (def->n_slots, ==, 2);
  g_assert_null (def->slots[1].name);
  g_assert_cmpint (def->dataclass.slots, ==, 1);
  g_assert_cmpint (def->dataclass.frozen, ==, -1);
  g_assert_true (def->members[0].has_setter);
}

/* Replies that make no sense: refused, whatever they hold. */
static const char *const hostile[] = {
  "",
  "null",
  "[]",
  "{",
  "{}",
  "{\"classes\":[],\"listed\":[" LISTED "]}",
  REPLY ("3", LISTED),
  REPLY ("{}", ""),
  REPLY ("{\"kind\":\"regular\"}", ""),
  REPLY (CLASS (",\"kind\":\"cheese\""), LISTED),
  REPLY (CLASS (""), "{\"i\":1,\"recipe\":{}}"),
  REPLY (CLASS (""), "{\"i\":-1,\"recipe\":{}}"),
  REPLY (CLASS (""), "{\"i\":0}"),
  REPLY (CLASS (",\"bases\":[{\"k\":\"def\",\"n\":\"A\",\"i\":0}]"), LISTED),
  REPLY (CLASS (",\"bases\":[{\"k\":\"def\",\"n\":\"A\",\"i\":7}]"), LISTED),
  REPLY (CLASS (",\"bases\":[{\"k\":\"def\",\"i\":0}]"), LISTED),
  REPLY (CLASS (",\"slots_state\":\"names\""), LISTED),
  REPLY (CLASS (",\"slots_state\":\"names\",\"slots\":[{}]"), LISTED),
  REPLY (CLASS (",\"slots_state\":\"not-iterable\""), LISTED),
  REPLY (CLASS (",\"members\":[{\"k\":\"method\"}]"), LISTED),
  "{\"error\":{}}",
  "{\"error\":{\"code\":\"cheese\",\"message\":\"x\"}}",
};

static void
test_hostile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (HyReading) reading = read_line (hostile[i]);

      g_assert_error (reading->error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_INTERPRETER);
      g_assert_cmpuint (reading->n_classes, ==, 0);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (HyReading) reading = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (line, '[');
  reading = read_line (line->str);
  g_assert_error (reading->error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_INTERPRETER);
}

/* A step or value that is not understood makes the recipe or the value unknown, not the class. */
static void
test_doubtful (void)
{
  g_autoptr (HyReading) reading =
      read_line (REPLY (CLASS (""), "{\"i\":0,\"recipe\":{\"factory\":\"A()\",\"ops\":[{\"k\":\"explode\"}]}}"));
  g_autoptr (HyReading) valued = read_line (REPLY (
      CLASS (""),
      "{\"i\":0,\"recipe\":{\"factory\":\"A()\",\"ops\":[{\"k\":\"set\",\"n\":\"x\",\"v\":{\"k\":\"soup\"}}]}}"));

  g_assert_no_error (reading->error);
  g_assert_nonnull (reading->classes[0]->recipe.unknown);
  g_assert_no_error (valued->error);
  g_assert_null (valued->classes[0]->recipe.unknown);
  g_assert_cmpint (valued->classes[0]->recipe.ops[0].value->kind, ==, HY_VALUE_UNKNOWN);
}

static void
test_problem (void)
{
  g_autoptr (HyReading) reading =
      read_line ("{\"error\":{\"code\":\"syntax\",\"message\":\"invalid syntax\",\"line\":12,"
                 "\"column\":5,\"excerpt\":\"\\tx = = 1\"}}");
  g_autofree char *described = hy_reading_describe_error (reading);

  g_assert_error (reading->error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_SYNTAX);
  g_assert_cmpuint (reading->line, ==, 12);
  g_assert_true (g_str_has_prefix (described, "orders.py:12: "));
  g_assert_true (g_str_has_suffix (described, "\n    \tx = = 1\n    \t   ^"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply/earlier", test_earlier);
  g_test_add_func ("/reply/class", test_class);
  g_test_add_func ("/reply/bases", test_bases);
  g_test_add_func ("/reply/lengths", test_lengths);
  g_test_add_func ("/reply/hostile", test_hostile);
  g_test_add_func ("/reply/deep", test_deep);
  g_test_add_func ("/reply/doubtful", test_doubtful);
  g_test_add_func ("/reply/problem", test_problem);
  return g_test_run ();
}
