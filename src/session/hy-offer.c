/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-offer.h"

#include "hy-footprint.h"

static gboolean
has_figures (HyClassDef *def, const HyAbi *abi)
{
  g_autoptr (HyLayout) layout = hy_layouter_layout (def, abi);
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);

  return hy_footprint_steady (footprint) != NULL;
}

gsize
hy_offer_choose (GPtrArray *offered, const HyAbi *abi, HyClassDef *chosen[HY_OFFER_MAX_IN_PLAY])
{
  g_autofree gboolean *known = g_new0 (gboolean, offered->len);
  gsize n_known = 0, n_others, n = 0;

  for (guint i = 0; i < offered->len && n_known < HY_OFFER_MAX_IN_PLAY; i++)
    {
      known[i] = has_figures (offered->pdata[i], abi);
      n_known += known[i];
    }
  n_others = HY_OFFER_MAX_IN_PLAY - n_known;
  for (guint i = 0; i < offered->len && n < HY_OFFER_MAX_IN_PLAY; i++)
    {
      if (!known[i] && n_others == 0)
        continue;
      n_others -= !known[i];
      chosen[n++] = offered->pdata[i];
    }
  return n;
}
