package dev.drover.model.fact;

/**
 * That a fence device is defined otherwise than when it last unfenced a node.
 */
public record DeviceChanged(String device, String node) {}
