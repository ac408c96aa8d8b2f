package dev.drover.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the classes of compiled rules may refer to: facts, plain values, and what Drools itself
 * generates. Whatever is not here is refused, so that a rule can reach neither files, processes,
 * threads nor the clock, however it is written.
 *
 * <p>Names are binary names with dots.
 */
final class AllowedReferences {
  private static final Pattern OWN = Pattern.compile("dev\\.drover\\.(?:model|policy)\\..+");

  private static final Pattern PLAIN_VALUES =
      Pattern.compile(
          String.join(
              "|",
              "java\\.lang\\.(?:Object|String|CharSequence|StringBuilder|Boolean|Character|Number|Byte|Short|Integer"
                  + "|Long|Float|Double|Math|Enum|Record|Comparable|Iterable|NoSuchFieldError)",
              "java\\.lang\\.(?:Runtime|Arithmetic|IllegalArgument|IllegalState)?Exception",
              "java\\.util\\.(?:Collection|Collections|Arrays|Objects|Optional\\w*|Comparator|StringJoiner)",
              "java\\.util\\.(?:|Array|Linked|Enum|Hash|LinkedHash|Tree|Sorted|Navigable)(?:List|Set|Map)",
              "java\\.util\\.(?:Map\\$Entry|Iterator|ListIterator|Locale)",
              "java\\.util\\.function\\.\\w+",
              "java\\.util\\.stream\\.(?:\\w*Stream|Collectors?)",
              "java\\.time\\.(?:Instant|Duration)",
              "java\\.time\\.temporal\\.\\w+"));

  private static final Pattern GENERATED =
      Pattern.compile(
          String.join(
              "|",
              "java\\.time\\.format\\.DateTimeFormatter(?:Builder)?",
              "org\\.drools\\.core\\.base\\.accumulators\\.\\w+",
              "org\\.drools\\.model\\.[A-Z][\\w$]*",
              "org\\.drools\\.model\\.(?:consequences|functions|impl|operators|view)\\.[A-Z][\\w$]*",
              "org\\.drools\\.model\\.functions\\.accumulate\\.[A-Z][\\w$]*",
              "org\\.drools\\.modelcompiler\\.dsl\\.pattern\\.D",
              "org\\.drools\\.modelcompiler\\.util\\.EvaluationUtil"));

  /** Generated code passes them on; only these members of theirs are ever used. */
  private static final Map<String, Set<String>> NARROW =
      Map.ofEntries(
          Map.entry("java.lang.Class", Set.of()),
          Map.entry("java.lang.System", Set.of("arraycopy")),
          Map.entry("java.lang.invoke.CallSite", Set.of()),
          Map.entry("java.lang.invoke.LambdaMetafactory", Set.of("metafactory", "altMetafactory")),
          Map.entry("java.lang.invoke.MethodHandle", Set.of()),
          Map.entry("java.lang.invoke.MethodHandles", Set.of()),
          Map.entry("java.lang.invoke.MethodHandles$Lookup", Set.of()),
          Map.entry("java.lang.invoke.MethodType", Set.of()),
          // every lambda of a rule can be serialized, which its class needs these for
          Map.entry(
              "java.lang.invoke.SerializedLambda",
              Set.of(
                  "getCapturedArg",
                  "getFunctionalInterfaceClass",
                  "getFunctionalInterfaceMethodName",
                  "getFunctionalInterfaceMethodSignature",
                  "getImplClass",
                  "getImplMethodKind",
                  "getImplMethodName",
                  "getImplMethodSignature")),
          Map.entry("java.lang.invoke.StringConcatFactory", Set.of("makeConcatWithConstants")),
          Map.entry("java.util.Locale", Set.of("ENGLISH", "ROOT")),
          Map.entry("org.drools.core.rule.consequence.KnowledgeHelper", Set.of("insertLogical")),
          Map.entry("org.drools.model.Drools", Set.of()),
          Map.entry("org.drools.modelcompiler.consequence.DroolsImpl", Set.of("asKnowledgeHelper")),
          Map.entry("org.drools.util.DateUtils", Set.of("getDateFormatMask")),
          Map.entry("org.kie.api.runtime.rule.FactHandle", Set.of()));

  /** Members of plain values that read the machine, wait for it, or roll dice. */
  private static final Set<String> IMPURE =
      Set.of(
          "getBoolean",
          "getInteger",
          "getLong",
          "identityHashCode",
          "notify",
          "notifyAll",
          "now",
          "parallel",
          "parallelStream",
          "random",
          "shuffle",
          "wait");

  private static final List<Pattern> TYPES = List.of(OWN, PLAIN_VALUES, GENERATED);

  private AllowedReferences() {}

  /** Whether a class may be named, as a type of whatever is used. */
  static boolean type(String type) {
    return NARROW.containsKey(type)
        || TYPES.stream().anyMatch(allowed -> allowed.matcher(type).matches());
  }

  /** Whether a method, constructor or field may be used. */
  static boolean member(String owner, String name) {
    Set<String> narrow = NARROW.get(owner);
    if (narrow != null) {
      return narrow.contains(name);
    }
    return type(owner) && (OWN.matcher(owner).matches() || !IMPURE.contains(name));
  }
}
