package dev.drover.schedule.place;

import org.jspecify.annotations.Nullable;

/**
 * One container of a bundle with what belongs to it, by name.
 *
 * <p>The bundle's members are the containers, addresses and connections and, where it has a bundled
 * resource, a clone of that; the bundle's {@link dev.drover.model.fact.CloneShape} says how many
 * containers a node takes.
 *
 * @param container the primitive that launches the container
 * @param address the primitive that holds the container's address; null for none
 * @param connection the primitive that connects to the container as a guest node; null for none
 * @param instance the instance of the bundled resource that runs inside; null for none
 * @param node the id of the guest node; null for none
 */
public record Replica(
    String container,
    @Nullable String address,
    @Nullable String connection,
    @Nullable String instance,
    @Nullable String node) {}
