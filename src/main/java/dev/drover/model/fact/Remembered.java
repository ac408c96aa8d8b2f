package dev.drover.model.fact;

/**
 * What a node remembers of a device once it has been unfenced.
 *
 * @param all the digest of all parameters of the device
 * @param secure the same without private parameters
 */
public record Remembered(String node, String device, String all, String secure) {}
