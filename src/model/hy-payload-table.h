/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-payload.h"

G_BEGIN_DECLS

/* A C type, as hy-library names it, in 3.@since to 3.@until. */
typedef struct
{
  const char *name;
  guint8 since, until;
  HyPayloadKind kind;
  gboolean plain_new; /* its tp_new is that of object */
} HyPayloadRow;

extern const HyPayloadRow hy_payload_table[];
extern const gsize hy_payload_table_length;

G_END_DECLS
