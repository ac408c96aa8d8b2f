# Both links of the active node go and come three times, too short for a node to be dead.
expect=steady patience=20
event() {
  local time
  for time in 1 2 3; do
    link cut "$active" all
    sleep 0.3
    link mend "$active" all
    sleep 0.7
  done
}
