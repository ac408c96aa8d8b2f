package dev.drover.schedule.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Parameters in the form in which they are hashed: one XML element, its attributes sorted by the
 * bytes of the name.
 */
final class ParameterSet {
  static final String TIMEOUT = "CRM_meta_timeout";

  private static final String META_PREFIX = "CRM_meta_";

  private static final Comparator<String> BY_BYTES =
      Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  /**
   * Names that the cluster itself adds, and one whose value changes while nothing was reconfigured.
   */
  private static final Set<String> NEVER_HASHED =
      Set.of("id", "crm_feature_set", "op-digest", "on_node", "on_node_uuid", "pcmk_external_ip");

  private final SortedMap<String, String> values = new TreeMap<>(BY_BYTES);

  /** The names in a list with spaces between them. */
  static Set<String> names(String list) {
    return new HashSet<>(Arrays.asList(list.split(" ")));
  }

  /** Adds those that count and whose names are not taken yet. */
  ParameterSet add(Map<String, String> parameters) {
    parameters.forEach(
        (name, value) -> {
          if (!name.startsWith(META_PREFIX) && !NEVER_HASHED.contains(name)) {
            values.putIfAbsent(name, value);
          }
        });
    return this;
  }

  /** Adds the timeout, which counts although it is no parameter of the agent. */
  ParameterSet addTimeout(long timeoutMs) {
    values.put(TIMEOUT, Long.toString(timeoutMs));
    return this;
  }

  /** A copy without the parameters whose names do not pass. */
  ParameterSet filter(Predicate<String> keep) {
    ParameterSet copy = new ParameterSet();
    copy.values.putAll(values);
    copy.values.keySet().removeIf(keep.negate());
    return copy;
  }

  /** The MD5 sum as 32 hexadecimal digits. */
  String digest() {
    StringBuilder text = new StringBuilder(" <parameters");
    values.forEach(
        (name, value) -> {
          text.append(' ').append(name).append("=\"");
          escape(text, value);
          text.append('"');
        });
    return md5(text.append("/>\n").toString());
  }

  private static void escape(StringBuilder text, String value) {
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      switch (character) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        case '"' -> text.append("&quot;");
        default -> {
          if (character < ' ' || character == '\u007f') {
            text.append(String.format("&#x%02X;", (int) character));
          } else {
            text.append(character);
          }
        }
      }
    }
  }

  private static String md5(String text) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has MD5", impossible);
    }
  }
}
