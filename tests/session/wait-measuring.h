/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-measuring.h"

G_BEGIN_DECLS

/* Waits until the interpreters of this machine are known. */
void test_wait_found (HyMeasuring *measuring);

/* Waits until no measurement runs any more. */
void test_wait_measured (HyMeasuring *measuring);

G_END_DECLS
