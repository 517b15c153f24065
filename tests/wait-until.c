/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wait-until.h"

#define PATIENCE_SECONDS 30
#define BEAT_MS 10

static gboolean
give_up (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

static gboolean
beat (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* The beat is for what changes in another thread without waking this one: a task's last reference. */
void
test_wait_until (gboolean (*done) (gpointer data), gpointer data)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (PATIENCE_SECONDS, give_up, &late);
  guint beat_id = g_timeout_add (BEAT_MS, beat, NULL);

  while (!done (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_source_remove (beat_id);
  g_assert_false (late);
}
