package dev.drover.model.config;

import java.util.List;
import java.util.Map;

/**
 * What a bundle launches.
 *
 * @param engine {@code docker} or {@code podman}
 * @param attributes {@code image}, {@code replicas}, {@code replicas-per-host}, {@code
 *     promoted-max}, {@code options}, {@code network}, {@code run-command} as written
 * @param network the network element's attributes
 * @param ports one map of attributes for each port mapping
 * @param storage one map of attributes for each storage mapping
 */
public record ContainerConfig(
    String engine,
    Map<String, String> attributes,
    Map<String, String> network,
    List<Map<String, String>> ports,
    List<Map<String, String>> storage) {}
