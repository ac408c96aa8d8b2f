package dev.drover.agent.compose;

import dev.drover.agent.AgentCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A project as a resource's parameters describe it.
 *
 * @param runtime the engine's program, such as {@code docker}
 * @param name what its containers are labelled with
 * @param folder where its file is looked for and its relative paths begin; null where only a file
 *     is given
 * @param file null where the engine is to look for it in the folder
 * @param services those that matter; empty for all
 */
record Project(
    String runtime,
    String name,
    @Nullable Path folder,
    @Nullable Path file,
    List<String> services) {
  private static final Set<String> RUNTIMES = Set.of("docker", "podman");
  private static final Set<String> KNOWN =
      Set.of("project_directory", "file", "project", "services", "runtime");

  /** What Compose accepts. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");

  private static final Pattern SERVICE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

  /**
   * Reads the parameters of a call.
   *
   * @throws IllegalArgumentException where they cannot be meant so; the message is for people
   */
  static Project of(AgentCall call) {
    Map<String, String> parameters = call.parameters();
    for (String parameter : parameters.keySet()) {
      expect(KNOWN.contains(parameter), parameter, "one of " + KNOWN.stream().sorted().toList());
    }
    String type = call.agent().type();
    boolean isRuntime = RUNTIMES.contains(type);
    String runtime = parameters.getOrDefault("runtime", isRuntime ? type : "docker");
    expect(RUNTIMES.contains(runtime), runtime, "`docker` or `podman` as `runtime`");
    String name = parameters.getOrDefault("project", isRuntime ? instance(call) : type);
    expect(
        NAME.matcher(name).matches(),
        name,
        "a project's name of small letters, digits, `-` and `_`. Maybe the parameter `project`"
            + " helps");
    Path folder = path(parameters, "project_directory");
    Path file = path(parameters, "file");
    expect(folder != null || file != null, type, "the parameter `project_directory` or `file`");
    return new Project(runtime, name, folder, file, services(parameters));
  }

  /** The beginning of every command that needs what is written in the file. */
  List<String> byFile() {
    List<String> command = new ArrayList<>(List.of("compose"));
    if (folder != null) {
      command.addAll(List.of("--project-directory", folder.toString()));
    }
    if (file != null) {
      command.addAll(List.of("-f", file.toString()));
    }
    command.addAll(List.of("-p", name));
    return command;
  }

  /** Likewise for commands that find the containers by their labels, also without a file. */
  List<String> byName() {
    return new ArrayList<>(List.of("compose", "-p", name));
  }

  /** What must be on this machine for a start: the file, or else the folder. */
  Path needed() {
    Path needed = file != null ? file : folder;
    if (needed == null) {
      throw new IllegalStateException("a project has a file or a folder");
    }
    return needed;
  }

  /** The name that this node knows the resource by, as far as Compose lets it be a name. */
  private static String instance(AgentCall call) {
    return call.resource().replace(':', '-');
  }

  private static @Nullable Path path(Map<String, String> parameters, String parameter) {
    String text = parameters.get(parameter);
    if (text == null) {
      return null;
    }
    expect(text.startsWith("/"), text, "an absolute path as `" + parameter + "`");
    return Path.of(text);
  }

  private static List<String> services(Map<String, String> parameters) {
    List<String> services =
        List.of(parameters.getOrDefault("services", "").split("[\\s,]+")).stream()
            .filter(service -> !service.isEmpty())
            .toList();
    for (String service : services) {
      expect(SERVICE.matcher(service).matches(), service, "names of services as `services`");
    }
    return services;
  }

  private static void expect(boolean holds, String found, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("found `%s`, expected %s".formatted(found, expected));
    }
  }
}
