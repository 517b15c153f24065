/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-offer.h"

#include <string.h>

/* "AbC": a class for each letter, one without figures for each small one. */
static GPtrArray *
offer (const char *letters)
{
  GPtrArray *offered = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_class_def_unref);

  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      char name[] = { *letter, '\0' };
      HyClassDef *def = hy_class_def_new (name);

      if (g_ascii_islower (*letter))
        def->slots_state = HY_SLOTS_UNKNOWN;
      g_ptr_array_add (offered, def);
    }
  return offered;
}

static void
test_choose (void)
{
  static const struct
  {
    const char *offered, *chosen;
  } cases[] = {
    { "A", "A" },
    { "aBc", "aBc" },
    { "ABCDEFGH", "ABCDEF" },
    { "abcdefgh", "abcdef" },
    { "abcDEFGHIJ", "DEFGHI" },
    { "abCdeFghIj", "abCdFI" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) offered = offer (cases[i].offered);
      HyClassDef *chosen[HY_OFFER_MAX_IN_PLAY];
      gsize n = hy_offer_choose (offered, hy_abi_newest (), chosen);

      g_test_message ("%s", cases[i].offered);
      g_assert_cmpuint (n, ==, strlen (cases[i].chosen));
      for (gsize j = 0; j < n; j++)
        g_assert_cmpint (chosen[j]->name[0], ==, cases[i].chosen[j]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offer/choose", test_choose);
  return g_test_run ();
}
