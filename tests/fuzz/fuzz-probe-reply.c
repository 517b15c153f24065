/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hy-probe-reply.h"

/* What a process that ran somebody's code wrote. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  for (HyProbeStep step = HY_PROBE_LAYOUT; step <= HY_PROBE_RUN; step++)
    {
      g_autoptr (HyMeasured) measured = hy_measured_new ();
      g_auto (HyProbeRun) run = { NAN, NAN, NAN, NAN, NULL };
      guint foreign;

      hy_probe_reply_read ((const char *) data, size, "T ", step, measured, &run, &foreign);
    }
  return 0;
}
