/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"
#include "hy-output.h"

G_BEGIN_DECLS

/* The layout of classes for people. */

/* Everything about one class on one build. */
void hy_layout_text_print (HyFootprint *footprint, HyOutput *output);

/* The line that says how Python refuses the class or an instance of it; FALSE, printing nothing, where it doesn't. */
gboolean hy_layout_text_refusal (HyFootprint *footprint, HyOutput *output);

/* Bytes per instance of several classes on one build, beside each other. Nothing for fewer than two. */
void hy_layout_text_compare (HyFootprint *const *footprints, gsize n_footprints, HyOutput *output);

/* Bytes per instance of @n_classes classes on @n_builds builds; @footprints holds all builds of the first class, then
 * those of the next. */
void hy_layout_text_versions (HyFootprint *const *footprints, gsize n_classes, gsize n_builds, HyOutput *output);

G_END_DECLS
