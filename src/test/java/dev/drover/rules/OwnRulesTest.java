package dev.drover.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The rules that Drover comes with. */
@EnabledIf("exist")
class OwnRulesTest {
  private static final Path RULES = Path.of("rules");

  static boolean exist() {
    return Files.isDirectory(RULES);
  }

  @Test
  void theyAreUsedAsTheyWereCompiledWithDrover() {
    RuleFolder folder = RuleFolder.read(RULES);
    PackagedRules packaged = PackagedRules.find();
    assertNotNull(packaged);
    if (!packaged.hash().equals(folder.hash(packaged.fit()))) {
      RuleCompiler.compile(folder); // says what is wrong with them
    }
    assertEquals(folder.hash(packaged.fit()), packaged.hash());
    assertFalse(RuleBase.load(RULES, null).catalogue().rules().isEmpty());
  }

  @Test
  void eachNameIsASentence() {
    for (CatalogueEntry rule : Catalogue.of(RuleFolder.read(RULES)).rules()) {
      boolean sentence = rule.name().matches("[A-Z\\d`].* .* .*[^.]");
      assertEquals(true, sentence, rule.file() + ":" + rule.line() + ": " + rule.name());
    }
  }
}
