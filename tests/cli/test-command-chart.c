/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

/* What the command writes to @name. */
static GBytes *
drawn (const char *line, const char *name)
{
  const TestCall call = { line, HY_EXIT_FINE, "", NULL };
  char *data = NULL;
  gsize length;

  test_call (&call, NULL);
  g_assert_true (g_file_get_contents (name, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *line, *name, *begins, *holds;
  } cases[] = {
    { "chart -o a.svg --count 0 --size 400x300 -p 3.12", "a.svg", "<?xml", "viewBox=\"0 0 400 300\"" },
    { "chart -o a.svg --count 10_000_000 --dark", "a.svg", "<?xml", "viewBox=\"0 0 1280 720\"" },
    { "chart -o a.svg --python all --size 700x500", "a.svg", "<?xml", "viewBox=\"0 0 700 500\"" },
    { "chart :Order -o a.pdf", "a.pdf", "%PDF-", "" },
    { "chart :Order -o a.png", "a.png", "\x89PNG", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = drawn (cases[i].line, cases[i].name);
      const char *text = g_bytes_get_data (bytes, NULL);

      g_assert_true (g_str_has_prefix (text, cases[i].begins));
      g_assert_nonnull (g_strstr_len (text, g_bytes_get_size (bytes), cases[i].holds));
    }
}

/* Each option that changes the picture does; of all versions there is one picture whatever the count. */
static void
test_options (void)
{
  static const struct
  {
    const char *first, *second;
    gboolean alike;
  } cases[] = {
    { "chart -o a.png --size 400x300 -p 3.12", "chart -o a.png --size 400x300 -p 3.12 --count 100k", TRUE },
    { "chart -o a.png --size 400x300 -p 3.12", "chart -o a.png --size 400x300 -p 3.12 --count 10M", FALSE },
    { "chart -o a.png --size 400x300 -p 3.12", "chart -o a.png --size 400x300 -p 3.12 --dark", FALSE },
    { "chart -o a.png --size 400x300 -p 3.12", "chart -o a.png --size 400x300 -p 3.7", FALSE },
    { "chart -o a.png --size 400x300 -p 3.12", "chart -o a.png --size 400x300 -p 3.12 --include values", FALSE },
    { "chart -o a.png --size 400x300 -p 3.12", "chart -o a.png --size 400x300 -p 3.12 --measured reply.json", FALSE },
    { "chart -o a.png -p all", "chart -o a.png -p all --count 10M", TRUE },
  };

  test_program_file ("reply.json", "{\"schema\": \"heapyard.measure/1\", \"classes\": [{\"name\": \"Order\", "
                                   "\"count\": 50000, \"measured\": {\"current\": 9000000}}]}");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) first = drawn (cases[i].first, "a.png");
      g_autoptr (GBytes) second = drawn (cases[i].second, "a.png");

      g_assert_cmpint (g_bytes_equal (first, second), ==, cases[i].alike);
    }
}

static void
test_wrong (void)
{
  static const TestCall calls[] = {
    { "chart", HY_EXIT_USAGE, "", "--output" },
    { "chart -o b.gif", HY_EXIT_USAGE, "", ".png" },
    { "chart -o b.svg --count -1", HY_EXIT_USAGE, "", "--count: " },
    { "chart -o b.svg --size 1x", HY_EXIT_USAGE, "", "--size: " },
    { "chart -o b.svg --scale 5", HY_EXIT_USAGE, "", "--scale: " },
    { "chart -o b.svg -p 3.99", HY_EXIT_USAGE, "", "--python: " },
    { "chart -o b.svg --arrange address", HY_EXIT_USAGE, "", "--arrange" },
    { "chart -o b.svg --measured nothing.json", HY_EXIT_CANNOT, "", "nothing.json" },
    { "chart -o nowhere/b.svg", HY_EXIT_CANNOT, "", "folder" },
    { "chart nothing.py -o b.svg", HY_EXIT_CANNOT, "", "nothing.py: " },
  };

  test_calls (calls, G_N_ELEMENTS (calls), NULL);
  g_assert_false (g_file_test ("b.svg", G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  test_program_init (&argc, &argv);
  g_test_add_func ("/command-chart/formats", test_formats);
  g_test_add_func ("/command-chart/options", test_options);
  g_test_add_func ("/command-chart/wrong", test_wrong);
  return test_program_run ();
}
