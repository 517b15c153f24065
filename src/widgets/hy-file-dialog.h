/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @files: of GFile, borrowed; NULL when the user chose none. */
typedef void (*HyFilesFunc) (GListModel *files, gpointer user_data);

/* @file: borrowed; NULL when the user chose none. */
typedef void (*HyFileFunc) (GFile *file, gpointer user_data);

/* Asks for Python files to open. @chosen is called once. */
void hy_file_dialog_open (GtkWindow *parent, HyFilesFunc chosen, gpointer user_data);

/* Asks for one file whose name is like @pattern. @chosen is called once. */
void hy_file_dialog_open_saved (GtkWindow *parent, const char *title, const char *pattern, HyFilesFunc chosen,
                                gpointer user_data);

/* Asks where to save. @name: what is proposed; @folder: where to begin, or NULL. @chosen is called once. */
void hy_file_dialog_save (GtkWindow *parent, const char *title, const char *name, GFile *folder, HyFileFunc chosen,
                          gpointer user_data);

G_END_DECLS
