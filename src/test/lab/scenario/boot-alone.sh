# After the whole cluster was off one node boots alone: it cannot know what the others do, so nothing may start.
expect=nothing patience=40
prepare() { all_off; }
event() { power on node1; }
