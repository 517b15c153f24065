/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

/* The bytes of the picture that @line writes to a.png. */
static GBytes *
drawn (const char *line)
{
  const TestCall call = { line, HY_EXIT_FINE, "", NULL };
  char *data = NULL;
  gsize length;

  test_call (&call, NULL);
  g_assert_true (g_file_get_contents ("a.png", &data, &length, NULL));
  g_assert_true (g_str_has_prefix (data, "\x89PNG"));
  return g_bytes_new_take (data, length);
}

static void
test_arrangements (void)
{
  g_autoptr (GBytes) usual = drawn ("yard -o a.png --count 20 -p 3.12 --size 400x300");
  g_autoptr (GBytes) instance = drawn ("yard -o a.png --count 20 -p 3.12 --size 400x300 --arrange instance");
  g_autoptr (GBytes) address = drawn ("yard -o a.png --count 20 -p 3.12 --size 400x300 --arrange address");

  g_assert_true (g_bytes_equal (usual, instance));
  g_assert_false (g_bytes_equal (usual, address));
}

static void
test_counts (void)
{
  g_autoptr (GBytes) none = drawn ("yard -o a.png --count 0 --size 400x300");
  g_autoptr (GBytes) one = drawn ("yard -o a.png --count 1 --size 400x300");
  g_autoptr (GBytes) many = drawn ("yard -o a.png --count 10_000_000 --arrange address --size 400x300");

  g_assert_false (g_bytes_equal (none, one));
  g_assert_false (g_bytes_equal (one, many));
}

static void
test_wrong (void)
{
  static const TestCall calls[] = {
    { "yard", HY_EXIT_USAGE, "", "--output" },
    { "yard -o b.png --arrange adress", HY_EXIT_USAGE, "", "“adress” is no arrangement; give address\n" },
    { "yard -o b.png --arrange tree", HY_EXIT_USAGE, "", "“tree” is no arrangement; give instance or address\n" },
    { "yard -o b.png --arrange ''", HY_EXIT_USAGE, "", "“” is no arrangement; give instance or address\n" },
    { "yard -o b.png -p all", HY_EXIT_USAGE, "", "--python: " },
    { "yard -o b.png --include list", HY_EXIT_USAGE, "", "--include" },
    { "yard nothing.py -o b.png", HY_EXIT_CANNOT, "", "nothing.py: " },
  };

  test_calls (calls, G_N_ELEMENTS (calls), NULL);
  g_assert_false (g_file_test ("b.png", G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  test_program_init (&argc, &argv);
  g_test_add_func ("/command-yard/arrangements", test_arrangements);
  g_test_add_func ("/command-yard/counts", test_counts);
  g_test_add_func ("/command-yard/wrong", test_wrong);
  return test_program_run ();
}
