package dev.drover.schedule.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.config.Configuration;
import dev.drover.model.fact.OrderPair;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderFactsTest {
  private static List<String> pairs(String constraints) {
    Configuration written = Written.with(constraints, "a", "b", "d", "e");
    return OrderFacts.of(written, new Names(written)).stream().map(OrderFactsTest::text).toList();
  }

  private static String text(OrderPair pair) {
    return side(pair.firstAction(), pair.first(), pair.firstGate())
        + " then "
        + side(pair.nextAction(), pair.next(), pair.nextGate())
        + " "
        + (pair.kind() + " " + pair.symmetry()).toLowerCase(Locale.ROOT);
  }

  private static String side(
      @Nullable String action, @Nullable String resource, @Nullable String gate) {
    return gate == null ? action + " " + resource : gate;
  }

  @Test
  void anOrderHasAnInverse() {
    assertEquals(
        List.of("start a then start C mandatory forward", "stop C then stop a mandatory inverse"),
        pairs("<rsc_order id='o' first='a' then='c'/>"));
    assertEquals(
        List.of("promote C then start b optional forward", "stop b then demote C optional inverse"),
        pairs(
            "<rsc_order id='o' first='C' first-action='promote' then='b' then-action='start' kind='Optional'/>"));
  }

  @Test
  void theKindDecidesWhetherThereIsAnInverse() {
    assertEquals(
        List.of("stop a then stop b mandatory alone"),
        pairs("<rsc_order id='o' first='a' first-action='stop' then='b' symmetrical='false'/>"));
    assertEquals(
        List.of("start a then start b serialize alone"),
        pairs("<rsc_order id='o' first='a' then='b' kind='Serialize' symmetrical='true'/>"));
    assertEquals(
        List.of("start a then start b optional alone"),
        pairs("<rsc_order id='o' first='a' then='b' score='0' symmetrical='false'/>"),
        "a score of 0 is optional");
    assertEquals(
        List.of("start a then start b mandatory alone"),
        pairs("<rsc_order id='o' first='a' then='b' kind='mandatroy' symmetrical='false'/>"),
        "no kind is mandatory");
  }

  private static String set(String id, String options, String... resources) {
    StringBuilder text = new StringBuilder("<resource_set id=\"" + id + "\" " + options + ">");
    for (String resource : resources) {
      text.append("<resource_ref id=\"").append(resource).append("\"/>");
    }
    return text + "</resource_set>";
  }

  @Test
  void sequentialSetsFaceEachOtherWithTheirEnds() {
    assertEquals(
        List.of(
            "start a then start b mandatory forward",
            "stop b then stop a mandatory inverse",
            "start d then start e mandatory forward",
            "stop e then stop d mandatory inverse",
            "start b then start d mandatory forward",
            "stop d then stop b mandatory inverse"),
        pairs(
            "<rsc_order id='o'>"
                + set("s1", "sequential='true'", "a", "b")
                + set("s2", "sequential='true'", "d", "e")
                + "</rsc_order>"));
  }

  @Test
  void otherSetsFaceEachOtherWithAllMembers() {
    assertEquals(
        List.of(
            "start a then start d mandatory alone",
            "start a then start e mandatory alone",
            "start b then start d mandatory alone",
            "start b then start e mandatory alone"),
        pairs(
            "<rsc_order id='o' symmetrical='false'>"
                + set("s1", "sequential='false'", "a", "b")
                + set("s2", "sequential='false'", "d", "e")
                + "</rsc_order>"));
  }

  @Test
  void oneOfASetIsEnoughBehindAGateButAllMustStop() {
    assertEquals(
        List.of(
            "start a then one-or-more:s1 mandatory forward",
            "start b then one-or-more:s1 mandatory forward",
            "one-or-more:s1 then start d mandatory forward",
            "stop d then stop a mandatory inverse",
            "stop d then stop b mandatory inverse"),
        pairs(
            "<rsc_order id='o'>"
                + set("s1", "sequential='false' require-all='false'", "a", "b")
                + set("s2", "", "d")
                + "</rsc_order>"));
  }

  @Test
  void aSerializedSetNeverRunsTwoActionsAtOnce() {
    assertEquals(
        List.of(
            "start a then start b serialize alone",
            "start a then start d serialize alone",
            "start b then start d serialize alone"),
        pairs(
            "<rsc_order id='o' kind='Serialize'>" + set("s1", "", "a", "b", "d") + "</rsc_order>"));
  }

  @Test
  void aTagStandsForASetWithoutOrder() {
    assertEquals(
        List.of("promote a then start d mandatory alone", "promote b then start d mandatory alone"),
        pairs("<rsc_order id='o' first='G' first-action='promote' then='d' symmetrical='false'/>"));
  }
}
