/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "hy-source-batch.h"

/* An "interpreter" that is a shell script. */
static HyInterpreter *
make_fake (const char *folder, const char *script)
{
  g_autofree char *path = g_build_filename (folder, "python", NULL);
  g_autofree char *text = g_strconcat ("#!/bin/sh\n", script, "\n", NULL);
  HyInterpreter *interpreter = g_new0 (HyInterpreter, 1);

  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  interpreter->path = g_steal_pointer (&path);
  return interpreter;
}

static void
fake_free (HyInterpreter *interpreter)
{
  g_unlink (interpreter->path);
  g_free (interpreter->path);
  g_free (interpreter);
}

/* What two requests say when @script is the interpreter. */
static HyReading **
read_two (const char *script)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-batch-XXXXXX", NULL);
  g_autoptr (GBytes) one = g_bytes_new_static ("class A: pass\n", 14);
  g_autoptr (GBytes) other = g_bytes_new_static ("class B: pass\n", 14);
  const HySourceRequest requests[] = { { "a.py", one, NULL, NULL }, { "b.py", other, NULL, NULL } };
  g_autoptr (HySourceBatch) batch = hy_source_batch_new (requests, 2);
  HyInterpreter *fake = script != NULL ? make_fake (folder, script) : NULL;

  g_assert_cmpuint (hy_source_batch_load (batch), ==, 2);
  hy_source_batch_run (batch, fake, 1, NULL);
  g_clear_pointer (&fake, fake_free);
  g_rmdir (folder);
  return hy_source_batch_take (batch);
}

static const struct
{
  const char *name, *script;
  HySourceErrorCode first, second;
} ends[] = {
  { "dies", "exit 3", HY_SOURCE_ERROR_INTERPRETER, HY_SOURCE_ERROR_INTERPRETER },
  { "signalled", "kill -SEGV $$", HY_SOURCE_ERROR_INTERPRETER, HY_SOURCE_ERROR_INTERPRETER },
  { "hangs", "sleep 1000", HY_SOURCE_ERROR_INTERPRETER, HY_SOURCE_ERROR_INTERPRETER },
  { "mute", "cat >/dev/null", HY_SOURCE_ERROR_INTERPRETER, HY_SOURCE_ERROR_INTERPRETER },
  { "nonsense", "echo nonsense >&3; echo more >&3", HY_SOURCE_ERROR_INTERPRETER, HY_SOURCE_ERROR_INTERPRETER },
  { "absent", NULL, HY_SOURCE_ERROR_NO_INTERPRETER, HY_SOURCE_ERROR_NO_INTERPRETER },
  /* Answers the first, then dies on the second. */
  { "survived", "echo '{\"error\":{\"code\":\"empty\",\"message\":\"x\"}}' >&3; kill -KILL $$", HY_SOURCE_ERROR_EMPTY,
    HY_SOURCE_ERROR_INTERPRETER },
};

static void
test_end (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  HyReading **readings = read_two (ends[i].script);

  g_assert_error (readings[0]->error, HY_SOURCE_ERROR, (int) ends[i].first);
  g_assert_error (readings[1]->error, HY_SOURCE_ERROR, (int) ends[i].second);
  hy_readings_free (readings, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat ("/batch/", ends[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_end);
    }
  return g_test_run ();
}
