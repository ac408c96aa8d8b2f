package dev.drover.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code drover}, with a Java that only writes down how it was called. */
class LauncherTest {
  private static final String JAVA =
      """
      #!/bin/sh
      echo "$*" >>"${0%/bin/java}/calls"
      for argument; do
        case $argument in
          -version) echo 'openjdk version "VERSION"' >&2; exit 0 ;;
          -XX:SharedArchiveFile=*.part) [ -e "${0%/bin/java}/broken" ] || echo classes >"${argument#*=}" ;;
        esac
      done
      """;

  @TempDir private Path temp;
  private Path home;
  private Path java;

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(temp.resolve("home"));
    install(Path.of("drover"), home.resolve("drover"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("target"));
    Files.writeString(home.resolve("pom.xml"), "");
    Instant old = Instant.parse("2026-01-01T00:00:00Z");
    Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(old));
    Files.setLastModifiedTime(home.resolve("src/main"), FileTime.from(old));
    jarOf(old.plusSeconds(60));
    java = temp.resolve("java");
    javaOf("17.0.1");
  }

  @Test
  void theFirstStartMakesAnArchiveAndEveryStartUsesIt() throws Exception {
    assertEquals("", start("rules"));
    assertTrue(Files.exists(archive()));
    assertEquals(1, dumps());
    start("rules");
    assertEquals(1, dumps());
    assertTrue(last().contains("-XX:SharedArchiveFile=" + archive()), last());
    assertTrue(last().endsWith("drover.jar rules"), last());
  }

  @Test
  void anotherJarGetsAnotherArchive() throws Exception {
    start("rules");
    jarOf(Instant.now().plusSeconds(60));
    start("rules");
    assertEquals(2, dumps());
  }

  @Test
  void anArchiveThatCannotBeMadeIsNotTriedAtEveryStart() throws Exception {
    Files.writeString(java.resolve("broken"), "");
    start("rules");
    int tried = dumps();
    assertTrue(tried > 0);
    start("rules");
    assertEquals(tried, dumps());
    assertFalse(last().contains("SharedArchiveFile"), last());
  }

  @Test
  void aLongRunGetsTheBetterCompiler() throws Exception {
    start("simulate", "a.xml");
    assertTrue(last().startsWith("-XX:TieredStopAtLevel=1 "), last());
    start("simulate", "--output-dir", "out", "a.xml");
    assertFalse(last().contains("TieredStopAtLevel"), last());
  }

  @Test
  void aNodeStaysSmallAndEndsWhereItHasNoMemory() throws Exception {
    for (String node : List.of("daemon", "witness", "agent")) {
      start(node, "--site", "a.yaml");
      assertTrue(last().contains("-Xmx512m "), last());
      assertTrue(last().contains("-XX:+ExitOnOutOfMemoryError "), last());
    }
  }

  @Test
  void aNodeDoesNotLookAtControlGroups() throws Exception {
    for (String node : List.of("daemon", "witness", "agent", "demo")) {
      start(node);
      assertTrue(last().contains("-XX:-UseContainerSupport "), last());
    }
  }

  @Test
  void anOlderJavaIsPassedOver() throws Exception {
    javaOf("11.0.2");
    start("rules");
    assertEquals(List.of("-version"), calls());
  }

  private String start(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("drover").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", java.toString());
    builder.environment().remove("DROVER_JAVA_OPTIONS");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
    return said;
  }

  private Path archive() throws IOException {
    return home.toRealPath().resolve("target/drover.jsa");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(java.resolve("calls"));
  }

  private int dumps() throws IOException {
    return (int) calls().stream().filter(call -> call.contains("-Xshare:dump")).count();
  }

  private String last() throws IOException {
    return calls().get(calls().size() - 1);
  }

  private void jarOf(Instant time) throws IOException {
    Path jar = home.resolve("target/drover.jar");
    Files.writeString(jar, "");
    Files.setLastModifiedTime(jar, FileTime.from(time));
  }

  private void javaOf(String version) throws IOException {
    Path program = Files.createDirectories(java.resolve("bin")).resolve("java");
    Path text = Files.writeString(java.resolve("text"), JAVA.replace("VERSION", version));
    install(text, program);
  }

  /**
   * By a process of its own: a file that this one has open for writing while another test starts a
   * program is open there, too, for a moment, and cannot be run.
   */
  private static void install(Path from, Path to) throws IOException {
    Process install =
        new ProcessBuilder("install", "-m", "755", from.toString(), to.toString()).start();
    assertEquals(0, install.onExit().join().exitValue());
  }
}
