/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The bytes of @path, of any kind of file that can be read from its beginning; "-" is standard input. At most
 * @limit bytes and one more, by which the caller sees that there is more. (transfer full); NULL with
 * HY_CLI_ERROR_CANNOT, naming the file. */
GBytes *hy_input_read (const char *path, gsize limit, GError **error);

G_END_DECLS
