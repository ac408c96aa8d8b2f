package dev.drover.cli;

import dev.drover.rules.RuleBase;
import dev.drover.rules.RulePreload;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the scheduler that a command line asks for. */
public final class Schedulers {
  private static volatile @Nullable FutureTask<RuleBase> started;

  private Schedulers() {}

  /** A scheduler with the rules of a folder. */
  public static Scheduler of(Path rules) {
    return new Scheduler(RuleBase.load(rules), defaults());
  }

  /**
   * Begins to load rules before anybody has read the command line, where it asks for a simulation
   * with the rules that Drover comes with: that is most of what a short command waits for.
   */
  static void headStart(String... args) {
    boolean simulates = args.length > 0 && args[0].equals("simulate");
    if (simulates && Stream.of(args).noneMatch(arg -> arg.startsWith("--rules"))) {
      RulePreload.begin();
      started = load(Drover.home().resolve("rules"));
    }
  }

  /**
   * Begins to make a scheduler with the rules of a folder, beside whatever is done next.
   *
   * @param folder null for the rules that Drover comes with
   * @return waits for the scheduler; throws what is wrong with the rules
   */
  static Supplier<Scheduler> begin(@Nullable Path folder) {
    FutureTask<RuleBase> early = folder == null ? started : null;
    FutureTask<RuleBase> loading =
        early != null ? early : load(folder == null ? Drover.home().resolve("rules") : folder);
    return () -> new Scheduler(finished(loading), defaults());
  }

  private static FutureTask<RuleBase> load(Path rules) {
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
    return loading;
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
