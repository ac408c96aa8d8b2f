# Everything on the active node stands still, as on a machine that hangs: its kernel still takes calls, and nobody answers.
expect=moved patience=120
event() {
  # the caller and the node's process 1 are left out
  in_node "$active" kill -STOP -- -1
}
restore() {
  # where nobody has cut its power
  ! has_power "$active" || in_node "$active" kill -CONT -- -1 || true
}
