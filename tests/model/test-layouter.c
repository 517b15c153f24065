/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

static char *
describe_spans (HyClassDef *def, const HyAbi *abi)
{
  g_autoptr (HyLayout) layout = hy_layouter_layout (def, abi);
  g_autoptr (GString) text = g_string_new (NULL);
  for (gsize i = 0; i < layout->n_spans; i++)
    g_string_append_printf (text, "%s%" G_GUINT64_FORMAT ":%s", i > 0 ? " " : "", layout->spans[i].size,
                            hy_span_kind_to_string (layout->spans[i].kind));
  return g_strdup (text->str);
}

static void
test_spans (void)
{
  const struct
  {
    const char *slots, *base;
    guint minor;
    HyBuild build;
    const char *expected;
  } cases[] = {
    { "a", NULL, 12, HY_BUILD_DEFAULT, "8:gc-head 8:gc-head 8:header 8:header 8:slot" },
    { NULL, NULL, 12, HY_BUILD_DEFAULT, "8:pre-header 8:pre-header 8:gc-head 8:gc-head 8:header 8:header" },
    { NULL, NULL, 8, HY_BUILD_DEFAULT, "8:gc-head 8:gc-head 8:header 8:header 8:dict-pointer 8:weakref-pointer" },
    { NULL, NULL, 11, HY_BUILD_DEFAULT,
      "8:pre-header 8:pre-header 8:gc-head 8:gc-head 8:header 8:header 8:weakref-pointer" },
    { "a", NULL, 13, HY_BUILD_FREE_THREADED, "8:header 8:header 8:header 8:header 8:slot" },
    { "a", "list", 12, HY_BUILD_DEFAULT, "8:gc-head 8:gc-head 8:header 8:header 24:base 8:slot" },
    { NULL, "int", 11, HY_BUILD_DEFAULT, "8:gc-head 8:gc-head 8:header 8:header 8:header 8:dict-pointer" },
    { "", "Exception", 12, HY_BUILD_DEFAULT, "8:gc-head 8:gc-head 8:header 8:header 8:dict-pointer 48:base" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyClassDef) def = build_class ("C", cases[i].slots);
      if (cases[i].base != NULL)
        build_library_base (def, cases[i].base, FALSE);
      g_autofree char *spans = describe_spans (def, hy_abi_lookup (cases[i].minor, cases[i].build, 64));
      g_assert_cmpstr (spans, ==, cases[i].expected);
    }
}

/* Random chains of slotted and plain classes on builtin bases: the spans cover each block, aligned, on every build. */
static void
test_cover (void)
{
  static const char *const slots[] = {
    NULL, "", "a", "__dict__", "b __weakref__", "x y z", "a b __dict__ __weakref__"
  };
  static const char *const bases[] = { "object", "list", "dict", "set", "Exception", "OSError", "float", "str" };
  gsize n_rows, n_exact = 0;
  const HyAbi *rows = hy_abi_rows (&n_rows);
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (HyClassDef) def = build_class ("B", slots[g_test_rand_int_range (0, G_N_ELEMENTS (slots))]);
      build_library_base (def, bases[g_test_rand_int_range (0, G_N_ELEMENTS (bases))], FALSE);
      for (int depth = g_test_rand_int_range (0, 3); depth > 0; depth--)
        {
          HyClassDef *next = build_class ("C", slots[g_test_rand_int_range (0, G_N_ELEMENTS (slots))]);
          build_base (next, def);
          hy_class_def_unref (def);
          def = next;
        }
      for (gsize i = 0; i < n_rows; i++)
        {
          g_autoptr (HyLayout) layout = hy_layouter_layout (def, &rows[i]);
          guint64 at = 0;
          n_exact += layout->status == HY_STATUS_EXACT;
          for (gsize j = 0; j < layout->n_spans; j++)
            {
              g_assert_cmpuint (layout->spans[j].offset, ==, at);
              g_assert_cmpuint (at % 4, ==, 0);
              at += layout->spans[j].size;
            }
          g_assert_cmpuint (at, ==, layout->object_offset + layout->basicsize);
        }
    }
  g_assert_cmpuint (n_exact, >, 1000);
}

static void
test_alias (void)
{
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  def->kind = HY_KIND_ALIAS;
  build_library_base (def, "types.SimpleNamespace", FALSE);
  g_autoptr (HyLayout) layout = build_layout (def, 12);
  g_assert_cmpstr (layout->mro[0], ==, "SimpleNamespace");
  g_assert_cmpint (layout->basicsize, ==, 24);
  g_assert_cmpuint (layout->n_members, ==, 1);
  g_assert_cmpstr (layout->members[0].name, ==, "__dict__");
}

static void
test_instances (void)
{
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  build_library_base (def, "typing.TypedDict", FALSE);
  g_autoptr (HyLayout) layout = build_layout (def, 12);
  g_autoptr (HyLayout) made = hy_layouter_layout_instances (layout);
  g_assert_cmpstr (made->mro[0], ==, "dict");
  g_assert_false (made->has_dict);
  g_autoptr (HyClassDef) plain = build_class ("C", NULL);
  g_autoptr (HyLayout) other = build_layout (plain, 12);
  g_autoptr (HyLayout) same = hy_layouter_layout_instances (other);
  g_assert_true (same == other);
}

/* A thread's own dict is no field, yet there. */
static void
test_thread_local (void)
{
  g_autoptr (HyClassDef) def = build_class ("C", "");
  build_library_base (def, "threading.local", FALSE);
  g_autoptr (HyLayout) layout = build_layout (def, 12);
  g_assert_cmpint (layout->dictoffset, ==, 0);
  g_assert_true (layout->has_dict);
}

static void
test_all_members (void)
{
  g_autoptr (HyClassDef) base = build_class ("B", "x");
  g_autoptr (HyClassDef) def = build_class ("C", "a");
  build_base (def, base);
  g_autoptr (HyLayout) layout = build_layout (def, 12);
  g_assert_cmpuint (layout->n_members, ==, 1);
  g_assert_cmpuint (layout->n_all_members, ==, 2);
  g_assert_cmpstr (layout->all_members[0].name, ==, "x");
  g_assert_cmpuint (layout->all_members[1].offset, ==, 24);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layouter/spans", test_spans);
  g_test_add_func ("/layouter/cover", test_cover);
  g_test_add_func ("/layouter/alias", test_alias);
  g_test_add_func ("/layouter/instances", test_instances);
  g_test_add_func ("/layouter/thread-local", test_thread_local);
  g_test_add_func ("/layouter/all-members", test_all_members);
  return g_test_run ();
}
