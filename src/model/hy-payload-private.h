/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-payload.h"
#include "hy-value-rules.h"

G_BEGIN_DECLS

/* One instance whose payload is being found. */
typedef struct
{
  const HyAbi *abi;
  const HyValueRules *rules;
  HyPayloadKind kind;
  gint64 c_basicsize;         /* of the C type */
  gint64 basicsize, itemsize; /* of the type itself */
  gboolean has_dict;
  gboolean exact;    /* an instance of the C type itself, not of a class below it */
  HyValue *value;    /* NULL when the constructor was given nothing */
  gsize n_arguments; /* that it was given, by name too */
  guint64 index;
  HyPayload *payload;
} HyPayloadVisit;

/* A block beside the object; sys.getsizeof counts it where @counted. Nothing for a @size of 0. */
void hy_payload_add_block (HyPayloadVisit *visit, const char *what, guint64 size, gboolean counted);

/* A tuple of @n arguments that a constructor keeps; nothing for none. */
void hy_payload_add_tuple (HyPayloadVisit *visit, const char *what, guint64 n);

/* Each adds what its kind of type holds; FALSE when that can't be known. Of builtin types: */
gboolean hy_payload_visit_int (HyPayloadVisit *visit);
gboolean hy_payload_visit_tuple (HyPayloadVisit *visit);
gboolean hy_payload_visit_bytes (HyPayloadVisit *visit);
gboolean hy_payload_visit_str (HyPayloadVisit *visit);
gboolean hy_payload_visit_container (HyPayloadVisit *visit); /* LIST, DICT, SET, BYTEARRAY */
gboolean hy_payload_visit_arguments (HyPayloadVisit *visit);

/* Of library types: */
gboolean hy_payload_visit_decimal (HyPayloadVisit *visit);
gboolean hy_payload_visit_uuid (HyPayloadVisit *visit);
gboolean hy_payload_visit_fraction (HyPayloadVisit *visit);
gboolean hy_payload_visit_deque (HyPayloadVisit *visit);
gboolean hy_payload_visit_array (HyPayloadVisit *visit);
gboolean hy_payload_visit_zoned (HyPayloadVisit *visit);
gboolean hy_payload_visit_stringio (HyPayloadVisit *visit); /* STRINGIO, STRINGIO_LIST, STRINGIO_WRITER */
gboolean hy_payload_visit_defaultdict (HyPayloadVisit *visit);
gboolean hy_payload_visit_partial (HyPayloadVisit *visit);
gboolean hy_payload_visit_structure (HyPayloadVisit *visit);

/* Whether the constructor was given anything. */
gboolean hy_payload_has_arguments (const HyPayloadVisit *visit);

G_END_DECLS
