# Words for scripts that work on nodes: sourced after `settings.sh`, inside the lab.
# shellcheck shell=bash

power() { "$LAB/bin/power" "$@"; }
link() { "$LAB/bin/link" "$@"; }
has_power() { [ "$(power status "$1")" = on ]; }

# in_node NODE COMMAND…: runs it inside that node; fails where the node is off.
in_node() {
  local pid
  pid=$(<"$LAB_RUN/nodes/$1/pid")
  nsenter -t "$pid" --mount --uts --ipc --net --pid -- "${@:2}"
}

in_client() { nsenter -t "$(<"$LAB_RUN/client")" --net -- "$@"; }
in_other_network() { [ "$(readlink "/proc/$1/ns/net")" != "$(readlink /proc/self/ns/net)" ]; }

# within SECONDS COMMAND…: waits until it succeeds; fails when it has not in that time.
within() {
  local end=$((SECONDS + $1))
  until "${@:2}" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.1
  done
}

# Switches all nodes on at once; fails where one does not come.
all_on() {
  local node switching=()
  for node in $(node_names); do
    power on "$node" &
    switching+=($!)
  done
  for node in "${switching[@]}"; do wait "$node"; done
}

all_off() { for node in $(node_names); do power off "$node"; done; }

# stack PROGRAM ARGUMENT…: a program of the stack that runs in the nodes.
stack() { "$LAB/stack/$LAB_STACK/$1" "${@:2}"; }

# All nodes on, and the stack, if there is one, with its resources.
bring_up() {
  [ -z "$LAB_STACK" ] || stack prepare
  all_on
  [ -z "$LAB_STACK" ] || stack configure
}

# A node that is on.
a_node() {
  local node
  for node in $(node_names); do
    ! has_power "$node" || {
      echo "$node"
      return
    }
  done
  return 1
}

# `NODE PID` of the service that answered last, if that was in the last half second.
active() {
  tail -n 60 "$ANSWERS" | awk -v since="$(($(now) - 500000000))" '
    NF == 4 && $1 >= since { last = $3 " " $4 }
    END { if (last == "") exit 1; print last }'
}
