/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-plain-source.h"

#include <string.h>

static void
test_plain (void)
{
  g_autoptr (HyReading) reading = hy_plain_source_read ("# two of a kind\n"
                                                        "class Point:\n"
                                                        "    def __init__(self, x, y):\n"
                                                        "        self.x = x\n"
                                                        "        self.n = -12\n"
                                                        "\n"
                                                        "class Slotted(object):\n"
                                                        "    __slots__ = ('x', \"y\",)\n"
                                                        "\n"
                                                        "class Child(Slotted):\n"
                                                        "    pass\n");
  HyClassDef *point, *slotted, *child;

  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->n_classes, ==, 3);
  point = reading->classes[0];
  slotted = reading->classes[1];
  child = reading->classes[2];
  g_assert_cmpstr (point->name, ==, "Point");
  g_assert_cmpuint (point->line, ==, 2);
  g_assert_cmpstr (point->recipe.factory, ==, "Point(None, None)");
  g_assert_cmpuint (point->recipe.n_ops, ==, 2);
  g_assert_cmpstr (point->recipe.ops[0].name, ==, "x");
  g_assert_cmpint (point->recipe.ops[0].value->kind, ==, HY_VALUE_NONE);
  g_assert_cmpint (point->recipe.ops[1].value->number, ==, -12);
  g_assert_cmpuint (point->recipe.ops[1].value->int_bits, ==, 4);
  g_assert_cmpstr (point->static_attributes[1], ==, "n");
  g_assert_true (g_str_has_prefix (point->source, "class Point:\n    def"));
  g_assert_cmpuint (slotted->n_slots, ==, 2);
  g_assert_cmpstr (slotted->slots[1].name, ==, "y");
  g_assert_cmpint (slotted->bases[0].kind, ==, HY_BASE_LIBRARY);
  g_assert_true (child->bases[0].def == slotted);
}

/* What goes beyond plain classes is refused at its line, and never half understood. */
static void
test_beyond (void)
{
  static const struct
  {
    const char *text;
    guint line;
  } cases[] = {
    { "import os\nclass C:\n    pass\n", 1 },
    { "class C(int):\n    pass\n", 1 },
    { "class C(metaclass=M):\n    pass\n", 1 },
    { "@decorator\nclass C:\n    pass\n", 1 },
    { "class C:\n    x = 1\n", 2 },
    { "class C:\n    __slots__ = names\n", 2 },
    { "class C:\n    __slots__ = ('a', b)\n", 2 },
    { "class C:\n    def __init__(self, *args):\n        pass\n", 2 },
    { "class C:\n    def __init__(self, a=1):\n        pass\n", 2 },
    { "class C:\n    def __init__(self, a):\n        self.a = a + 1\n", 3 },
    { "class C:\n    def __init__(self, a):\n        if a:\n", 3 },
    { "class C:\n    def __init__(self, a):\n        self.a = self\n", 3 },
    { "class C:\n    def method(self):\n        pass\n", 2 },
    { "class A:\n    def __init__(self, x):\n        self.x = x\nclass B(A):\n    pass\n", 4 },
    { "class C:\n        self.x = 1\n", 2 },
    { "def f(): pass\n", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyReading) reading = hy_plain_source_read (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_error (reading->error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_NO_INTERPRETER);
      g_assert_cmpuint (reading->line, ==, cases[i].line);
      g_assert_cmpuint (reading->n_classes, ==, 0);
    }
}

static void
test_none (void)
{
  g_autoptr (HyReading) reading = hy_plain_source_read ("# nothing\n\n");

  g_assert_error (reading->error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_NO_CLASSES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain-source/plain", test_plain);
  g_test_add_func ("/plain-source/beyond", test_beyond);
  g_test_add_func ("/plain-source/none", test_none);
  return g_test_run ();
}
