package dev.drover.policy;

import dev.drover.rules.Catalogue;
import dev.drover.rules.RuleBase;
import dev.drover.schedule.Defaults;
import dev.drover.schedule.Scheduler;
import dev.drover.text.OptionScope;
import dev.drover.text.OptionSpec;
import dev.drover.text.OptionType;
import dev.drover.text.Options;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules that ship with Drover. */
final class Policy {
  static final Path RULES = Path.of("rules");

  private static final RuleBase BASE = RuleBase.load(RULES);
  private static final Catalogue CATALOGUE = BASE.catalogue();

  private Policy() {}

  static RuleBase rules() {
    return BASE;
  }

  static Catalogue catalogue() {
    return CATALOGUE;
  }

  /** Decides by some rules, where nothing is configured by the defaults that are documented. */
  static Scheduler scheduler(RuleBase rules) {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (OptionSpec option : Options.load().of(OptionScope.CLUSTER)) {
      if (option.defaultValue() != null) {
        defaults.put(option.name(), option.defaultValue());
      }
    }
    return new Scheduler(
        rules,
        new Defaults(
            defaults,
            Options.load().of(OptionScope.CLUSTER).stream()
                .filter(option -> option.type() == OptionType.BOOLEAN)
                .map(OptionSpec::name)
                .collect(Collectors.toSet())));
  }
}
