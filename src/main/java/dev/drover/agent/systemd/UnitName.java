package dev.drover.agent.systemd;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of units, as they are configured and as systemd wants them. */
public final class UnitName {
  /** The kinds of units that can be resources; anything else is the name of a service. */
  private static final List<String> KINDS =
      List.of(".service", ".socket", ".mount", ".timer", ".path");

  /** What systemd accepts in a name; {@code \x2d} is an escaped character. */
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9:_.\\\\@-]{1,255}");

  private UnitName() {}

  /** The full name; {@code nginx} is {@code nginx.service}. */
  public static String of(String configured) {
    return KINDS.stream().anyMatch(configured::endsWith) ? configured : configured + ".service";
  }

  /** Why no unit can have the full name; null where one can. */
  static @Nullable String problem(String unit) {
    if (!VALID.matcher(unit).matches()) {
      return "`%s` is no unit's name: expected letters, digits and `:_.\\@-`, at most 255"
          .formatted(unit);
    }
    int dot = unit.lastIndexOf('.');
    if (unit.startsWith("@") || dot == 0) {
      return "`%s` is no unit's name: nothing stands before the `%s`"
          .formatted(unit, unit.substring(0, 1));
    }
    if (unit.charAt(dot - 1) == '@') {
      return "`%s` is a template, expected an instance of it. Maybe `%sNAME` is meant"
          .formatted(unit, unit.substring(0, dot));
    }
    return null;
  }
}
