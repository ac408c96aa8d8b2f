package dev.drover.model.fact;

/**
 * That a primitive has several operations of one name and interval, of which only the first is
 * read.
 */
public record DuplicateOperation(String resource, String name, long intervalMs) {}
