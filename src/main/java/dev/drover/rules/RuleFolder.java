package dev.drover.rules;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All files of a rules folder, in the order of their names. */
record RuleFolder(Path path, List<RuleFile> files) {
  static final int MAX_FILES = 1_000;
  static final int MAX_FILE_BYTES = 1 << 20;
  static final long MAX_BYTES = 16 << 20;

  private static final Pattern STAGE = Pattern.compile("[1-9][0-9]?-[a-z]+");
  private static final String SHAPE =
      "`<number>-<word>/<concern>.drl`, such as `3-score/location.drl`";

  /**
   * Reads a rules folder.
   *
   * @throws RuleProblemsException where the folder, or a file in it, cannot be used
   */
  static RuleFolder read(Path folder) {
    if (!Files.isDirectory(folder)) {
      String found = Files.exists(folder) ? "a file" : "nothing";
      throw new RuleProblemsException(
          RuleProblem.of(
              folder.toString(),
              found,
              "a folder with rules",
              "the right folder goes after --rules"));
    }
    List<RuleProblem> problems = new ArrayList<>();
    List<RuleFile> files = new ArrayList<>();
    for (Path file : list(folder)) {
      readFile(folder, file, files, problems);
    }
    long size = files.stream().mapToLong(file -> file.text().length()).sum();
    if (size > MAX_BYTES) {
      problems.add(
          RuleProblem.of(folder.toString(), size + " characters", "at most " + MAX_BYTES, null));
    }
    if (files.isEmpty() && problems.isEmpty()) {
      problems.add(RuleProblem.of(folder.toString(), "no rule files", SHAPE, null));
    }
    if (!problems.isEmpty()) {
      throw new RuleProblemsException(problems);
    }
    return new RuleFolder(folder, List.copyOf(files));
  }

  /** The stages that have rules, in order. */
  List<String> stages() {
    return files.stream().map(RuleFile::stage).distinct().toList();
  }

  /** A name for exactly this content: changes with any name or text, and with the {@code salt}. */
  String hash(String salt) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt.getBytes(StandardCharsets.UTF_8));
      for (RuleFile file : files) {
        byte[] text = file.text().getBytes(StandardCharsets.UTF_8);
        digest.update(
            ("\n" + file.name() + "\n" + text.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(text);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> found = Files.walk(folder, 4, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> files =
          found
              .filter(path -> path.getFileName().toString().endsWith(".drl"))
              .filter(path -> !path.getFileName().toString().startsWith("."))
              .filter(Files::isRegularFile)
              .limit(MAX_FILES + 1L)
              .sorted(RuleFolder::byStage)
              .toList();
      if (files.size() > MAX_FILES) {
        throw new RuleProblemsException(
            RuleProblem.of(
                folder.toString(),
                "more than " + MAX_FILES + " rule files",
                "at most " + MAX_FILES,
                null));
      }
      return files;
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      throw new RuleProblemsException(
          RuleProblem.of(
              folder.toString(),
              String.valueOf(unreadable.getMessage()),
              "a readable folder",
              null));
    }
  }

  /** Stage 10 comes after stage 9; the rest is by name. */
  private static int byStage(Path one, Path other) {
    int stages = Integer.compare(number(one), number(other));
    return stages != 0 ? stages : one.toString().compareTo(other.toString());
  }

  private static int number(Path file) {
    String stage = file.getName(Math.max(0, file.getNameCount() - 2)).toString();
    return STAGE.matcher(stage).matches()
        ? Integer.parseInt(stage.substring(0, stage.indexOf('-')))
        : 0;
  }

  private static void readFile(
      Path folder, Path file, List<RuleFile> files, List<RuleProblem> problems) {
    Path relative = folder.relativize(file);
    String shown = file.toString();
    if (relative.getNameCount() != 2 || !STAGE.matcher(relative.getName(0).toString()).matches()) {
      problems.add(RuleProblem.of(shown, relative.toString(), SHAPE, null));
      return;
    }
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        problems.add(
            RuleProblem.of(
                shown, Files.size(file) + " bytes", "at most " + MAX_FILE_BYTES + " bytes", null));
        return;
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      String name = relative.getName(0) + "/" + relative.getName(1);
      files.add(
          new RuleFile(relative.getName(0).toString(), name, shown, text.replace("\r\n", "\n")));
    } catch (CharacterCodingException notText) {
      problems.add(RuleProblem.of(shown, "bytes that are no UTF-8", "text in UTF-8", null));
    } catch (IOException unreadable) {
      problems.add(
          RuleProblem.of(shown, String.valueOf(unreadable.getMessage()), "a readable file", null));
    }
  }
}
