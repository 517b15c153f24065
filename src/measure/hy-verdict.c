/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-verdict.h"

#include <glib/gi18n.h>

#include <stdlib.h>

#include "hy-probe-reply.h"
#include "hy-rule.h"

/* design: tracemalloc's current over a whole workload is exact to this, free lists occupied first. Where frames are
 * cached they come and go within it. */
#define CURRENT_TOLERANCE 64
#define CURRENT_TOLERANCE_OLD 2048

const char *
hy_verdict_state_to_string (HyVerdictState state)
{
  static const char *const names[] = { "equal", "off", "unknown" };

  return names[state];
}

static void
row_free (gpointer data)
{
  HyVerdictRow *row = data;

  g_free (row->label);
  g_free (row->measured_text);
  g_free (row->modelled_text);
  g_free (row);
}

static HyVerdictRow *
add_row (HyVerdict *self, HyVerdictPart part, const char *label)
{
  HyVerdictRow *row = g_new0 (HyVerdictRow, 1);

  row->part = part;
  row->label = g_strdup (label);
  row->measured = row->modelled = -1;
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_bytes (HyVerdict *self, HyVerdictPart part, const char *label, gint64 measured, gint64 modelled, gint64 tolerance)
{
  HyVerdictRow *row;

  if (measured < 0 && modelled < 0)
    return;
  row = add_row (self, part, label);
  row->is_bytes = TRUE;
  row->measured = measured;
  row->modelled = modelled;
  row->tolerance = tolerance;
  if (measured >= 0)
    row->measured_text = g_strdup_printf ("%" G_GINT64_FORMAT, measured);
  if (modelled >= 0)
    row->modelled_text = g_strdup_printf ("%" G_GINT64_FORMAT, modelled);
  if (measured < 0 || modelled < 0)
    row->state = HY_VERDICT_UNKNOWN;
  else
    row->state = llabs (measured - modelled) <= tolerance ? HY_VERDICT_EQUAL : HY_VERDICT_OFF;
}

static void
add_text (HyVerdict *self, HyVerdictPart part, const char *label, char *measured, char *modelled)
{
  HyVerdictRow *row = add_row (self, part, label);

  row->measured_text = measured;
  row->modelled_text = modelled;
  if (!measured || !modelled)
    row->state = HY_VERDICT_UNKNOWN;
  else
    row->state = g_str_equal (measured, modelled) ? HY_VERDICT_EQUAL : HY_VERDICT_OFF;
}

/* Index of the first block of @measured that is not taken and has @size bytes, -1 standing for any; -1: none. */
static gssize
find_block (const HyMeasured *measured, const gboolean *taken, gint64 size)
{
  for (gsize i = 0; i < measured->n_blocks; i++)
    if (!taken[i] && (size < 0 || measured->blocks[i] == size))
      return i;
  return -1;
}

/* Gives each block of the model one of the same size, then those that found none the largest that is left. */
static void
pair_blocks (const HyMeasured *measured, const HyModelled *modelled, gboolean *taken, gssize *partner)
{
  for (gsize i = 0; i < modelled->n_blocks; i++)
    partner[i] = -1;
  for (int any = 0; any < 2; any++)
    for (gsize i = 0; i < modelled->n_blocks; i++)
      if (partner[i] < 0 && !g_str_equal (modelled->blocks[i].what, HY_MODELLED_OWN_VALUES))
        {
          partner[i] = find_block (measured, taken, any ? -1 : modelled->blocks[i].requested);
          if (partner[i] >= 0)
            taken[partner[i]] = TRUE;
        }
}

/* What is left is what the class made, where the model says that it makes something, else beside nothing. */
static void
add_blocks (HyVerdict *self, const HyMeasured *measured, const HyModelled *modelled)
{
  g_autofree gboolean *taken = g_new0 (gboolean, measured->n_blocks + 1);
  g_autofree gssize *partner = g_new (gssize, modelled->n_blocks + 1);
  gint64 rest = 0;

  pair_blocks (measured, modelled, taken, partner);
  for (gsize i = 0; i < measured->n_blocks; i++)
    rest += taken[i] ? 0 : measured->blocks[i];
  for (gsize i = 0; i < modelled->n_blocks; i++)
    {
      const HyModelledBlock *block = &modelled->blocks[i];
      gboolean own = g_str_equal (block->what, HY_MODELLED_OWN_VALUES);

      add_bytes (self, HY_VERDICT_PART_BLOCK, block->what,
                 own               ? rest
                 : partner[i] >= 0 ? measured->blocks[partner[i]]
                                   : 0,
                 block->requested, 0);
      if (own)
        return;
    }
  for (gsize i = 0; i < measured->n_blocks; i++)
    if (!taken[i])
      add_bytes (self, HY_VERDICT_PART_BLOCK, N_ ("another block"), measured->blocks[i], modelled->n_blocks ? 0 : -1,
                 0);
}

/* Of instance @rank, from 0; the last run stands for all that follow. */
static gint64
bytes_at (const HyMeasuredRank *ranks, gsize n_ranks, guint64 rank)
{
  gsize run = 0;

  while (run + 1 < n_ranks && rank >= ranks[run].count)
    rank -= ranks[run++].count;
  return ranks[run].requested;
}

static guint
n_instances (const HyMeasuredRank *ranks, gsize n_ranks)
{
  guint n = 0;

  for (gsize i = 0; i < n_ranks; i++)
    n += ranks[i].count;
  return n;
}

static gboolean
ranks_agree (const HyMeasured *measured, const HyModelled *modelled, guint shift)
{
  guint n = n_instances (measured->ranks, measured->n_ranks);

  for (guint rank = 1; rank < n; rank++)
    if (bytes_at (measured->ranks, measured->n_ranks, rank) !=
        bytes_at (modelled->ranks, modelled->n_ranks, rank + shift))
      return FALSE;
  return TRUE;
}

/* Instances that the file itself made, kept or not, before the first one that was measured: as many as the model's
 * have to be moved by to agree. 0 where it keeps none, or they agree nowhere. */
static guint
made_before (const HyMeasured *measured, const HyModelled *modelled)
{
  if (measured->made_before > 0 && measured->n_ranks > 0 && modelled->n_ranks > 0)
    for (guint shift = 0; shift < n_instances (modelled->ranks, modelled->n_ranks); shift++)
      if (ranks_agree (measured, modelled, shift))
        return shift;
  return 0;
}

/* Without the first: with it come what a class and its methods need once. */
static gint64
sum_of_ranks (const HyMeasuredRank *ranks, gsize n_ranks, guint shift, guint n)
{
  gint64 sum = 0;

  for (guint rank = 1; rank < n; rank++)
    sum += bytes_at (ranks, n_ranks, rank + shift);
  return sum;
}

static void
add_ranks (HyVerdict *self, const HyMeasured *measured, const HyModelled *modelled, guint shift)
{
  guint n = n_instances (measured->ranks, measured->n_ranks);
  gboolean known = measured->values_apart && measured->warmed && modelled->requested >= 0 && modelled->n_ranks > 0;

  if (n > 0)
    add_bytes (self, HY_VERDICT_PART_RANKS, N_ ("the first instances, without the very first"),
               sum_of_ranks (measured->ranks, measured->n_ranks, 0, n),
               known ? sum_of_ranks (modelled->ranks, modelled->n_ranks, shift, n) : -1, 0);
}

/* The model's total, had @shift instances been made before. */
static gint64
shifted_current (const HyMeasured *measured, const HyModelled *modelled, guint shift)
{
  guint64 count = measured->n_points > 0 ? measured->points[measured->n_points - 1].count : 0;
  gint64 current = modelled->current;

  for (guint rank = 0; current >= 0 && rank < shift; rank++)
    current += bytes_at (modelled->ranks, modelled->n_ranks, count + rank) -
               bytes_at (modelled->ranks, modelled->n_ranks, rank);
  return current;
}

static char *
offsets_text (const HyTypeFacts *facts)
{
  return facts->known ? g_strdup_printf ("dict %" G_GINT64_FORMAT ", weakref %" G_GINT64_FORMAT, facts->dictoffset,
                                         facts->weakrefoffset)
                      : NULL;
}

static char *
flags_text (const HyTypeFacts *facts)
{
  g_autofree const char **names = hy_type_flags_to_names (facts->flags);

  return facts->known ? g_strjoinv (" ", (char **) names) : NULL;
}

static char *
members_text (const HyTypeFacts *facts)
{
  GString *text;

  if (!facts->known || !facts->has_members)
    return NULL;
  text = g_string_new (NULL);
  for (gsize i = 0; i < facts->n_members; i++)
    g_string_append_printf (text, "%s%s %" G_GUINT64_FORMAT, i ? ", " : "", facts->members[i].name,
                            facts->members[i].offset);
  return g_string_free (text, FALSE);
}

static void
add_type (HyVerdict *self, const HyTypeFacts *measured, const HyTypeFacts *modelled)
{
  if (!measured->known)
    return;
  add_bytes (self, HY_VERDICT_PART_BASICSIZE, "__basicsize__", measured->basicsize,
             modelled->known ? modelled->basicsize : -1, 0);
  add_text (self, HY_VERDICT_PART_OFFSETS, N_ ("offsets"), offsets_text (measured), offsets_text (modelled));
  add_text (self, HY_VERDICT_PART_FLAGS, N_ ("type flags"), flags_text (measured), flags_text (modelled));
  add_text (self, HY_VERDICT_PART_MEMBERS, N_ ("slots at"), members_text (measured), members_text (modelled));
}

static void
judge (HyVerdict *self, const HyMeasured *measured, const HyModelled *modelled)
{
  gboolean any_off = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    any_off |= ((HyVerdictRow *) self->rows->pdata[i])->state == HY_VERDICT_OFF;
  if (any_off)
    self->state = HY_VERDICT_OFF;
  else if (measured->requested >= 0 && modelled->requested >= 0)
    self->state = HY_VERDICT_EQUAL;
  else
    self->state = HY_VERDICT_UNKNOWN;
  if (measured->requested >= 0 && modelled->requested >= 0)
    self->off = measured->requested - modelled->requested;
  if (self->state != HY_VERDICT_UNKNOWN)
    return;
  self->reason = measured->error     ? g_strdup (N_ ("there is no measurement"))
                 : modelled->unknown ? g_strdup (modelled->unknown)
                                     : g_strdup (N_ ("the model has no figure for this"));
}

HyVerdict *
hy_verdict_new (const HyMeasured *measured, const HyModelled *modelled, guint minor)
{
  HyVerdict *self = g_new0 (HyVerdict, 1);
  gint64 modelled_requested = measured->values_apart ? modelled->requested : -1;
  guint shift = made_before (measured, modelled);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  if (!measured->error)
    {
      add_bytes (self, HY_VERDICT_PART_REQUESTED, N_ ("one more instance"), measured->requested, modelled_requested, 0);
      if (modelled_requested >= 0 && measured->n_blocks > 0)
        add_blocks (self, measured, modelled);
      add_ranks (self, measured, modelled, shift);
      add_bytes (self, HY_VERDICT_PART_GETSIZEOF, "sys.getsizeof", measured->getsizeof, modelled->getsizeof, 0);
      add_bytes (self, HY_VERDICT_PART_DICT_GETSIZEOF, N_ ("sys.getsizeof of __dict__"), measured->dict_getsizeof,
                 modelled->dict_getsizeof, 0);
      add_bytes (self, HY_VERDICT_PART_MATERIALIZED, N_ ("first look at __dict__ adds"), measured->materialized,
                 modelled->materialized, 0);
      add_bytes (self, HY_VERDICT_PART_CURRENT, N_ ("all, with values and list"), measured->current,
                 shifted_current (measured, modelled, shift),
                 hy_rule_holds (HY_RULE_FRAMES_ARE_CACHED, minor) ? CURRENT_TOLERANCE_OLD : CURRENT_TOLERANCE);
      add_type (self, &measured->type, &modelled->type);
    }
  judge (self, measured, modelled);
  return self;
}

void
hy_verdict_free (HyVerdict *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->reason);
  g_free (self);
}

char *
hy_verdict_describe (const HyVerdict *self)
{
  if (self->state == HY_VERDICT_UNKNOWN)
    return g_strdup_printf ("not modelled: %s", self->reason);
  if (self->state == HY_VERDICT_EQUAL)
    return g_strdup ("measured equals modelled");
  if (self->off == 0)
    return g_strdup ("measured and modelled differ in a part");
  return g_strdup_printf ("measured %" G_GINT64_FORMAT " bytes %s than modelled", (gint64) llabs (self->off),
                          self->off > 0 ? "more" : "less");
}
