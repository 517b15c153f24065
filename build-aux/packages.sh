# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# need GROUP…: installs the packages of packages.txt in these groups that are missing.

need ()
{
  local group package missing=() as_root=()
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "dev: not Debian or Ubuntu; taking it that the packages of build-aux/packages.txt ($*) are here under other names" >&2
    return
  fi
  while read -r group package; do
    case " $* " in *" $group "*) ;; *) continue ;; esac
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done < <(grep -v '^#' build-aux/packages.txt)
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
