package dev.drover.daemon;

import dev.drover.cli.Drover;
import dev.drover.demo.FreePorts;
import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.text.yaml.SiteWriter;
import dev.drover.trust.Credential;
import dev.drover.trust.Issuer;
import dev.drover.trust.PemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Members that are processes of their own, so that they can be killed with {@code kill -9}. */
final class Machines implements AutoCloseable {
  private static final Duration VALID = Duration.ofHours(1);

  private final Path folder;
  private final List<Site.Member> members = new ArrayList<>();
  private final Map<String, Process> running = new LinkedHashMap<>();

  /** Members that have their files, and do not run yet. */
  Machines(Path folder, List<String> names) throws Exception {
    this.folder = folder;
    int port = FreePorts.row(2 * names.size(), new Random());
    for (String name : names) {
      members.add(
          new Site.Member(
              name,
              List.of(new Address("127.0.0.1", port++)),
              new Address("127.0.0.1", port++),
              false));
    }
    Issuer issuer = new Issuer(Clock.systemUTC(), new SecureRandom());
    Credential authority = issuer.authority("fire", VALID.multipliedBy(2));
    PemFiles files = new PemFiles(folder);
    files.writeAuthority(authority.certificate());
    for (String name : names) {
      Peer peer = new Peer("fire", Role.MEMBER, name);
      files.writeNode(name, issuer.issue(authority, peer, List.of("127.0.0.1"), VALID));
      Files.writeString(file(name), SiteWriter.write(site(name, Role.MEMBER)));
    }
    Peer ann = new Peer("fire", Role.OPERATOR, "ann");
    files.writeNode("ann", issuer.issue(authority, ann, List.of(), VALID));
  }

  private Path file(String name) {
    return folder.resolve(name + ".yaml");
  }

  private Site site(String name, Role role) {
    return new Site(
        "fire",
        name,
        role,
        folder.resolve("data-" + name),
        members,
        new Site.Tls(
            folder.resolve("authority.pem"),
            folder.resolve(name + ".pem"),
            folder.resolve(name + ".key")),
        Site.Heartbeat.USUAL,
        Site.Election.USUAL,
        Site.Patience.USUAL,
        Site.ResourceAgents.USUAL,
        List.of(),
        null,
        List.of());
  }

  /** Starts a member; what it says is appended to {@code NAME.log}. */
  void start(String name) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    running.put(
        name,
        new ProcessBuilder(
                java,
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Ddrover.home=" + System.getProperty("drover.home", "."),
                "-cp",
                System.getProperty("java.class.path"),
                Drover.class.getName(),
                "daemon",
                "--site",
                file(name).toString(),
                "--stop-within",
                "0")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()))
            .start());
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /** Kills a member where it stands: {@code kill -9}, and waits for its end. */
  void kill(String name) throws InterruptedException {
    running.remove(name).destroyForcibly().waitFor();
  }

  /** An operator's connections. */
  Conversation open() throws IOException {
    return new Client(site("ann", Role.OPERATOR)).open();
  }

  /** What the members said. */
  String said() throws IOException {
    StringBuilder said = new StringBuilder();
    for (Site.Member member : members) {
      said.append("--- ").append(member.name()).append('\n');
      if (Files.exists(log(member.name()))) {
        said.append(Files.readString(log(member.name())));
      }
    }
    return said.toString();
  }

  @Override
  public void close() {
    running.values().forEach(Process::destroyForcibly);
  }
}
