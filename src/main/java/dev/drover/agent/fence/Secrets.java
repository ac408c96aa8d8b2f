package dev.drover.agent.fence;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;

/** Keeps what must stay secret out of what people read. */
final class Secrets {
  /**
   * Parameters of the fence-agents package that hold a secret, and what others would be called; not
   * those that say where one is kept.
   */
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)(?!.*(script|file)$).*"
              + "(passw|passphrase|pass$|secret|token|community|credential|(api|private|access)_?key).*");

  private static final String MASK = "***";

  private Secrets() {}

  /** Whether a parameter of this name is a secret. */
  static boolean isSecret(String parameter) {
    return NAMES.matcher(parameter).matches();
  }

  /** The text with each secret parameter's value masked, wherever it stands. */
  static String mask(String text, Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(parameter -> isSecret(parameter.getKey()) && !parameter.getValue().isEmpty())
        .map(Map.Entry::getValue)
        // A password may be part of another one.
        .sorted(Comparator.comparingInt(String::length).reversed())
        .reduce(text, (masked, secret) -> masked.replace(secret, MASK));
  }
}
