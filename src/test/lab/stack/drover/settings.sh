# Where Drover is: the checkout that this lab belongs to.
# shellcheck shell=bash
DROVER=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../../.." && pwd)/drover
MADE=${LAB_RUN:-}/made
CONFIGURATION=${LAB_RUN:-}/cluster.yaml
# What people use from outside of the nodes; `run` sits in the network of the power switch. In a node commands find what is
# beside its own site file, so this is not for their environment.
DROVER_SITE=$MADE/operator/site.yaml
