package dev.drover.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package may know which: what docs/architecture.md draws. */
class ArchitectureTest {
  private static final String HERE = "dev.drover.";

  /**
   * From the bottom up: a package knows only those before it. The rest sits on top and knows all.
   */
  private static final List<String> LAYERS =
      List.of(
          "peer", "model", "plan", "scenario", "rules", "schedule", "execute", "live", "simulate");

  /** Whatever decides: the same state, rules and clock value give the same decision. */
  private static final String[] PURE = {
    HERE + "model..",
    HERE + "plan..",
    HERE + "schedule..",
    HERE + "execute..",
    HERE + "live..",
    HERE + "simulate..",
    HERE + "scenario..",
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.drover");

  @Test
  void dependenciesPointOneWay() {
    for (int i = 0; i < LAYERS.size(); i++) {
      String[] above =
          LAYERS.subList(i + 1, LAYERS.size()).stream()
              .map(name -> HERE + name + "..")
              .toArray(String[]::new);
      if (above.length > 0) {
        check(
            noClasses()
                .that()
                .resideInAPackage(HERE + LAYERS.get(i) + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above));
      }
      check(
          noClasses()
              .that()
              .resideInAPackage(HERE + LAYERS.get(i) + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(HERE + "cli..", HERE + "daemon.."));
    }
  }

  @Test
  void onlyRulesKnowsDrools() {
    check(
        noClasses()
            .that(not(resideInAnyPackage(HERE + "rules..", HERE + "policy..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..")
            .because("an upgrade of Drools touches one package"));
  }

  @Test
  void onlyTextParses() {
    check(
        noClasses()
            .that(not(resideInAPackage(HERE + "text..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..", "com.ctc..", "javax.xml..", "org.yaml..")
            .because("a format is read and written in one place"));
  }

  @Test
  void decisionsKnowNoFormat() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HERE + "text..")
            .because("it is the same cluster whether it was written as YAML or as a CIB"));
  }

  @Test
  void textIsAnOuterLayerButForItsWords() {
    check(
        noClasses()
            .that()
            .resideInAPackage(HERE + "rules..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HERE + "text.*.."));
    check(
        noClasses()
            .that()
            .resideInAPackage(HERE + "text")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                HERE + "rules..", HERE + "schedule..", HERE + "simulate..", HERE + "cli.."));
    check(
        noClasses()
            .that()
            .resideInAPackage(HERE + "text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HERE + "cli..", HERE + "daemon.."));
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    check(
        noClasses()
            .that(not(resideInAPackage(HERE + "cli..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli.."));
  }

  /** What reaches outside: each knows one library, and none knows another or who decides. */
  @Test
  void eachWayOutsideHasOnePackage() {
    Map<String, String[]> libraries =
        Map.of(
            "raft", new String[] {"org.apache.ratis.."},
            "net", new String[] {"io.netty.."},
            "trust", new String[] {"org.bouncycastle.."},
            "agent", new String[] {"org.freedesktop.."});
    libraries.forEach(
        (name, packages) -> {
          check(
              noClasses()
                  .that(not(resideInAPackage(HERE + name + "..")))
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(packages));
          String[] others =
              Stream.concat(
                      libraries.keySet().stream().filter(other -> !other.equals(name)),
                      Stream.of(
                          "rules", "schedule", "simulate", "scenario", "text", "daemon", "cli"))
                  .map(other -> HERE + other + "..")
                  .toArray(String[]::new);
          check(
              noClasses()
                  .that()
                  .resideInAPackage(HERE + name + "..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(others));
        });
    check(
        noClasses()
            .that(not(resideInAPackage(HERE + "agent..")))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class, Process.class));
  }

  @Test
  void theDemoSeesItsClusterFromOutside() {
    check(
        noClasses()
            .that()
            .resideInAPackage(HERE + "demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                HERE + "cli..", HERE + "daemon..", HERE + "live..", HERE + "net..", HERE + "raft..")
            .because("it shows what anybody can do with the program"));
  }

  @Test
  void decisionsReadNoClockNoFileAndNoDice() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Random.class, ThreadLocalRandom.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(?!IOException|UncheckedIOException|Serializable).*"));
  }

  @Test
  void factsAreValues() {
    check(
        classes()
            .that()
            .resideInAPackage(HERE + "model.fact..")
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .beRecords()
            .orShould()
            .haveOnlyPrivateConstructors()
            .because("a fact that can change makes a decision depend on the order of rules"));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
