package dev.drover.agent.fence;

import dev.drover.execute.FenceTopology;
import java.util.List;
import java.util.Optional;

/**
 * What is configured to fence with.
 *
 * @param devices that this node may use, the first to be tried first
 */
public record FenceSetup(List<Device> devices, FenceTopology topology) {
  /** A device by its name. */
  public Optional<Device> device(String id) {
    return devices.stream().filter(device -> device.id().equals(id)).findFirst();
  }
}
