/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Every option of every command, by one name: an option means the same
 * wherever it is taken. To add one: an id here, a field in HyOptions, a row
 * in hy-option-table.c. */
typedef enum
{
  HY_OPTION_PYTHON,
  HY_OPTION_BUILD,
  HY_OPTION_BITS,
  HY_OPTION_FACTORY,
  HY_OPTION_BATCH,
  HY_OPTION_JSON,
  HY_OPTION_CSV,
  HY_OPTION_COUNTS,
  HY_OPTION_INCLUDE,
  HY_OPTION_COUNT,
  HY_OPTION_OUTPUT,
  HY_OPTION_SIZE,
  HY_OPTION_SCALE,
  HY_OPTION_DARK,
  HY_OPTION_ARRANGE,
  HY_OPTION_MEASURED_REPLY,
  HY_OPTION_INTERPRETER,
  HY_OPTION_TIMEOUT,
  HY_OPTION_MEMORY_LIMIT,
  HY_OPTION_NO_SANDBOX,
  HY_OPTION_TEMPORARY_FOLDER,
  HY_OPTION_PLANS,
  HY_OPTION_MARKDOWN,
  HY_OPTION_MAX_BYTES,
  HY_OPTION_MAX_TOTAL,
  HY_OPTION_MEASURED,
  HY_OPTION_HELP,
  HY_N_OPTIONS,
} HyOptionId;

/* A set of options. */
typedef guint64 HyOptionSet;
#define HY_OPTION(NAME) (G_GUINT64_CONSTANT (1) << HY_OPTION_##NAME)

/* What was given: the text as typed, NULL where it wasn't. Bytes of the
 * command line, not checked to be UTF-8. */
typedef struct
{
  char *python, *build, *bits;
  char *factory;
  char *batch;
  gboolean json, csv;
  char *counts, *include;
  char *count;
  char *output, *size, *scale, *arrange;
  gboolean dark;
  char *measured_reply;
  char *interpreter, *timeout, *memory_limit;
  gboolean no_sandbox, temporary_folder, plans, markdown;
  char *max_bytes, *max_total;
  gboolean measured;
  gboolean help;
} HyOptions;

typedef struct
{
  HyOptionId id;
  char short_name; /* 0 for none */
  const char *long_name;
  const char *argument;    /* how the help calls its argument; NULL for a flag */
  const char *words;       /* the values that it takes, separated by blanks, for completion; "FILE" for a path; NULL */
  gsize offset;            /* of its field in HyOptions: gboolean for a flag, else char * */
  const char *description; /* msgid */
} HyOptionRow;

const HyOptionRow *hy_option_row (HyOptionId id);

/* Parses @arguments (transfer none, without the program's and the command's
 * name) into @options, which must be zero. What is no option is returned in
 * order (transfer full), never NULL unless @error is set: G_OPTION_ERROR. */
char **hy_options_parse (HyOptions *options, HyOptionSet set, const char *const *arguments, GError **error);

/* FALSE with G_OPTION_ERROR where --json and --csv are both given. */
gboolean hy_options_check_format (const HyOptions *options, GError **error);

/* The help text of the options in @set; caller frees. */
char *hy_options_help (HyOptionSet set);

void hy_options_clear (HyOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HyOptions, hy_options_clear)

G_END_DECLS
