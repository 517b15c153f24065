/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The script by which @shell (bash, zsh or fish) completes the commands and options of heapyard-cli, made from their
 * tables. (transfer full); NULL for any other shell. */
char *hy_completion_script (const char *shell);

G_END_DECLS
