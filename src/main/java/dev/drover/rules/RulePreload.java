package dev.drover.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Loads the classes of the packaged rules ahead of time. A rule is a handful of small classes, and
 * making Java ready to use them is most of what loading rules takes; it needs no order, so a second
 * processor core can share it.
 */
public final class RulePreload {
  /** Where the names of the classes are. */
  static final String NAMES = "META-INF/drover/rule-classes";

  private RulePreload() {}

  /** Begins in a thread of its own and is done when it is done; nothing depends on it. */
  public static void begin() {
    Thread thread = new Thread(RulePreload::run, "rule classes");
    thread.setDaemon(true);
    thread.start();
  }

  private static void run() {
    ClassLoader loader = RulePreload.class.getClassLoader();
    try (InputStream names = RulePreload.class.getResourceAsStream("/" + NAMES)) {
      if (names == null) {
        return;
      }
      for (String name : new String(names.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        Class.forName(name, true, loader);
      }
    } catch (IOException | ClassNotFoundException | LinkageError unusable) {
      // whoever loads the rules will meet the same and say so
      return;
    }
  }
}
