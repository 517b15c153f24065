/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-span-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hy-label.h"
#include "hy-number.h"
#include "hy-span-words.h"
#include "hy-swatch.h"

/* So many free places in a row or more are told in one row. */
#define FREE_TOGETHER 3

/* Beyond this a list of spans is no longer read; the rest is counted. */
#define MAX_ROWS 120
#define SWATCH_SIZE 22

struct _HySpanList
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (HySpanList, hy_span_list, GTK_TYPE_BOX)

static void
add_heading (HySpanList *self, const char *title, const char *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = hy_label_new (title, 0, "block-title");
  GtkWidget *figures = hy_label_new (note, 1, "dim-label");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), figures);
  gtk_widget_add_css_class (box, "block-heading");
  gtk_box_append (GTK_BOX (self), box);
}

/* How many spans from @span on are told in one row. */
static gsize
alike (const HyBlock *block, gsize span)
{
  gsize n = 1;

  while (block->spans[span].kind == HY_SPAN_SPARE && span + n < block->n_spans &&
         block->spans[span + n].kind == HY_SPAN_SPARE &&
         g_str_equal (block->spans[span + n].label, block->spans[span].label))
    n++;
  return n >= FREE_TOGETHER ? n : 1;
}

static char *
row_label (const HySpan *span, gsize n)
{
  g_autofree char *number = hy_format_count (n);

  if (n == 1)
    return g_strdup (_ (span->label));
  /* Translators: what is in a row, and how many of it: "free place × 24" */
  return g_strdup_printf (_ ("%s × %s"), _ (span->label), number);
}

/* A row for @n spans that are alike, @span the first of them. */
static void
add_row (GtkGrid *grid, int row, const HySpan *span, gsize n, const HyReportClass *class, guint64 rank)
{
  g_autofree char *offset = g_strdup_printf ("%" G_GUINT64_FORMAT, span->offset);
  g_autofree char *size = hy_format_bytes (span[n - 1].offset + span[n - 1].size - span->offset);
  g_autofree char *text = row_label (span, n);
  g_autofree char *holds = hy_span_holds (span, class, rank);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", size, hy_span_why (span->kind));
  GtkWidget *swatch = hy_swatch_new (SWATCH_SIZE);
  GtkWidget *label = hy_label_new (text, 0, NULL);
  GtkWidget *value = hy_label_new (holds != NULL ? holds : size, 1, holds != NULL ? NULL : "dim-label");

  hy_swatch_set_span (HY_SWATCH (swatch), span->kind);
  hy_label_wrap_anywhere (label);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (value), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (value), 14);
  gtk_widget_set_tooltip_text (label, tooltip);
  gtk_widget_set_tooltip_text (value, holds);
  gtk_grid_attach (grid, swatch, 0, row, 1, 1);
  gtk_grid_attach (grid, hy_label_new (offset, 1, "offset"), 1, row, 1, 1);
  gtk_grid_attach (grid, label, 2, row, 1, 1);
  gtk_grid_attach (grid, value, 3, row, 1, 1);
}

static GtkWidget *
add_grid (HySpanList *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "span-grid");
  gtk_box_append (GTK_BOX (self), grid);
  return grid;
}

static gboolean
is_shelf (HySpanKind kind)
{
  return kind == HY_SPAN_VALUES_PREFIX || kind == HY_SPAN_VALUE || kind == HY_SPAN_SPARE;
}

/* TRUE where the attribute values begin that stand in the object's own block. */
static gboolean
begins_inner_store (const HyBlock *block, gsize span)
{
  return block->role == HY_BLOCK_INSTANCE && is_shelf (block->spans[span].kind) &&
         (span == 0 || !is_shelf (block->spans[span - 1].kind));
}

static guint64
inner_store_size (const HyBlock *block, gsize span)
{
  guint64 size = 0;

  for (; span < block->n_spans && is_shelf (block->spans[span].kind); span++)
    size += block->spans[span].size;
  return size;
}

static void
add_block (HySpanList *self, const HyBlock *block, const HyReportClass *class, guint64 rank)
{
  g_autofree char *requested = hy_format_bytes (block->requested);
  g_autofree char *allocated = hy_format_bytes (block->allocated);
  g_autofree char *figures = block->allocated != 0 && block->allocated != block->requested
                                 ? g_strdup_printf (_ ("%s, allocated %s"), requested, allocated)
                                 : g_strdup (requested);
  GtkWidget *grid;
  gsize told = 0;
  int rows = 0;

  add_heading (self, hy_block_title (block), figures);
  grid = add_grid (self);
  for (gsize i = 0, n; i < block->n_spans && rows < MAX_ROWS; i += n, rows++)
    {
      n = alike (block, i);
      told = i + n;
      if (begins_inner_store (block, i))
        {
          g_autofree char *size = hy_format_bytes (inner_store_size (block, i));

          add_heading (self, _ ("Warehouse, inside the building"), size);
          grid = add_grid (self);
        }
      add_row (GTK_GRID (grid), rows, &block->spans[i], n, class, rank);
    }
  if (told < block->n_spans)
    {
      g_autofree char *count = hy_format_count (block->n_spans - told);
      g_autofree char *more = g_strdup_printf (_ ("… and %s more"), count);

      gtk_box_append (GTK_BOX (self), hy_label_new (more, 0, "dim-label"));
    }
}

void
hy_span_list_show (HySpanList *self, const HyReportClass *class, guint64 rank)
{
  const HyRankRun *run = hy_footprint_run_at (class->footprint, MAX (rank, 1));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  if (run == NULL)
    {
      GtkWidget *label = hy_label_new (class->unknown != NULL ? _ (class->unknown) : "", 0, NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (self), label);
      return;
    }
  for (gsize i = 0; rank > 0 && i < run->n_blocks; i++)
    add_block (self, &run->blocks[i], class, rank);
  if (class->footprint->shared_keys > 0)
    {
      g_autofree char *bytes = hy_format_bytes (class->footprint->shared_keys);
      g_autofree char *text =
          g_strdup_printf (_ ("The floor plan (shared keys, %s) is paid once for the class."), bytes);
      GtkWidget *label = hy_label_new (text, 0, "floor-plan");

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (self), label);
    }
}

/* All figures are one stop for Tab; arrows go on from there. */
static gboolean
hy_span_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (hy_span_list_parent_class)->focus (widget, direction);
}

static void
hy_span_list_class_init (HySpanListClass *class)
{
  GTK_WIDGET_CLASS (class)->focus = hy_span_list_focus;
}

static void
hy_span_list_init (HySpanList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}
