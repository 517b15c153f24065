/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-measuring.h"
#include "hy-session.h"
#include "hy-window.h"
#include "hy-yard-page.h"

G_BEGIN_DECLS

struct _HyWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *toasts;
  GtkWidget *adaptive;
  GtkWidget *header;
  GtkWidget *open_button;
  GtkWidget *title_label;
  GtkWidget *switcher_title;
  GtkWidget *switcher_bar;
  GtkWidget *python;
  GtkWidget *export_button;
  GtkWidget *busy;
  GtkWidget *spinner;
  GtkWidget *problems;
  GtkWidget *pages;
  GMenu *recent;

  GSettings *settings;
  HySession *session;
  HyMeasuring *measuring;
  HyYardPage *yard;
  GCancellable *cancellable; /* of what the window started */
  guint busy_id;
  gboolean narrow;
  gboolean updating;
};

/* The first page; made now if it was not yet. */
HyYardPage *hy_window_get_yard (HyWindow *self);

/* Says @text in a toast. */
void hy_window_say (HyWindow *self, const char *text);

/* Open, recent files, reload, drag and drop. */
void hy_window_install_file_actions (GtkWidgetClass *class);
void hy_window_add_files (HyWindow *self);

/* Export to files and to the clipboard. */
void hy_window_install_export_actions (GtkWidgetClass *class);
void hy_window_add_export (HyWindow *self);

/* The Evidence page, what is copied and saved of it. */
void hy_window_install_evidence_actions (GtkWidgetClass *class);
void hy_window_add_evidence (HyWindow *self);

/* Goes to the Evidence page with what was saved in @file, or says why that can't be shown. */
void hy_window_show_evidence (HyWindow *self, GFile *file);

/* The CPython version drop-down, and the search for interpreters that gives its first value. */
void hy_window_add_python (HyWindow *self);
void hy_window_find_interpreters (HyWindow *self);
void hy_window_set_narrow_python (HyWindow *self, gboolean narrow);

G_END_DECLS
