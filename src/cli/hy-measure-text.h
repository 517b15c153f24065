/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-evidence.h"
#include "hy-output.h"

G_BEGIN_DECLS

/* A measurement for people: each class with its figures beside the model's. */
void hy_measure_text_print (const HyEvidence *evidence, HyOutput *output);

G_END_DECLS
