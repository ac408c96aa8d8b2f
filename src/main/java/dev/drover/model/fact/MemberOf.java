package dev.drover.model.fact;

/**
 * How a member relates to its group.
 *
 * @param previous the member before it; empty for the first
 * @param place from 0
 * @param ordered whether members start one after the other
 */
public record MemberOf(
    String member, String group, String previous, int place, boolean ordered, boolean promotable) {}
