/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs the main loop until @done (@data) is TRUE; fails after half a minute. */
void test_wait_until (gboolean (*done) (gpointer data), gpointer data);

G_END_DECLS
