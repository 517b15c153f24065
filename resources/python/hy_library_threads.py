# SPDX-License-Identifier: GPL-3.0-or-later
"""What the library's classes of threads, processes, tasks and queues do to an instance: a table as that of
hy_library_types.py."""

TYPES = {
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
}
