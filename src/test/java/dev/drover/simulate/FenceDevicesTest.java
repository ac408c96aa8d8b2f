package dev.drover.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FenceDevicesTest {
  private final FenceDevices devices =
      new FenceDevices(
          Clusters.of(
              List.of("dock", "quay"),
              Clusters.device(
                  "power-dock", Map.of("pcmk_host_list", "dock", "pcmk_delay_base", "5s")),
              Clusters.device(
                  "plug",
                  Map.of(
                      "pcmk_host_map", "dock:1;quay:2", "pcmk_delay_base", "dock:3s;quay:1min"))),
          Instant.EPOCH);

  @Test
  void eachDeviceThatReachesTheNodeIsTriedInTurn() {
    assertEquals(List.of(List.of("power-dock"), List.of("plug")), devices.waysToFence("dock"));
    assertEquals(List.of(List.of("plug")), devices.waysToFence("quay"));
  }

  @Test
  void aNodeThatNoDeviceReachesCannotBeFenced() {
    assertEquals(List.of(), devices.waysToFence("pier"));
  }

  @Test
  void aDeviceMayWaitLongerForOneNodeThanForAnother() {
    assertEquals(Duration.ofSeconds(5), devices.delay(List.of("power-dock"), "dock"));
    assertEquals(Duration.ofSeconds(60), devices.delay(List.of("plug"), "quay"));
    assertEquals(Duration.ZERO, devices.delay(List.of("plug"), "pier"));
  }
}
