package dev.drover.simulate;

import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.config.Configuration;
import dev.drover.plan.NodeView;
import dev.drover.plan.ResourceView;
import dev.drover.scenario.Deed;
import dev.drover.scenario.Expectation;
import dev.drover.simulate.World.Moment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges what came of a step by what was expected of it. */
final class Expectations {
  private final StepReport step;
  private final Configuration configuration;
  private final DeedLog deeds;

  Expectations(StepReport step) {
    this.step = step;
    configuration = step.configuration();
    deeds = new DeedLog(step);
  }

  Verdict judge(Expectation expectation) {
    return new Verdict(expectation, insteadOf(expectation).orElse(null));
  }

  /** What is so instead; empty where the expectation holds. */
  private Optional<String> insteadOf(Expectation expectation) {
    if (expectation instanceof Expectation.Runs runs) {
      return runs(runs);
    } else if (expectation instanceof Expectation.Stopped stopped) {
      List<String> services = services(stopped.resource());
      boolean stops =
          services.stream().allMatch(service -> Running.placesOf(step.after(), service).isEmpty());
      return unless(stops, () -> Running.sentence(services, step.after()));
    } else if (expectation instanceof Expectation.NodeIs is) {
      return seen(
          is.seenBy(),
          view ->
              unless(
                  node(view, is.node()).map(node -> stands(node, is.condition())).orElse(false),
                  () ->
                      node(view, is.node())
                          .map(Expectations::sentence)
                          .orElse(is.node() + " is not known")));
    } else if (expectation instanceof Expectation.ResourceIs is) {
      return seen(null, view -> resourceIs(view, is));
    } else if (expectation instanceof Expectation.FailureCount count) {
      return seen(null, view -> failureCount(view, count));
    } else if (expectation instanceof Expectation.HasQuorum quorum) {
      return seen(
          quorum.seenBy(),
          view ->
              unless(
                  view.assessment().quorate() == quorum.quorate(),
                  () ->
                      String.join(" and ", view.side())
                          + (quorum.quorate() ? " has no quorum" : " has quorum")));
    } else if (expectation instanceof Expectation.Happens happens) {
      boolean happened = deeds.of(happens.deed()).stream().anyMatch(Performed::succeeded);
      return unless(happened, deeds::sentence);
    } else if (expectation instanceof Expectation.Never never) {
      return deeds.of(never.deed()).stream()
          .findFirst()
          .map(done -> "it did " + DeedLog.sentence(done));
    } else if (expectation instanceof Expectation.InOrder inOrder) {
      return inOrder(inOrder);
    } else if (expectation instanceof Expectation.NothingHappens) {
      return unless(deeds.all().isEmpty(), deeds::sentence);
    } else if (expectation instanceof Expectation.NeverActiveTwice twice) {
      return never(
          running ->
              services(twice.resource()).stream()
                  .filter(service -> Running.placesOf(running, service).size() > 1)
                  .map(service -> Running.sentence(service, Running.placesOf(running, service)))
                  .findFirst());
    } else if (expectation instanceof Expectation.NeverTogether together) {
      return never(running -> together(running, together));
    } else if (expectation instanceof Expectation.Because because) {
      Reasons reasons = new Reasons(step);
      return unless(
          reasons.speakOf(because.subject(), because.reason()),
          () -> "the reasons given are: " + String.join("; ", reasons.about(because.subject())));
    }
    throw new IllegalArgumentException("no judgement on " + expectation);
  }

  private static Optional<String> unless(boolean holds, Supplier<String> instead) {
    return holds ? Optional.empty() : Optional.of(instead.get());
  }

  private List<String> services(String resource) {
    return Services.below(configuration, resource).toList();
  }

