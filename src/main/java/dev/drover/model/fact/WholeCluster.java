package dev.drover.model.fact;

/**
 * That the cluster does not manage its resources as usual.
 *
 * @param how {@code maintenance} where nothing is touched, {@code stopped} where everything is kept
 *     stopped
 */
public record WholeCluster(String how) {}
