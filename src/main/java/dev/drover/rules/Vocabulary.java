package dev.drover.rules;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that rules can use: the facts and what they offer. Only for saying what a wrong word
 * may have meant.
 */
final class Vocabulary {
  private static final String MODEL = "dev/drover/model";
  private static final String MODEL_PACKAGE = "dev.drover.model.";
  private static final String SUFFIX = ".class";

  /** Simple name to binary name. */
  private final Map<String, String> classes;

  private Vocabulary(Map<String, String> classes) {
    this.classes = classes;
  }

  /** Looks through the model's classes; an empty vocabulary where they cannot be listed. */
  static Vocabulary ofModel() {
    Map<String, String> classes = new TreeMap<>();
    try {
      Enumeration<URL> folders = Vocabulary.class.getClassLoader().getResources(MODEL);
      while (folders.hasMoreElements()) {
        list(folders.nextElement().toURI(), classes);
      }
    } catch (IOException | URISyntaxException noList) {
      classes.clear();
    }
    return new Vocabulary(classes);
  }

  /** Simple names of everything that a rule can match or make. */
  Set<String> types() {
    return classes.keySet();
  }

  /** The line that imports a type; empty where there is no such type. */
  Optional<String> importFor(String type) {
    return Optional.ofNullable(classes.get(type))
        .map(name -> "import " + name.replace('$', '.') + ";");
  }

  /** The components and methods without arguments that a condition on that type can use. */
  Set<String> members(String type) {
    Set<String> members = new LinkedHashSet<>();
    find(type).ifPresent(found -> collect(found, members));
    return members;
  }

  /**
   * How to write a new fact of that type, such as {@code new Usable(String node)}; empty for no
   * record.
   */
  Optional<String> constructor(String type) {
    return find(type)
        .filter(Class::isRecord)
        .map(
            found ->
                Stream.of(found.getRecordComponents())
                    .map(part -> part.getType().getSimpleName() + " " + part.getName())
                    .collect(Collectors.joining(", ", "new " + type + "(", ")")));
  }

  private static void collect(Class<?> type, Set<String> members) {
    if (type.isRecord()) {
      for (RecordComponent part : type.getRecordComponents()) {
        members.add(part.getName());
      }
    }
    Stream.of(type.getMethods())
        .filter(
            method -> method.getParameterCount() == 0 && method.getDeclaringClass() != Object.class)
        .map(Method::getName)
        .filter(name -> !name.equals("hashCode") && !name.equals("toString"))
        .sorted()
        .forEach(members::add);
  }

  private Optional<Class<?>> find(String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    try {
      return Optional.of(Class.forName(classes.getOrDefault(simple, type)));
    } catch (ClassNotFoundException | LinkageError unknown) {
      return Optional.empty();
    }
  }

  private static void list(URI folder, Map<String, String> classes) throws IOException {
    if (folder.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
        list(jar.getPath(MODEL), classes);
      }
    } else {
      list(Path.of(folder), classes);
    }
  }

  private static void list(Path folder, Map<String, String> classes) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
        String name = folder.relativize(file).toString().replace('/', '.').replace('\\', '.');
        name = name.substring(0, name.length() - SUFFIX.length());
        if (!name.endsWith("package-info")) {
          classes.put(
              name.substring(1 + Math.max(name.lastIndexOf('.'), name.lastIndexOf('$'))),
              MODEL_PACKAGE + name);
        }
      }
    }
  }
}
