# All cables of the active node are pulled: it lives, and only fencing tells that it must not.
expect=moved patience=90
event() { link cut "$active" all; }
