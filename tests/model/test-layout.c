/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

#include "hy-layout-private.h"

static void
test_kinds (void)
{
  for (HySpanKind kind = HY_SPAN_PRE_HEADER; kind <= HY_SPAN_PADDING; kind++)
    for (HySpanKind other = HY_SPAN_PRE_HEADER; other < kind; other++)
      g_assert_cmpstr (hy_span_kind_to_string (kind), !=, hy_span_kind_to_string (other));
}

static void
test_references (void)
{
  HyClassDef *def = build_class ("C", "x");
  HyLayout *layout = build_layout (def, 12);
  hy_class_def_unref (def);
  HyLayout *again = hy_layout_ref (layout);
  hy_layout_unref (layout);
  g_assert_cmpstr (again->def->name, ==, "C");
  g_assert_cmpstr (hy_layout_get_type (again)->name, ==, "C");
  hy_layout_unref (again);
}

static void
test_check (void)
{
  g_autoptr (HyClassDef) def = build_class ("C", "x");
  g_autoptr (HyLayout) layout = build_layout (def, 12);
  hy_layout_check (layout);
  layout->spans[2].offset++;
  g_test_expect_message ("heapyard", G_LOG_LEVEL_WARNING, "*offset*");
  hy_layout_check (layout);
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/kinds", test_kinds);
  g_test_add_func ("/layout/references", test_references);
  g_test_add_func ("/layout/check", test_check);
  return g_test_run ();
}
