/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-chart.h"

G_BEGIN_DECLS

typedef struct
{
  double width, height;
  guint64 count, pin;
  guint n_lines; /* Order, SlottedOrder, then slotted classes of 5, 6 … attributes */
  gboolean log_x, log_y;
  gboolean unknown;  /* the second line has no series */
  gboolean measured; /* Order has a measured point at 50,000 */
  HyInclude include;
} DrawChart;

/* (transfer full) */
HyChart *draw_chart (const DrawChart *what);

G_END_DECLS
