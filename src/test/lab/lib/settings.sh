# What every part of the lab agrees upon: sourced by the shell files, read from the environment by the others.
# The addresses live in network namespaces of the lab's own, so that two labs at once do not meet.
# shellcheck shell=bash
LAB=${LAB:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}
LAB_RUN=${LAB_RUN:?the folder of this run}
LAB_NODES=${LAB_NODES:-2}
LAB_STACK=${LAB_STACK-}
# a node is called this and its number
LAB_NODE_PREFIX=${LAB_NODE_PREFIX:-node}
# what runs beside the measured service: `plain` for nothing, or `full`
LAB_WORKLOAD=${LAB_WORKLOAD:-plain}
# seconds after which a node's watchdog resets it; empty where nodes have none
LAB_WATCHDOG=${LAB_WATCHDOG-}
SERVICE_NET=10.90.0
CLUSTER_NET=10.91.0
VIP=$SERVICE_NET.100
CLIENT_ADDRESS=$SERVICE_NET.250
POWER_ADDRESS=$SERVICE_NET.254
POWER_PORT=7001
SERVICE_PORT=7000
VIOLATIONS=$LAB_RUN/shared/violations
TRACE=$LAB_RUN/shared/trace
ANSWERS=$LAB_RUN/answers
# python3 of the system, whatever a user has put in front of it
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export LAB LAB_RUN LAB_NODES LAB_NODE_PREFIX LAB_STACK LAB_WORKLOAD LAB_WATCHDOG
export SERVICE_NET CLUSTER_NET VIP CLIENT_ADDRESS POWER_ADDRESS POWER_PORT SERVICE_PORT
export VIOLATIONS TRACE ANSWERS PATH

# The names of all nodes, one a line.
node_names() { seq -f "$LAB_NODE_PREFIX%g" "$LAB_NODES"; }
# node_number NODE: the last part of all its addresses.
node_number() { echo "${1#"$LAB_NODE_PREFIX"}"; }
# Nanoseconds since the epoch: the clock of all records.
now() { date +%s%N; }
