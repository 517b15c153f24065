/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-layout.h"

G_BEGIN_DECLS

/* Class definitions for tests, as a reader of source would fill them in. */

HyClassDef *build_class (const char *name, const char *slots); /* names separated by blanks; NULL for no __slots__ */
void build_base (HyClassDef *def, HyClassDef *base);
void build_library_base (HyClassDef *def, const char *name, gboolean subscripted);
HyClassDef *build_on (const char *name, const char *base); /* on a type of the library, without __slots__ */
void build_object_base (HyClassDef *def, const char *type_name);
HyMember *build_member (HyClassDef *def, HyMemberKind kind, const char *name, const char *annotation);
HyMember *build_value (HyClassDef *def, const char *name, const char *annotation, HyValueKind kind);

/* Layout on the default 64-bit build of 3.@minor. */
HyLayout *build_layout (HyClassDef *def, guint minor);

/* Takes over @def. "exact" followed by basicsize, dictoffset and weakrefoffset; "error TYPE: MESSAGE"; "unknown". */
void check_layout (HyClassDef *def, guint minor, const char *expected);
void check_layout_keep (HyClassDef *def, guint minor, const char *expected);

G_END_DECLS
