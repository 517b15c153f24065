/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* Gone, or dead and only waiting for the machine's own init to notice. */
gboolean test_is_gone (pid_t pid);

G_END_DECLS
