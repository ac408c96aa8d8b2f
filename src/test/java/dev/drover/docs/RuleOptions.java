package dev.drover.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which rule file names which option. */
final class RuleOptions {
  private static final Path FOLDER = Path.of("rules");

  /** What is no rule: comments, and the rules' own names. */
  private static final Pattern WORDS = Pattern.compile("(?m)^\\s*//.*$|^rule \".*\"$");

  private static final Pattern CLUSTER = Pattern.compile("\\bOption\\(\\s*name == \"([^\"]+)\"");
  private static final Pattern NODE =
      Pattern.compile(
          "\\bNodeAttribute\\([^)]*?\\bname (==|str\\[startsWith]) \"(?<name>[^\"]+)\"");

  /** How a rule asks a resource or an operation for one of its options. */
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:has|on|off|says|option|score|count|role|millis|seconds)\\(\"([^\"]+)\"");

  private static final Pattern OPTIONED =
      Pattern.compile("\\b(Resource|Configured|Operation|Recurring)\\((?!\\))");

  /** Options that a rule reads as a part of a fact, by kind and name. */
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("operation on-fail", "\\bonFail\\(\\)"),
          Map.entry("operation interval", "\\brecurs\\(\\)"),
          Map.entry("connection reconnect_interval", "\\breconnectMs\\b"),
          Map.entry("location discovery", part("Preference", "discovery")),
          Map.entry("location role", part("Preference", "role")),
          Map.entry("location score", part("Preference", "score")),
          Map.entry("rule role", part("Preference", "role")),
          Map.entry("rule score", part("Preference", "score")),
          Map.entry("colocation score", part("Colocation", "score")),
          Map.entry("colocation influence", part("ColocationPair", "influence")),
          Map.entry("order kind", part("OrderPair", "kind")),
          Map.entry("order symmetrical", part("OrderPair", "symmetry")),
          Map.entry("ticket ticket", part("TicketNeed", "ticket")),
          Map.entry("ticket resource", part("TicketNeed", "resource")),
          Map.entry("ticket role", part("TicketNeed", "role")),
          Map.entry("ticket loss-policy", part("TicketNeed", "lossPolicy")));

  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, TreeSet<String>> named = new TreeMap<>();

  RuleOptions() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".drl")).toList()) {
        String text = WORDS.matcher(Files.readString(file)).replaceAll("");
        texts.put(FOLDER.relativize(file).toString(), text);
      }
    }
    texts.forEach(this::read);
  }

  private static String part(String fact, String part) {
    return "\\b" + fact + "\\([^)]*\\b" + part + "\\b";
  }

  private void read(String file, String text) {
    CLUSTER.matcher(text).results().forEach(found -> add("cluster " + found.group(1), file));
    Matcher attribute = NODE.matcher(text);
    while (attribute.find()) {
      String any = attribute.group(1).equals("==") ? "" : "*";
      add("node " + attribute.group("name") + any, file);
    }
    ASKED
        .matcher(text)
        .results()
        .forEach(found -> add(kind(text, found) + " " + found.group(1), file));
  }

  /** The nearest fact before the question is the one that is asked. */
  private static String kind(String text, MatchResult question) {
    String last = "";
    int since = 0;
    Matcher fact = OPTIONED.matcher(text).region(0, question.start());
    while (fact.find()) {
      last = fact.group(1);
      since = fact.start();
    }
    boolean ofClone = text.substring(since, question.start()).contains("isClone()");
    boolean ofOperation = last.equals("Operation") || last.equals("Recurring");
    return ofOperation ? "operation" : ofClone ? "clone" : "resource";
  }

  private void add(String option, String file) {
    named.computeIfAbsent(option, name -> new TreeSet<>()).add(file);
  }

  /** Every option that a rule names, as kind and name; groups' are among resources'. */
  Map<String, TreeSet<String>> named() {
    return named;
  }

  /** The files that read an option. */
  TreeSet<String> readers(String kind, String name) {
    String family = kind.equals("group") ? "resource" : kind;
    TreeSet<String> files = new TreeSet<>(named.getOrDefault(family + " " + name, new TreeSet<>()));
    String part = PARTS.get(kind + " " + name);
    if (part != null) {
      files.addAll(matching(part));
    }
    return files;
  }

  /** The files in which a word stands in quotes, for whatever purpose. */
  TreeSet<String> quoting(String word) {
    return matching(Pattern.quote("\"" + word + "\""));
  }

  private TreeSet<String> matching(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return texts.entrySet().stream()
        .filter(file -> compiled.matcher(file.getValue()).find())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
