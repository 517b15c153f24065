# SPDX-License-Identifier: GPL-3.0-or-later
"""What Python classes of the library do to an instance, those of hy_library_threads.py apart: the table that
hy_library_bodies.py reads, which says how."""

TYPES = {
    # Lib/argparse.py; what a parser sets since 3.14 depends on the release
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
    'argparse.ArgumentParser': '''
def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(),  #: -13
             formatter_class=argparse.HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None,  #: -13
             argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True):  #: -8
             argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True,  #: 9-13
             exit_on_error=True):  #: 9-13
    if is_followed(self, 'argparse.ArgumentParser'):  #: -13
        undecided('which `__init__` that of argparse goes on to is not followed')  #: -13
    self.description = description  #: -13
    self.argument_default = argument_default  #: -13
    self.prefix_chars = prefix_chars  #: -13
    self.conflict_handler = conflict_handler  #: -13
    self._registries = new_registries()  #: -13
    for name in (None, 'store', 'store_const', 'store_true', 'store_false', 'append', 'count', 'help', 'version'):  #: -13
        self.register('action', name, new_registries)  #: -13
    self._actions = []  #: -13
    self._option_string_actions = {}  #: -13
    self._action_groups = []  #: -13
    self._mutually_exclusive_groups = []  #: -13
    self._defaults = {}  #: -13
    self._negative_number_matcher = new_registries()  #: -13
    self._has_negative_number_optionals = []  #: -13
    self.prog = os.path.basename(sys.argv[0]) if prog is None else prog  #: -13
    self.usage = usage  #: -13
    self.epilog = epilog  #: -13
    self.formatter_class = formatter_class  #: -13
    self.fromfile_prefix_chars = fromfile_prefix_chars  #: -13
    self.add_help = add_help  #: -13
    self.allow_abbrev = allow_abbrev  #: -13
    self.exit_on_error = exit_on_error  #: 9-13
    self._positionals = self.add_argument_group('positional arguments')  #: -13
    self._optionals = self.add_argument_group('options')  #: -13
    self._subparsers = None  #: -13
    self.register('type', None, new_registries)  #: -13
    if add_help:  #: -13
        self.add_argument('-h', '--help', action='help', default='==SUPPRESS==', help='')  #: -13
    if parents:  #: -13
        undecided('what parsers that are parents do is not followed')  #: -13
def add_argument(self, *args, **kwargs):  #: -13
    return argparse.Action(self, args, kwargs)  #: -13
def add_argument_group(self, *args, **kwargs):  #: -13
    return argparse._ArgumentGroup(args, kwargs)  #: -13
def register(self, registry_name, value, object):  #: -13
    changed(self._registries)  #: -13
''',
    # Lib/calendar.py
    'calendar.Calendar': '''
def __init__(self, firstweekday=0):
    self.firstweekday = firstweekday
@property
def firstweekday(self):
    return self._firstweekday % 7
@firstweekday.setter
def firstweekday(self, firstweekday):
    self._firstweekday = firstweekday
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
    'logging.FileHandler': '''
def __init__(self, filename, mode='a', encoding=None, delay=False):  #: -8
def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):  #: 9-
    if filename is None:
        raise TypeError('expected str, bytes or os.PathLike object, not NoneType')
    self.baseFilename = os.path.abspath(filename)
    self.mode = mode
    self.encoding = encoding
    self.errors = errors  #: 9-
    self.delay = delay
    self._builtin_open = open  #: 10-
    if delay:
        logging.Handler.__init__(self)
        self.stream = None
    else:
        logging.StreamHandler.__init__(self, self._open())
def _open(self):
    return open(self.baseFilename, self.mode)
''',
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
