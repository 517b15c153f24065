/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-payload-table.h"

/* Sources, in CPython at the tag of each version: the tp_new and tp_init of each type, in Objects/ (builtins),
 * Modules/_io/, Modules/_collectionsmodule.c, Modules/_functoolsmodule.c, Modules/arraymodule.c,
 * Modules/_datetimemodule.c, Modules/_decimal/_decimal.c. plain_new was read off running interpreters: type.__new__ is
 * object.__new__. */
const HyPayloadRow hy_payload_table[] = {
  { "object", 6, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, TRUE },
  { "typing.Generic", 12, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, TRUE },
  { "_io._IOBase", 6, 11, HY_PAYLOAD_NOTHING, FALSE },
  { "_io._IOBase", 12, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, TRUE },
  { "_io._RawIOBase", 6, 11, HY_PAYLOAD_NOTHING, FALSE },
  { "_io._RawIOBase", 12, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, TRUE },
  { "_io._BufferedIOBase", 6, 11, HY_PAYLOAD_NOTHING, FALSE },
  { "_io._BufferedIOBase", 12, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, TRUE },
  { "_io._TextIOBase", 6, 11, HY_PAYLOAD_NOTHING, FALSE },
  { "_io._TextIOBase", 12, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, TRUE },
  { "io.StringIO", 6, 11, HY_PAYLOAD_STRINGIO_LIST, FALSE },
  { "io.StringIO", 12, 13, HY_PAYLOAD_STRINGIO, FALSE },
  { "io.StringIO", 14, HY_NEWEST_MINOR, HY_PAYLOAD_STRINGIO_WRITER, FALSE },

  { "int", 6, HY_NEWEST_MINOR, HY_PAYLOAD_INT, FALSE },
  { "float", 6, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, FALSE },
  { "complex", 6, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, FALSE },
  { "str", 6, HY_NEWEST_MINOR, HY_PAYLOAD_STR, FALSE },
  { "bytes", 6, HY_NEWEST_MINOR, HY_PAYLOAD_BYTES, FALSE },
  { "bytearray", 6, HY_NEWEST_MINOR, HY_PAYLOAD_BYTEARRAY, FALSE },
  { "tuple", 6, HY_NEWEST_MINOR, HY_PAYLOAD_TUPLE, FALSE },
  { "list", 6, HY_NEWEST_MINOR, HY_PAYLOAD_LIST, FALSE },
  { "dict", 6, HY_NEWEST_MINOR, HY_PAYLOAD_DICT, FALSE },
  { "set", 6, HY_NEWEST_MINOR, HY_PAYLOAD_SET, FALSE },
  { "frozenset", 6, HY_NEWEST_MINOR, HY_PAYLOAD_SET, FALSE },
  { "BaseException", 6, HY_NEWEST_MINOR, HY_PAYLOAD_ARGUMENTS, FALSE },
  { "BaseExceptionGroup", 11, HY_NEWEST_MINOR, HY_PAYLOAD_UNKNOWN, FALSE },

  { "enumerate", 6, HY_NEWEST_MINOR, HY_PAYLOAD_WITHOUT_ARGUMENTS, FALSE },
  { "filter", 6, HY_NEWEST_MINOR, HY_PAYLOAD_WITHOUT_ARGUMENTS, FALSE },
  { "map", 6, HY_NEWEST_MINOR, HY_PAYLOAD_WITHOUT_ARGUMENTS, FALSE },
  { "zip", 6, HY_NEWEST_MINOR, HY_PAYLOAD_WITHOUT_ARGUMENTS, FALSE },
  { "reversed", 6, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, FALSE },
  { "super", 6, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, FALSE },
  { "property", 6, HY_NEWEST_MINOR, HY_PAYLOAD_PROPERTY, FALSE },
  /* 3.10+: functools.wraps in C, which fills the __dict__ */
  { "staticmethod", 6, 9, HY_PAYLOAD_NOTHING, FALSE },
  { "classmethod", 6, 9, HY_PAYLOAD_NOTHING, FALSE },
  { "function", 6, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, FALSE },
  { "method", 6, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, FALSE },
  { "weakref", 6, 9, HY_PAYLOAD_NOTHING, FALSE },
  { "weakref.ReferenceType", 10, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, FALSE },

  { "datetime.date", 6, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, FALSE },
  { "datetime.datetime", 6, HY_NEWEST_MINOR, HY_PAYLOAD_ZONED, FALSE },
  { "datetime.time", 6, HY_NEWEST_MINOR, HY_PAYLOAD_ZONED, FALSE },
  { "datetime.timedelta", 6, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, FALSE },
  { "datetime.timezone", 6, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, FALSE },
  { "datetime.tzinfo", 6, HY_NEWEST_MINOR, HY_PAYLOAD_NOTHING, FALSE },
  { "uuid.UUID", 8, HY_NEWEST_MINOR, HY_PAYLOAD_UUID, FALSE },
  { "fractions.Fraction", 6, HY_NEWEST_MINOR, HY_PAYLOAD_FRACTION, FALSE },
  { "decimal.Decimal", 6, HY_NEWEST_MINOR, HY_PAYLOAD_DECIMAL, FALSE },
  { "collections.OrderedDict", 6, HY_NEWEST_MINOR, HY_PAYLOAD_DEFAULTDICT, FALSE },
  { "collections.defaultdict", 6, HY_NEWEST_MINOR, HY_PAYLOAD_DEFAULTDICT, FALSE },
  { "collections.deque", 6, HY_NEWEST_MINOR, HY_PAYLOAD_DEQUE, FALSE },
  { "array.array", 6, HY_NEWEST_MINOR, HY_PAYLOAD_ARRAY, FALSE },
  { "functools.partial", 6, HY_NEWEST_MINOR, HY_PAYLOAD_PARTIAL, FALSE },
  { "types.SimpleNamespace", 6, HY_NEWEST_MINOR, HY_PAYLOAD_NAMESPACE, FALSE },
};

const gsize hy_payload_table_length = G_N_ELEMENTS (hy_payload_table);
