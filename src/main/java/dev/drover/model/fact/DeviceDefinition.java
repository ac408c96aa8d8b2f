package dev.drover.model.fact;

/**
 * How a fence device is defined for a node.
 *
 * @param all the digest of all its parameters, as the node remembers it
 * @param secure the same without private parameters
 * @param changed whether the node remembers another definition
 */
public record DeviceDefinition(
    String device, String node, String all, String secure, boolean changed) {}
