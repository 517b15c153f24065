/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-class-def.h"
#include "hy-layout.h"
#include "hy-runtime.h"

G_BEGIN_DECLS

/* A class whose instances are made by @steps, separated by blanks:
 *
 *   x      self.x = None
 *   -x     del self.x
 *   @      self.__dict__
 *   [x     self.__dict__['x'] = None
 *   +x,y   self.__dict__.update ({'x': None, 'y': None})
 *   {x,y   self.__dict__ = {'x': None, 'y': None}; { alone: an empty one
 *   &      weakref.ref (self), kept in the attribute that the next step sets
 *
 * @slots: names separated by blanks; NULL for none. @base: a library type's name or NULL. (transfer full) */
HyClassDef *recipe_class (const char *base, const char *slots, const char *steps);

/* The same with what the base's constructor was given. @payload: (transfer full) (nullable) */
HyClassDef *recipe_subclass (const char *base, HyValue *payload, const char *steps);

/* An attribute that some method assigns without being called. */
void recipe_add_static (HyClassDef *self, const char *name);

/* A fresh value of @kind and @length. (transfer full) */
HyValue *recipe_value (HyValueKind kind, guint64 length);

/* Laid out on 3.@minor, default 64-bit build. (transfer full) */
HyLayout *recipe_layout (HyClassDef *def, guint minor);

/* There, with @n instances. (transfer full) */
HyRuntime *recipe_runtime (HyClassDef *def, guint minor, guint n);

G_END_DECLS
