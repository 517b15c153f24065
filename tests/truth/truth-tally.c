/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "truth.h"

typedef struct
{
  char *build, *figure;
  guint equal, unknown, wrong;
} Line;

struct _TruthTally
{
  GPtrArray *lines;    /* of Line */
  GHashTable *reasons; /* text → count */
};

static void
free_line (gpointer data)
{
  Line *line = data;
  g_free (line->build);
  g_free (line->figure);
  g_free (line);
}

TruthTally *
truth_tally_new (void)
{
  TruthTally *self = g_new0 (TruthTally, 1);
  self->lines = g_ptr_array_new_with_free_func (free_line);
  self->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
truth_tally_free (TruthTally *self)
{
  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->reasons);
  g_free (self);
}

static Line *
find_line (TruthTally *self, TruthBuild *build, const char *figure)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];
      if (g_str_equal (line->build, build->name) && g_str_equal (line->figure, figure))
        return line;
    }
  Line *line = g_new0 (Line, 1);
  line->build = g_strdup (build->name);
  line->figure = g_strdup (figure);
  g_ptr_array_add (self->lines, line);
  return line;
}

void
truth_tally_unknown (TruthTally *self, TruthBuild *build, const char *figure, const char *id, const char *reason)
{
  find_line (self, build, figure)->unknown++;
  char *text = g_strdup_printf ("%s: %s", id, reason);
  gsize count = GPOINTER_TO_SIZE (g_hash_table_lookup (self->reasons, text));
  g_hash_table_insert (self->reasons, text, GSIZE_TO_POINTER (count + 1));
}

void
truth_tally_compare (TruthTally *self, TruthBuild *build, const char *figure, const char *id, const char *got,
                     const char *expected)
{
  if (g_strcmp0 (got, expected) == 0)
    {
      find_line (self, build, figure)->equal++;
      return;
    }
  find_line (self, build, figure)->wrong++;
  g_test_message ("WRONG %s %s %s: got %s, measured %s", build->name, id, figure, got, expected);
}

void
truth_tally_compare_number (TruthTally *self, TruthBuild *build, const char *figure, const char *id, gint64 got,
                            gint64 expected)
{
  g_autofree char *got_text = g_strdup_printf ("%" G_GINT64_FORMAT, got);
  g_autofree char *expected_text = g_strdup_printf ("%" G_GINT64_FORMAT, expected);
  truth_tally_compare (self, build, figure, id, got_text, expected_text);
}

static Line
sum_build (TruthTally *self, TruthBuild *build)
{
  Line sum = { 0 };
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = self->lines->pdata[i];
      if (!g_str_equal (line->build, build->name))
        continue;
      sum.equal += line->equal;
      sum.unknown += line->unknown;
      sum.wrong += line->wrong;
    }
  return sum;
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer reasons)
{
  gsize left = GPOINTER_TO_SIZE (g_hash_table_lookup (reasons, a));
  gsize right = GPOINTER_TO_SIZE (g_hash_table_lookup (reasons, b));
  return left > right ? -1 : left < right ? 1 : g_strcmp0 (a, b);
}

static void
print_figures (TruthTally *self)
{
  g_test_message ("%-18s %-16s %6s %8s %6s", "build", "figure", "equal", "unknown", "wrong");
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = self->lines->pdata[i];
      g_test_message ("%-18s %-16s %6u %8u %6u", line->build, line->figure, line->equal, line->unknown, line->wrong);
    }
}

static void
print_reasons (TruthTally *self)
{
  g_autoptr (GList) reasons = g_hash_table_get_keys (self->reasons);
  reasons = g_list_sort_with_data (reasons, compare_counts, self->reasons);
  for (GList *l = reasons; l != NULL; l = l->next)
    g_test_message ("unknown %4" G_GSIZE_FORMAT " times: %s",
                    GPOINTER_TO_SIZE (g_hash_table_lookup (self->reasons, l->data)), (const char *) l->data);
}

void
truth_tally_judge (TruthTally *self, TruthBuild *build, double max_unknown)
{
  Line sum = sum_build (self, build);
  guint all = sum.equal + sum.unknown + sum.wrong;
  double unknown = all > 0 ? (double) sum.unknown / all : 0;
  g_test_message ("%-18s %-16s %6u %8u %6u   %.1f %% unknown", build->name, "all", sum.equal, sum.unknown, sum.wrong,
                  100 * unknown);
  if (sum.wrong > 0 || unknown > max_unknown)
    g_test_fail ();
}

void
truth_tally_print (TruthTally *self)
{
  print_figures (self);
  print_reasons (self);
}

void
truth_run (TruthCompare compare, double max_unknown)
{
  g_autoptr (TruthShapes) shapes = truth_shapes_load ();
  g_autoptr (TruthTally) tally = truth_tally_new ();
  if (shapes == NULL)
    {
      g_test_skip ("no Python to read the shapes with");
      return;
    }
  for (const char *const *name = truth_build_names (); *name != NULL; name++)
    {
      g_autoptr (TruthBuild) build = truth_build_load (*name);
      for (gsize i = 0; i < shapes->n_shapes; i++)
        compare (tally, build, &shapes->shapes[i]);
      truth_tally_judge (tally, build, max_unknown);
    }
  g_assert_cmpuint (tally->lines->len, >, 0);
  truth_tally_print (tally);
}
