package dev.drover.agent.fence;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a fence agent reads on standard input: a line {@code name=value} for each parameter, as the
 * FenceAgentAPI of fence-agents has it.
 */
final class Input {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]{0,127}");
  private static final Pattern BREAK = Pattern.compile("[\\r\\n\\x00]");

  private Input() {}

  /** The lines for a call that has no {@link #problem}. */
  static String of(FenceCall call) {
    StringBuilder lines = new StringBuilder("action=").append(call.action()).append('\n');
    new TreeMap<>(call.parameters())
        .forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    return lines.toString();
  }

  /**
   * Why a call cannot be written: a value of two lines would be a parameter of its own. Null where
   * it can; never with a value in it, which may be a password.
   */
  static @Nullable String problem(FenceCall call) {
    if (BREAK.matcher(call.action()).find()) {
      return "the action holds a line break: expected one word";
    }
    for (Map.Entry<String, String> parameter : call.parameters().entrySet()) {
      if (!NAME.matcher(parameter.getKey()).matches()) {
        return "`%s` is no parameter's name: expected letters, digits, _, ., : and -"
            .formatted(parameter.getKey());
      }
      if (BREAK.matcher(parameter.getValue()).find()) {
        return "the parameter `%s` holds a line break: expected one line"
            .formatted(parameter.getKey());
      }
    }
    return null;
  }
}
