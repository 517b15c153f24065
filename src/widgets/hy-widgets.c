/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-widgets.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "hy-adaptive.h"
#include "hy-class-list.h"
#include "hy-class-view.h"
#include "hy-count-bar.h"
#include "hy-evidence-chart.h"
#include "hy-evidence-page.h"
#include "hy-headings.h"
#include "hy-inspector.h"
#include "hy-interpreter-row.h"
#include "hy-lesson-panel.h"
#include "hy-lookup-view.h"
#include "hy-part-bar.h"
#include "hy-problem-bar.h"
#include "hy-span-list.h"
#include "hy-split.h"
#include "hy-swatch.h"
#include "hy-try-view.h"
#include "hy-ui-resources.h"
#include "hy-versions-view.h"
#include "hy-yard-page.h"

void
hy_widgets_register_resources (void)
{
  g_resources_register (hy_ui_get_resource ());
}

#define KEPT_BYTES (64 << 20)   /* a few images of a large window */
#define MAPPED_BYTES (32 << 20) /* the most that glibc takes from its heap */

/* Each frame, GTK and cairo take images as large as the window and free them. By its defaults, glibc gives their pages
 * back to the kernel, and getting them anew is half the cost of a frame. */
static void
keep_memory_of_frames (void)
{
#ifdef __GLIBC__
  mallopt (M_TRIM_THRESHOLD, KEPT_BYTES);
  mallopt (M_MMAP_THRESHOLD, MAPPED_BYTES);
#endif
}

void
hy_widgets_init (void)
{
  keep_memory_of_frames ();
  hy_widgets_register_resources ();
  /* Figures can be copied; reaching one with Tab must not mark it. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  g_type_ensure (HY_TYPE_ADAPTIVE);
  g_type_ensure (HY_TYPE_CHART_VIEW);
  g_type_ensure (HY_TYPE_CLASS_LIST);
  g_type_ensure (HY_TYPE_CLASS_VIEW);
  g_type_ensure (HY_TYPE_COUNT_BAR);
  g_type_ensure (HY_TYPE_EVIDENCE_CHART);
  g_type_ensure (HY_TYPE_EVIDENCE_PAGE);
  g_type_ensure (HY_TYPE_HEADINGS);
  g_type_ensure (HY_TYPE_INSPECTOR);
  g_type_ensure (HY_TYPE_INTERPRETER_ROW);
  g_type_ensure (HY_TYPE_LESSON_PANEL);
  g_type_ensure (HY_TYPE_LOOKUP_VIEW);
  g_type_ensure (HY_TYPE_PART_BAR);
  g_type_ensure (HY_TYPE_PROBLEM_BAR);
  g_type_ensure (HY_TYPE_SPAN_LIST);
  g_type_ensure (HY_TYPE_SPLIT);
  g_type_ensure (HY_TYPE_SWATCH);
  g_type_ensure (HY_TYPE_TRY_VIEW);
  g_type_ensure (HY_TYPE_VERSIONS_VIEW);
  g_type_ensure (HY_TYPE_YARD_PAGE);
  g_type_ensure (HY_TYPE_YARD_VIEW);
}
