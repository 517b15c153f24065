/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wait-until.h"

G_BEGIN_DECLS

/* Files, for tests that read Python. */

#define POINTS                                                                                                         \
  "class Point:\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y\n\n\n"                          \
  "class Slotted:\n    __slots__ = ('x', 'y')\n"

/* A file called @name with @text in a folder of its own; both are gone when the test has run. (transfer full) */
GFile *test_file_new (const char *name, const char *text);

/* Rewrites it, with another time of change. */
void test_file_rewrite (GFile *file, const char *text);

/* FALSE, after skipping the test, when no Python is to be found. */
gboolean test_has_python (void);

G_END_DECLS
