/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-number.h"
#include "hy-scene-private.h"
#include "hy-value-repr.h"

#include <glib/gi18n.h>

/* "180 instances" */
static char *
instances_text (guint64 count)
{
  g_autofree char *number = hy_format_count (count);
  /* Translators: %s is a number with separators, e.g. 100,000 */
  return g_strdup_printf (ngettext ("%s instance", "%s instances", count > G_MAXINT ? G_MAXINT : (gulong) count),
                          number);
}

/* "19.6 KiB", and of what where that may be mistaken; or why there is no figure. */
static char *
bytes_text (HyScene *self, const HyLot *lot)
{
  HyFootprintTotal total;
  g_autoptr (GError) error = NULL;
  if (!hy_footprint_total (lot->lane.footprint, lot->lane.count, 0, &total, &error))
    return g_strdup (error->message);
  g_autofree char *bytes = hy_format_bytes (total.requested);
  /* Translators: %s is a size of memory, e.g. 19.6 KiB */
  return self->options.counts_more ? g_strdup_printf (_ ("%s in objects and stores"), bytes) : g_steal_pointer (&bytes);
}

char *
hy_scene_heading_text (HyScene *self, gsize lane, HyHeadingLength length)
{
  const HyLot *lot = &self->lots[lane];
  const char *reason = hy_lot_reason (lot);
  if (reason != NULL && *reason == '\0')
    return g_strdup (_ ("unknown"));
  if (reason != NULL && lot->lane.footprint->layout->status == HY_STATUS_ERROR)
    return g_strdup (_ (reason));
  if (reason != NULL)
    return g_strdup_printf (_ ("unknown: %s"), _ (reason));
  g_autofree char *instances = instances_text (lot->lane.count);
  g_autofree char *bytes = bytes_text (self, lot);
  if (length == HY_HEADING_BYTES)
    return g_steal_pointer (&bytes);
  return g_strjoin (" · ", instances, bytes, length == HY_HEADING_FULL ? lot->lane.note : NULL, NULL);
}

char *
hy_scene_describe (HyScene *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < self->n_lots; i++)
    {
      const HyLot *lot = &self->lots[i];
      if (hy_lot_reason (lot) != NULL)
        {
          g_autofree char *text = hy_scene_heading_text (self, i, HY_HEADING_FULL);
          g_ptr_array_add (parts, g_strdup_printf ("%s: %s", lot->lane.label, text));
          continue;
        }
      g_autofree char *instances = instances_text (lot->lane.count);
      g_autofree char *bytes = bytes_text (self, lot);
      g_ptr_array_add (parts, g_strdup_printf ("%s: %s, %s", lot->lane.label, instances, bytes));
    }
  g_ptr_array_add (parts, NULL);
  return hy_plain_spaces (g_strjoinv ("; ", (char **) parts->pdata));
}

/* "3 of 6 classes in sight", where not all are. */
static void
append_in_sight (HyScene *self, const HyView *view, GString *text)
{
  guint seen = 0;
  for (gsize i = 0; i < self->n_lots; i++)
    {
      double x, y;
      hy_scene_lot_origin (self, view, i, &x, &y);
      seen += y < hy_scene_view_height (self) && y + self->lots[i].height * view->scale > 0;
    }
  if (seen < self->n_lots)
    /* Translators: two numbers, for example 4 and 6 */
    g_string_append_printf (text, _ (" · %u of %u classes in sight: drag for the others"), seen, (guint) self->n_lots);
}

/* Instances before the settled ones; 0 when all cost the same. */
static guint64
early_instances (const HyLot *lot)
{
  const HyFootprint *footprint = lot->lane.footprint;
  if (hy_lot_reason (lot) != NULL || footprint->n_runs < 2 || lot->lane.count == 0)
    return 0;
  return footprint->runs[footprint->n_runs - 1].first - 1;
}

/* Streets show them; in cells that stand for many, and among pools, they can't be told apart. */
static void
append_early (HyScene *self, GString *text)
{
  for (gsize i = 0; i < self->n_lots; i++)
    {
      guint64 early = early_instances (&self->lots[i]);
      if (early == 0)
        continue;
      g_autofree char *number = hy_format_count (early);
      g_string_append (text, " · ");
      if (early == 1)
        g_string_append_printf (text, _ ("%s: the first owns a larger warehouse, its class not yet settled"),
                                self->lots[i].lane.label);
      else
        /* Translators: a class, then a number: "Order: the first 24 own larger warehouses, …" */
        g_string_append_printf (text, _ ("%s: the first %s own larger warehouses, their class not yet settled"),
                                self->lots[i].lane.label, number);
      return;
    }
}

static guint64
cell_instances (const HyLot *lot, double scale)
{
  if (lot->segments->len == 0 || hy_lot_detail (lot, scale) != HY_DETAIL_CELLS)
    return 0;
  HyCell cell = hy_cell_for ((double) lot->tiles[lot->n_tiles - 1]->columns + HY_STREET_GAP, scale);
  return cell.across * cell.down;
}

