# The web server beside the measured service dies of a signal, with all its workers; the stack has to notice.
workload=full
expect=steady patience=20
event() { in_node "$(nginx_in)" bash -c "kill -9 -- -\$(<$PAGE_PID)"; }
