# Says what this machine lacks: sourced by `run`.
# shellcheck shell=bash

# Prints why the lab cannot run here, or nothing. The stack's own `needs` may add a reason.
reason_to_skip() {
  local stack=$1 command problem
  [ "$(uname -s)" = Linux ] || {
    echo "namespaces are a matter of Linux, this is \`$(uname -s)\`"
    return
  }
  [ "$(id -u)" -eq 0 ] || {
    echo "not root"
    return
  }
  for command in /usr/bin/python3 env ip mount nsenter seq setpriv unshare; do
    command -v "$command" >/dev/null || {
      echo "no \`$command\` here. Maybe $LAB/install"
      return
    }
  done
  problem=$(unshare --mount --net --pid --ipc --uts --fork --mount-proc bash -c '
    mount -t tmpfs try /mnt && mkdir /mnt/upper /mnt/work &&
    mount -t overlay -o lowerdir=/etc,upperdir=/mnt/upper,workdir=/mnt/work try /etc &&
    mount -t sysfs sysfs /sys &&
    ip link add name try type bridge && ip link add name one type veth peer name two' 2>&1) || {
    echo "namespaces, overlays or virtual links are not allowed here: ${problem//$'\n'/; }"
    return
  }
  [ -n "$stack" ] || return 0
  problem=$("$LAB/stack/$stack/needs")
  if [ -n "$problem" ]; then
    echo "$problem"
  elif [ "${LAB_WORKLOAD:-plain}" = full ]; then
    missing_for_workload
  fi
}

# Prints what is missing for `workload=full`, whatever the stack, or nothing.
missing_for_workload() {
  local agent
  for agent in heartbeat/Dummy heartbeat/nginx pacemaker/Stateful; do
    [ -e "/usr/lib/ocf/resource.d/$agent" ] || {
      echo "no \`ocf:${agent/\//:}\` here. Maybe $LAB/install"
      return
    }
  done
  command -v nginx >/dev/null || echo "no \`nginx\` here. Maybe $LAB/install"
}
