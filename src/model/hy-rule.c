/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-rule.h"

gboolean
hy_rule_holds (HyRule rule, guint minor)
{
  g_return_val_if_fail (rule < HY_RULE_LAST, FALSE);
  return hy_rule_table[rule].since <= minor && minor <= hy_rule_table[rule].until;
}
