# The whole cluster gets its power back at once.
expect=back patience=180
prepare() { all_off; }
event() { all_on; }
