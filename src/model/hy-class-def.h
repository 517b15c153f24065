/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-refusal.h"
#include "hy-value.h"

G_BEGIN_DECLS

/* What a class statement says, as read from source: independent of any
 * CPython version, immutable, reference-counted. What Python makes of it is
 * hy-layouter's business. */
typedef struct _HyClassDef HyClassDef;

typedef enum
{
  HY_KIND_REGULAR,    /* a plain class statement, slotted or not, whatever its bases */
  HY_KIND_DATACLASS,  /* @dataclass, its arguments in HyClassDef.dataclass */
  HY_KIND_NAMEDTUPLE, /* a class statement with the base typing.NamedTuple (then in @bases), or a call of NamedTuple or
                         namedtuple (then without @bases); @fields are its fields */
  HY_KIND_ATTRS,      /* @define / @attr.s with literal arguments */
  HY_KIND_TYPE_CALL,  /* type('C', (), {...}) with literal arguments: its names are not mangled */
  HY_KIND_ALIAS,      /* C = object, C = int: a library type under another name, its only base */
  HY_KIND_FACTORY,    /* not a class: a function or plan whose result is one value (a tuple, a dict) */
} HyKind;

typedef enum
{
  HY_BASE_DEF,         /* a class of the same reading */
  HY_BASE_LIBRARY,     /* a builtin or standard-library type */
  HY_BASE_UNKNOWN,     /* @reason says what would settle it */
  HY_BASE_NOT_A_CLASS, /* an object that is no class, e.g. 3: @name is its type's name */
} HyBaseKind;

typedef struct
{
  HyBaseKind kind;
  HyClassDef *def; /* DEF */
  char *name;      /* DEF, UNKNOWN: as written. LIBRARY: module and qualified name by which the file imports it, with
                      import aliases resolved ("datetime.date", "collections.abc.Sized", "typing.List", "io.StringIO"),
                      builtins without a module ("int"); what it names is looked up by hy-library. NOT_A_CLASS: name
                      of its type: "int", "NoneType", "function", "module" */
  gboolean subscripted; /* Generic[T], List[int]: @name without the brackets */
  char *reason;         /* UNKNOWN */
  guint line;
} HyBase;

typedef enum
{
  HY_SLOTS_ABSENT,
  HY_SLOTS_NAMES, /* @slots holds them, in the order of iteration, duplicates kept; __slots__ = 'ab' is one name */
  HY_SLOTS_NOT_ITERABLE, /* __slots__ = 3 */
  HY_SLOTS_UNKNOWN,      /* not to be known statically; @unknown of the class says why */
} HySlotsState;

/* One item of __slots__. */
typedef struct
{
  char *name;      /* unmangled; NULL when the item is no string */
  char *type_name; /* type of an item that is no string, "int" */
} HySlot;

typedef enum
{
  HY_MEMBER_VARIABLE,
  HY_MEMBER_METHOD,
  HY_MEMBER_STATICMETHOD,
  HY_MEMBER_CLASSMETHOD,
  HY_MEMBER_PROPERTY,
  HY_MEMBER_CACHED_PROPERTY,
  HY_MEMBER_DESCRIPTOR, /* an instance of a class of the file with __get__ / __set__ */
  HY_MEMBER_ANNOTATION, /* annotated without a value: not in the namespace */
} HyMemberKind;

/* Arguments of dataclasses.field (...), attr.ib (...) or attrs.field (...). */
typedef struct
{
  gboolean has_default; /* default= */
  gboolean has_factory; /* default_factory= or factory= */
  gboolean no_init;     /* init=False */
  int kw_only;          /* -1 where not given */
  HyValue *value;       /* of default=; NULL */
} HyFieldCall;

/* One name of the class body, in order of first assignment; names that the body deletes again are left out. The
 * docstring is a VARIABLE named __doc__. __slots__ itself, __module__ and __qualname__ are members only when the body
 * assigns them. A name both annotated and assigned is one member, with its annotation. */
typedef struct
{
  HyMemberKind kind;
  char *name;             /* unmangled, as written */
  char *annotation;       /* source text or NULL */
  HyValue *value;         /* VARIABLE: what is known of it; else NULL */
  HyFieldCall *field;     /* VARIABLE: its value is a call of field (); else NULL */
  HyClassDef *descriptor; /* DESCRIPTOR: its class */
  gboolean has_setter;    /* PROPERTY */
  guint line;
} HyMember;

/* One step of making an instance, in the order Python does it. */
typedef enum
{
  HY_OP_SET,          /* setattr (o, name, value) */
  HY_OP_DEL,          /* delattr (o, name) */
  HY_OP_GET,          /* getattr, where it has an effect (cached_property) */
  HY_OP_TOUCH_DICT,   /* o.__dict__, vars (o) ... */
  HY_OP_DICT_SET,     /* o.__dict__[name] = value, one step of o.__dict__.update (...) */
  HY_OP_DICT_UPDATE,  /* o.__dict__.update (a dict): @value is that dict, its keys all str */
  HY_OP_REPLACE_DICT, /* o.__dict__ = {...}: @value is the dict */
  HY_OP_WEAKREF,      /* weakref.ref (o) taken and kept; with a @value: by the library, which makes that grow */
  HY_OP_COPY,         /* copy.copy (o) */
} HyOpKind;

