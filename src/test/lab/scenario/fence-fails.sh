# The active node is gone and the power switch refuses to confirm it: nothing may start.
expect=nothing patience=30
event() {
  power jam
  power off "$active"
}
restore() { power free; }
