/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Marks a text for translators. The model itself never translates: whoever shows the text does. */
#define N_(text) text
