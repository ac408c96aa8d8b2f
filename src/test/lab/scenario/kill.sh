# The service process dies of a signal; the stack has to notice.
expect=restarted patience=60
event() { in_node "$active" kill -9 "$active_pid"; }
