# An operator takes the active node out of service, in order.
expect=moved patience=60
event() {
  idle=$active
  stack standby "$active"
}
restore() { stack unstandby "$active"; }
