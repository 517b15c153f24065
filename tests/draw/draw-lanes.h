/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-scene.h"

G_BEGIN_DECLS

/* The lesson's classes in one CPython. (transfer full) */
HyFootprint *draw_order (guint minor, guint bits);
HyFootprint *draw_slotted_order (guint minor, guint bits);

/* A class of @n_names attributes, with or without __slots__. (transfer full) */
HyFootprint *draw_class (guint minor, guint bits, gboolean slotted, guint n_names);

/* The two of the lesson, @count instances each, on a viewport. (transfer full) */
HyScene *draw_lesson (guint minor, guint64 count, HyArrange arrange, double width, double height);

/* Lanes of up to four random classes on a random CPython. (transfer full) */
HyScene *draw_random_scene (GRand *random, HyArrange arrange, guint64 max_count);

/* A generator whose seed is printed; HEAPYARD_SEED repeats one. (transfer full) */
GRand *draw_random (void);

G_END_DECLS
