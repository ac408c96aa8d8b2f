package dev.drover.agent.compose;

import dev.drover.agent.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that is called as docker is, and keeps in files what it was called with, what it lists
 * and what it says; {@code up} and {@code down} change what it lists.
 */
final class FakeDocker {
  private static final String SCRIPT =
      """
      #!/bin/sh
      echo "$*" >>%1$s/calls
      case " $* " in
        *" ps "*" --quiet "*) cat %1$s/made ;;
        *" inspect "*) cat %1$s/policies ;;
        *" update "*) . %1$s/updating ;;
        *" up --no-start "*) ;;
        *" ps "*) cat %1$s/listed ;;
        *" config "*) cat %1$s/services ;;
        *" up "*) cat %1$s/behaviour >%1$s/run; . %1$s/run; cp %1$s/after-up %1$s/listed ;;
        *" down "*) : >%1$s/listed ;;
      esac
      """;

  final Path folder;

  FakeDocker(Path folder) throws IOException {
    this.folder = folder;
    Shell.executable(folder.resolve("docker"), SCRIPT.formatted(folder));
    for (String file :
        List.of("listed", "services", "behaviour", "after-up", "calls", "updating")) {
      Files.writeString(folder.resolve(file), "");
    }
    makes("1=no");
  }

  FakeDocker lists(String... containers) throws IOException {
    Files.writeString(folder.resolve("listed"), String.join("\n", containers));
    return this;
  }

  FakeDocker listsAfterUp(String... containers) throws IOException {
    Files.writeString(folder.resolve("after-up"), String.join("\n", containers));
    return this;
  }

  FakeDocker hasServices(String... services) throws IOException {
    Files.writeString(folder.resolve("services"), String.join("\n", services) + "\n");
    return this;
  }

  /** The containers that {@code up} makes, each as {@code ID=POLICY}. */
  FakeDocker makes(String... containers) throws IOException {
    String ids = "";
    for (String container : containers) {
      ids += container.replaceFirst("=.*", "\n");
    }
    Files.writeString(folder.resolve("made"), ids);
    Files.writeString(folder.resolve("policies"), String.join("\n", containers));
    return this;
  }

  /** Cannot change a container's restart policy, as podman could not before 5.1. */
  FakeDocker cannotUpdate() throws IOException {
    Files.writeString(
        folder.resolve("updating"), "echo 'Error: unknown flag: --restart' >&2; exit 125\n");
    return this;
  }

  /** What {@code up} does first, as shell. */
  FakeDocker does(String shell) throws IOException {
    Files.writeString(folder.resolve("behaviour"), shell + "\n");
    return this;
  }

  List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }

  static String container(String service, String state, String health) {
    return """
    {"Name":"p-%1$s-1","Service":"%1$s","State":"%2$s","Health":"%3$s","ExitCode":0}"""
        .formatted(service, state, health);
  }
}
