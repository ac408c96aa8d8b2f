package dev.drover.daemon;

import dev.drover.agent.fence.WatchdogFacts;
import dev.drover.cli.Schedulers;
import dev.drover.live.Decider;
import dev.drover.peer.Site;
import dev.drover.schedule.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a member of a {@link Ring} finds on its machine.
 *
 * @param stage pretended agents; null for programs
 * @param reset the timeout of the watchdog; null where that is not known
 */
record Machinery(Site site, @Nullable Stage stage, @Nullable Duration reset, Journal journal)
    implements Daemon.Installation {
  private static final Path RULES = Path.of("rules");
  private static final Scheduler SCHEDULER = Schedulers.of(RULES);

  @Override
  public Tools tools(InstantSource clock, Runnable fire) {
    Tools installed = new Installed(site, RULES, Machinery::decider, clock, journal, fire);
    return stage == null ? installed : new Staged(installed, stage.of(site.node()));
  }

  private static Decider decider(Path rules) {
    Scheduler scheduler = rules.equals(RULES) ? SCHEDULER : Schedulers.of(rules);
    return scheduler::rule;
  }

  @Override
  public WatchdogFacts watchdog(Path device) {
    return new WatchdogFacts(Optional.ofNullable(reset), false);
  }
}
