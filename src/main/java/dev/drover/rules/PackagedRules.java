package dev.drover.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that were compiled with Drover itself. Their classes are ordinary classes of the jar,
 * which Java can keep in a class data archive; a list beside them says which rules they are.
 *
 * @param fit a hash of what compiled rules fit to: the fact classes, what compiles and checks
 *     rules, and the version of Drools
 * @param hash the hash of the rule files; empty where Drover was built without
 * @param models names of the classes that describe the rules
 */
record PackagedRules(String fit, String hash, List<String> models) {
  /**
   * Where the list is: first what they fit to, then the rules' hash, then a line for each model.
   */
  static final String LIST = "META-INF/drover/rules";

  /** What was packaged, or null where nothing was, as in a build that has not come that far. */
  static @Nullable PackagedRules find() {
    try (InputStream list = PackagedRules.class.getResourceAsStream("/" + LIST)) {
      if (list == null) {
        return null;
      }
      List<String> lines = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return new PackagedRules(lines.get(0), lines.get(1), lines.subList(2, lines.size()));
    } catch (IOException unreadable) {
      return null;
    }
  }

  String text() {
    return fit + "\n" + hash + "\n" + String.join("\n", models) + "\n";
  }
}
