package dev.drover.model.fact;

/**
 * That a resource cannot be started or promoted now.
 *
 * @param reason the words of the report
 */
public record Withheld(String resource, String reason) {}
