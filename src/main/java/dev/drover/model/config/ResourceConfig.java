package dev.drover.model.config;

import dev.drover.model.Agent;
import dev.drover.model.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource as configured, with templates already merged in.
 *
 * @param id its name
 * @param kind primitive, group, clone or bundle
 * @param agent what manages it; null for anything but a primitive
 * @param template the template it was made from, or null
 * @param meta its options ({@code target-role}, {@code priority}, …)
 * @param parameters what the agent is given
 * @param utilization what it needs of a node
 * @param operations its operations, in the order they were written
 * @param members a group's members; a clone's or bundle's one member
 * @param container for a bundle only
 */
public record ResourceConfig(
    String id,
    Kind kind,
    @Nullable Agent agent,
    @Nullable String template,
    List<SettingSet> meta,
    List<SettingSet> parameters,
    List<SettingSet> utilization,
    List<OperationConfig> operations,
    List<ResourceConfig> members,
    @Nullable ContainerConfig container) {}
