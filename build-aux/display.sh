# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# on_display COMMAND…: runs it on an X server and a session bus of its own, both gone afterwards.
# The bus starts the accessibility service and nothing else: a portal that does not answer would hold up every start.

on_display ()
{
  local scratch display server status=0
  scratch=$(mktemp -d)
  mkdir -m 700 "$scratch/runtime"
  mkdir "$scratch"/{services,config,cache,data}
  cp /usr/share/dbus-1/services/org.a11y.Bus.service "$scratch/services/" 2>/dev/null || true
  cat > "$scratch/bus.conf" <<XML
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$scratch/runtime</listen>
  <servicedir>$scratch/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
XML
  mkfifo "$scratch/display"
  Xvfb -displayfd 3 -screen 0 2560x1600x24 -nolisten tcp 3> "$scratch/display" >"$scratch/xvfb.log" 2>&1 &
  server=$!
  if ! read -r -t 20 display < "$scratch/display"; then
    cat "$scratch/xvfb.log" >&2
    kill "$server" 2>/dev/null || true
    rm -rf "$scratch"
    echo "dev: no virtual display" >&2
    return 3
  fi
  env -u WAYLAND_DISPLAY -u AT_SPI_BUS_ADDRESS DISPLAY=":$display" XDG_RUNTIME_DIR="$scratch/runtime" GDK_BACKEND=x11 \
    XDG_CONFIG_HOME="$scratch/config" XDG_CACHE_HOME="$scratch/cache" XDG_DATA_HOME="$scratch/data" \
    GSK_RENDERER=cairo GSETTINGS_BACKEND=memory LC_ALL=C.UTF-8 \
    dbus-run-session --config-file="$scratch/bus.conf" -- "$@" || status=$?
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  rm -rf "$scratch"
  return "$status"
}
