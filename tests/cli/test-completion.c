/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-completion.h"

#include <string.h>

#include "hy-command.h"

static void
test_commands (void)
{
  static const char *const shells[] = { "bash", "zsh", "fish" };
  const HyCommand *const *commands = hy_commands ();

  for (gsize i = 0; i < G_N_ELEMENTS (shells); i++)
    {
      g_autofree char *script = hy_completion_script (shells[i]);

      g_assert_nonnull (script);
      for (gsize j = 0; commands[j] != NULL; j++)
        g_assert_nonnull (strstr (script, commands[j]->name));
    }
}

static void
test_other_shells (void)
{
  g_assert_null (hy_completion_script ("tcsh"));
  g_assert_null (hy_completion_script (""));
  g_assert_null (hy_completion_script (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/completion/commands", test_commands);
  g_test_add_func ("/completion/other-shells", test_other_shells);
  return g_test_run ();
}
