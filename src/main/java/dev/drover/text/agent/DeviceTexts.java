package dev.drover.text.agent;

import dev.drover.agent.fence.FenceAction;
import dev.drover.model.Intervals;
import dev.drover.text.InputProblem;
import dev.drover.text.OptionScope;
import dev.drover.text.OptionSpec;
import dev.drover.text.Options;
import dev.drover.text.Suggest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fence device's parameters, parted by who reads them, with what is wrong with them. */
final class DeviceTexts {
  private static final String PREFIX = "pcmk_";

  /** What a configuration may hold that is for no agent: the agent is told each time what to do. */
  private static final Set<String> FOR_NOBODY =
      Set.of("action", "crm_feature_set", "stonith-timeout");

  private final String device;
  private final Map<String, String> own = new HashMap<>();
  private final Map<String, String> forAgent = new HashMap<>();
  private final List<InputProblem> problems = new ArrayList<>();

  DeviceTexts(String device, Map<String, String> parameters) {
    this.device = device;
    parameters.forEach(this::sort);
  }

  private void sort(String name, String value) {
    Options options = Options.load();
    Optional<OptionSpec> former = options.formerly(name, OptionScope.FENCE_DEVICE);
    Optional<OptionSpec> option = options.find(name, OptionScope.FENCE_DEVICE).or(() -> former);
    if (option.isPresent() && !name.equals("stonith-timeout")) {
      if (!option.get().accepts(value)) {
        wrong(name, value, option.get().expectation());
      } else if (former.isPresent()) {
        // Where a parameter stands there twice, today's name counts.
        own.putIfAbsent(option.get().name(), value);
      } else {
        own.put(name, value);
      }
    } else if (name.equals("provides") || ofAction(name)) {
      own.put(name, value);
    } else if (name.startsWith(PREFIX)) {
      unknown(name);
    } else if (!FOR_NOBODY.contains(name) && !name.startsWith("CRM_meta_")) {
      forAgent.put(name, value);
    }
  }

  /** Options of actions that are so rare that no catalogue names them. */
  private static boolean ofAction(String name) {
    return Arrays.stream(FenceAction.values())
        .flatMap(
            action ->
                Stream.of("_action", "_timeout", "_retries")
                    .map(part -> PREFIX + action.word() + part))
        .anyMatch(Predicate.isEqual(name));
  }

  Map<String, String> forAgent() {
    return forAgent;
  }

  List<InputProblem> problems() {
    return problems;
  }

  /** A parameter's text; empty where it is not there. */
  String text(String name) {
    return own.getOrDefault(name, "").strip();
  }

  Duration duration(String name, Duration otherwise) {
    String text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    return Intervals.read(text).stream()
        .mapToObj(Duration::ofMillis)
        .findFirst()
        .orElseGet(
            () -> {
              wrong(name, text, "a length of time such as 30s, 5min or PT1H");
              return otherwise;
            });
  }

  int number(String name, int otherwise) {
    String text = text(name);
    try {
      return text.isEmpty() ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      wrong(name, text, "a whole number");
      return otherwise;
    }
  }

  void wrong(String name, String found, String expected) {
    problem(name, found, expected, null);
  }

  private void unknown(String name) {
    List<String> names =
        Options.load().of(OptionScope.FENCE_DEVICE).stream().map(OptionSpec::name).toList();
    String maybe =
        Suggest.closest(name, names).map(near -> "`" + near + "` was meant").orElse(null);
    problems.add(
        new InputProblem(
            "fence device " + device, 0, 0, name, "a parameter that the cluster knows", maybe));
  }

  private void problem(String name, String found, String expected, @Nullable String maybe) {
    problems.add(
        new InputProblem("fence device " + device + ", " + name, 0, 0, found, expected, maybe));
  }
}