typedef struct
{
  HyOpKind kind;
  char *name;     /* attribute, unmangled as written in the class of @owner; NULL where there is none */
  char *owner;    /* class in whose body the statement stands, for mangling; NULL outside classes */
  HyValue *value; /* SET, DICT_SET, DICT_UPDATE, REPLACE_DICT, at times WEAKREF; else NULL */
  guint line;
} HyOp;

/* How instance number i is made. */
typedef struct
{
  char *factory; /* the expression, for the screen and for JSON */
  HyOp *ops;     /* @n_ops of them, after the object itself was made */
  gsize n_ops;
  HyValue *payload;    /* instance of a builtin subclass (or of a FACTORY): the value that it holds, C(5) of an int
                          subclass; NULL for none */
  HyValue **arguments; /* the values written in the factory, for what they cost */
  gsize n_arguments;
  guint n_early;     /* instances that the file makes as it is read, before the first that counts */
  char *unknown;     /* why the steps can't be known statically; NULL when @ops is all that happens */
  HyRefusal refusal; /* when Python refuses to make one */
} HyRecipe;

/* Arguments of @dataclass, or of attrs' define, mutable, frozen, attr.s ...; -1 where not given. Of attrs @slots and
 * @frozen are never -1: the reader knows each decorator's default. */
typedef struct
{
  int slots, weakref_slot, frozen, eq, init, kw_only, dict, order, unsafe_hash;
  guint since_minor; /* first 3.x whose library knows every argument that is given */
} HyDataclassArgs;

struct _HyClassDef
{
  HyKind kind;
  char *file;     /* display path; NULL for the lesson and the editor */
  char *name;     /* __name__ */
  char *qualname; /* Outer.Inner: what FILE:CLASS names */
  guint line;
  HyBase *bases; /* @n_bases, as written; class C[T] has typing.Generic, subscripted, as its last one */
  gsize n_bases;
  HyBase *metaclass;           /* as written; NULL when not written */
  gboolean metaclass_followed; /* what __prepare__ and __new__ of a metaclass of the project do is in @members and
                                  @slots already */
  gboolean class_cell;         /* NAMEDTUPLE: its methods use super () or __class__ */
  HySlotsState slots_state;
  HySlot *slots; /* @n_slots */
  gsize n_slots;
  char *slots_type;  /* NOT_ITERABLE: its type's name */
  HyMember *members; /* @n_members */
  gsize n_members;
  char **static_attributes; /* self.x = targets of all methods in order of first appearance; NULL-terminated */
  HyDataclassArgs dataclass;
  char **fields;             /* NAMEDTUPLE, DATACLASS, ATTRS: own field names in order; NULL-terminated or NULL. The
                                layouter reads those of a DATACLASS from the annotated members */
  char **keywords;           /* class keywords but metaclass ("total", "tag"); NULL-terminated or NULL. With
                                @metaclass_followed those that its __new__ passes on */
  char **unknown_decorators; /* NULL-terminated or NULL: decorators that could change the class; each "name, line N" */
  HyRecipe recipe;
  HyRefusal refusal;   /* what __set_name__ or __init_subclass__ raises when the statement has run */
  char *unknown;       /* what makes the class itself unknowable statically; NULL */
  guint since_minor;   /* first 3.x that has the syntax and library names this class uses; 0 */
  char *since_reason;  /* what needs it, with its line: "type parameters (line 3)"; NULL: not known */
  char *source;        /* text of the class statement, for the screen; may be NULL */
  HyClassDef *earlier; /* what CPython 3.@last_earlier and older make of it, where they do otherwise; NULL */
  guint last_earlier;
};

HyClassDef *hy_class_def_new (const char *name); /* a blank regular class to fill in before it is shared */
HyClassDef *hy_class_def_ref (HyClassDef *self);
void hy_class_def_unref (HyClassDef *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyClassDef, hy_class_def_unref)

/* The same class made by another expression; takes the contents of @recipe, which is blank after. (transfer full) */
HyClassDef *hy_class_def_with_recipe (HyClassDef *self, HyRecipe *recipe);

/* What the file says to CPython 3.@minor: @self, or one of its earlier ones. (transfer none) */
HyClassDef *hy_class_def_for (HyClassDef *self, guint minor);

/* The lesson's classes, made as its workload makes them:
 * Order (f'ORD-{i}', 'Alice Chen', 99.99, 'paid'). (transfer full) */
HyClassDef *hy_class_def_new_order (void);
HyClassDef *hy_class_def_new_slotted_order (void);

/* Clear it with hy_recipe_clear. */
HyRecipe hy_recipe_copy (const HyRecipe *self);
void hy_recipe_clear (HyRecipe *self);

G_END_DECLS
