/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-option.h"

#include <glib/gi18n.h>

#define FIELD(NAME) G_STRUCT_OFFSET (HyOptions, NAME)

static const HyOptionRow rows[HY_N_OPTIONS] = {
  { HY_OPTION_PYTHON, 'p', "python", "VERSION|all", "3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13 3.14 3.15 all", FIELD (python),
    N_ ("the CPython to model, as 3.12; all for every one (default: the newest)") },
  { HY_OPTION_BUILD, 0, "build", "BUILD", "default free-threaded debug", FIELD (build),
    N_ ("how that CPython was built: default, free-threaded or debug") },
  { HY_OPTION_BITS, 0, "bits", "64|32", "64 32", FIELD (bits), N_ ("the width of its pointers (default: 64)") },
  { HY_OPTION_FACTORY, 'f', "factory", "EXPR", NULL, FIELD (factory),
    N_ ("how instance number i is made, as \"Order(f'ORD-{i}', 99.99)\"") },
  { HY_OPTION_BATCH, 0, "batch", "FILE", "FILE", FIELD (batch),
    N_ ("read what to answer from FILE: a JSON object {\"file\", \"class\", \"factory\"} a line; - is standard "
        "input") },
  { HY_OPTION_JSON, 'j', "json", NULL, NULL, FIELD (json), N_ ("print one JSON document") },
  { HY_OPTION_CSV, 0, "csv", NULL, NULL, FIELD (csv), N_ ("print comma-separated values") },
  { HY_OPTION_COUNTS, 'n', "counts", "COUNTS", NULL, FIELD (counts),
    N_ ("1,2,10 or 0..100000/STEPS; without STEPS every count at which the cost bends (default: 0..100000)") },
  { HY_OPTION_INCLUDE, 'i', "include", "WHAT", "values list pools values,list values,list,pools", FIELD (include),
    N_ ("count more: values, the list that holds the instances, whole pools; several with commas") },
  { HY_OPTION_COUNT, 'n', "count", "N", NULL, FIELD (count),
    N_ ("how many instances, as 100000, 100k or 1e6 (default: 100000)") },
  { HY_OPTION_OUTPUT, 'o', "output", "FILE", "FILE", FIELD (output), N_ ("the picture to write: .png, .svg or .pdf") },
  { HY_OPTION_SIZE, 0, "size", "WxH", NULL, FIELD (size), N_ ("its size in pixels (default: 1280x720)") },
  { HY_OPTION_SCALE, 0, "scale", "1-4", "1 2 3 4", FIELD (scale),
    N_ ("pixels per pixel of a PNG, for sharp screens (default: 1)") },
  { HY_OPTION_DARK, 0, "dark", NULL, NULL, FIELD (dark), N_ ("draw on a dark ground") },
  { HY_OPTION_ARRANGE, 0, "arrange", "HOW", "instance address", FIELD (arrange),
    N_ ("instance: in order of creation; address: as the allocator lays blocks out (default: instance)") },
  { HY_OPTION_MEASURED_REPLY, 0, "measured", "REPLY.json", "FILE", FIELD (measured_reply),
    N_ ("draw the points of a reply of the command measure on top") },
  { HY_OPTION_INTERPRETER, 0, "interpreter", "PATH", "FILE", FIELD (interpreter),
    N_ ("the Python to run, a path or a version as 3.12 (default: the newest one found)") },
  { HY_OPTION_TIMEOUT, 0, "timeout", "SECONDS", NULL, FIELD (timeout), N_ ("give up after so long") },
  { HY_OPTION_MEMORY_LIMIT, 0, "memory-limit", "BYTES", NULL, FIELD (memory_limit),
    N_ ("let the interpreter use no more memory than this") },
  { HY_OPTION_NO_SANDBOX, 0, "no-sandbox", NULL, NULL, FIELD (no_sandbox),
    N_ ("run the file without bubblewrap: with network, and allowed to write") },
  { HY_OPTION_TEMPORARY_FOLDER, 0, "temporary-folder", NULL, NULL, FIELD (temporary_folder),
    N_ ("run the file in an empty folder that is removed, not in the current one") },
  { HY_OPTION_PLANS, 0, "plans", NULL, NULL, FIELD (plans),
    N_ ("measure other ways to store the same attributes beside it") },
  { HY_OPTION_MARKDOWN, 0, "markdown", NULL, NULL, FIELD (markdown), N_ ("print a table for a pull request") },
  { HY_OPTION_MAX_BYTES, 0, "max-bytes-per-instance", "BYTES", NULL, FIELD (max_bytes),
    N_ ("the budget of one more instance, its attribute store included") },
  { HY_OPTION_MAX_TOTAL, 0, "max-total", "BYTES", NULL, FIELD (max_total),
    N_ ("the budget of all instances that --count says") },
  { HY_OPTION_MEASURED, 0, "measured", NULL, NULL, FIELD (measured),
    N_ ("check what an interpreter measures instead of what the model says; runs the file") },
  { HY_OPTION_HELP, 'h', "help", NULL, NULL, FIELD (help), N_ ("show this help") },
};

const HyOptionRow *
hy_option_row (HyOptionId id)
{
  g_return_val_if_fail (id < HY_N_OPTIONS && rows[id].id == id, NULL);
  return &rows[id];
}
