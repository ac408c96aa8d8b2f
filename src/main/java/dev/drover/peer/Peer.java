package dev.drover.peer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One identity in one cluster. Names are 1 to 63 of {@code A-Z a-z 0-9 . _ -} and begin with a
 * letter or digit, so that none can hold a path, a slash or a line.
 *
 * @param cluster the cluster's name
 * @param role what it may be there
 * @param node the node's name
 */
public record Peer(String cluster, Role role, String node) {
  /** How every identity begins. */
  public static final String SCHEME = "drover://";

  /** What a name must be, as the rest of a sentence that begins with "expected". */
  public static final String NAME_FORM = "1 to 63 letters, digits, dots, underscores or dashes";

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";
  private static final Pattern URI =
      Pattern.compile(SCHEME + "(" + NAME + ")/([a-z]+)/(" + NAME + ")");

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException where a name has other characters or is too long
   */
  public Peer {
    checkName("cluster", cluster);
    checkName("node", node);
  }

  /** The identity as a certificate holds it: {@code drover://CLUSTER/ROLE/NODE}. */
  public String uri() {
    return SCHEME + cluster + "/" + role.word() + "/" + node;
  }

  /** Reads what {@link #uri()} writes; empty where it is anything else. */
  public static Optional<Peer> parse(String uri) {
    Matcher parts = URI.matcher(uri);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Role.of(parts.group(2)).map(role -> new Peer(parts.group(1), role, parts.group(3)));
  }

  /**
   * Checks a name of a cluster or node.
   *
   * @throws IllegalArgumentException with the name in backticks
   */
  public static void checkName(String what, String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(what + " `" + name + "`: expected " + NAME_FORM);
    }
  }

  /** Whether a cluster or node may be called that. */
  public static boolean isName(String name) {
    return name.matches(NAME);
  }
}