  private Optional<String> runs(Expectation.Runs runs) {
    for (String service : services(runs.resource())) {
      Map<String, Role> places = Running.placesOf(step.after(), service);
      // Of a promotable clone only the instances in the role are asked for, where a role is given.
      Set<String> nodes =
          places.entrySet().stream()
              .filter(place -> runs.role() == null || fits(place.getValue(), runs.role()))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      if (!nodes.equals(new HashSet<>(runs.nodes()))) {
        return Optional.of(Running.sentence(service, places));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(Role role, Role wanted) {
    return role == wanted || wanted == Role.STARTED && role.isActive();
  }

  private Optional<String> seen(
      @Nullable String by, Function<StepReport.View, Optional<String>> look) {
    List<StepReport.View> views =
        step.views().stream().filter(view -> by == null || view.side().contains(by)).toList();
    if (views.isEmpty()) {
      return Optional.of("no node is up to see it");
    }
    return views.stream().map(look).flatMap(Optional::stream).findFirst();
  }

  private static Optional<NodeView> node(StepReport.View view, String name) {
    return view.assessment().nodes().stream().filter(node -> node.name().equals(name)).findFirst();
  }

  private static boolean stands(NodeView node, Expectation.NodeCondition condition) {
    return switch (condition) {
      case ONLINE -> node.online() && node.unclean() == null;
      case OFFLINE -> !node.online() && node.unclean() == null;
      case UNCLEAN -> node.unclean() != null;
      case PENDING -> node.pending();
      case STANDBY -> node.standby() || node.standbyOnFail();
      case MAINTENANCE -> node.maintenance();
    };
  }

  private static String sentence(NodeView node) {
    List<String> conditions = new ArrayList<>();
    for (Expectation.NodeCondition condition : Expectation.NodeCondition.values()) {
      if (stands(node, condition)) {
        conditions.add(condition.label());
      }
    }
    return node.name() + " is " + String.join(", ", conditions);
  }

  private static Stream<ResourceView> views(StepReport.View view, String resource) {
    return view.assessment().resources().stream()
        .flatMap(ResourceView::all)
        .filter(each -> each.id().equals(resource) || each.baseName().equals(resource))
        .flatMap(ResourceView::primitives);
  }

  private static Optional<String> resourceIs(StepReport.View view, Expectation.ResourceIs is) {
    List<ResourceView> parts = views(view, is.resource()).toList();
    boolean holds =
        !parts.isEmpty()
            && switch (is.condition()) {
              case MANAGED -> parts.stream().allMatch(ResourceView::managed);
              case UNMANAGED -> parts.stream().noneMatch(ResourceView::managed);
              case BLOCKED -> parts.stream().anyMatch(ResourceView::blocked);
              case FAILED -> parts.stream().anyMatch(ResourceView::failed);
            };
    return unless(holds, () -> is.resource() + " is not " + is.condition().label());
  }

  private Optional<String> failureCount(StepReport.View view, Expectation.FailureCount expected) {
    Set<String> prefixes =
        services(expected.resource()).stream()
            .map(service -> "fail-count-" + service + "#")
            .collect(Collectors.toSet());
    int count =
        view.state().status().nodes().stream()
            .filter(node -> node.name().equals(expected.node()))
            .flatMap(node -> node.attributes().entrySet().stream())
            .filter(entry -> prefixes.stream().anyMatch(entry.getKey()::startsWith))
            .mapToInt(entry -> Score.parse(entry.getValue(), Score.ZERO).value())
            .sum();
    return unless(
        count == expected.count(),
        () -> expected.resource() + " has failed " + count + " times on " + expected.node());
  }

  private Optional<String> inOrder(Expectation.InOrder inOrder) {
    Performed last = null;
    for (Deed deed : inOrder.deeds()) {
      Performed after = last;
      Optional<Performed> next =
          deeds.of(deed).stream()
              .filter(Performed::succeeded)
              .filter(done -> after == null || !done.began().isBefore(after.ended()))
              .findFirst();
      if (next.isEmpty()) {
        return Optional.of("no " + deed.sentence() + " follows; " + deeds.sentence());
      }
      last = next.get();
    }
    return Optional.empty();
  }

  private Optional<String> never(Function<Map<String, Map<String, Role>>, Optional<String>> found) {
    Optional<String> atFirst = found.apply(step.before());
    if (atFirst.isPresent()) {
      return atFirst;
    }
    for (Moment moment : step.moments()) {
      Optional<String> instead = found.apply(moment.running());
      if (instead.isPresent()) {
        return Optional.of("after " + moment.cause() + " " + instead.get());
      }
    }
    return Optional.empty();
  }

  private Optional<String> together(
      Map<String, Map<String, Role>> running, Expectation.NeverTogether together) {
    for (String one : services(together.resource())) {
      for (String other : services(together.other())) {
        Set<String> shared = new HashSet<>(Running.placesOf(running, one).keySet());
        shared.retainAll(Running.placesOf(running, other).keySet());
        if (!shared.isEmpty()) {
          return Optional.of(one + " and " + other + " run on " + String.join(" and ", shared));
        }
      }
    }
    return Optional.empty();
  }
}
