# SPDX-License-Identifier: GPL-3.0-or-later
"""What Python classes of the library do to an instance: the table that hy_library_bodies.py reads, which says how."""

TYPES = {
    # Lib/argparse.py
    'argparse.Action': '''
def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False,
             help=None, metavar=None):  #: -12
             help=None, metavar=None, deprecated=False):  #: 13-
    self.option_strings = option_strings
    self.dest = dest
    self.nargs = nargs
    self.const = const
    self.default = default
    self.type = type
    self.choices = choices
    self.required = required
    self.help = help
    self.metavar = metavar
    self.deprecated = deprecated  #: 13-
''',
    # Lib/asyncio/locks.py, Lib/asyncio/queues.py
    'asyncio.Event': '''
def __init__(self, *, loop=None):  #: -9
    self._waiters = collections.deque()  #: -9
    self._value = False  #: -9
    self._loop = asyncio.get_event_loop() if loop is None else loop  #: -9
def __init__(self):  #: 11-
    self._waiters = collections.deque()  #: 11-
    self._value = False  #: 11-
''',
    'asyncio.Lock': '''
def __init__(self, *, loop=None):  #: -9
    self._waiters = collections.deque()  #: -7
    self._waiters = None  #: 8-9
    self._locked = False  #: -9
    self._loop = asyncio.get_event_loop() if loop is None else loop  #: -9
def __init__(self):  #: 11-
    self._waiters = None  #: 11-
    self._locked = False  #: 11-
''',
    'asyncio.Queue': '''
def __init__(self, maxsize=0, *, loop=None):  #: -9
    self._loop = asyncio.get_event_loop() if loop is None else loop  #: -9
    self._maxsize = maxsize  #: -9
    self._getters = collections.deque()  #: -9
    self._putters = collections.deque()  #: -9
    self._unfinished_tasks = 0  #: -9
    self._finished = asyncio.Event()  #: -9
    self._init(maxsize)  #: -9
def __init__(self, maxsize=0):  #: 11-
    self._maxsize = maxsize  #: 11-
    self._getters = collections.deque()  #: 11-
    self._putters = collections.deque()  #: 11-
    self._unfinished_tasks = 0  #: 11-
    self._finished = asyncio.Event()  #: 11-
    self._init(maxsize)  #: 11-
    self._is_shutdown = False  #: 13-
def _init(self, maxsize):
    self._queue = collections.deque()
''',
    'asyncio.LifoQueue': '''
def _init(self, maxsize):
    self._queue = []
''',
    'asyncio.PriorityQueue': '''
def _init(self, maxsize):
    self._queue = []
''',
    # Lib/cmd.py
    'cmd.Cmd': '''
def __init__(self, completekey='tab', stdin=None, stdout=None):
    self.stdin = sys.stdin if stdin is None else stdin
    self.stdout = sys.stdout if stdout is None else stdout
    self.cmdqueue = []
    self.completekey = completekey
''',
    # Lib/code.py
    'code.InteractiveInterpreter': '''
def __init__(self, locals=None):
    self.locals = {'__name__': '__console__', '__doc__': None} if locals is None else locals
    self.compile = codeop.CommandCompiler()
''',
    # Lib/concurrent/futures/_base.py
    'concurrent.futures.Future': '''
def __init__(self):
    self._condition = threading.Condition()
    self._state = 'PENDING'
    self._result = None
    self._exception = None
    self._waiters = []
    self._done_callbacks = []
''',
    # Lib/email/message.py
    'email.message.Message': '''
def __init__(self, policy=email.policy.compat32):
    self.policy = policy
    self._headers = []
    self._unixfrom = None
    self._payload = None
    self._charset = None
    self.preamble = self.epilogue = None
    self.defects = []
    self._default_type = 'text/plain'
''',
    'email.message.MIMEPart': '''
def __init__(self, policy=None):
    email.message.Message.__init__(self, email.policy.default if policy is None else policy)
''',
    # Lib/gettext.py
    'gettext.NullTranslations': '''
def __init__(self, fp=None):
    self._info = {}
    self._charset = None
    self._output_charset = None  #: -10
    self._fallback = None
    if fp is not None:
        self._parse(fp)
''',
    # Lib/html/parser.py, Lib/_markupbase.py; what 3.9 to 3.14 set depends on the release
    'html.parser.HTMLParser': '''
def __init__(self, *, convert_charrefs=True):  #: -8
    self.convert_charrefs = convert_charrefs  #: -8
    self.reset()  #: -8
def reset(self):  #: -8
    self.rawdata = ''  #: -8
    self.lasttag = '???'  #: -8
    self.interesting = html.parser.interesting_normal  #: -8
    self.cdata_elem = None  #: -8
    self.lineno = 1  #: -8
    self.offset = 0  #: -8
''',
    # Lib/http/cookiejar.py
    'http.cookiejar.CookieJar': '''
def __init__(self, policy=None):
    self._policy = http.cookiejar.DefaultCookiePolicy() if policy is None else policy
    self._cookies_lock = threading.RLock()
    self._cookies = {}
''',
    # Lib/json/decoder.py, Lib/json/encoder.py
    'json.JSONDecoder': '''
def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
             object_pairs_hook=None):  #: -14
             object_pairs_hook=None, array_hook=None):  #: 15-
    self.object_hook = object_hook
    self.parse_float = parse_float or float
    self.parse_int = parse_int or int
    self.parse_constant = parse_constant or bound_method()
    self.strict = strict
    self.object_pairs_hook = object_pairs_hook
    self.array_hook = array_hook  #: 15-
    self.parse_object = json.decoder.JSONObject
    self.parse_array = json.decoder.JSONArray
    self.parse_string = json.decoder.scanstring
    self.memo = {}
    self.scan_once = json.scanner.make_scanner(self)
''',
    'json.JSONEncoder': '''
def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
             indent=None, separators=None, default=None):
    self.skipkeys = skipkeys
    self.ensure_ascii = ensure_ascii
    self.check_circular = check_circular
    self.allow_nan = allow_nan
    self.sort_keys = sort_keys
    self.indent = indent
    if separators is not None:
        self.item_separator, self.key_separator = separators
    elif indent is not None:
        self.item_separator = ','
    if default is not None:
        self.default = default
''',
    # Lib/logging/__init__.py
    'logging.Filterer': '''
def __init__(self):
    self.filters = []
def addFilter(self, filter):
    self.filters.append(filter)
''',
    'logging.Formatter': '''
def __init__(self, fmt=None, datefmt=None, style='%'):  #: -7
def __init__(self, fmt=None, datefmt=None, style='%', validate=True):  #: 8-9
def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):  #: 10-
    self._style = style_of(style, fmt)
    if fmt is not None and validate and style == '%' and '%(' not in fmt:  #: 8-
        raise ValueError("Invalid format '%s' for '%s' style" % (fmt, style))  #: 8-
    self._fmt = fmt or format_of(self._style)
    self.datefmt = datefmt
''',
    'logging.Handler': '''
def __init__(self, level=0):
    logging.Filterer.__init__(self)
    self._name = None
    self.level = level_of(level)
    self.formatter = None
    self._closed = False  #: 10-
    kept_weakly(self, 'logging keeps a weak reference to each handler in a list')
    self.createLock()
def createLock(self):
    self.lock = threading.RLock()
    kept_weakly(self, 'logging keeps a weak reference to each handler in a set')  #: 7-
def setFormatter(self, fmt):
    self.formatter = fmt
def setLevel(self, level):
    self.level = level_of(level)
''',
    'logging.NullHandler': '''
def createLock(self):
    self.lock = None
''',
    'logging.StreamHandler': '''
def __init__(self, stream=None):
    logging.Handler.__init__(self)
    self.stream = sys.stderr if stream is None else stream
''',
    'logging.Logger': '''
def __init__(self, name, level=0):
    logging.Filterer.__init__(self)
    self.name = name
    self.level = level_of(level)
    self.parent = None
    self.propagate = True
    self.handlers = []
    self.disabled = False
    self._cache = {}  #: 7-
def addHandler(self, hdlr):
    self.handlers.append(hdlr)
def setLevel(self, level):
    self.level = level_of(level)
''',
    'logging.LoggerAdapter': '''
def __init__(self, logger, extra):  #: -9
def __init__(self, logger, extra=None):  #: 10-12
def __init__(self, logger, extra=None, merge_extra=False):  #: 13-
    self.logger = logger
    self.extra = extra
    self.merge_extra = merge_extra  #: 13-
''',
    # Lib/logging/handlers.py
    'logging.handlers.BufferingHandler': '''
def __init__(self, capacity):
    logging.Handler.__init__(self)
    self.capacity = capacity
    self.buffer = []
''',
    'logging.handlers.MemoryHandler': '''
def __init__(self, capacity, flushLevel=40, target=None, flushOnClose=True):
    logging.handlers.BufferingHandler.__init__(self, capacity)
    self.flushLevel = flushLevel
    self.target = target
    self.flushOnClose = flushOnClose
''',
    'logging.handlers.QueueHandler': '''
def __init__(self, queue):
    logging.Handler.__init__(self)
    self.queue = queue
    self.listener = None  #: 12-
''',
    # Lib/multiprocessing/process.py
    'multiprocessing.process.BaseProcess': '''
def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):  #: -13
def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):  #: 14-
    assert group is None, 'group argument must be None for now'
    self._identity = new_identity()
    self._config = new_config()
    self._parent_pid = os.getpid()
    self._parent_name = current_name()  #: 8-
    self._popen = None
    self._closed = False  #: 7-
    self._target = target
    self._args = tuple(args)
    self._kwargs = dict(kwargs)  #: -13
    self._kwargs = dict(kwargs) if kwargs else {}  #: 14-
    self._name = name or new_name()
    if daemon is not None:
        self.daemon = daemon
    kept_weakly(self, 'multiprocessing keeps a weak reference to each process in a set')
@property
def daemon(self):
    return self._config.get('daemon', False)
@daemon.setter
def daemon(self, daemonic):
    if not hasattr(self, '_config'):
        undecided('what setting `daemon` before `__init__` does is not known')
    changed(self._config)
@property
def name(self):
    return self._name
@name.setter
def name(self, name):
    assert isinstance(name, str), 'name must be a string'
    self._name = name
''',
    # Lib/queue.py
    'queue.Queue': '''
def __init__(self, maxsize=0):
    self.maxsize = maxsize
    self._init(maxsize)
    self.mutex = threading.Lock()
    self.not_empty = threading.Condition(self.mutex)
    self.not_full = threading.Condition(self.mutex)
    self.all_tasks_done = threading.Condition(self.mutex)
    self.unfinished_tasks = 0
    self.is_shutdown = False  #: 13-
def _init(self, maxsize):
    self.queue = collections.deque()
''',
    'queue.LifoQueue': '''
def _init(self, maxsize):
    self.queue = []
''',
    'queue.PriorityQueue': '''
def _init(self, maxsize):
    self.queue = []
''',
    # Lib/textwrap.py
    'textwrap.TextWrapper': '''
def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
             fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
             max_lines=None, placeholder=' [...]'):
    self.width = width
    self.initial_indent = initial_indent
    self.subsequent_indent = subsequent_indent
    self.expand_tabs = expand_tabs
    self.replace_whitespace = replace_whitespace
    self.fix_sentence_endings = fix_sentence_endings
    self.break_long_words = break_long_words
    self.drop_whitespace = drop_whitespace
    self.break_on_hyphens = break_on_hyphens
    self.tabsize = tabsize
    self.max_lines = max_lines
    self.placeholder = placeholder
''',
    # Lib/threading.py
    'threading.Thread': '''
_initialized = False
def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):  #: -13
def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):  #: 14-
    assert group is None, 'group argument must be None for now'
    self._target = target
    self._name = str(name) if name else threading._newname()
    self._args = args
    self._kwargs = {} if kwargs is None else kwargs
    self._daemonic = threading.current_thread().daemon if daemon is None else daemon
    self._context = context  #: 14-
    self._ident = None
    self._native_id = None  #: 8-
    self._tstate_lock = None  #: -12
    self._handle = threading._ThreadHandle()  #: 13-13
    self._os_thread_handle = threading._ThreadHandle()  #: 14-
    self._started = threading.Event()
    self._is_stopped = False  #: -12
    self._initialized = True
    self._stderr = sys.stderr
    self._invoke_excepthook = threading._make_invoke_excepthook()  #: 8-
    kept_weakly(self, 'threading keeps a weak reference to each thread in a set')
@property
def daemon(self):
    return self._daemonic
@daemon.setter
def daemon(self, daemonic):
    if not self._initialized:
        raise RuntimeError('Thread.__init__() not called')
    self._daemonic = daemonic
@property
def name(self):
    assert self._initialized, 'Thread.__init__() not called'
    return self._name
@name.setter
def name(self, name):
    assert self._initialized, 'Thread.__init__() not called'
    self._name = str(name)
def setDaemon(self, daemonic):
    self.daemon = daemonic
def setName(self, name):
    self.name = name
''',
    'threading.Timer': '''
def __init__(self, interval, function, args=None, kwargs=None):
    threading.Thread.__init__(self)
    self.interval = interval
    self.function = function
    self.args = [] if args is None else args
    self.kwargs = {} if kwargs is None else kwargs
    self.finished = threading.Event()
''',
    'threading.Barrier': '''
def __init__(self, parties, action=None, timeout=None):
    if parties < 1:  #: 13-
        raise ValueError('parties must be > 0')  #: 13-13
        raise ValueError('parties must be >= 1')  #: 14-
    self._cond = threading.Condition(threading.Lock())
    self._action = action
    self._timeout = timeout
    self._parties = parties
    self._state = 0
    self._count = 0
''',
    'threading.Event': '''
def __init__(self):
    self._cond = threading.Condition(threading.Lock())
    self._flag = False
''',
    'threading.Semaphore': '''
def __init__(self, value=1):
    if value < 0:
        raise ValueError('semaphore initial value must be >= 0')
    self._cond = threading.Condition(threading.Lock())
    self._value = value
''',
    'threading.BoundedSemaphore': '''
def __init__(self, value=1):
    threading.Semaphore.__init__(self, value)
    self._initial_value = value
''',
    # Lib/unittest/case.py, Lib/unittest/result.py
    'unittest.TestCase': '''
def __init__(self, methodName='runTest'):
    self._testMethodName = methodName
    self._outcome = None
    self._testMethodDoc = 'No test'
    if methodName != 'runTest' and not hasattr(type(self), methodName):
        undecided('whether the class has that test method is not known')
    self._cleanups = []
    self._subtest = None
    self._type_equality_funcs = {}
    self.addTypeEqualityFunc(dict, 'assertDictEqual')
    self.addTypeEqualityFunc(list, 'assertListEqual')
    self.addTypeEqualityFunc(tuple, 'assertTupleEqual')
    self.addTypeEqualityFunc(set, 'assertSetEqual')
    self.addTypeEqualityFunc(frozenset, 'assertSetEqual')
    self.addTypeEqualityFunc(str, 'assertMultiLineEqual')
def addTypeEqualityFunc(self, typeobj, function):
    self._type_equality_funcs[typeobj] = function
def __eq__(self, other):
    return self._testMethodName == other._testMethodName if type(self) is type(other) else NotImplemented
def __hash__(self):
    return hash((type(self), self._testMethodName))
''',
    'unittest.TestResult': '''
def __init__(self, stream=None, descriptions=None, verbosity=None):
    self.failfast = False
    self.failures = []
    self.errors = []
    self.testsRun = 0
    self.skipped = []
    self.expectedFailures = []
    self.unexpectedSuccesses = []
    self.collectedDurations = []  #: 12-
    self.shouldStop = False
    self.buffer = False
    self.tb_locals = False
    self._stdout_buffer = None
    self._stderr_buffer = None
    self._original_stdout = sys.stdout
    self._original_stderr = sys.stderr
    self._mirrorOutput = False
''',
    # Lib/urllib/request.py
    'urllib.request.AbstractHTTPHandler': '''
def __init__(self, debuglevel=0):  #: -11
def __init__(self, debuglevel=None):  #: 12-
    self._debuglevel = debuglevel
''',
    'urllib.request.HTTPPasswordMgr': '''
def __init__(self):
    self.passwd = {}
''',
    # Lib/xmlrpc/client.py
    'xmlrpc.client.Transport': '''
def __init__(self, use_datetime=False, use_builtin_types=False):  #: -7
def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=()):  #: 8-
    self._use_datetime = use_datetime
    self._use_builtin_types = use_builtin_types
    self._connection = (None, None)
    self._headers = list(headers)  #: 8-
    self._extra_headers = []
''',
}
