package dev.drover.agent.compose;

import dev.drover.agent.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the containers of a project amount to.
 *
 * @param rc OCF's: 0 all is well, 1 something is not, 7 nothing runs
 * @param reason names each service or container that is not well; empty for rc 0
 */
record Health(int rc, String reason) {
  /** True where no container of the wanted services can do anything. */
  static boolean nothingRuns(List<String> wanted, List<Container> containers) {
    return of(wanted, containers).noneMatch(Container::isActive);
  }

  /**
   * Judges a project.
   *
   * @param wanted the services that must be there; where empty, those that have a container
   */
  static Health judge(List<String> wanted, List<Container> containers) {
    if (nothingRuns(wanted, containers)) {
      return new Health(Outcome.RC_NOT_RUNNING, "");
    }
    List<String> faults = new ArrayList<>();
    for (String service : wanted) {
      if (containers.stream().noneMatch(container -> container.service().equals(service))) {
        faults.add("service `%s` has no container".formatted(service));
      }
    }
    of(wanted, containers).filter(one -> !one.isWell()).map(Health::inWords).forEach(faults::add);
    return faults.isEmpty()
        ? new Health(Outcome.RC_OK, "")
        : new Health(Outcome.RC_GENERIC, String.join(", ", faults));
  }

  private static Stream<Container> of(List<String> wanted, List<Container> containers) {
    return containers.stream()
        .filter(container -> wanted.isEmpty() || wanted.contains(container.service()));
  }

  private static String inWords(Container container) {
    String state = container.state().equals("running") ? container.health() : container.state();
    return "container `%s` is `%s`".formatted(container.name(), state);
  }
}
