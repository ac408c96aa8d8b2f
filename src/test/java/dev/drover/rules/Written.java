package dev.drover.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small rule folders. */
final class Written {
  private Written() {}

  /** A rule folder with these files, each given as its name and its text. */
  static Path folder(Path folder, String... namesAndTexts) {
    try {
      Files.createDirectories(folder);
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        Path file = folder.resolve(namesAndTexts[i]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "import dev.drover.model.sample.*;\n" + namesAndTexts[i + 1]);
      }
      return folder;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /**
   * One rule; it begins on line 2 of a file that has nothing else, its first condition on line 4.
   */
  static String rule(String name, String when, String then) {
    return "rule \"" + name + "\"\nwhen\n" + when + "\nthen\n" + then + "\nend\n";
  }
}
