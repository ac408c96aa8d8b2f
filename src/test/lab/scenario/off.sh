# The active node loses power.
expect=moved patience=90
event() { power off "$active"; }
