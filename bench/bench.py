# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast Heapyard is on this machine, now: a table, and bench.json beside the programs.

usage: bench.py BUILD-FOLDER
Start-up and memory are compared with an empty libadwaita window built beside it, the two taking turns.
"""

import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

STARTS = 7  # of each program, in turns
EXPORTS = 5
MEASUREMENTS = 3
WORKLOAD = 100_000  # the lesson's orders
START_RATIO = 1.25
MEMORY_MIB = 120
EXPORT_MS = 400


def row(name, value, unit, goal=None):
    return {'name': name, 'value': float(f'{value:.4g}'), 'unit': unit, 'goal': goal}


# The program takes the cairo renderer without OpenGL where there is no GPU; so does all that it is compared with.
WITHOUT_GPU = {'GSK_RENDERER': 'cairo', 'GDK_DEBUG': 'gl-disable'}


def program_rows(program):
    """What a program of ours measured itself: a JSON object a line."""
    if not program.is_file():
        return
    done = subprocess.run([program], stdout=subprocess.PIPE, text=True, check=True, env=dict(os.environ, **WITHOUT_GPU))
    for line in done.stdout.splitlines():
        if line.startswith('{'):
            yield json.loads(line)


def start(build, *command):
    """(milliseconds to the first frame, resident KiB)"""
    done = subprocess.run([build / 'bench/bench-first-frame', *command], capture_output=True, text=True, check=True,
                          env=dict(os.environ, **WITHOUT_GPU))
    milliseconds, kilobytes = done.stdout.split()
    return float(milliseconds), int(kilobytes)


def window_rows(build, measured):
    """Start-up and memory against the empty window."""
    app, empty = build / 'src/app/heapyard', build / 'bench/bench-empty-window'
    if not app.is_file():
        return
    runs = {'ours': [], 'empty': []}
    for _ in range(STARTS):
        runs['empty'].append(start(build, empty))
        runs['ours'].append(start(build, app))
    first = {name: statistics.median(run[0] for run in taken) for name, taken in runs.items()}
    memory = {name: statistics.median(run[1] for run in taken) / 1024 for name, taken in runs.items()}
    yield row('exec to first frame, empty window', first['empty'], 'ms')
    yield row('exec to first frame', first['ours'], 'ms')
    yield row('… as a multiple of the empty window', first['ours'] / first['empty'], '×', START_RATIO)
    yield row('resident, empty window', memory['empty'], 'MiB')
    yield row('resident above it, the lesson at 100', memory['ours'] - memory['empty'], 'MiB', MEMORY_MIB)
    for entry in measured:
        if entry['name'] == 'resident at 10 M':
            yield row('resident above it, at 10 M', entry['value'] - memory['empty'], 'MiB', MEMORY_MIB)


def export_rows(build):
    """A chart and a yard at four times their size, process start included."""
    cli = build / 'src/cli/heapyard-cli'
    if not cli.is_file():
        return
    for picture in ('chart', 'yard'):
        times = []
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(EXPORTS):
                begun = time.monotonic()
                subprocess.run([cli, picture, '--count', '100000', '--size', '1280x800', '--scale', '4', '-o',
                                f'{folder}/out.png'], check=True, stdout=subprocess.DEVNULL)
                times.append(1000 * (time.monotonic() - begun))
        yield row(f'{picture} of 1280×800 as PNG at 4×, process included', statistics.median(times), 'ms', EXPORT_MS)


def seconds(command):
    begun = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begun


def measure_rows(build):
    """A measurement of the lesson's Order against nothing but the workload, on the newest interpreter found."""
    cli = build / 'src/cli/heapyard-cli'
    if not cli.is_file():
        return
    found = json.loads(subprocess.run([cli, 'pythons', '--json'], stdout=subprocess.PIPE, check=True).stdout)
    usable = [python['path'] for python in found['interpreters'] if python['status'] == 'ok']
    if not usable:
        return
    source = json.loads(subprocess.run([cli, 'measure', ':Order', '--count', '1', '--json', '--interpreter', usable[0]],
                                       stdout=subprocess.PIPE, check=True).stdout)['classes'][0]
    bare = f"{source['source']}\norders = [{source['factory']} for i in range({WORKLOAD})]"
    measure = [cli, 'measure', ':Order', '--json', '--interpreter', usable[0], '--count']
    workload = statistics.median(seconds([usable[0], '-c', bare]) for _ in range(MEASUREMENTS))
    whole = statistics.median(seconds([*measure, str(WORKLOAD)]) for _ in range(MEASUREMENTS))
    first = statistics.median(seconds([*measure, '1']) for _ in range(MEASUREMENTS))
    yield row('making 100,000 orders, process included', 1000 * workload, 'ms')
    yield row('measuring them, all runs', 1000 * whole, 'ms')
    yield row('… as a multiple of making them', whole / workload, '×')
    yield row('from start to the figures of one instance', 1000 * first, 'ms')


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    os.environ['GSETTINGS_SCHEMA_DIR'] = str(build / 'data')
    rows = []
    for program in ('bench-model', 'bench-draw', 'bench-window'):
        rows += program_rows(build / 'bench' / program)
    rows += window_rows(build, rows)
    rows += export_rows(build)
    rows += measure_rows(build)
    width = max(len(entry['name']) for entry in rows)
    for entry in rows:
        goal = entry['goal']
        verdict = '' if goal is None else f'  ≤ {goal:g}' + ('' if entry['value'] <= goal else '  MISSED')
        print(f'{entry["name"]:<{width}}  {entry["value"]:>9.4g} {entry["unit"]:<4}{verdict}')
    document = {'schema': 'heapyard.bench/1', 'machine': platform.machine(), 'cores': os.cpu_count(),
                'load': os.getloadavg()[0], 'rows': rows}
    (build / 'bench.json').write_text(json.dumps(document, indent=1) + '\n', encoding='utf-8')
    print(f'\nload {document["load"]:.1f} on {document["cores"]} cores; {build / "bench.json"}')


if __name__ == '__main__':
    main()
