package dev.drover.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The processes of the dummy services, as their agents wrote them down. */
final class Services {
  private final DemoFolder folder;
  private final List<String> nodes;

  Services(DemoFolder folder, List<String> nodes) {
    this.folder = folder;
    this.nodes = nodes;
  }

  /**
   * Kills a service behind the cluster's back.
   *
   * @return what was done
   * @throws IOException where it runs nowhere
   */
  String kill(String service) throws IOException {
    for (String node : nodes) {
      Path file = folder.node(node).resolve("run").resolve(service + ".pid");
      if (Files.exists(file)) {
        Optional<ProcessHandle> process = process(Files.readString(file).strip());
        if (process.isPresent() && process.get().destroyForcibly()) {
          return "killed process %d of %s on %s".formatted(process.get().pid(), service, node);
        }
      }
    }
    throw new IOException(
        "found no process of `%s`, expected a service that runs%nMaybe `status` tells which do"
            .formatted(service));
  }

  /** The process, unless its number has become another one's. */
  private static Optional<ProcessHandle> process(String id) {
    return id.matches("\\d{1,10}")
        ? ProcessHandle.of(Long.parseLong(id))
            .filter(each -> each.info().command().orElse("").endsWith("sleep"))
        : Optional.empty();
  }
}
