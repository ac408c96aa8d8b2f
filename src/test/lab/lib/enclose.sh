# Builds the lab around a command: sourced by `run` and `validator-pair`, after their options are read.
# shellcheck shell=bash

# enclose COMMAND…: runs it in a lab of its own, and gives its exit code. The whole lab is one process tree in namespaces
# of its own: with its first process everything ends, also the links and the mounts, and whatever ends the caller ends
# that first process. With `keep` set the folder of the run is left behind.
enclose() {
  LAB_RUN=$(mktemp -d "${TMPDIR:-/var/tmp}/lab.XXXXXX")
  export LAB_RUN
  inside=''
  trap clean EXIT
  trap 'exit 130' INT TERM HUP
  # Bash starts what is in the background deaf to Ctrl-C; in the shell it is to be heard.
  setpriv --pdeathsig KILL env --default-signal=INT,QUIT \
    unshare --mount --net --pid --fork --kill-child=KILL --mount-proc \
    "$LAB/lib/inside" "$@" <&0 &
  inside=$!
  local code=0
  wait "$inside" || code=$?
  inside=''
  return "$code"
}

clean() {
  trap - EXIT INT TERM HUP
  [ -z "$inside" ] || { kill -KILL "$inside" && wait "$inside"; } 2>/dev/null || true
  drop_cgroups
  if [ -n "${keep-}" ]; then echo "the run is in $LAB_RUN" >&2; else rm -rf "$LAB_RUN"; fi
}

# Nodes with a systemd leave empty control groups behind, which outlive all namespaces.
drop_cgroups() {
  local root
  root=$(awk '$3 == "cgroup2" { print $2; exit }' /proc/self/mounts)
  [ -d "$root/${LAB_RUN##*/}" ] || return 0
  find "$root/${LAB_RUN##*/}" -depth -type d -exec rmdir {} + 2>/dev/null || true
}
