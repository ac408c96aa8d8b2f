package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.peer.Address;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighboursTest {
  private static final Duration BEAT = Duration.ofMillis(250);

  @TempDir Path settings;
  private Path setting;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void aSystemThatAsksEachSecond() throws IOException {
    setting = settings.resolve("ipv4/neigh/eth0/retrans_time_ms");
    Files.createDirectories(setting.getParent());
    Files.writeString(setting, "1000\n");
  }

  private Neighbours neighbours() {
    return new Neighbours(settings, new Journal(new PrintWriter(said, true)));
  }

  @Test
  void asksAsOftenAsHeartbeatsAreSent() throws IOException {
    neighbours().askEvery(BEAT, "ipv4", "eth0");
    assertEquals("250", Files.readString(setting));
    assertEquals(
        "`net.ipv4.neigh.eth0.retrans_time_ms` was 1000 and is 250 now: as often as heartbeats",
        said.toString().strip());
  }

  @Test
  void neverAsksLessOftenThanBefore() throws IOException {
    neighbours().askEvery(Duration.ofSeconds(2), "ipv4", "eth0");
    assertEquals("1000", Files.readString(setting).strip());
    assertEquals("", said.toString());
  }

  @Test
  void aSettingThatIsNoNumberIsLeftAndTold() throws IOException {
    Files.writeString(setting, "often");
    neighbours().askEvery(BEAT, "ipv4", "eth0");
    assertEquals("often", Files.readString(setting));
    assertTrue(said.toString().contains("Maybe set it with `sysctl`"), said.toString());
  }

  @Test
  void aSystemWithoutTheSettingAndLoopbackAreLeftAlone() throws IOException {
    neighbours().askEvery(BEAT, "ipv6", "eth0");
    Path loopback = settings.resolve("ipv4/neigh/lo/retrans_time_ms");
    Files.createDirectories(loopback.getParent());
    Files.writeString(loopback, "1000");
    neighbours().askEvery(BEAT, new Address("127.0.0.1", 7800));
    assertEquals("1000", Files.readString(loopback));
    assertEquals("", said.toString());
  }

  @Test
  void readsTheWholeOfWhatTheSystemTells() throws IOException {
    Path real = Path.of("/proc/sys/net/ipv4/neigh/default/retrans_time_ms");
    Assumptions.assumeTrue(Files.isReadable(real), "no `" + real + "` here");
    assertTrue(Long.parseLong(Neighbours.read(real)) >= 10, Neighbours.read(real));
  }
}
