package dev.drover.model.fact;

/** That what was recorded on a node counts. */
public record HistoryCounts(String node) {}
