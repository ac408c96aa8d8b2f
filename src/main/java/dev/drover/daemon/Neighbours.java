package dev.drover.daemon;

import dev.drover.peer.Address;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How often the system asks for the hardware address of a machine that has not answered (ARP, RFC
 * 826; neighbour discovery, RFC 4861). Linux forgets those addresses when a cable loses its
 * carrier, and then asks once a second: a cable that was out for a moment would be a silence of a
 * second, which is all that a heartbeat allows.
 */
final class Neighbours {
  /** Linux counts in ticks: what is written may be a little more when it is read. */
  private static final long TICK_MILLIS = 10;

  private static final String ASKS_EVERY = "retrans_time_ms";

  private final Path settings;
  private final Journal journal;

  /**
   * Changes nothing yet.
   *
   * @param settings of the system's network: {@code /proc/sys/net}
   */
  Neighbours(Path settings, Journal journal) {
    this.settings = settings;
    this.journal = journal;
  }

  /** Has the interface that has that address ask at least as often as that. */
  void askEvery(Duration interval, Address address) {
    try {
      InetAddress own = InetAddress.getByName(address.host());
      NetworkInterface device = NetworkInterface.getByInetAddress(own);
      if (device != null && !device.isLoopback()) {
        String family = own.getAddress().length == 4 ? "ipv4" : "ipv6";
        askEvery(interval, family, device.getName());
      }
    } catch (IOException e) {
      journal.line("the interface of `%s` is not known: %s".formatted(address, e.getMessage()));
    }
  }

  /** Sets an interface of {@code ipv4} or {@code ipv6}, where it asks less often. */
  void askEvery(Duration interval, String family, String device) {
    Path setting = settings.resolve(Path.of(family, "neigh", device, ASKS_EVERY));
    if (!Files.exists(setting)) {
      return;
    }
    String name = "net.%s.neigh.%s.%s".formatted(family, device, ASKS_EVERY);
    long wanted = interval.toMillis();
    try {
      String before = read(setting);
      if (Long.parseLong(before) > wanted + TICK_MILLIS) {
        Files.writeString(setting, Long.toString(wanted));
        journal.line(
            "`%s` was %s and is %d now: as often as heartbeats".formatted(name, before, wanted));
      }
    } catch (IOException | NumberFormatException e) {
      journal.line(
          ("`%s` cannot be set to %d: %s. A cable that is out for a moment may count as a machine"
                  + " that is down. Maybe set it with `sysctl`")
              .formatted(name, wanted, e.getMessage()));
    }
  }

  /** In one go, as such a file has no second part: see proc(5). */
  static String read(Path setting) throws IOException {
    try (InputStream in = Files.newInputStream(setting)) {
      byte[] room = new byte[64];
      int length = in.read(room);
      return new String(room, 0, Math.max(0, length), StandardCharsets.US_ASCII).strip();
    }
  }
}
