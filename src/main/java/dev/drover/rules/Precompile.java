package dev.drover.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kie.api.KieBase;

/**
 * A step of the build: compiles the rules folder into the classes of the jar, and makes the records
 * among them quick to load.
 */
public final class Precompile {
  private Precompile() {}

  /**
   * Compiles, unless the classes are there and fit.
   *
   * @param args the rules folder, which may be absent, and the folder of classes
   */
  public static void main(String[] args) throws Exception {
    Path classes = Path.of(args[1]);
    RecordMethods.writeOut(classes);
    run(Path.of(args[0]), classes);
  }

  static void run(Path rulesDir, Path classes) throws Exception {
    String fit = hash(classes, List.of("dev/drover/model", "dev/drover/rules"));
    RuleFolder folder = Files.isDirectory(rulesDir) ? RuleFolder.read(rulesDir) : null;
    String hash = folder == null ? "" : folder.hash(fit);
    Path list = classes.resolve(PackagedRules.LIST);
    Path names = classes.resolve(RulePreload.NAMES);
    if (Files.exists(names)
        && Files.exists(list)
        && Files.readString(list).startsWith(fit + "\n" + hash + "\n")) {
      return;
    }
    Path generated = classes.resolve(RuleCompiler.PACKAGE.replace('.', '/'));
    deleteAll(generated);
    List<String> models = List.of();
    Set<String> types = Set.of();
    if (folder != null) {
      CompiledRules compiled = compile(folder);
      models = compiled.models();
      types = compiled.classes().keySet();
      hash = models.isEmpty() ? "" : hash;
      for (Map.Entry<String, byte[]> type : compiled.classes().entrySet()) {
        Path file = classes.resolve(type.getKey().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, type.getValue());
      }
    }
    Files.createDirectories(list.getParent());
    Files.writeString(names, String.join("\n", types));
    Files.writeString(list, new PackagedRules(fit, hash, models).text());
  }

  /**
   * A mistake in a rule is no mistake in Drover: the build goes on, and tests and runs will tell.
   */
  private static CompiledRules compile(RuleFolder folder) {
    try {
      return RuleCompiler.compile(folder);
    } catch (RuleProblemsException problems) {
      System.err.println(problems.getMessage());
      return new CompiledRules(List.of(), Map.of());
    }
  }

  private static String hash(Path classes, List<String> packages) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    String drools = String.valueOf(KieBase.class.getPackage().getImplementationVersion());
    digest.update(drools.getBytes(StandardCharsets.UTF_8));
    for (String name : packages) {
      Path folder = classes.resolve(name);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> found = Files.walk(folder)) {
          for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
            digest.update(classes.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
          }
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> found = Files.walk(folder)) {
        for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
