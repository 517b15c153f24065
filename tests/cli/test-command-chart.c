/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <string.h>

/* A picture of each kind that the command draws, told by its size and by words in it. */
static void
test_pictures (void)
{
  static const struct
  {
    TestCall call;
    const char *begins, *holds;
  } cases[] = {
    { { "chart -o a.svg --count 0 --size 400x300 -p 3.12", HY_EXIT_FINE, "", NULL },
      "<?xml",
      "viewBox=\"0 0 400 300\"" },
    { { "chart -o a.svg --count 10_000_000 --size 400x300 --dark", HY_EXIT_FINE, "", NULL },
      "<?xml",
      "viewBox=\"0 0 400 300\"" },
    { { "chart -o a.svg --python all --size 700x500", HY_EXIT_FINE, "", NULL }, "<?xml", "viewBox=\"0 0 700 500\"" },
    { { "chart :Order -o a.pdf", HY_EXIT_FINE, "", NULL }, "%PDF-", "" },
    { { "chart -o a.png --measured reply.json", HY_EXIT_FINE, "", NULL }, "\x89PNG", "" },
  };

  test_program_file (
      "reply.json", "{\"schema\": \"heapyard.measure/1\", \"interpreter\": {\"path\": \"/p\", \"version\": \"3.12.1\"},"
                    " \"classes\": [{\"name\": \"Order\", \"count\": 9, \"measured\": {\"current\": 999}}]}");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *name = strstr (cases[i].call.line, "a.");
      g_autofree char *path = g_strndup (name, strlen ("a.svg"));
      g_autofree char *text = NULL;
      gsize length;

      test_call (&cases[i].call, NULL);
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_assert_true (g_str_has_prefix (text, cases[i].begins));
      g_assert_nonnull (g_strstr_len (text, length, cases[i].holds));
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

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    test_call (&calls[i], NULL);
  g_assert_false (g_file_test ("b.svg", G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  test_program_init (&argc, &argv);
  g_test_add_func ("/command-chart/pictures", test_pictures);
  g_test_add_func ("/command-chart/wrong", test_wrong);
  return test_program_run ();
}
