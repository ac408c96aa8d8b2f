package dev.drover.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code drover resource debug} asks for and answers. */
class ResourceDebugTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path temp;
  private String file = "";

  @BeforeEach
  void cluster() throws IOException {
    Path cluster = temp.resolve("cluster.yaml");
    Files.writeString(
        cluster,
        """
        cluster: small
        nodes: [one, two]
        resources:
          - group: both
            members:
              - {primitive: web, agent: ocf:nobody:web}
              - {primitive: unit, agent: stonith:fence_unit}
        """);
    file = cluster.toString();
  }

  @Test
  void aMissingAgentIsSaidWithItsPath() {
    assertEquals(1, run("resource", "debug", "monitor", "web", file), err::toString);
    assertTrue(out.toString().startsWith("monitor of web ended with 5 (Not installed)"), all());
    assertTrue(out.toString().contains("resource.d/nobody/web"), all());
  }

  @Test
  void aStandardThatCannotBeRunIsNamed() {
    assertEquals(1, run("resource", "debug", "monitor", "unit", file));
    assertTrue(
        out.toString()
            .contains(
                "because: found the standard `stonith`, expected one of compose, lsb, ocf, service, systemd"),
        all());
  }

  @Test
  void whatChangesAServiceNeedsForce() {
    assertEquals(64, run("resource", "debug", "start", "web", file));
    assertEquals(
        """
        drover: found `start`, expected one of monitor, validate-all, meta-data: anything else changes the service behind the cluster's back
        Maybe `--force` is meant
        """,
        err.toString());
    assertEquals(1, run("resource", "debug", "start", "web", file, "--force"));
    assertTrue(out.toString().startsWith("start of web ended with 5 (Not installed)"), all());
  }

  @Test
  void anUnknownResourceGetsAGuess() {
    assertEquals(64, run("resource", "debug", "monitor", "wep", file));
    assertEquals(
        "drover: found `wep`, expected a primitive of " + file + "\nMaybe `web` is meant\n",
        err.toString());
  }

  @Test
  void anUnknownNodeGetsAGuess() {
    assertEquals(64, run("resource", "debug", "monitor", "web", file, "--node", "twoo"));
    assertTrue(err.toString().contains("Maybe `two` is meant"), all());
  }

  @Test
  void aTimeWithoutAnEndIsRefused() {
    assertEquals(64, run("resource", "debug", "monitor", "web", file, "--timeout", "0"));
    assertTrue(err.toString().contains("found `0`, expected a time that ends"), all());
    assertEquals(64, run("resource", "debug", "monitor", "web", file, "--timeout", "soon"));
    assertTrue(err.toString().contains("found `soon`, expected a length of time"), all());
  }

  private String all() {
    return out + "\n" + err;
  }

  private int run(String... args) {
    return Drover.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
