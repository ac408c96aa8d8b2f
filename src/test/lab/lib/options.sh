# What the lab itself takes from --option; all else is for the stack alone. Sourced by `run`, which has `refuse`.
# shellcheck shell=bash

# take_options STACK: puts them where the lab's programs find them, and refuses what makes no sense.
take_options() {
  local fencing=${STACK_FENCING:-devices}
  export LAB_WORKLOAD=${STACK_WORKLOAD:-plain} LAB_WATCHDOG=${STACK_WATCHDOG-}
  [[ $LAB_WORKLOAD =~ ^(plain|full)$ ]] || refuse "\`workload=$LAB_WORKLOAD\`; expected \`plain\` or \`full\`"
  [[ $LAB_WATCHDOG =~ ^([1-9][0-9]{0,2})?$ ]] || refuse "\`watchdog=$LAB_WATCHDOG\`; expected 1 to 999 seconds"
  [[ $fencing =~ ^(devices|watchdog)$ ]] || refuse "\`fencing=$fencing\`; expected \`devices\` or \`watchdog\`"
  [ "$fencing" = devices ] || [ "$1" = drover ] ||
    refuse "\`fencing=watchdog\` is known to the stack \`drover\` only"
  [ "$fencing" = devices ] || [ -n "$LAB_WATCHDOG" ] ||
    refuse "\`fencing=watchdog\`, and no node has a watchdog. Maybe add \`--option watchdog=5\`"
}

# possible SCENARIO: whether what it needs runs with this workload.
possible() { [ "$LAB_WORKLOAD" = full ] || ! grep -qx 'workload=full' "$LAB/scenario/$1.sh"; }
