package dev.drover.model.config;

import dev.drover.model.NodeKind;
import java.util.List;

/**
 * A node as configured.
 *
 * @param id the membership layer's identifier; equal to the name where there is none
 * @param name the name that people use
 * @param kind member or remote
 * @param attributes permanent node attributes ({@code standby}, {@code maintenance}, the operator's own)
 * @param utilization what the node can carry
 */
public record NodeConfig(
    String id, String name, NodeKind kind, List<SettingSet> attributes, List<SettingSet> utilization) {}
