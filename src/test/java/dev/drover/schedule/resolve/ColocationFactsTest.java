package dev.drover.schedule.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.config.Configuration;
import dev.drover.model.fact.ColocationPair;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColocationFactsTest {
  private static List<String> pairs(String constraints) {
    Configuration written = Written.with(constraints, "a", "b", "d", "e");
    return ColocationFacts.of(written, new Names(written)).stream()
        .map(p -> p.id() + ": " + p.dependent() + " with " + p.primary() + " " + p.score())
        .toList();
  }

  private static String set(String id, String options, String... resources) {
    StringBuilder text = new StringBuilder("<resource_set id=\"" + id + "\" " + options + ">");
    for (String resource : resources) {
      text.append("<resource_ref id=\"").append(resource).append("\"/>");
    }
    return text + "</resource_set>";
  }

  @Test
  void twoResourcesKeepWhatWasWritten() {
    String written =
        """
        <rsc_colocation id="x" rsc="a" rsc-role="Started" with-rsc="c" with-rsc-role="Promoted" score="10"
            node-attribute="rack" influence="false"/>
        <rsc_colocation id="none" rsc="a" with-rsc="b" score="0"/>
        """;
    Configuration configuration = Written.with(written, "a", "b");
    assertEquals(
        List.of(
            new ColocationPair("x", "a", null, "C", Role.PROMOTED, "rack", new Score(10), false)),
        ColocationFacts.of(configuration, new Names(configuration)));
  }

  @Test
  void aSequentialSetIsAChainToTheFirst() {
    assertEquals(
        List.of("s: b with a 5", "s: d with b 5"),
        pairs(
            "<rsc_colocation id='x' score='5'>"
                + set("s", "", "a", "b", "d")
                + "</rsc_colocation>"));
    assertEquals(
        List.of("s: a with b 7", "s: b with d 7"),
        pairs(
            "<rsc_colocation id='x' score='5'>"
                + set("s", "score='7' ordering='listed'", "a", "b", "d")
                + "</rsc_colocation>"));
  }

  @Test
  void aSetKeptApartIsKeptApartPairwise() {
    assertEquals(
        List.of("s: b with a -5", "s: d with a -5", "s: d with b -5"),
        pairs(
            "<rsc_colocation id='x' score='-5'>"
                + set("s", "", "a", "b", "d")
                + "</rsc_colocation>"));
  }

  @Test
  void setsAreColocatedAtTheirEndsUnlessTheirMembersAreEqual() {
    String first = set("s1", "", "a", "b");
    String loose = set("s1", "sequential='false'", "a", "b");
    assertEquals(
        List.of("s1: b with a 5", "s2: e with d 5", "x: a with e 5"),
        pairs(
            "<rsc_colocation id='x' score='5'>"
                + first
                + set("s2", "", "d", "e")
                + "</rsc_colocation>"));
    assertEquals(
        List.of("x: a with d 5", "x: a with e 5", "x: b with d 5", "x: b with e 5"),
        pairs(
            "<rsc_colocation id='x' score='5'>"
                + loose
                + set("s2", "sequential='false'", "d", "e")
                + "</rsc_colocation>"));
  }

  @Test
  void aTagOrTemplateStandsForItsResourcesOnOneSideOnly() {
    assertEquals(
        List.of("x: a with d 5", "x: b with d 5"),
        pairs("<rsc_colocation id='x' rsc='G' with-rsc='d' score='5'/>"));
    assertEquals(
        List.of("x: d with t1 5", "x: d with t2 5"),
        pairs("<rsc_colocation id='x' rsc='d' with-rsc='T' score='5'/>"));
    assertEquals(List.of(), pairs("<rsc_colocation id='x' rsc='G' with-rsc='T' score='5'/>"));
  }
}
