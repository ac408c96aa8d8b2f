package dev.drover.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Path SMALL = Path.of("src/test/resources/rules/small");

  @Test
  void everyRuleIsListedWithItsPlaceAndTheHeaderOfItsFile() {
    Catalogue catalogue = Catalogue.read(SMALL);
    assertEquals(
        List.of(
            new CatalogueEntry(
                "1-assess",
                "1-assess/nodes.drl",
                7,
                "A node that is online is usable",
                "Derives which nodes can be used: a node that was seen online.",
                """
                rule "A node that is online is usable"
                when
                  Seen(online, $node : node)
                then
                  insertLogical(new Usable($node));
                end"""),
            new CatalogueEntry(
                "2-fence",
                "2-fence/fence.drl",
                4,
                "A node that is not usable is fenced where another is left",
                "Derives who must be fenced.",
                """
                rule "A node that is not usable is fenced where another is left"
                when
                  Seen($node : node)
                  not Usable(node == $node)
                  accumulate(Usable($other : node); $spares : count($other); $spares > 0)
                then
                  insertLogical(new Isolate($node, $spares.intValue()));
                end""")),
        catalogue.rules());
    assertEquals(List.of("1-assess", "2-fence"), catalogue.stages());
  }

  @Test
  void aRuleInACommentIsNone() {
    RuleFile file =
        new RuleFile(
            "1-a",
            "1-a/a.drl",
            "1-a/a.drl",
            "/*\nrule \"not\"\n*/\n// rule \"nor\"\nrule \"yes\"\n");
    Catalogue catalogue = Catalogue.of(new RuleFolder(Path.of("rules"), List.of(file)));
    assertEquals(List.of("yes"), catalogue.rules().stream().map(CatalogueEntry::name).toList());
  }
}
