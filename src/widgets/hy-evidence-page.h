/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-measuring.h"

G_BEGIN_DECLS

/* The page that runs a class on an interpreter and shows what was measured
 * beside what is modelled. What it can't do itself, the window's actions do:
 * win.copy-evidence, win.report-evidence, win.export-evidence (target: md, html, json, csv, png,
 * svg, pdf), win.open-evidence.
 *
 * Property: "measuring" (at construction). */
#define HY_TYPE_EVIDENCE_PAGE (hy_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (HyEvidencePage, hy_evidence_page, HY, EVIDENCE_PAGE, GtkWidget)

G_END_DECLS
