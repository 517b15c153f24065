# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# need GROUP…: installs the packages of packages.txt in these groups that are missing.

need ()
{
  local wanted missing=() as_root=()
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "dev: not Debian or Ubuntu; taking it that the packages of build-aux/packages.txt ($*) are here under other names" >&2
    return
  fi
  mapfile -t wanted < <(for group; do sed -n "s/^$group //p" build-aux/packages.txt; done)
  mapfile -t missing < <(
    printf '%s\n' "${wanted[@]}" | grep -vxFf <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null |
      sed -n 's/ installed$//p'))
  [ ${#missing[@]} -gt 0 ] || return 0

  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
      echo "dev: as root, please run: apt-get install ${missing[*]}" >&2
      return 3
    }
    as_root=(sudo)
  fi
  echo "dev: installing ${missing[*]}"
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null </dev/null
}
