/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-layout.h"

G_BEGIN_DECLS

/* How instances of a C type, and of classes below it, keep what the type's own constructor is given. */
typedef enum
{
  HY_PAYLOAD_NOTHING,           /* in its fields; arguments are at most referred to */
  HY_PAYLOAD_WITHOUT_ARGUMENTS, /* nothing, as long as it is made without arguments; not known otherwise */
  HY_PAYLOAD_INT,               /* digits in the object */
  HY_PAYLOAD_TUPLE,             /* items in the object */
  HY_PAYLOAD_BYTES,             /* bytes in the object */
  HY_PAYLOAD_STR,               /* characters in a block of their own; in an exact str in the object */
  HY_PAYLOAD_LIST,
  HY_PAYLOAD_DICT,
  HY_PAYLOAD_SET,
  HY_PAYLOAD_BYTEARRAY,
  HY_PAYLOAD_ARGUMENTS, /* exceptions: a tuple of the arguments */
  HY_PAYLOAD_DECIMAL,
  HY_PAYLOAD_ZONED, /* datetime and time: a field for the time zone where there is one */
  HY_PAYLOAD_DEQUE,
  HY_PAYLOAD_DEFAULTDICT, /* a dict, empty, and a reference to the factory */
  HY_PAYLOAD_ARRAY,
  HY_PAYLOAD_PARTIAL,
  HY_PAYLOAD_STRUCTURE,       /* of one argument: the bytes of its fields */
  HY_PAYLOAD_STRINGIO,        /* a buffer of two characters */
  HY_PAYLOAD_STRINGIO_LIST,   /* and a list of what was written */
  HY_PAYLOAD_STRINGIO_WRITER, /* and a writer */
  HY_PAYLOAD_NAMESPACE,       /* a dict object from the start */
  HY_PAYLOAD_PROPERTY,
  HY_PAYLOAD_UUID,     /* a Python class: slots, and an int of 128 bits */
  HY_PAYLOAD_FRACTION, /* a Python class: slots, and two ints */
  HY_PAYLOAD_UNKNOWN,
} HyPayloadKind;

/* The most blocks that a payload takes beside the object. */
#define HY_PAYLOAD_MAX_BLOCKS 4

/* What one instance has beyond the fields of its type. All sizes in bytes. */
typedef struct
{
  gint64 object_extra;    /* the object's block beyond __basicsize__ */
  gint64 items;           /* of these, what the items themselves take */
  gint64 getsizeof_extra; /* what sys.getsizeof says beyond __basicsize__ and headers */
  struct
  {
    const char *what;
    guint64 size;
  } blocks[HY_PAYLOAD_MAX_BLOCKS]; /* @n_blocks */
  guint n_blocks;
  gboolean dict_at_creation; /* the type's own constructor makes the __dict__ */
  HyValue *const *kept;      /* @n_kept values of the recipe's payload that the instance refers to */
  gsize n_kept;
  const char *sets; /* an attribute that the constructor itself sets; NULL */
} HyPayload;

/* What instance number @index of @layout's class holds. FALSE with @unknown (transfer full) when that can't be known.
 */
gboolean hy_payload_find (HyLayout *layout, guint64 index, HyPayload *payload, char **unknown);

/* The same for an exact instance of a library type: the bytes of its own block in @object, and what
 * sys.getsizeof says of it. FALSE when that can't be known. */
gboolean hy_payload_find_library (HyValue *value, const HyAbi *abi, guint64 *object, gint64 *getsizeof_object,
                                  HyPayload *payload);

HyPayloadKind hy_payload_kind (HyLayout *layout);

/* What the constructor of @layout's C type is given, or what took its place; NULL when nothing. */
HyValue *hy_payload_value (HyLayout *layout);

/* Where an instance keeps an attribute that a library type has a data descriptor for. */
typedef enum
{
  HY_PAYLOAD_PLACE_NONE,      /* there is no such descriptor */
  HY_PAYLOAD_PLACE_FIELD,     /* in a field of an exception */
  HY_PAYLOAD_PLACE_ARGUMENTS, /* where an exception keeps the constructor's arguments */
  HY_PAYLOAD_PLACE_UNKNOWN,
} HyPayloadPlace;

HyPayloadPlace hy_payload_place (HyLayout *layout, const char *name);

/* Whether instances come to life in object.__new__, directly or through a C type that leaves it to that. */
gboolean hy_payload_has_plain_new (HyLayout *layout);

G_END_DECLS
