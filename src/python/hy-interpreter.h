/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One Python interpreter of this machine, as it described itself when run
 * once, isolated. Immutable, reference-counted. */
typedef struct _HyInterpreter HyInterpreter;

/* The CPython versions that can be measured: 3.@OLDEST to 3.@NEWEST. */
#define HY_INTERPRETER_OLDEST_MINOR 6
#define HY_INTERPRETER_NEWEST_MINOR 15

typedef enum
{
  HY_INTERPRETER_USABLE,
  HY_INTERPRETER_MISSING,     /* nothing there, or a link to nothing */
  HY_INTERPRETER_BROKEN,      /* does not run, or does not answer as a Python does */
  HY_INTERPRETER_NOT_CPYTHON, /* PyPy and others: their objects are laid out otherwise */
  HY_INTERPRETER_TOO_OLD,
  HY_INTERPRETER_TOO_NEW, /* parses source, but its objects are not modelled */
} HyInterpreterStatus;

struct _HyInterpreter
{
  char *path;       /* absolute, as it is run */
  char *executable; /* its own sys.executable; NULL when it did not answer */
  HyInterpreterStatus status;
  char *reason;         /* why it is not usable, in English; NULL when it is */
  char *implementation; /* "cpython", "pypy" …; NULL when unknown, as are those below */
  char *version;        /* "3.12.1", with "a2", "b1", "rc1" for a pre-release */
  guint major, minor, micro;
  const char *build;     /* "default", "free-threaded", "debug" or "free-threaded debug"; static */
  guint bits;            /* 64 or 32 */
  const char *allocator; /* "pymalloc", "malloc" or "mimalloc"; static */
  char *prefix;          /* sys.prefix */
  char *base_prefix;     /* differs from @prefix in a virtual environment */
};

HyInterpreter *hy_interpreter_ref (HyInterpreter *self);
void hy_interpreter_unref (HyInterpreter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyInterpreter, hy_interpreter_unref)

/* Runs the interpreter at @path once, isolated (-I -S), for at most ten seconds. What is wrong with it is in the
 * result's status and reason, never an error. Only cancelling is an error: G_IO_ERROR_CANCELLED. */
void hy_interpreter_identify_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
HyInterpreter *hy_interpreter_identify_finish (GAsyncResult *result, GError **error);

/* "CPython 3.13.0, free-threaded, 64-bit (path)", or the path and the reason. (transfer full) */
char *hy_interpreter_describe (const HyInterpreter *self);

/* TRUE when it can parse source: a CPython of 3.6 or newer, also one newer than the model. */
gboolean hy_interpreter_can_parse (const HyInterpreter *self);

/* Newest version first; usable ones before others; default builds before others; then by path. For sorting arrays of
 * HyInterpreter pointers. */
int hy_interpreter_compare (gconstpointer a, gconstpointer b);

/* For the cache and for `pythons --json`. From a node that is not what to_json wrote, NULL. (transfer full) */
JsonNode *hy_interpreter_to_json (const HyInterpreter *self);
HyInterpreter *hy_interpreter_from_json (JsonNode *node);

G_END_DECLS
