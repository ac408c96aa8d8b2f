package dev.drover.execute;

import java.util.List;

/**
 * Devices that fence a node together.
 *
 * @param index the lowest is tried first; 1 to 9
 * @param devices their names, in the order in which they are used
 */
public record FenceLevel(int index, List<String> devices) {}
