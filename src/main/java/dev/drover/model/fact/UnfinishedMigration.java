package dev.drover.model.fact;

/**
 * That a live migration left its source and was not completed.
 *
 * @param source the id of the node that it comes from
 * @param target the id of the node that it goes to
 */
public record UnfinishedMigration(String resource, String source, String target) {}
