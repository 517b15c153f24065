/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-output.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

struct _HyOutput
{
  int fd;
  gboolean colours;
  GString *text;
};

HyOutput *
hy_output_new (int fd, gboolean colours)
{
  HyOutput *self = g_new0 (HyOutput, 1);

  self->fd = fd;
  self->colours = colours;
  self->text = g_string_new (NULL);
  return self;
}

void
hy_output_free (HyOutput *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

gboolean
hy_output_wants_colours (int fd)
{
  const char *no_color = g_getenv ("NO_COLOR");
  const char *term = g_getenv ("TERM");

  return (no_color == NULL || *no_color == '\0') && g_strcmp0 (term, "dumb") != 0 && isatty (fd);
}

void
hy_output_add (HyOutput *self, const char *text)
{
  g_string_append (self->text, text);
}

void
hy_output_addf (HyOutput *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->text, format, arguments);
  va_end (arguments);
}

static const char *
style_sequence (HyStyle style)
{
  switch (style)
    {
    case HY_STYLE_HEAD:
    case HY_STYLE_FIGURE:
      return "\033[1m";
    case HY_STYLE_DIM:
      return "\033[2m";
    case HY_STYLE_GOOD:
      return "\033[32m";
    case HY_STYLE_BAD:
      return "\033[31m";
    case HY_STYLE_PLAIN:
    default:
      return NULL;
    }
}

static void
add_styled (HyOutput *self, HyStyle style, const char *text)
{
  const char *sequence = self->colours ? style_sequence (style) : NULL;

  if (sequence != NULL)
    g_string_append (self->text, sequence);
  g_string_append (self->text, text);
  if (sequence != NULL)
    g_string_append (self->text, "\033[0m");
}

void
hy_output_style (HyOutput *self, HyStyle style, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_styled (self, style, text);
}

int
hy_output_columns (const char *text)
{
  int columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      columns += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return columns;
}

void
hy_output_end_line (HyOutput *self)
{
  while (self->text->len > 0 && self->text->str[self->text->len - 1] == ' ')
    g_string_truncate (self->text, self->text->len - 1);
  g_string_append_c (self->text, '\n');
}

void
hy_output_cell (HyOutput *self, HyStyle style, const char *text, int width)
{
  int blanks = MAX (ABS (width) - hy_output_columns (text), 0);

  if (width < 0)
    g_string_append_printf (self->text, "%*s", blanks, "");
  add_styled (self, style, text);
  if (width > 0)
    g_string_append_printf (self->text, "%*s", blanks, "");
}

void
hy_output_discard (HyOutput *self)
{
  g_string_truncate (self->text, 0);
}

gboolean
hy_output_flush (HyOutput *self, GError **error)
{
  gsize done = 0;

  while (done < self->text->len)
    {
      gssize n = write (self->fd, self->text->str + done, self->text->len - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 && errno == EAGAIN)
        {
          GPollFD poll = { .fd = self->fd, .events = G_IO_OUT };
          g_poll (&poll, 1, -1);
          continue;
        }
      if (n < 0)
        {
          int saved = errno;
          g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved), _ ("Can’t write to standard output: %s"),
                       g_strerror (saved));
          return FALSE;
        }
      done += n;
    }
  hy_output_discard (self);
  return TRUE;
}
