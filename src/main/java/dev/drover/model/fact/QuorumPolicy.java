package dev.drover.model.fact;

/** What the lack of quorum means now: {@code ignore} also stands for "there is quorum". */
public record QuorumPolicy(String policy) {}
