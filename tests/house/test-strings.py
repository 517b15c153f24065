# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string on screen is offered to translators, and each language says them all."""

import re
import shutil
import subprocess

import house

MARKED = re.compile(r'(?<![\w"])(?:_|N_|C_|NC_|ngettext|g_dngettext)\s*\(\s*(?:GETTEXT_PACKAGE,\s*)?"')
MARKED_XML = re.compile(r'translatable="(?:yes|true)"|<(?:name|summary|caption|p|li|description)>')


def po_folder():
    return house.ROOT / 'po'


def listed():
    text = (po_folder() / 'POTFILES').read_text(encoding='utf-8')
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith('#')]


def check_complete():
    """Files with marked strings that POTFILES lacks."""
    known = set(listed())
    for path in house.files('src/**/*.c', 'ui/*.ui', 'resources/**/*.ui', 'data/*.in'):
        text = path.read_text(encoding='utf-8')
        marked = path.suffix == '.in' or (MARKED_XML if path.suffix == '.ui' else MARKED).search(text)
        if marked and house.name(path) not in known:
            yield f'{house.name(path)} is missing from po/POTFILES'


def check_there():
    for entry in listed():
        if not (house.ROOT / entry).is_file():
            yield f'po/POTFILES names {entry}, which is not there'


def check_sorted():
    if listed() != sorted(listed()):
        yield 'po/POTFILES is not sorted'


def messages():
    """msgids that the sources hold now, as xgettext sees them."""
    command = ['xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
               '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3', '--output=-', '--files-from=po/POTFILES']
    pot = subprocess.run(command, cwd=house.ROOT, capture_output=True, text=True, check=True)
    return pot.stdout


def check_whole():
    """Strings that end where a macro such as G_GUINT64_FORMAT was pasted in: translators would see half of them."""
    for path in listed():
        if path.endswith('.c'):
            for number, line in house.lines(house.ROOT / path):
                if re.search(r'(?<!\w)N?_ \("[^"]*" G_', line):
                    yield f'{path}:{number}: {line.strip()}'


def check_language(language):
    """Whatever msgattrib finds untranslated or fuzzy after merging today's strings."""
    po = po_folder() / f'{language}.po'
    if not po.is_file():
        yield f'po/{language}.po is not there'
        return
    merged = subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file=-', str(po), '-'], input=messages(),
                            cwd=house.ROOT, capture_output=True, text=True, check=True).stdout
    for kind in ('--untranslated', '--only-fuzzy'):
        left = subprocess.run(['msgattrib', kind, '--no-obsolete', '--no-wrap', '-'], input=merged, capture_output=True,
                              text=True, check=True).stdout
        for line in left.splitlines():
            if line.startswith('msgid "') and line != 'msgid ""':
                yield f'po/{language}.po, {kind[2:]}: {line[6:]}'
    checked = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', str(po)], capture_output=True, text=True)
    if checked.returncode:
        yield f'po/{language}.po: {checked.stderr.strip()}'


def languages():
    return (po_folder() / 'LINGUAS').read_text(encoding='utf-8').split()


if shutil.which('xgettext') is None:
    print('1..0 # SKIP no gettext tools')
else:
    house.report([
        ('every file with strings is in POTFILES', check_complete),
        ('every file in POTFILES is there', check_there),
        ('POTFILES is sorted', check_sorted),
        ('strings are whole', check_whole),
    ] + [(f'{language} is complete', lambda language=language: check_language(language)) for language in languages()])
