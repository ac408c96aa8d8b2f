package dev.drover.text.agent;

import dev.drover.agent.fence.Delays;
import dev.drover.agent.fence.Device;
import dev.drover.agent.fence.DeviceOptions;
import dev.drover.agent.fence.DeviceOptions.ActionOptions;
import dev.drover.agent.fence.FenceAction;
import dev.drover.agent.fence.HostCheck;
import dev.drover.agent.fence.Hosts;
import dev.drover.text.InputProblem;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a fence device from a resource's parameters: what the cluster needs itself, and what is
 * left for the agent.
 */
public final class DeviceReader {
  /** More at once than any device is asked for. */
  private static final int ANY_NUMBER = 1000;

  private static final int MOST_TRIES = 100;

  private final DeviceTexts texts;

  private DeviceReader(DeviceTexts texts) {
    this.texts = texts;
  }

  /**
   * A device and what is wrong with its parameters; each wrong one counts as if it were not there.
   */
  public record Read(Device device, List<InputProblem> problems) {}

  /**
   * Reads a device.
   *
   * @param id the resource's name
   * @param agent the program's name, such as {@code fence_ipmilan}
   * @param parameters as configured, under today's or earlier names
   */
  public static Read read(String id, String agent, Map<String, String> parameters) {
    DeviceTexts texts = new DeviceTexts(id, parameters);
    Device device =
        new Device(id, agent, new TreeMap<>(texts.forAgent()), new DeviceReader(texts).options());
    return new Read(device, List.copyOf(texts.problems()));
  }

  private DeviceOptions options() {
    String argument = texts.text("pcmk_host_argument");
    return new DeviceOptions(
        hosts(),
        HostCheck.of(texts.text("pcmk_host_check")).orElse(null),
        argument.isEmpty() ? null : argument,
        delays(),
        atOnce(),
        actions(),
        texts.text("provides").equals("unfencing"));
  }

  private Hosts hosts() {
    return new Hosts(
        HostTexts.list(texts.text("pcmk_host_list")),
        HostTexts.map(
            texts.text("pcmk_host_map"),
            entry -> texts.wrong("pcmk_host_map", entry, "a node and its plug, such as node1:1")));
  }

  private Delays delays() {
    String text = texts.text("pcmk_delay_base");
    Duration most = texts.duration("pcmk_delay_max", Duration.ZERO);
    if (!text.contains(":")) {
      return new Delays(texts.duration("pcmk_delay_base", Duration.ZERO), Map.of(), most);
    }
    Map<String, Duration> perNode =
        HostTexts.durations(
            text,
            entry ->
                texts.wrong(
                    "pcmk_delay_base", entry, "a node and a length of time, such as node1:5s"));
    return new Delays(Duration.ZERO, perNode, most);
  }

  private int atOnce() {
    int limit = texts.number("pcmk_action_limit", 1);
    return limit < 0 ? ANY_NUMBER : Math.max(1, Math.min(limit, ANY_NUMBER));
  }

  private Map<FenceAction, ActionOptions> actions() {
    Map<FenceAction, ActionOptions> actions = new EnumMap<>(FenceAction.class);
    for (FenceAction action : FenceAction.values()) {
      String prefix = "pcmk_" + action.word();
      String word = texts.text(prefix + "_action");
      Duration timeout = texts.duration(prefix + "_timeout", Duration.ZERO);
      int tries = texts.number(prefix + "_retries", ActionOptions.TRIES);
      ActionOptions special =
          new ActionOptions(
              word.isEmpty() ? null : word,
              timeout.isZero() ? null : timeout,
              Math.max(1, Math.min(tries, MOST_TRIES)));
      if (!special.equals(ActionOptions.USUAL)) {
        actions.put(action, special);
      }
    }
    return actions;
  }
}
