package dev.drover.model.config;

import org.jspecify.annotations.Nullable;

/**
 * Whom a fence device is configured to reach and how long it is to wait, as written.
 *
 * @param id the device's name
 * @param hostList null where nothing is said
 * @param hostMap null where nothing is said
 * @param delayBase null where nothing is said
 */
public record FenceDeviceConfig(
    String id, @Nullable String hostList, @Nullable String hostMap, @Nullable String delayBase) {
  /** What a device's parameters say. */
  public static FenceDeviceConfig of(ResourceConfig device) {
    return new FenceDeviceConfig(
        device.id(),
        parameter(device, "pcmk_host_list"),
        parameter(device, "pcmk_host_map"),
        parameter(device, "pcmk_delay_base"));
  }

  private static @Nullable String parameter(ResourceConfig device, String name) {
    for (SettingSet set : device.parameters()) {
      if (set.values().containsKey(name)) {
        return set.values().get(name);
      }
    }
    return null;
  }
}
