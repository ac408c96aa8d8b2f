# What `workload=full` adds to a cluster of Drover: sourced by `configure`, after the lab's `workload.sh`.
# shellcheck shell=bash

# The resources beside the measured group.
workload_resources() {
  cat <<YAML
  - group: page
    members:
      - primitive: page-address
        agent: ocf:heartbeat:IPaddr2
        parameters: {ip: $PAGE_ADDRESS, cidr_netmask: 24, nic: service}
        operations: {monitor: {interval: 10s, timeout: 20s}}
      - primitive: nginx
        agent: ocf:heartbeat:nginx
        parameters: {configfile: $PAGE_CONFIGURATION}
        operations: {monitor: {interval: 10s, timeout: 30s}, start: {timeout: 40s}, stop: {timeout: 60s}}
  - clone: everywhere
    options: {interleave: true}
    of:
      primitive: dummy
      agent: ocf:heartbeat:Dummy
      parameters: {state: $DUMMY_STATE}
      operations: {monitor: {interval: 10s, timeout: 20s}}
  - clone: state
    options: {promotable: true, interleave: true}
    of:
      primitive: stateful
      agent: ocf:pacemaker:Stateful
      parameters: {state: $STATEFUL_STATE}
      operations:
        - {operation: monitor, interval: 10s, timeout: 20s, role: Promoted}
        - {operation: monitor, interval: 11s, timeout: 20s, role: Unpromoted}
YAML
}

# The measured group is where the state is promoted, and not before: a validator signs where its key is.
workload_constraints() {
  cat <<YAML
constraints:
  - {colocate: service, with: state, with-role: Promoted, score: INFINITY}
  - {order: [promote state, start service]}
YAML
}
