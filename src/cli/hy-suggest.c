/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-suggest.h"

/* Longer words are no slips of the finger. */
#define MAX_LETTERS 64

/* Edits that turn @a into @b: insert, delete, replace, or swap two neighbours. */
static guint
edit_distance (const char *a, gsize a_length, const char *b, gsize b_length)
{
  guint rows[3][MAX_LETTERS + 1];
  guint *before = rows[0], *above = rows[1], *row = rows[2];

  for (gsize j = 0; j <= b_length; j++)
    above[j] = j;
  for (gsize i = 1; i <= a_length; i++)
    {
      guint *free_row = before;

      row[0] = i;
      for (gsize j = 1; j <= b_length; j++)
        {
          guint replace = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);

          row[j] = MIN (replace, MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = above;
      above = row;
      row = free_row;
    }
  return above[b_length];
}

const char *
hy_suggest (const char *text, const char *const *words)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);
  gsize length = strlen (folded);
  const char *best = NULL;
  guint best_distance = MAX (length / 3, 1) + 1;

  if (length == 0 || length > MAX_LETTERS)
    return NULL;
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_ascii_strdown (words[i], -1);
      gsize word_length = strlen (word);
      guint distance;

      if (word_length > MAX_LETTERS)
        continue;
      distance = edit_distance (folded, length, word, word_length);
      if (distance < best_distance)
        {
          best_distance = distance;
          best = words[i];
        }
    }
  return best;
}
