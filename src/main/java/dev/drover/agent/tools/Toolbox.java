package dev.drover.agent.tools;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Where the programs for resource agents are on this machine. */
public final class Toolbox {
  private static final List<String> READ = List.of("ask", "attribute");
  private static final List<String> RUN =
      List.of("crm_attribute", "crm_master", "attrd_updater", "crm_node", "pacemakerd");

  private final Path folder;

  /**
   * A toolbox that has not been installed, perhaps.
   *
   * @param data the folder of what must outlive a restart of this node
   */
  public Toolbox(Path data) {
    folder = data.toAbsolutePath().resolve("agents");
  }

  /** The folder of the programs; absolute. */
  public Path programs() {
    return folder.resolve("bin");
  }

  /** The folder of requests and answers; absolute. */
  public Path spool() {
    return folder.resolve("spool");
  }

  /**
   * Writes the programs of this version, for this machine's superuser alone.
   *
   * @throws IOException where a folder or file cannot be written, or programs there cannot be run
   */
  public void install() throws IOException {
    for (Path each : List.of(folder, programs(), spool())) {
      Files.createDirectories(each);
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
    }
    for (String name : READ) {
      write(name, "rw-------");
    }
    for (String name : RUN) {
      write(name, "rwx------");
      if (!Files.isExecutable(programs().resolve(name))) {
        throw new IOException(
            "`%s` cannot be run%nMaybe its file system is mounted with noexec"
                .formatted(programs().resolve(name)));
      }
    }
  }

  /** Agents that run meanwhile see the old file or the new one. */
  private void write(String name, String permissions) throws IOException {
    Path made = programs().resolve(name + ".new");
    try (InputStream text = Toolbox.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new FileNotFoundException("`" + name + "` is missing from the program");
      }
      Files.copy(text, made, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(permissions));
    Files.move(made, programs().resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
