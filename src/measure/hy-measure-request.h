/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-class-def.h"
#include "hy-interpreter.h"

G_BEGIN_DECLS

/* What to measure and within which bounds. Filled in by one caller, then
 * left alone; reference-counted. */
typedef struct _HyMeasureRequest HyMeasureRequest;

typedef struct
{
  const char *file;       /* path of the file that is run */
  const char *name;       /* for people; NULL: @class_name */
  const char *class_name; /* "Outer.Inner"; NULL: the factory makes something that is no class of the file */
  const char *factory;    /* expression in i */
  const char *text;       /* source to run in the file's place; NULL: what the file holds */
  const char *plan;       /* how this differs from the class as it is, "__slots__"; NULL: as it is */
  HyClassDef *def;        /* what is modelled beside it; NULL: nothing */
} HyMeasureItem;

#define HY_MEASURE_RANKS 40
#define HY_MEASURE_MAX_COUNT 100000000
#define HY_MEASURE_DEFAULT_COUNT 100000
#define HY_MEASURE_DEFAULT_TOTALS 4
#define HY_MEASURE_DEFAULT_TOTAL_RUNS 2
#define HY_MEASURE_DEFAULT_RUNS 5
#define HY_MEASURE_DEFAULT_TIME_LIMIT_MS 60000
#define HY_MEASURE_DEFAULT_MEMORY_LIMIT (G_GUINT64_CONSTANT (8) << 30)

struct _HyMeasureRequest
{
  HyInterpreter *interpreter;
  GPtrArray *items;          /* of HyMeasureItem */
  guint64 count;             /* instances, 1 … HY_MEASURE_MAX_COUNT */
  guint totals;              /* at how many evenly spaced counts tracemalloc's totals are taken, up to @count */
  guint total_runs;          /* fresh processes for each of them */
  guint runs;                /* fresh processes for what varies from run to run */
  guint time_limit_ms;       /* for all that one item needs */
  guint64 memory_limit;      /* bytes of address space per process; 0: none */
  gboolean sandbox;          /* bubblewrap where it works */
  gboolean temporary_folder; /* run in an empty folder instead of the current one */
};

/* With the defaults above. (transfer full) */
HyMeasureRequest *hy_measure_request_new (HyInterpreter *interpreter);
HyMeasureRequest *hy_measure_request_ref (HyMeasureRequest *self);
void hy_measure_request_unref (HyMeasureRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyMeasureRequest, hy_measure_request_unref)

/* Strings are copied, @item.def is referenced. */
void hy_measure_request_add (HyMeasureRequest *self, const HyMeasureItem *item);

G_END_DECLS
