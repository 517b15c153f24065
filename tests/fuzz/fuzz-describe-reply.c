/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reply.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (HyReading) reading = hy_reading_new ("fuzz.py");
  g_autofree char *described = NULL;

  hy_reply_read (reading, (const char *) data, size, "fuzz.py");
  described = hy_reading_describe_error (reading);
  return 0;
}
