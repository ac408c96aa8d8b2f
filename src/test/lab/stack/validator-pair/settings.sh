# What the pair in the lab has that the lab's own nodes have not. All else is the stack `drover`.
# shellcheck shell=bash
. "$LAB/stack/drover/settings.sh"
# the network that VIP1 and VIP2 are addresses of
PUBLIC_NET=211.71.10
# a node whose name is here stays in its firmware
HOLD=/run/lab/shared/hold
CLUSTER_FILE=$(dirname "$DROVER")/scenarios/validator-pair/cluster.yaml
