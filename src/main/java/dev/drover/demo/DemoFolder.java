package dev.drover.demo;

import dev.drover.peer.Site;
import dev.drover.text.InputException;
import dev.drover.text.yaml.SiteReader;
import dev.drover.text.yaml.SiteWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everything of a demo is: a folder {@code nodes/NAME} for each node, and one for the
 * operator; programs of all in {@code bin}; and the cluster's file.
 *
 * @param root absolute, without symbolic links
 */
public record DemoFolder(Path root) {
  private static final int AT_ONCE = 8;

  /** Where each node has its folder. */
  public Path nodes() {
    return root.resolve("nodes");
  }

  /** The site file of a node, or of the operator. */
  public Path site(String name) {
    return node(name).resolve("site.yaml");
  }

  Path node(String name) {
    return nodes().resolve(name);
  }

  Path cluster() {
    return root.resolve("cluster.yaml");
  }

  Path program(String name) {
    return root.resolve("bin").resolve(name);
  }

  /** There while the fence device refuses to work. */
  Path brokenFencing() {
    return root.resolve("fencing-is-broken");
  }

  /** Writes what is the same for all nodes. */
  void writePrograms() throws IOException {
    Files.createDirectory(root.resolve("bin"));
    for (String name : List.of("power", "boot", "guard", "fence_demo")) {
      write(name, program(name));
    }
  }

  /**
   * Gives a node agents of its own, so that its processes can be told from others.
   *
   * @throws InputException where its site file is none
   */
  void equip(String name) throws IOException, InputException {
    Path ocf = node(name).resolve("ocf");
    Path agent = ocf.resolve("resource.d/demo/dummy");
    Files.createDirectories(agent.resolveSibling(""));
    write("dummy", agent);
    Site plain = SiteReader.read(site(name));
    Site.ResourceAgents agents =
        new Site.ResourceAgents(
            ocf,
            plain.resourceAgents().initScripts(),
            List.of(root.resolve("bin")),
            AT_ONCE,
            plain.resourceAgents().watch());
    Site equipped =
        new Site(
            plain.cluster(),
            plain.node(),
            plain.role(),
            plain.data(),
            plain.members(),
            plain.tls(),
            plain.heartbeat(),
            plain.election(),
            plain.patience(),
            agents,
            plain.reach(),
            plain.watchdog(),
            plain.agents());
    Files.writeString(site(name), SiteWriter.write(equipped));
  }

  /** Removes everything. */
  void remove() throws IOException {
    try (Stream<Path> below = Files.walk(root)) {
      for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static void write(String resource, Path to) throws IOException {
    try (InputStream text = DemoFolder.class.getResourceAsStream(resource)) {
      if (text == null) {
        throw new IllegalStateException("`" + resource + "` is missing in this program");
      }
      Files.copy(text, to);
    }
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
