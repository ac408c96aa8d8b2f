package dev.drover.model.fact;

/**
 * One container of a bundle with what belongs to it.
 *
 * @param bundle the bundle's name
 * @param container the resource that runs the container
 * @param address the resource that holds its network address; empty for none
 * @param connection the resource that connects to it as a guest node; empty for none
 * @param service the instance of a resource that runs inside; empty for none
 */
public record BundleReplica(
    String bundle, String container, String address, String connection, String service) {}
