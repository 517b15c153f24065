/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-rule.h"

#include "hy-abi.h"

/* Sources: the tag at which the function was read, of the version with which the rule began. */
const HyRuleRow hy_rule_table[] = {
  [HY_RULE_ASYNC_IS_KEYWORD] = { 7, HY_NEWEST_MINOR, "v3.7.16 Lib/keyword.py kwlist" },
  [HY_RULE_LIST_FROM_HASHED_RESIZED] = { 13, HY_NEWEST_MINOR, "v3.13.0 Objects/listobject.c list_extend_set" },
  [HY_RULE_LIST_KEEPS_HINTED_ITEMS] = { 14, HY_NEWEST_MINOR, "v3.14.0 Objects/listobject.c list_extend_lock_held" },
  [HY_RULE_LIST_OF_GENERATOR_INLINE] = { 15, HY_NEWEST_MINOR, "v3.15.0 Python/codegen.c maybe_optimize_function_call" },
  [HY_RULE_FOLDS_LONG_CONSTANTS] = { 7, HY_NEWEST_MINOR, "v3.7.16 Python/ast_opt.c safe_multiply" },
  [HY_RULE_ALIASES_HAVE_MRO_ENTRIES] = { 7, HY_NEWEST_MINOR, "v3.7.16 Lib/typing.py _GenericAlias.__mro_entries__" },
  [HY_RULE_CLASSES_HAVE_ITEMS] = { 9, HY_NEWEST_MINOR, "v3.9.18 Objects/genericaliasobject.c Py_GenericAlias" },
  [HY_RULE_PROPERTY_KEEPS_DOC] = { 12, HY_NEWEST_MINOR, "v3.12.1 Objects/descrobject.c property_init_impl" },
  [HY_RULE_COMPACT_INT_OPERATORS] = { 11, HY_NEWEST_MINOR, "v3.11.7 Objects/longobject.c long_and" },
  [HY_RULE_FRAMES_ARE_CACHED] = { 6, 10, "v3.10.13 Objects/frameobject.c frame_dealloc" },
  [HY_RULE_HAS_TOMLLIB] = { 11, HY_NEWEST_MINOR, "v3.11.7 Lib/tomllib/_parser.py load" },
  [HY_RULE_ENUM_LAST_BASE_FIRST] = { 7, 7, "v3.7.16 Lib/enum.py EnumMeta._get_mixins_" },
  [HY_RULE_ENUM_ONE_DATA_TYPE] = { 8, HY_NEWEST_MINOR, "v3.8.18 Lib/enum.py EnumMeta._find_data_type" },
  [HY_RULE_ENUM_KEYWORDS] = { 9, HY_NEWEST_MINOR, "v3.9.18 Lib/enum.py EnumMeta.__prepare__" },
  [HY_RULE_ENUM_PRIVATE_NAMES] = { 11, HY_NEWEST_MINOR, "v3.11.7 Lib/enum.py _is_private" },
  [HY_RULE_ENUM_OWN_REPR] = { 13, HY_NEWEST_MINOR, "v3.13.0 Lib/enum.py EnumDict.__setitem__" },
  [HY_RULE_PROTOCOL_BASES_FIRST] = { 12, HY_NEWEST_MINOR, "v3.12.1 Lib/typing.py _ProtocolMeta.__new__" },
  [HY_RULE_GENERIC_META] = { 6, 6, "v3.6.15 Lib/typing.py GenericMeta.__new__" },
  [HY_RULE_NAMEDTUPLE_REFUSES_BASES] = { 9, HY_NEWEST_MINOR, "v3.9.18 Lib/typing.py _namedtuple_mro_entries" },
  [HY_RULE_NAMEDTUPLE_GENERIC] = { 11, HY_NEWEST_MINOR, "v3.11.7 Lib/typing.py NamedTupleMeta.__new__" },
  [HY_RULE_NAMEDTUPLE_REFUSES_CELL] = { 14, HY_NEWEST_MINOR, "v3.14.0 Lib/typing.py NamedTupleMeta.__new__" },
  [HY_RULE_CLASS_CELL_MUST_BE_SET] = { 8, HY_NEWEST_MINOR, "v3.8.18 Python/bltinmodule.c builtin___build_class__" },
  [HY_RULE_TYPED_DICT_REFUSES_BASES] = { 9, HY_NEWEST_MINOR, "v3.9.18 Lib/typing.py _TypedDictMeta.__new__" },
  [HY_RULE_TYPED_DICT_GENERIC] = { 11, HY_NEWEST_MINOR, "v3.11.7 Lib/typing.py _TypedDictMeta.__new__" },
  [HY_RULE_DATACLASS_FIELDLESS_BASES] = { 8, HY_NEWEST_MINOR, "v3.8.18 Lib/dataclasses.py _process_class" },
  [HY_RULE_DATACLASS_ALL_FROZEN] = { 13, HY_NEWEST_MINOR, "v3.13.0 Lib/dataclasses.py _process_class" },
  [HY_RULE_DATACLASS_ANY_SIGNATURE] = { 11, HY_NEWEST_MINOR, "v3.11.7 Lib/dataclasses.py _process_class" },
  [HY_RULE_DATACLASS_UNHASHABLE] = { 11, HY_NEWEST_MINOR, "v3.11.7 Lib/dataclasses.py _get_field" },
  [HY_RULE_DATACLASS_INHERITED_SLOTS] = { 11, HY_NEWEST_MINOR, "v3.11.7 Lib/dataclasses.py _get_slots" },
  [HY_RULE_DATACLASS_SLOTS_FIX_CELLS] = { 14, HY_NEWEST_MINOR,
                                          "v3.14.0 Lib/dataclasses.py _update_func_cell_for__class__" },
  [HY_RULE_DATACLASS_IMPLICIT_WEAKREF] = { 13, HY_NEWEST_MINOR, "v3.13.0 Lib/dataclasses.py _get_slots" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (hy_rule_table) == HY_RULE_LAST);
