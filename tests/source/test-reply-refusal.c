/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reply-refusal.h"

static void
check (const char *json, guint minor, const char *expected)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  HyRefusal refusal = hy_reply_refusal (json_node_get_object (node), "refused");

  g_test_message ("%s on 3.%u", json, minor);
  g_assert_cmpstr (hy_refusal_text (&refusal, minor), ==, expected);
  hy_refusal_clear (&refusal);
}

static void
test_texts (void)
{
  const char *const told = "{\"refused\":{\"text\":\"new\",\"earlier\":[{\"last\":12,\"text\":\"older\"},"
                           "{\"last\":8,\"text\":\"oldest\"}]}}";

  check (told, 13, "new");
  check (told, 12, "older");
  check (told, 9, "older");
  check (told, 8, "oldest");
}

/* What is absent or of another kind refuses nothing, and never more than the reply may hold. */
static void
test_malformed (void)
{
  g_autoptr (GString) many = g_string_new ("{\"refused\":{\"text\":\"new\",\"earlier\":[");

  check ("{}", 12, NULL);
  check ("{\"refused\":3}", 12, NULL);
  check ("{\"refused\":{}}", 12, NULL);
  check ("{\"refused\":{\"text\":\"new\",\"earlier\":7}}", 6, "new");
  check ("{\"refused\":{\"text\":\"new\",\"earlier\":[3,{\"last\":12}]}}", 6, "new");
  check ("{\"refused\":{\"text\":\"new\",\"earlier\":[{\"last\":1000,\"text\":\"older\"}]}}", 6, "new");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (many, "%s{\"last\":1,\"text\":\"older\"}", i > 0 ? "," : "");
  g_string_append (many, "]}}");
  check (many->str, 6, "new");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-refusal/texts", test_texts);
  g_test_add_func ("/reply-refusal/malformed", test_malformed);
  return g_test_run ();
}
