/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"
#include "hy-option.h"

G_BEGIN_DECLS

/* The builds that --python, --build and --bits choose, oldest first: one, or all versions. Without --python the newest
 * that is modelled. (transfer container) of const HyAbi *; NULL with HY_CLI_ERROR_USAGE, whose message lists what
 * there is. */
GPtrArray *hy_model_choice (const HyOptions *options, GError **error);

/* The same where a command takes one: --python all is refused. */
const HyAbi *hy_model_choice_one (const HyOptions *options, GError **error);

/* What --include adds. FALSE with HY_CLI_ERROR_USAGE. */
gboolean hy_include_choice (const HyOptions *options, HyInclude *include, GError **error);

G_END_DECLS
