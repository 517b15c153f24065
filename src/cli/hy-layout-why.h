/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"
#include "hy-output.h"

G_BEGIN_DECLS

/* Why the instances of an exact layout look as they do: a sentence for each rule that applied. */
void hy_layout_why_print (HyFootprint *footprint, HyOutput *output);

G_END_DECLS
