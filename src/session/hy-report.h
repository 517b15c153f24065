/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"
#include "hy-series.h"

G_BEGIN_DECLS

/* All that a picture, a table or a file says of some classes on one CPython
 * at one count. Immutable, reference-counted (atomically): it may be made in
 * one thread and read in another. */
typedef struct _HyReport HyReport;

typedef struct
{
  HyClassDef *def;
  HyLayout *layout;
  HyFootprint *footprint; /* its @unknown says why there are no figures */
  HySeries *series;       /* over 0 … HyReport.chart_max; NULL when unknown */
  HyFootprintTotal total; /* at HyReport.count; all zero when unknown */
  gboolean has_total;
  char *unknown;    /* one sentence for the screen when @has_total is FALSE: Python's error, or what is not known */
  const char *plan; /* storage plan that was made of a class, "NamedTuple"; NULL: the class as it is. Static */
  char *label;      /* how it is called: "Order", "Order · NamedTuple" */
  guint colour;     /* index into the palette of classes; stays with the class when others come and go */
  gboolean hidden;
} HyReportClass;

struct _HyReport
{
  const HyAbi *abi;
  guint64 count;
  HyInclude include;
  guint64 chart_max;
  HyReportClass *classes; /* @n_classes, in the order given */
  gsize n_classes;
};

/* A class to report on. */
typedef struct
{
  HyClassDef *def;
  const char *plan;    /* static; NULL */
  const char *plan_of; /* name of the class that @plan was made of; borrowed */
  guint colour;
  gboolean hidden;
} HyReportEntry;

/* Lays out and adds up @n @entries on @abi for @count instances each
 * (0 … HY_FOOTPRINT_MAX_COUNT) and for the counts 0 … @chart_max; 0 stands for
 * hy_report_nice_max (@count, 0). Never NULL: what is not known is said in the
 * class it concerns. (transfer full) */
HyReport *hy_report_new_for_entries (const HyReportEntry *entries, gsize n, const HyAbi *abi, guint64 count,
                                     HyInclude include, guint64 chart_max);

/* The same for @n @defs, coloured in their order, none hidden. (transfer full) */
HyReport *hy_report_new (HyClassDef *const *defs, gsize n, const HyAbi *abi, guint64 count, HyInclude include,
                         guint64 chart_max);

/* @self at another count or scope; its layouts and footprints are shared, so
 * that this costs one sum per class, and a series only when @include or
 * @chart_max changed. (transfer full) */
HyReport *hy_report_new_at (HyReport *self, guint64 count, HyInclude include, guint64 chart_max);

HyReport *hy_report_ref (HyReport *self);
void hy_report_unref (HyReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyReport, hy_report_unref)

/* The end of an axis that has to show @count: the smallest 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten
 * that leaves a tenth of the axis free, never below @at_least or 10. */
guint64 hy_report_nice_max (guint64 count, guint64 at_least);

/* Bytes that one more of the settled instances of class @index adds to what is counted; 0 where they are unknown or, as
 * with values, pools and the list, differ from one to the next. */
guint64 hy_report_per_instance (const HyReport *self, gsize index);

/* Where the figures come from: "modelled, CPython 3.12". Translated. (transfer full) */
char *hy_report_origin (const HyReport *self);

/* Where the attributes of @layout's instances live, in two words for the screen: "dict-backed", "slotted",
 * "slotted + dict", "tuple", "refused", "unknown". Untranslated msgid, static. */
const char *hy_report_kind (const HyLayout *layout);

G_END_DECLS
