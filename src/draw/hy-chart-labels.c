/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-chart-private.h"

/* Labels that touch move as one, around the mean of where they would be. */
typedef struct
{
  double sum; /* of the wanted positions of the first label of the group, by each member */
  gsize first, n;
} Group;

typedef struct
{
  double wanted;
  gsize index;
} Label;

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const Label *one = a, *other = b;
  if (one->wanted != other->wanted)
    return one->wanted < other->wanted ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

static double
group_start (const Group *self, double height, double top, double bottom)
{
  double start = self->sum / (double) self->n, last = bottom - height / 2 - (double) (self->n - 1) * height;
  return MAX (top + height / 2, MIN (start, last));
}

void
hy_labels_spread (double *middles, gsize n, double height, double top, double bottom)
{
  if (n == 0)
    return;
  g_autofree Label *labels = g_new (Label, n);
  g_autofree Group *groups = g_new (Group, n);
  gsize n_groups = 0;
  for (gsize i = 0; i < n; i++)
    labels[i] = (Label){ .wanted = middles[i], .index = i };
  qsort (labels, n, sizeof *labels, compare_labels);

  for (gsize i = 0; i < n; i++)
    {
      groups[n_groups++] = (Group){ .sum = labels[i].wanted, .first = i, .n = 1 };
      while (n_groups > 1)
        {
          Group *above = &groups[n_groups - 2], *below = &groups[n_groups - 1];
          double end = group_start (above, height, top, bottom) + (double) above->n * height;
          if (end <= group_start (below, height, top, bottom))
            break;
          above->sum += below->sum - (double) (above->n * below->n) * height;
          above->n += below->n;
          n_groups--;
        }
    }
  for (gsize i = 0; i < n_groups; i++)
    for (gsize j = 0; j < groups[i].n; j++)
      middles[labels[groups[i].first + j].index] = group_start (&groups[i], height, top, bottom) + (double) j * height;
}
