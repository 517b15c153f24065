/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-measured.h"
#include "hy-modelled.h"

G_BEGIN_DECLS

/* Model against measurement, part by part. */

typedef enum
{
  HY_VERDICT_EQUAL,
  HY_VERDICT_OFF,
  HY_VERDICT_UNKNOWN, /* one of the two is not known */
} HyVerdictState;

typedef enum
{
  HY_VERDICT_PART_REQUESTED,
  HY_VERDICT_PART_BLOCK,
  HY_VERDICT_PART_GETSIZEOF,
  HY_VERDICT_PART_DICT_GETSIZEOF,
  HY_VERDICT_PART_MATERIALIZED,
  HY_VERDICT_PART_RANKS,
  HY_VERDICT_PART_CURRENT,
  HY_VERDICT_PART_BASICSIZE,
  HY_VERDICT_PART_OFFSETS,
  HY_VERDICT_PART_FLAGS,
  HY_VERDICT_PART_MEMBERS,
} HyVerdictPart;

typedef struct
{
  HyVerdictPart part;
  HyVerdictState state;
  char *label;         /* msgid, or a block's name */
  gboolean is_bytes;   /* the two figures below are bytes; else only their texts count */
  gint64 measured;     /* -1 unknown */
  gint64 modelled;     /* -1 unknown */
  gint64 tolerance;    /* bytes by which the method itself may be off */
  char *measured_text; /* as shown; NULL unknown */
  char *modelled_text; /* NULL unknown */
} HyVerdictRow;

typedef struct
{
  HyVerdictState state; /* OFF when any row is; EQUAL when the requested bytes and all that both know agree */
  gint64 off;           /* measured − modelled requested bytes per instance; 0 unless both are known */
  char *reason;         /* UNKNOWN: why; msgid English */
  GPtrArray *rows;      /* of HyVerdictRow */
} HyVerdict;

/* @minor of the interpreter: before 3.11 tracemalloc's total is only good to 2 KiB. (transfer full) */
HyVerdict *hy_verdict_new (const HyMeasured *measured, const HyModelled *modelled, guint minor);
void hy_verdict_free (HyVerdict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyVerdict, hy_verdict_free)

/* "equal", "off", "unknown". Static. */
const char *hy_verdict_state_to_string (HyVerdictState state);

/* "measured equals modelled", "measured 8 bytes more than modelled", "not modelled: why". (transfer full) */
char *hy_verdict_describe (const HyVerdict *self);

G_END_DECLS
