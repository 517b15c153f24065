/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What goes to standard output, collected and written at once, so that an
 * error before the end leaves no half an answer. */
typedef struct _HyOutput HyOutput;

typedef enum
{
  HY_STYLE_PLAIN,
  HY_STYLE_HEAD,   /* a title */
  HY_STYLE_FIGURE, /* the figure that matters */
  HY_STYLE_DIM,    /* beside the point */
  HY_STYLE_GOOD,
  HY_STYLE_BAD,
} HyStyle;

/* Writes to @fd, which stays the caller's. @colours: whether styles are shown. */
HyOutput *hy_output_new (int fd, gboolean colours);
void hy_output_free (HyOutput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyOutput, hy_output_free)

/* Whether @fd is a terminal that should show colours: NO_COLOR unset or empty and TERM not "dumb". */
gboolean hy_output_wants_colours (int fd);

void hy_output_add (HyOutput *self, const char *text);
void hy_output_addf (HyOutput *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void hy_output_style (HyOutput *self, HyStyle style, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Columns of a terminal that @text takes. */
int hy_output_columns (const char *text);

/* A newline; blanks before it go. */
void hy_output_end_line (HyOutput *self);

/* @text padded with blanks to @width columns, on the left when @width is negative. */
void hy_output_cell (HyOutput *self, HyStyle style, const char *text, int width);

/* Drops what is not yet written. */
void hy_output_discard (HyOutput *self);

/* Writes all that was collected. FALSE with G_FILE_ERROR when it can't be; that of a reader who has gone is
 * G_FILE_ERROR_PIPE. */
gboolean hy_output_flush (HyOutput *self, GError **error);

G_END_DECLS
