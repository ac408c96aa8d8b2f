package dev.drover.text.cib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import dev.drover.text.xml.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * Mistakes in a CIB are told with their place, and never end in anything but an input exception.
 */
class CibProblemsTest {
  private static final Limits SMALL = new Limits(10_000, 100, 10, 10, 100, 3);

  private static List<InputProblem> problems(byte[] text) {
    ByteArrayInputStream input = new ByteArrayInputStream(text);
    return assertThrows(InputException.class, () -> CibReader.read(input, "c.xml", SMALL))
        .problems();
  }

  private static String problem(String text) {
    List<InputProblem> problems = problems(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(1, problems.size(), problems.toString());
    return problems.get(0).toString().replace(System.lineSeparator(), "\n");
  }

  private static String inResources(String constraints) {
    return "<cib><configuration><resources>\n<primitive id='web' class='ocf' type='A'/></resources>\n<constraints>\n"
        + constraints
        + "</constraints></configuration></cib>";
  }

  @Test
  void anUnknownResourceIsNamedWithTheNearestKnownOne() {
    assertEquals(
        "c.xml:4:1: found `wbe`, expected the id of a resource, template or tag in `rsc`\nMaybe `web` was meant",
        problem(inResources("<rsc_location id='l' rsc='wbe' node='n1' score='1'/>")));
  }

  @Test
  void eachSortOfValueIsChecked() {
    assertEquals(
        "c.xml:4:1: found `INFINTY`, expected a score in `score`: a whole number, INFINITY or -INFINITY\n"
            + "Maybe `INFINITY` was meant",
        problem(inResources("<rsc_location id='l' rsc='web' node='n1' score='INFINTY'/>")));
    assertEquals(
        "c.xml:4:1: found `maybe`, expected `true` or `false` in `symmetrical`",
        problem(inResources("<rsc_order id='o' first='web' then='web' symmetrical='maybe'/>")));
    assertEquals(
        "c.xml:4:1: found `Promted`, expected a role in `rsc-role`: Started, Stopped, Promoted, Unpromoted\n"
            + "Maybe `Promoted` was meant",
        problem(inResources("<rsc_ticket id='t' rsc='web' ticket='x' rsc-role='Promted'/>")));
    assertEquals(
        "c.xml:1:43: found `first`, expected a whole number in `index`",
        problem(
            "<cib><configuration><fencing-topology>    <fencing-level id='l' target='n' index='first' devices=''/>"
                + "</fencing-topology></configuration></cib>"));
  }

  @Test
  void whatMustBeThereIsMissed() {
    assertEquals(
        "c.xml:4:1: found `<rsc_order id=\"o\">`, expected an attribute `then`",
        problem(inResources("<rsc_order id='o' first='web'/>")));
    assertEquals(
        "c.xml:1:32: found `<primitive id=\"a\">`, expected an attribute `type`",
        problem(
            "<cib><configuration><resources><primitive id='a' class='ocf'/></resources></configuration></cib>"));
    assertEquals(
        "c.xml:1:32: found `nowhere`, expected the id of a template",
        problem(
            "<cib><configuration><resources><primitive id='a' template='nowhere' class='ocf' type='A'/>"
                + "</resources></configuration></cib>"));
  }

  @Test
  void anIdStandsOnce() {
    assertEquals(
        "c.xml:2:1: found `a`, expected an id that no other <primitive> has",
        problem(
            "<cib><configuration><resources><primitive id='a' class='ocf' type='A'/>\n"
                + "<primitive id='a' class='ocf' type='A'/></resources></configuration></cib>"));
  }

  @Test
  void aReferenceLeadsSomewhere() {
    assertTrue(
        problem(
                "<cib><configuration><rsc_defaults><meta_attributes id-ref='gone'/></rsc_defaults>"
                    + "</configuration></cib>")
            .contains("found `gone`, expected the id of a <meta_attributes> element"));
  }

  @Test
  void whatIsNoCibIsRefused() {
    assertEquals(
        "c.xml:1:1: found `<cab>`, expected <cib> as the outermost element\nMaybe `<cib>` was meant",
        problem("<cab/>"));
    assertEquals(
        "c.xml:2:20: found `Unexpected close tag </cib>; expected </configuration>.`, expected well-formed XML",
        problem("<cib>\n<configuration></cib>"));
    assertTrue(problem("").contains("expected well-formed XML"));
    assertTrue(problem("cluster: yaml").contains("expected well-formed XML"));
  }

  @Test
  void nothingIsFetchedOrExpanded() {
    assertEquals(
        "c.xml:1:1: found `<!DOCTYPE`, expected no document type",
        problem("<!DOCTYPE cib [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><cib dc-uuid='&e;'/>"));
    assertTrue(problem("<cib dc-uuid='&e;'/>").contains("expected well-formed XML"));
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
    assertTrue(
        problem("<cib>" + "<x/>".repeat(200) + "</cib>")
            .contains("expected a document within the limits"));
    assertTrue(problem("<cib>" + "<x>".repeat(20)).contains("within the limits"));
    assertTrue(problem("<cib a='" + "x".repeat(200) + "'/>").contains("within the limits"));
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
      out.write("<cib>".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 1000; i++) {
        out.write(" ".repeat(10_000).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertTrue(problems(bomb.toByteArray()).get(0).expected().contains("within the limits"));
  }

  @Test
  void aDamagedArchiveIsToldFromADamagedDocument() throws Exception {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write("<cib/>".getBytes(StandardCharsets.UTF_8));
    }
    byte[] cut = Arrays.copyOf(gzip.toByteArray(), gzip.size() - 6);
    assertEquals("a complete gzip file", problems(cut).get(0).expected());
    byte[] noBzip2 = "BZh9 not really".getBytes(StandardCharsets.UTF_8);
    assertEquals("a complete bzip2 file", problems(noBzip2).get(0).expected());
  }

  @Test
  void readingEndsAfterTooManyMistakes() {
    String wrong = "<rsc_order id='o%d' first='x' then='web'/>";
    StringBuilder constraints = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      constraints.append(wrong.formatted(i));
    }
    assertEquals(
        3, problems(inResources(constraints.toString()).getBytes(StandardCharsets.UTF_8)).size());
  }

  @Test
  void garbledTextNeverCausesAnythingElse() throws Exception {
    byte[] good = CibWriter.write(new RandomStates(7).next()).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] garbled = good.clone();
      for (int edits = 1 + random.nextInt(5); edits > 0; edits--) {
        garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(256);
      }
      try {
        CibReader.read(new ByteArrayInputStream(garbled), "c.xml");
      } catch (InputException told) {
        assertTrue(!told.problems().isEmpty());
      }
    }
  }
}
