package dev.drover.execute;

import dev.drover.schedule.digest.ParameterDigests;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What only a restart changes, of a resource whose agent can take up other parameters by a reload.
 *
 * @param names of the agent's parameters, also of those that the resource does not have; none of
 *     them holds a space, and all together are {@link #LONGEST} characters at most
 */
public record Unreloadable(List<String> names) {
  /** Many times what the agents of the common packages have; it is kept for each operation. */
  public static final int LONGEST = 8 * 1024;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:-]*");

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException where one cannot be a parameter's, or they are too many
   */
  public Unreloadable {
    names = List.copyOf(names);
    for (String name : names) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "found `%s`, expected the name of a parameter"
                .formatted(name.substring(0, Math.min(name.length(), 50))));
      }
    }
    int length = names.stream().mapToInt(String::length).sum();
    if (length > LONGEST) {
      throw new IllegalArgumentException(
          "found names of %d characters, expected %d at most".formatted(length, LONGEST));
    }
  }

  /**
   * What a history keeps of them, by the names under which it does.
   *
   * @param parameters that the operation ran with
   */
  Map<String, String> digests(Map<String, String> parameters) {
    // Who looks for a name looks for it with the spaces around it.
    String list = names.isEmpty() ? "" : " " + String.join(" ", names) + " ";
    return Map.of(
        "op-force-restart",
        list,
        "op-restart-digest",
        ParameterDigests.ofUnreloadable(parameters, list));
  }
}
