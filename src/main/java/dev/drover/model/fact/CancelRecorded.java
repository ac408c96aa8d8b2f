package dev.drover.model.fact;

/**
 * That a recurring operation which runs is cancelled.
 *
 * @param reason the words of the explanation
 */
public record CancelRecorded(String resource, Happened happened, String reason) {}
