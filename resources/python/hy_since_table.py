# SPDX-License-Identifier: GPL-3.0-or-later
"""Since which 3.x the library has a module or a public name, where that is later than 3.6.

Source: dir() and __all__ of CPython 3.6.15 to 3.15.2, each run by itself."""

MODULES = {
    'annotationlib': 14,
    'compression.zstd': 14,
    'concurrent.interpreters': 14,
    'contextvars': 7,
    'dataclasses': 7,
    'graphlib': 9,
    'importlib.metadata': 8,
    'importlib.resources': 7,
    'multiprocessing.shared_memory': 8,
    'pathlib.types': 14,
    'string.templatelib': 14,
    'tomllib': 11,
    'zoneinfo': 9,
}
NAMES = {
    'abc': {
        10: 'update_abstractmethods',
    },
    'asyncio': {
        7: 'BufferedProtocol SendfileNotAvailableError all_tasks create_task current_task'
            ' get_running_loop run',
        8: 'MultiLoopChildWatcher ThreadedChildWatcher',
        9: 'PidfdChildWatcher Server to_thread',
        11: 'Barrier BrokenBarrierError Runner TaskGroup Timeout timeout timeout_at',
        12: 'create_eager_task_factory eager_task_factory',
        13: 'EventLoop QueueShutDown',
        14: 'FrameCallGraphEntry FutureCallGraph capture_call_graph format_call_graph'
            ' future_add_to_awaited_by future_discard_from_awaited_by print_call_graph',
    },
    'base64': {
        10: 'b32hexdecode b32hexencode',
        13: 'z85decode z85encode',
    },
    'builtins': {
        7: 'breakpoint',
        10: 'EncodingWarning aiter anext',
        11: 'BaseExceptionGroup ExceptionGroup',
        13: 'PythonFinalizationError',
        15: 'ImportCycleError frozendict sentinel',
    },
    'collections.abc': {
        12: 'Buffer',
    },
    'concurrent.futures': {
        7: 'BrokenExecutor',
        13: 'InvalidStateError',
        14: 'InterpreterPoolExecutor',
    },
    'contextlib': {
        7: 'AbstractAsyncContextManager AsyncExitStack asynccontextmanager nullcontext',
        10: 'aclosing',
        11: 'chdir',
    },
    'copy': {
        13: 'replace',
    },
    'ctypes': {
        11: 'BigEndianUnion LittleEndianUnion',
        12: 'SIZEOF_TIME_T c_time_t',
        14: 'CField c_double_complex c_float_complex c_longdouble_complex memoryview_at',
    },
    'dataclasses': {
        10: 'KW_ONLY',
    },
    'datetime': {
        11: 'UTC',
    },
    'decimal': {
        7: 'HAVE_CONTEXTVAR',
        14: 'IEEEContext IEEE_CONTEXT_MAX_BITS',
        15: 'SPEC_VERSION',
    },
    'enum': {
        11: 'CONFORM CONTINUOUS EJECT EnumCheck EnumType FlagBoundary KEEP NAMED_FLAGS ReprEnum STRICT'
            ' StrEnum UNIQUE bin global_enum global_enum_repr global_flag_repr global_str member nonmember'
            ' pickle_by_enum_name pickle_by_global_name property show_flag_values verify',
        13: 'EnumDict',
    },
    'functools': {
        8: 'cached_property singledispatchmethod',
        9: 'cache',
        14: 'Placeholder',
    },
    'heapq': {
        14: 'heapify_max heappop_max heappush_max heappushpop_max heapreplace_max',
    },
    'inspect': {
        9: 'ClassFoundException',
        10: 'get_annotations',
        11: 'getmembers_static ismethodwrapper',
        12: 'AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED BufferFlags getasyncgenlocals'
            ' getasyncgenstate markcoroutinefunction',
        14: 'CO_HAS_DOCSTRING CO_METHOD ispackage',
    },
    'io': {
        8: 'open_code',
        10: 'text_encoding',
        14: 'Reader Writer',
    },
    'itertools': {
        10: 'pairwise',
        12: 'batched',
    },
    'logging': {
        11: 'getLevelNamesMapping',
        12: 'getHandlerByName getHandlerNames',
    },
    'math': {
        7: 'remainder',
        8: 'comb dist isqrt perm prod',
        9: 'lcm nextafter ulp',
        11: 'cbrt exp2',
        12: 'sumprod',
        13: 'fma',
        15: 'fmax fmin integer isnormal issubnormal signbit',
    },
    'multiprocessing': {
        8: 'parent_process',
    },
    'operator': {
        11: 'call',
        14: 'is_none is_not_none',
    },
    'pathlib': {
        13: 'UnsupportedOperation',
    },
    'pickle': {
        8: 'BYTEARRAY8 NEXT_BUFFER PickleBuffer READONLY_BUFFER',
    },
    'queue': {
        7: 'SimpleQueue',
        13: 'ShutDown',
    },
    'random': {
        9: 'randbytes',
        12: 'binomialvariate',
    },
    're': {
        7: 'Match Pattern',
        11: 'NOFLAG',
        13: 'PatternError',
        15: 'prefixmatch',
    },
    'statistics': {
        8: 'NormalDist fmean geometric_mean multimode quantiles',
        10: 'correlation covariance linear_regression',
        13: 'kde kde_random',
    },
    'threading': {
        8: 'ExceptHookArgs excepthook get_native_id',
        10: 'getprofile gettrace',
        12: 'setprofile_all_threads settrace_all_threads',
        15: 'concurrent_tee serialize_iterator synchronized_iterator',
    },
    'time': {
        7: 'CLOCK_BOOTTIME clock_gettime_ns clock_settime_ns monotonic_ns perf_counter_ns'
            ' process_time_ns pthread_getcpuclockid thread_time thread_time_ns time_ns',
        9: 'CLOCK_TAI',
    },
    'types': {
        7: 'ClassMethodDescriptorType MethodDescriptorType MethodWrapperType WrapperDescriptorType'
            ' resolve_bases',
        8: 'CellType',
        9: 'GenericAlias',
        10: 'EllipsisType NoneType NotImplementedType UnionType',
        12: 'get_original_bases',
        14: 'CapsuleType',
        15: 'FrameLocalsProxyType LazyImportType',
    },
    'typing': {
        7: 'ForwardRef OrderedDict',
        8: 'Final Literal Protocol SupportsIndex TypedDict final get_args get_origin runtime_checkable',
        9: 'Annotated',
        10: 'Concatenate ParamSpec ParamSpecArgs ParamSpecKwargs TypeAlias TypeGuard is_typeddict',
        11: 'LiteralString Never NotRequired Required Self TypeVarTuple Unpack assert_never assert_type'
            ' clear_overloads dataclass_transform get_overloads reveal_type',
        12: 'TypeAliasType override',
        13: 'NoDefault ReadOnly TypeIs get_protocol_members is_protocol',
        14: 'evaluate_forward_ref',
        15: 'NoExtraItems TypeForm disjoint_base',
    },
    'unittest': {
        8: 'IsolatedAsyncioTestCase addModuleCleanup',
        11: 'doModuleCleanups enterModuleContext',
    },
    'unittest.mock': {
        7: 'seal',
        8: 'AsyncMock',
        13: 'ThreadingMock',
    },
    'uuid': {
        7: 'Enum SafeUUID',
        8: 'platform',
        12: 'main',
        14: 'MAX NIL time uuid6 uuid7 uuid8',
    },
    'warnings': {
        13: 'deprecated',
    },
}


def module_since(dotted):
    """Since which 3.x the library has a module; 0 where all versions do."""
    parts = (dotted or '').split('.')
    return max(MODULES.get('.'.join(parts[:end]), 0) for end in range(1, len(parts) + 1))


def minor_of(module, name):
    """Since which 3.x a module of the library has a name; None where that is not known."""
    return next((minor for minor, names in NAMES.get(module, {}).items() if name in names.split()), None)
