# SPDX-License-Identifier: GPL-3.0-or-later
complete -c heapyard -s h -l help -d 'show help'
complete -c heapyard -s v -l version -d 'print the version and exit'
complete -c heapyard -k -x -a '(__fish_complete_suffix .py)'
