# `truth` proves itself on what is put into `node1` and `node2` by hand, while the first serves the client: sourced by
# `self-test`, which has `fail` and `passed`.
# shellcheck shell=bash
. "$LAB/lib/workload.sh"

truth() { "$LAB/bin/truth" "$@" || true; }
tells() { [[ $(truth "${@:2}") == *"$1"* ]] || fail "the truth is not told: $1; only: $(truth "${@:2}")"; }
state() { in_node "$1" bash -c "echo $2 >$STATEFUL_STATE"; }
page() {
  in_node node1 env OCF_ROOT=/usr/lib/ocf OCF_RESOURCE_INSTANCE=nginx "OCF_RESKEY_configfile=$PAGE_CONFIGURATION" \
    /usr/lib/ocf/resource.d/heartbeat/nginx "$1" >/dev/null 2>&1
}

tells "promoted in no node; nginx in no node; the dummy is in \`nobody\`, expected \`node1 node2\`" 0
state node1 Promoted
state node2 Unpromoted
in_node node1 touch "$DUMMY_STATE"
tells "the dummy is in \`node1\`, expected \`node1 node2\`" 0
rest="nginx in no node"
if command -v nginx >/dev/null; then
  in_node node1 ip addr add "$PAGE_ADDRESS/24" dev service
  page start || fail "nginx does not start"
  rest=""
else
  echo "left out: a page needs \`nginx\`. Maybe $LAB/install"
fi
[ "$(truth 0 node2)" = "$rest" ] || fail "what runs is not as it should be: $(truth 0 node2)"
in_node node2 touch "$DUMMY_STATE"
tells "the dummy is in \`node1 node2\`, expected \`node1\`" 0 node2
[ "$(truth 0)" = "$rest" ] || fail "what runs is not as it should be: $(truth 0)"
[ -n "$rest" ] || {
  page stop || fail "nginx does not stop"
  tells "nginx in no node" 0
}
state node1 Unpromoted
state node2 Promoted
tells "the service, which follows what is promoted, is answered by \`node1\`, expected \`node2\`" 0
[ -z "$(truth twice)" ] || fail "something is said to be twice: $(truth twice)"
state node1 Promoted
tells "promoted in \`node1 node2\` at once" twice
for node in node1 node2; do in_node "$node" rm "$DUMMY_STATE" "$STATEFUL_STATE"; done
passed "what does not run as it should is told"
