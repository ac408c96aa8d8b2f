# The daemon that decides for the cluster stands still for 30 s and then goes on as if nothing had been.
expect=steady patience=60
event() {
  local node pid
  read -r node pid < <(stack coordinator)
  in_node "$node" kill -STOP "$pid"
  # the others may have cut its node's power by then
  { sleep 30 && in_node "$node" kill -CONT "$pid"; } 2>/dev/null &
}
