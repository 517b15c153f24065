/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-text-table.h"

typedef struct
{
  HyStyle style;
  char *text;
} Cell;

struct _HyTextTable
{
  char *columns;
  gsize n_columns;
  GArray *cells; /* of Cell, row by row */
};

static void
cell_clear (Cell *cell)
{
  g_free (cell->text);
}

HyTextTable *
hy_text_table_new (const char *columns)
{
  HyTextTable *self = g_new0 (HyTextTable, 1);

  self->columns = g_strdup (columns);
  self->n_columns = strlen (columns);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, (GDestroyNotify) cell_clear);
  return self;
}

void
hy_text_table_free (HyTextTable *self)
{
  g_free (self->columns);
  g_array_unref (self->cells);
  g_free (self);
}

void
hy_text_table_add (HyTextTable *self, HyStyle style, const char *format, ...)
{
  Cell cell = { .style = style };
  va_list arguments;

  va_start (arguments, format);
  cell.text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_array_append_val (self->cells, cell);
}

void
hy_text_table_print (HyTextTable *self, HyOutput *output)
{
  g_autofree int *widths = g_new0 (int, self->n_columns);

  for (gsize i = 0; i < self->cells->len; i++)
    {
      int columns = hy_output_columns (g_array_index (self->cells, Cell, i).text);
      widths[i % self->n_columns] = MAX (widths[i % self->n_columns], columns);
    }
  for (gsize i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      gsize column = i % self->n_columns;
      gboolean last = column + 1 == self->n_columns;
      int width = self->columns[column] == 'r' ? -widths[column] : last ? 0 : widths[column];

      hy_output_add (output, "  ");
      hy_output_cell (output, cell->style, cell->text, width);
      if (last)
        hy_output_end_line (output);
    }
}