/* "1 cell = 512 instances", by class where they differ. */
static char *
cells_text (HyScene *self, double scale)
{
  guint64 common = 0;
  gboolean same = TRUE;
  g_autoptr (GString) each = g_string_new (NULL);
  for (gsize i = 0; i < self->n_lots; i++)
    {
      guint64 many = cell_instances (&self->lots[i], scale);
      if (many == 0)
        continue;
      same = same && (common == 0 || common == many);
      common = many;
      g_autofree char *number = hy_format_count (many);
      g_string_append_printf (each, "%s%s %s", each->len ? ", " : "", number, self->lots[i].lane.label);
    }
  if (common == 0)
    return NULL;
  g_autofree char *number = hy_format_count (common);
  /* Translators: %s is a number; then a list such as "512 Order, 1,024 SlottedOrder" */
  return same ? g_strdup_printf (_ ("1 cell = %s instances"), number) : g_strdup_printf (_ ("1 cell = %s"), each->str);
}

/* The lane that tells what the allocator does: NULL by instance, or where no pools are modelled. */
static const HyPlots *
any_plots (HyScene *self)
{
  for (gsize i = 0; i < self->n_lots; i++)
    if (self->lots[i].plots != NULL)
      return self->lots[i].plots;
  return NULL;
}

/* What pools are, and what one rectangle stands for. */
static char *
plots_text (const HyPlots *plots, double scale)
{
  const HyAllocator *allocator = hy_pools_allocator (plots->pools);
  g_autofree char *pool = hy_format_bytes (allocator->pool), *arena = hy_format_bytes (allocator->arena);
  HyPlotCell cell = hy_plots_cell (plots, scale);
  g_autofree char *arenas = hy_format_count (cell.arenas * cell.arenas);
  if (cell.arenas > 1)
    /* Translators: a number; then sizes of memory, e.g. 1 MiB */
    return g_strdup_printf (_ ("1 cell = %s arenas of %s, grey: free or rounded up"), arenas, arena);
  if (cell.arenas == 1)
    return g_strdup_printf (_ ("1 cell = an arena of %s, grey: free or rounded up"), arena);
  if (scale < HY_PLOT_WORDS_SCALE)
    return g_strdup_printf (
        _ ("pools of %s in arenas of %s on a fresh heap, shaded by their mix; grey: free or rounded up"), pool, arena);
  return g_strdup_printf (_ ("pools of %s in arenas of %s, on a fresh heap; grey: free or rounded up"), pool, arena);
}

char *
hy_scene_legend (HyScene *self, const HyView *view)
{
  GString *text = g_string_new (NULL);
  const HyPlots *plots = any_plots (self);
  g_autofree char *cells = plots ? NULL : cells_text (self, view->scale);
  guint word = 0;
  for (gsize i = 0; i < self->n_lots && word == 0; i++)
    if (self->lots[i].n_tiles > 0)
      word = self->lots[i].tiles[0]->word;
  if (word == 0)
    return g_string_free (text, FALSE);
  if (cells != NULL || (plots != NULL && view->scale < HY_PLOT_WORDS_SCALE))
    g_string_append_printf (text, "%s%s", cells ? cells : "",
                            cells ? _ (", the same bytes the same area in every lane") : "");
  else
    g_string_append_printf (text, _ ("■ = %u bytes in every lane"), word);
  append_in_sight (self, view, text);
  if (plots != NULL)
    {
      g_autofree char *about = plots_text (plots, view->scale);
      g_string_append_printf (text, "%s%s", text->len ? " · " : "", about);
    }
  else if (self->options.arrange == HY_ARRANGE_ADDRESS)
    g_string_append (text, _ (" · pools are not modelled for this interpreter: in order of creation"));
  if (cells == NULL && self->options.arrange == HY_ARRANGE_INSTANCE)
    append_early (self, text);
  return g_string_free (text, FALSE);
}

/* The value that the recipe last gives to @name; NULL when it gives none. */
static HyValue *
recipe_value (const HyRecipe *recipe, const char *name)
{
  HyValue *value = NULL;
  for (gsize i = 0; i < recipe->n_ops; i++)
    if (g_strcmp0 (recipe->ops[i].name, name) == 0 && recipe->ops[i].value != NULL)
      value = recipe->ops[i].value;
  return value;
}

char *
hy_scene_value_text (HyScene *self, const HyPlace *place, const char *name)
{
  const HyFootprint *footprint = self->lots[place->lane].lane.footprint;
  if (footprint == NULL || footprint->layout->def == NULL || place->rank == 0)
    return NULL;
  HyValue *value = recipe_value (&footprint->layout->def->recipe, name);
  /* The factory counts from 0, ranks from 1. */
  return value == NULL || value->text == NULL ? NULL : hy_value_repr (value, place->rank - 1);
}
