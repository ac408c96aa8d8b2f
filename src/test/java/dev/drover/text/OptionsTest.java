package dev.drover.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private final Options options = Options.load();

  @Test
  void everyDefaultIsAValueThatTheOptionAccepts() {
    List<String> wrong =
        options.all().stream()
            .filter(
                option -> option.defaultValue() != null && !option.accepts(option.defaultValue()))
            .map(OptionSpec::name)
            .toList();
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyMeaningIsOneSentenceAndEveryChoiceHasValues() {
    for (OptionSpec option : options.all()) {
      assertTrue(option.meaning().endsWith(".") && !option.meaning().contains(". "), option.name());
      assertEquals(option.type() == OptionType.CHOICE, !option.values().isEmpty(), option.name());
    }
  }

  @Test
  void aNameCurrentOrFormerMeansOneOptionInItsScope() {
    for (OptionScope scope : OptionScope.values()) {
      Set<String> seen = new HashSet<>();
      options.of(scope).stream()
          .flatMap(option -> Stream.concat(Stream.of(option.name()), option.formerNames().stream()))
          .forEach(name -> assertTrue(seen.add(name), scope + " has " + name + " twice"));
      assertFalse(seen.isEmpty(), scope.label());
    }
  }

  @Test
  void formerNamesLeadToTheCurrentOption() {
    assertEquals(
        "fencing-enabled",
        options.formerly("stonith-enabled", OptionScope.CLUSTER).orElseThrow().name());
    assertEquals(
        "promoted-max", options.formerly("master-max", OptionScope.CLONE).orElseThrow().name());
  }

  @Test
  void valuesAreCheckedByType() {
    OptionSpec delay = options.find("failure-timeout", OptionScope.RESOURCE).orElseThrow();
    assertTrue(
        Stream.of("0", "10s", "5min", "PT1H", "P1D", "500ms", "1h").allMatch(delay::accepts));
    assertFalse(Stream.of("soon", "10 apples", "P", "").anyMatch(delay::accepts));
    OptionSpec port = options.find("remote-port", OptionScope.RESOURCE).orElseThrow();
    assertTrue(port.accepts("3121"));
    assertFalse(port.accepts("70000"));
  }
}
