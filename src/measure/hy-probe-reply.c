/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-probe-reply.h"

#include "hy-json-bounds.h"

#include <math.h>
#include <string.h>

#define BLOCKS_LIMIT 256
#define RANKS_LIMIT 1024

void
hy_probe_run_clear (HyProbeRun *self)
{
  g_clear_pointer (&self->read_name, g_free);
}

const char *
hy_probe_step_to_string (HyProbeStep step)
{
  static const char *const names[] = { "layout", "total", "run" };

  return names[step];
}

static HyTypeFlags
read_flags (JsonArray *array)
{
  HyTypeFlags flags = 0;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *name = hy_json_item_text (array, i);

      if (name)
        flags |= hy_type_flags_from_name (name);
    }
  return flags;
}

static int
by_offset (const void *a, const void *b)
{
  const HySlotMember *x = a, *y = b;

  return x->offset != y->offset ? (x->offset > y->offset ? 1 : -1) : strcmp (x->name, y->name);
}

static void
read_members (JsonObject *object, HyTypeFacts *facts)
{
  g_autoptr (GList) names = json_object_get_members (object);

  facts->has_members = TRUE;
  facts->members = g_new0 (HySlotMember, g_list_length (names));
  for (GList *l = names; l && facts->n_members < HY_JSON_ITEMS_LIMIT; l = l->next)
    {
      gint64 offset = hy_json_number (object, l->data, -1);

      if (offset >= 0)
        facts->members[facts->n_members++] = (HySlotMember){ g_strdup (l->data), offset };
    }
  if (facts->n_members > 0)
    qsort (facts->members, facts->n_members, sizeof *facts->members, by_offset);
}

gboolean
hy_probe_reply_read_type (JsonObject *object, HyTypeFacts *facts)
{
  JsonArray *flags = hy_json_array (object, "flags", HY_JSON_ITEMS_LIMIT);
  JsonObject *members = hy_json_object (object, "members");

  hy_type_facts_clear (facts);
  facts->basicsize = hy_json_number (object, "basicsize", -1);
  facts->itemsize = hy_json_number (object, "itemsize", -1);
  facts->dictoffset = hy_json_number (object, "dictoffset", G_MININT64);
  facts->weakrefoffset = hy_json_number (object, "weakrefoffset", G_MININT64);
  if (facts->basicsize < 0 || facts->itemsize < 0 || facts->dictoffset == G_MININT64 ||
      facts->weakrefoffset == G_MININT64 || !flags)
    return FALSE;
  facts->name = g_strdup (hy_json_text (object, "name"));
  facts->flags = read_flags (flags);
  facts->has_members = FALSE;
  if (members)
    read_members (members, facts);
  facts->known = TRUE;
  return TRUE;
}

static gboolean
read_ranks (JsonArray *array, HyMeasured *measured)
{
  guint n = json_array_get_length (array);

  if (n == 0 || n > RANKS_LIMIT)
    return FALSE;
  g_clear_pointer (&measured->ranks, g_free);
  measured->ranks = g_new0 (HyMeasuredRank, n);
  for (measured->n_ranks = 0; measured->n_ranks < n; measured->n_ranks++)
    {
      gint64 requested, count;

      if (!hy_json_pair (array, measured->n_ranks, &requested, &count) || count < 1 || count > G_MAXINT)
        return FALSE;
      measured->ranks[measured->n_ranks] = (HyMeasuredRank){ requested, count };
    }
  return TRUE;
}

static void
read_blocks (JsonArray *array, HyMeasured *measured)
{
  guint n = array ? MIN (json_array_get_length (array), BLOCKS_LIMIT) : 0;

  g_clear_pointer (&measured->blocks, g_free);
  measured->blocks = g_new0 (gint64, MAX (n, 1));
  measured->n_blocks = 0;
  for (guint i = 0; i < n; i++)
    {
      gint64 size = hy_json_item (array, i, -1);

      if (size >= 0)
        measured->blocks[measured->n_blocks++] = size;
    }
}

