/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-interpreter.h"

G_BEGIN_DECLS

/* An interpreter of CPython 3.12.1 that is the shell script @body in @folder: for what it answers to be known before.
 * Its variable $request is what it was given. (transfer full) */
HyInterpreter *fake_python_new (const char *folder, const char *body);

/* One whose program is at @path, which is not looked at. (transfer full) */
HyInterpreter *fake_python_at (const char *path);

G_END_DECLS
