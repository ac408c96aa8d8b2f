# The watchdogs of `node1` and `node2` prove themselves: sourced by `self-test`, which has `fail`, `passed` and `boot`.
# shellcheck shell=bash

# signs NODE SECONDS: a program that feeds the watchdog that long and ends without a word.
signs() {
  in_node "$1" bash -c "exec 3>/dev/watchdog; for ((i = 0; i < $2 * 5; i++)); do printf . >&3; sleep 0.2; done"
}
goodbye() { in_node "$1" bash -c 'printf V >/dev/watchdog'; }
first_process() { cat "$LAB_RUN/nodes/$1/pid"; }
resets() { grep -c " watchdog $1 $2 ok\$" "$LAB_RUN/power" || true; }
was_reset() { [ "$(resets on "$1")" -eq 1 ]; }

machines_own() { stat -c %F /dev/watchdog 2>/dev/null || echo none; }

real=$(machines_own)
[ "$(in_node node1 cat /sys/class/watchdog/watchdog0/timeout)" = "$LAB_WATCHDOG" ] ||
  fail "a node is not told the time of its watchdog"
[ "$(in_node node1 cat /sys/class/watchdog/watchdog0/nowayout)" = 0 ] || fail "a node's watchdog cannot be stopped"
begin=$(first_process node1)

in_node node2 bash -c 'exec 3>/dev/watchdog; exec sleep 60' 2>/dev/null &
signs node1 $((LAB_WATCHDOG + 1))
signs node1 1 # another program goes on, as a daemon does that was started anew
goodbye node1
within $((LAB_WATCHDOG + 3)) was_reset node2 || fail "a node that does not feed its watchdog keeps its power"
[ "$(resets off node2)" -eq 1 ] || fail "a watchdog has switched on what it has not switched off"
within 5 in_node node2 test -e /run/lab/booted || fail "a node does not boot after its watchdog has reset it"
passed "a node that does not feed its watchdog is switched off and on"

signs node2 1
power off node2
sleep $((LAB_WATCHDOG + 1))
! has_power node2 || fail "the watchdog of a node without power has switched it on"
passed "a power cut ends what the watchdog was waiting for"

[ "$(first_process node1)" = "$begin" ] && has_power node1 || fail "a watchdog that was fed, and then stopped, has reset"
passed "a watchdog that is fed, and one that is stopped in good order, does nothing"
[ "$(machines_own)" = "$real" ] || fail "the machine's own /dev was changed"
