/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-texts.h"

/* Objects/typeobject.c, object_init_subclass (through Python/getargs.c); Lib/dataclasses.py, _init_fn and
 * _process_class; Lib/enum.py, EnumMeta._get_mixins_ and _check_for_existing_members_; Lib/typing.py, NamedTuple and
 * NamedTupleMeta, _GenericAlias.__mro_entries__. */
const HyTextRow hy_texts_table[] = {
  { HY_TEXT_ALIAS_BEFORE_OBJECT, 6, 6, HY_TYPE_METACLASS_CONFLICT },
  { HY_TEXT_ALIAS_BEFORE_OBJECT, 7, 12, "issubclass() arg 1 must be a class" },
  { HY_TEXT_ALIAS_BEFORE_OBJECT, 13, HY_NEWEST_MINOR, HY_TYPE_METACLASS_CONFLICT },
  { HY_TEXT_INIT_SUBCLASS_KEYWORDS, 6, 8, "__init_subclass__() takes no keyword arguments" },
  { HY_TEXT_INIT_SUBCLASS_KEYWORDS, 9, HY_NEWEST_MINOR, "{0}.__init_subclass__() takes no keyword arguments" },
  { HY_TEXT_DATACLASS_ORDER, 7, 12, "non-default argument '{0}' follows default argument" },
  { HY_TEXT_DATACLASS_ORDER, 13, HY_NEWEST_MINOR, "non-default argument '{0}' follows default argument '{1}'" },
  { HY_TEXT_DATACLASS_OVERWRITE, 7, 12,
    "Cannot overwrite attribute {0} in class {1}. Consider using functools.total_ordering" },
  { HY_TEXT_DATACLASS_OVERWRITE, 13, HY_NEWEST_MINOR,
    "Cannot overwrite attribute {0} in class {1} Consider using functools.total_ordering" },
  { HY_TEXT_ENUM_EXTENDS, 6, 7, "Cannot extend enumerations" },
  { HY_TEXT_ENUM_EXTENDS, 8, 10, "{0}: cannot extend enumeration '{1}'" },
  { HY_TEXT_ENUM_EXTENDS, 11, HY_NEWEST_MINOR, "<enum '{0}'> cannot extend <{2} '{1}'>" },
  { HY_TEXT_ENUM_LAST, 6, 6, "new enumerations must be created as `ClassName([mixin_type,] enum_type)`" },
  { HY_TEXT_ENUM_LAST, 7, HY_NEWEST_MINOR,
    "new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`" },
  { HY_TEXT_ENUM_MRO, 6, 10, "Invalid enum member name: mro" },
  { HY_TEXT_ENUM_MRO, 11, HY_NEWEST_MINOR, "invalid enum member name(s) 'mro'" },
  { HY_TEXT_BASES_NOT_TYPES, 6, 14, "bases must be types" },
  { HY_TEXT_BASES_NOT_TYPES, 15, HY_NEWEST_MINOR, "bases must be types; got 'object'" },
  { HY_TEXT_NAMEDTUPLE_BASES, 9, 10, "Multiple inheritance with NamedTuple is not supported" },
  { HY_TEXT_NAMEDTUPLE_BASES, 11, HY_NEWEST_MINOR, "can only inherit from a NamedTuple type and Generic" },
  { HY_TEXT_NAMEDTUPLE_ORDER, 6, 8, "Non-default namedtuple field {0} cannot follow default field(s) {1}" },
  { HY_TEXT_NAMEDTUPLE_ORDER, 9, HY_NEWEST_MINOR,
    "Non-default namedtuple field {0} cannot follow default field{2} {1}" },
};
const gsize hy_texts_table_length = G_N_ELEMENTS (hy_texts_table);

/* Each from calling the type with a name, a tuple and a dict: tp_new of the type, through Python/getargs.c. */
const HyNotAClassRow hy_not_a_class_table[] = {
  { "NoneType", 6, HY_NEWEST_MINOR, "NoneType takes no arguments" },
  { "NotImplementedType", 6, HY_NEWEST_MINOR, "NotImplementedType takes no arguments" },
  { "ellipsis", 6, HY_NEWEST_MINOR, "EllipsisType takes no arguments" },
  { "bool", 6, 6, "bool() takes at most 1 argument (3 given)" },
  { "bool", 7, 7, "bool expected at most 1 arguments, got 3" },
  { "bool", 8, HY_NEWEST_MINOR, "bool expected at most 1 argument, got 3" },
  { "builtin_function_or_method", 6, HY_NEWEST_MINOR, "cannot create 'builtin_function_or_method' instances" },
  { "bytes", 6, 9, "bytes() argument 2 must be str, not tuple" },
  { "bytes", 10, HY_NEWEST_MINOR, "bytes() argument 'encoding' must be str, not tuple" },
  { "complex", 6, HY_NEWEST_MINOR, "complex() takes at most 2 arguments (3 given)" },
  { "dict", 6, 7, "dict expected at most 1 arguments, got 3" },
  { "dict", 8, HY_NEWEST_MINOR, "dict expected at most 1 argument, got 3" },
  { "float", 6, 6, "float() takes at most 1 argument (3 given)" },
  { "float", 7, 7, "float expected at most 1 arguments, got 3" },
  { "float", 8, HY_NEWEST_MINOR, "float expected at most 1 argument, got 3" },
  { "function", 6, 7, "function() argument 1 must be code, not str" },
  { "function", 8, HY_NEWEST_MINOR, "function() argument 'code' must be code, not str" },
  { "int", 6, 12, "int() takes at most 2 arguments (3 given)" },
  { "int", 13, HY_NEWEST_MINOR, "int expected at most 2 arguments, got 3" },
  { "list", 6, 6, "list() takes at most 1 argument (3 given)" },
  { "list", 7, 7, "list expected at most 1 arguments, got 3" },
  { "list", 8, HY_NEWEST_MINOR, "list expected at most 1 argument, got 3" },
  { "module", 6, 6, "module.__init__() takes at most 2 arguments (3 given)" },
  { "module", 7, HY_NEWEST_MINOR, "module() takes at most 2 arguments (3 given)" },
  { "object", 6, 6, "object() takes no parameters" },
  { "object", 7, HY_NEWEST_MINOR, "object() takes no arguments" },
  { "range", 6, HY_NEWEST_MINOR, "'str' object cannot be interpreted as an integer" },
  { "set", 6, 7, "set expected at most 1 arguments, got 3" },
  { "set", 8, HY_NEWEST_MINOR, "set expected at most 1 argument, got 3" },
  { "str", 6, 9, "str() argument 2 must be str, not tuple" },
  { "str", 10, HY_NEWEST_MINOR, "str() argument 'encoding' must be str, not tuple" },
  { "tuple", 6, 6, "tuple() takes at most 1 argument (3 given)" },
  { "tuple", 7, 7, "tuple expected at most 1 arguments, got 3" },
  { "tuple", 8, HY_NEWEST_MINOR, "tuple expected at most 1 argument, got 3" },
};
const gsize hy_not_a_class_table_length = G_N_ELEMENTS (hy_not_a_class_table);
