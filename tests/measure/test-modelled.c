/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-modelled.h"

#include "hy-source.h"
#include "hy-workbench.h"

#define N "    def __init__(self, name):\n"

/* What the class makes beside what it was handed, in every way that tempts to count it twice. */
static const struct
{
  const char *name, *text;
  gint64 own; /* bytes on 3.12, 64-bit: list 56 with items 8 each, dict 64, its keys 160, deque 232, its block 528 */
} cases[] = {
  { "nothing", "class A:\n" N "        self.name = name\n", 0 },
  { "list", "class A:\n" N "        self.items = []\n", 56 },
  { "twice", "class A:\n" N "        self.a = self.b = []\n", 56 },
  { "replaced", "class A:\n" N "        self.a = []\n        self.a = {}\n", 64 },
  { "nested", "class A:\n" N "        self.names = [name]\n", 64 },
  { "beside", "class A:\n" N "        self.name = name\n        self.names = [name]\n", 64 },
  { "in-two", "class A:\n" N "        self.a = [name]\n        self.b = [name]\n", 128 },
  { "slots", "class A:\n    __slots__ = ('a',)\n" N "        self.a = [name, name]\n", 72 },
};

static HyClassDef *
read_class (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  const HySourceRequest ask = { .path = "a.py", .text = bytes, .class_name = "A", .factory = "A(f'name-{i}')" };
  g_autoptr (HyReading) reading = hy_source_read (&ask, NULL, NULL);

  g_assert_no_error (reading->error);
  return hy_class_def_ref (reading->classes[0]);
}

static gint64
own_bytes (const HyModelled *modelled)
{
  for (gsize i = 0; i < modelled->n_blocks; i++)
    if (g_str_equal (modelled->blocks[i].what, HY_MODELLED_OWN_VALUES))
      return modelled->blocks[i].requested;
  return 0;
}

static gint64
sum_of_blocks (const HyModelled *modelled)
{
  gint64 sum = 0;

  for (gsize i = 0; i < modelled->n_blocks; i++)
    sum += modelled->blocks[i].requested;
  return sum;
}

static void
test_own (void)
{
  const HyAbi *abi = hy_abi_lookup (12, HY_BUILD_DEFAULT, 64);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyClassDef) def = read_class (cases[i].text);
      g_autoptr (HyModelled) modelled = hy_modelled_new (def, abi, 10);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (own_bytes (modelled), ==, cases[i].own);
      g_assert_cmpint (sum_of_blocks (modelled), ==, modelled->requested);
      g_assert_cmpint (modelled->current, >, 10 * modelled->requested);
    }
}

static void
test_lesson (void)
{
  g_autoptr (HyClassDef) def = hy_class_def_new_order ();
  g_autoptr (HyModelled) modelled = hy_modelled_new (def, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64), 100000);

  g_assert_cmpstr (modelled->unknown, ==, NULL);
  g_assert_cmpstr (modelled->python, ==, "3.12");
  g_assert_cmpint (modelled->requested, ==, 96);
  g_assert_cmpint (own_bytes (modelled), ==, 0);
  g_assert_true (modelled->type.known);
  g_assert_cmpint (modelled->type.basicsize, ==, 16);
}

static void
test_unknown (void)
{
  g_autoptr (HyClassDef) def = hy_class_def_new_order ();
  g_autoptr (HyClassDef) refused = read_class ("class A:\n    __slots__ = ('a',)\n    a = 1\n");
  g_autoptr (HyModelled) no_abi = hy_modelled_new (def, NULL, 10);
  g_autoptr (HyModelled) no_def = hy_modelled_new (NULL, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64), 10);
  g_autoptr (HyModelled) error = hy_modelled_new (refused, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64), 10);

  g_assert_cmpint (no_abi->requested, ==, -1);
  g_assert_nonnull (no_abi->unknown);
  g_assert_nonnull (no_def->unknown);
  g_assert_nonnull (strstr (error->unknown, "ValueError: 'a' in __slots__ conflicts with class variable"));
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) list = NULL;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/modelled/lesson", test_lesson);
  list = hy_interpreter_list_find (NULL, NULL, NULL);
  if (hy_interpreter_list_newest_parser (list))
    {
      g_test_add_func ("/modelled/own", test_own);
      g_test_add_func ("/modelled/unknown", test_unknown);
    }
  return g_test_run ();
}
