package dev.drover.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every option that people may set, with its meaning, type and default; in the order of the
 * catalogue file.
 */
public final class Options {
  private static final String RESOURCE = "/dev/drover/options.yaml";

  private final List<OptionSpec> all;
  private final Map<OptionScope, Map<String, OptionSpec>> byName = new EnumMap<>(OptionScope.class);

  private Options(List<OptionSpec> all) {
    this.all = List.copyOf(all);
    all.forEach(
        option ->
            byName
                .computeIfAbsent(option.scope(), s -> new HashMap<>())
                .put(option.name(), option));
  }

  private static final class Loaded {
    static final Options OPTIONS = read();
  }

  /** The catalogue that comes with the program. */
  public static Options load() {
    return Loaded.OPTIONS;
  }

  private static Options read() {
    try (InputStream in = Options.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program");
      }
      return new Options(OptionsFile.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  public List<OptionSpec> all() {
    return all;
  }

  /** The options of some scopes, in the order of the catalogue. */
  public List<OptionSpec> of(OptionScope... scopes) {
    List<OptionScope> wanted = List.of(scopes);
    return all.stream().filter(option -> wanted.contains(option.scope())).toList();
  }

  /** An option by its current name; empty where the scopes have none of that name. */
  public Optional<OptionSpec> find(String name, OptionScope... scopes) {
    for (OptionScope scope : scopes) {
      OptionSpec option = byName.getOrDefault(scope, Map.of()).get(name);
      if (option != null) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  /** An option by a name that it had once; empty where there is none. */
  public Optional<OptionSpec> formerly(String name, OptionScope... scopes) {
    return of(scopes).stream().filter(option -> option.formerNames().contains(name)).findFirst();
  }
}
