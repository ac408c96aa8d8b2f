package dev.drover.model.fact;

/**
 * The place of a member in its group.
 *
 * @param previous the member before it; empty for the first
 * @param place from 0
 */
public record GroupMember(
    String group, String member, String previous, int place, boolean promotable) {}
