package dev.drover.daemon;

import dev.drover.agent.ResourceAgent;
import dev.drover.live.Decider;
import dev.drover.live.Ledger;
import dev.drover.model.config.Configuration;
import dev.drover.peer.Site;
import dev.drover.text.InputException;
import dev.drover.text.cib.CibReader;
import dev.drover.text.yaml.ClusterReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The real tools of a machine. */
final class Installed implements Tools {
  private final Path rules;
  private final Function<Path, Decider> compiler;
  private final Machine machine;

  private final Runnable reset;
  private final Ledger.Reader reader = new ReadOnce(Installed::read);

  /**
   * Tools of this machine.
   *
   * @param rules the folder of the rules that Drover comes with
   * @param compiler makes a decider of a folder of rules; throws what is wrong with them
   * @param reset has the watchdog reset this machine, where it has one
   */
  Installed(
      Site site,
      Path rules,
      Function<Path, Decider> compiler,
      InstantSource clock,
      Journal journal,
      Runnable reset) {
    this.reset = reset;
    this.rules = rules;
    this.compiler = compiler;
    this.machine = new Machine(site, clock, journal);
  }

  @Override
  public Ledger.Reader reader() {
    return reader;
  }

  private static Configuration read(String name, String text) {
    try {
      if (name.endsWith(".xml")) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return CibReader.read(new ByteArrayInputStream(bytes), name).configuration();
      }
      return ClusterReader.read(text, name).configuration();
    } catch (InputException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Decider decider(Map<String, String> files) {
    if (files.isEmpty()) {
      return compiler.apply(rules);
    }
    try {
      Path folder = Files.createTempDirectory("drover-rules");
      try {
        return compiled(folder, files);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Decider compiled(Path folder, Map<String, String> files) throws IOException {
    write(folder, files);
    try {
      return compiler.apply(folder);
    } catch (RuntimeException wrong) {
      // People know the rules by their place in the folder that they were read from.
      String message = String.valueOf(wrong.getMessage()).replace(folder + "/", "");
      throw new IllegalArgumentException(message, wrong);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void write(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey()).normalize();
      if (!path.startsWith(folder)) {
        throw new IllegalArgumentException(
            "`" + file.getKey() + "`: expected a path below the folder of the rules");
      }
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  @Override
  public ResourceAgent agents() {
    return machine.agents();
  }

  @Override
  public Fences fences() {
    return machine.fences();
  }

  @Override
  public void endMachine(String action) {
    machine.end(action);
    // Where the kernel and the command fail, too.
    reset.run();
  }

  @Override
  public void close() {
    machine.close();
  }
}
