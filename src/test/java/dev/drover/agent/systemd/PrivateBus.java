package dev.drover.agent.systemd;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real bus of a test's own, on a socket in its folder. */
final class PrivateBus implements AutoCloseable {
  private static final Path DAEMON = Path.of("/usr/bin/dbus-daemon");

  private static final String CONFIGURATION =
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
        "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <type>session</type>
        <listen>%s</listen>
        <auth>EXTERNAL</auth>
        <policy context="default">
          <allow send_destination="*" eavesdrop="true"/>
          <allow eavesdrop="true"/>
          <allow own="*"/>
        </policy>
      </busconfig>
      """;

  private final Path folder;
  private final Process process;

  private PrivateBus(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** Starts a bus; skips the test where there is no program for it. */
  static PrivateBus start(Path folder) throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(DAEMON), "skipped: there is no `" + DAEMON + "` on this machine");
    Files.deleteIfExists(folder.resolve("bus"));
    Path file = folder.resolve("bus.conf");
    Files.writeString(file, CONFIGURATION.formatted(address(folder)));
    Process process =
        new ProcessBuilder(
                DAEMON.toString(), "--config-file=" + file, "--nofork", "--print-address")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.readLine();
    }
    return new PrivateBus(folder, process);
  }

  static String address(Path folder) {
    return "unix:path=" + folder.resolve("bus");
  }

  String address() {
    return address(folder);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
