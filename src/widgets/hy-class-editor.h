/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hy-session.h"

G_BEGIN_DECLS

/* A window to write a class in, for people without a file. Its text is read
 * like a file, never run; what is wrong is marked at its line. */
#define HY_TYPE_CLASS_EDITOR (hy_class_editor_get_type ())
G_DECLARE_FINAL_TYPE (HyClassEditor, hy_class_editor, HY, CLASS_EDITOR, AdwWindow)

/* @text: what it begins with; NULL: the text that is open, or an example. */
GtkWidget *hy_class_editor_new (GtkWindow *parent, HySession *session, const char *text);

/* Reads the text and puts its classes into the yard, as the button does. */
void hy_class_editor_apply (HyClassEditor *self);

G_END_DECLS
