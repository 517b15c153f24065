/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-library.h"

G_BEGIN_DECLS

/* Each sorted by name. */
extern const HyLibraryType hy_library_types[];
extern const gsize hy_library_types_length;
extern const HyLibrarySize hy_library_size_rows[];
extern const gsize hy_library_sizes_length;
extern const HyLibraryAlias hy_library_aliases[];
extern const gsize hy_library_aliases_length;
extern const HyLibraryAttribute hy_library_attributes[];
extern const gsize hy_library_attributes_length;

G_END_DECLS
