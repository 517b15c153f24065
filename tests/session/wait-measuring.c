/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wait-measuring.h"

#include "wait-until.h"

static gboolean
has_found (gpointer measuring)
{
  return !hy_measuring_is_finding (measuring);
}

static gboolean
has_measured (gpointer measuring)
{
  return !hy_measuring_is_running (measuring);
}

void
test_wait_found (HyMeasuring *measuring)
{
  test_wait_until (has_found, measuring);
}

void
test_wait_measured (HyMeasuring *measuring)
{
  test_wait_until (has_measured, measuring);
}