static gboolean
read_layout (JsonObject *object, HyMeasured *measured)
{
  JsonObject *dict = hy_json_object (object, "dict");
  JsonObject *type = hy_json_object (object, "type");
  JsonArray *ranks = hy_json_array (object, "by_rank", HY_JSON_ITEMS_LIMIT);

  measured->requested = hy_json_number (object, "requested", -1);
  measured->getsizeof = hy_json_number (object, "getsizeof", -1);
  if (measured->requested < 0 || measured->getsizeof < 0 || !type || !ranks || !read_ranks (ranks, measured) ||
      !hy_probe_reply_read_type (type, &measured->type))
    return FALSE;
  read_blocks (hy_json_array (object, "blocks", HY_JSON_ITEMS_LIMIT), measured);
  measured->dict_getsizeof = dict ? hy_json_number (dict, "getsizeof", -1) : -1;
  measured->materialized = dict ? hy_json_number (dict, "requested", -1) : -1;
  measured->made_before = CLAMP (hy_json_number (object, "made_before", 0), 0, G_MAXINT);
  measured->values_apart = hy_json_truth (object, "values_apart", FALSE);
  measured->warmed = hy_json_truth (object, "warmed", FALSE);
  return TRUE;
}

static gboolean
read_total (JsonObject *object, HyMeasured *measured)
{
  measured->current = hy_json_number (object, "current", -1);
  measured->peak = hy_json_number (object, "peak", -1);
  return measured->current >= 0 && measured->peak >= 0;
}

static gboolean
read_run (JsonObject *object, HyProbeRun *run)
{
  run->seconds = hy_json_real (object, "seconds", NAN);
  run->rss = hy_json_real (object, "rss", NAN);
  run->blocks = hy_json_real (object, "blocks", NAN);
  run->read_seconds = hy_json_real (object, "read", NAN);
  g_free (run->read_name);
  run->read_name = g_strdup (hy_json_text (object, "read_name"));
  return !isnan (run->seconds) && !isnan (run->rss);
}

static void
read_error (JsonObject *object, HyMeasured *measured)
{
  const char *phase = hy_json_text (object, "phase");
  gint64 line = hy_json_number (object, "line", 0);

  g_clear_pointer (&measured->error, hy_measured_error_free);
  measured->error =
      hy_measured_error_new (phase ? phase : "process", hy_json_text (object, "type"), hy_json_text (object, "message"),
                             hy_json_text (object, "file"), CLAMP (line, 0, G_MAXINT));
}

static HyProbeReplyKind
read_line (const char *line, gsize length, HyProbeStep step, HyMeasured *measured, HyProbeRun *run)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object = hy_json_parse_object (parser, line, length);
  const char *event = object ? hy_json_text (object, "event") : NULL;

  if (g_strcmp0 (event, "error") == 0)
    {
      read_error (object, measured);
      return HY_PROBE_REPLY_ERROR;
    }
  if (g_strcmp0 (event, "result") != 0)
    return HY_PROBE_REPLY_NONE;
  if (step == HY_PROBE_LAYOUT  ? read_layout (object, measured)
      : step == HY_PROBE_TOTAL ? read_total (object, measured)
                               : read_run (object, run))
    return HY_PROBE_REPLY_RESULT;
  return HY_PROBE_REPLY_NONE;
}

HyProbeReplyKind
hy_probe_reply_read (const char *reply, gsize length, const char *token, HyProbeStep step, HyMeasured *measured,
                     HyProbeRun *run, guint *foreign_lines)
{
  HyProbeReplyKind kind = HY_PROBE_REPLY_NONE;
  gsize token_length = strlen (token);
  const char *end = reply + length;

  *foreign_lines = 0;
  while (reply < end)
    {
      const char *newline = memchr (reply, '\n', end - reply);
      gsize line = (newline ? newline : end) - reply;

      if (line < token_length || memcmp (reply, token, token_length) != 0)
        (*foreign_lines)++;
      else if (newline)
        {
          HyProbeReplyKind found = read_line (reply + token_length, line - token_length, step, measured, run);

          if (found != HY_PROBE_REPLY_NONE)
            kind = found;
        }
      reply += line + (newline ? 1 : 0);
    }
  return kind;
}
