# What `workload=full` runs beside the service that is measured, the same under every stack: where it is, and how to see it
# from outside. Sourced after `nodes.sh`.
# shellcheck shell=bash
PAGE_ADDRESS=$SERVICE_NET.101
PAGE_CONFIGURATION=/run/lab/tools/lib/page.conf
# as that file has it
PAGE_PORT=80 PAGE_PID=/run/page.pid
DUMMY_STATE=/run/dummy.state
STATEFUL_STATE=/run/stateful.state

# where COMMAND…: the nodes with power in which it succeeds, with spaces between.
where() {
  local node
  for node in $(node_names); do
    ! { has_power "$node" && in_node "$node" "$@"; } >/dev/null 2>&1 || echo "$node"
  done | paste -sd' '
}

dummy_in() { where test -e "$DUMMY_STATE"; }
promoted_in() { where grep -qx Promoted "$STATEFUL_STATE"; }
nginx_in() { where bash -c "[[ \$(</proc/\$(<$PAGE_PID)/comm) = nginx ]]"; }

# Who answers a client at the page's address; nothing where nobody does.
page_from() {
  in_client timeout 2 bash -c "exec 3<>/dev/tcp/$PAGE_ADDRESS/$PAGE_PORT && printf 'GET / HTTP/1.0\r\n\r\n' >&3 &&
    sed -n 's/^page of \([a-z0-9]*\)$/\1/p' <&3" 2>/dev/null || true
}
