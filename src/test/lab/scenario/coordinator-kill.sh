# The daemon that decides for the cluster is killed.
expect=steady patience=30
event() {
  local node pid
  read -r node pid < <(stack coordinator)
  in_node "$node" kill -9 "$pid"
}
