package dev.drover.cli;

import dev.drover.rules.RuleBase;
import dev.drover.schedule.Defaults;
import dev.drover.schedule.Scheduler;
import dev.drover.text.OptionScope;
import dev.drover.text.OptionSpec;
import dev.drover.text.OptionType;
import dev.drover.text.Options;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the scheduler that a command line asks for. */
final class Schedulers {
  private Schedulers() {}

  /**
   * A scheduler with the rules of a folder.
   *
   * @param folder null for the rules that Drover comes with
   */
  static Scheduler of(@Nullable Path folder) {
    return new Scheduler(
        RuleBase.load(folder == null ? Drover.home().resolve("rules") : folder), defaults());
  }

  private static Defaults defaults() {
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> booleans = new HashSet<>();
    for (OptionSpec option : Options.load().of(OptionScope.CLUSTER)) {
      if (option.defaultValue() != null) {
        values.put(option.name(), option.defaultValue());
      }
      if (option.type() == OptionType.BOOLEAN) {
        booleans.add(option.name());
      }
    }
    return new Defaults(values, booleans);
  }
}
