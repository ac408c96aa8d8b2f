package dev.drover.live;

/**
 * When the configuration or the rules were changed, and by whom.
 *
 * @param at in milliseconds since 1970
 */
public record Change(String by, long at) {}
