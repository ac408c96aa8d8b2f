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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the scheduler that a command line asks for. */
public final class Schedulers {
  private Schedulers() {}

  /** A scheduler with the rules of a folder. */
  public static Scheduler of(Path rules) {
    return new Scheduler(RuleBase.load(rules), defaults());
  }

  /**
   * Begins to make a scheduler with the rules of a folder, beside whatever is done next: loading
   * rules is most of what a short command waits for, and needs nothing of its input.
   *
   * @param folder null for the rules that Drover comes with
   * @return waits for the scheduler; throws what is wrong with the rules
   */
  static Supplier<Scheduler> begin(@Nullable Path folder) {
    Path rules = folder == null ? Drover.home().resolve("rules") : folder;
    FutureTask<RuleBase> loading =
        new FutureTask<>(
            () -> {
              RuleBase base = RuleBase.load(rules);
              base.open().close();
              return base;
            });
    Thread loader = new Thread(loading, "rules");
    loader.setDaemon(true);
    loader.start();
    return () -> new Scheduler(finished(loading), defaults());
  }

  private static RuleBase finished(FutureTask<RuleBase> loading) {
    try {
      return loading.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
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
