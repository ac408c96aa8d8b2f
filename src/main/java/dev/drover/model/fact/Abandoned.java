package dev.drover.model.fact;

/**
 * That nobody will be able to reach a remote node on which something may run.
 *
 * @param reason the words of the report
 * @param rank where several reasons hold, the lowest is reported
 */
public record Abandoned(String node, String reason, int rank) {}
