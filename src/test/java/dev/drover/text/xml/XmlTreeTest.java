package dev.drover.text.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class XmlTreeTest {
  private static XmlElement read(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return XmlTree.read(new ByteArrayInputStream(bytes), "a test", Limits.DEFAULT);
  }

  @Test
  void attributesStandInTheirOrder() throws Exception {
    Map<String, String> attributes = read("<op zone='1' name='start' id='o'/>").attributes();
    assertEquals(List.of("zone", "name", "id"), List.copyOf(attributes.keySet()));
    assertEquals(List.of("1", "start", "o"), List.copyOf(attributes.values()));
    assertEquals(Map.of("id", "o", "name", "start", "zone", "1"), attributes);
    assertEquals(3, attributes.size());
  }

  @Test
  void anAttributeThatIsNotThereHasNoValue() throws Exception {
    XmlElement element = read("<op id='o'/>");
    assertNull(element.get("name"));
    assertEquals("start", element.get("name", "start"));
    assertEquals("o", element.get("id", "another"));
    assertTrue(element.attributes().containsKey("id"));
    assertFalse(element.attributes().containsKey("name"));
    assertTrue(read("<op/>").attributes().isEmpty());
  }

  @Test
  void whatWasReadCannotBeChanged() throws Exception {
    XmlElement element = read("<op id='o'/>");
    Map<String, String> attributes = element.attributes();
    assertThrows(UnsupportedOperationException.class, () -> attributes.put("id", "p"));
    assertThrows(UnsupportedOperationException.class, () -> element.children().add(element));
  }

  @Test
  void equalValuesAreKeptOnce() throws Exception {
    XmlElement root = read("<a on='node1'><b on='node1'/><c at='node1'/></a>");
    assertSame(root.get("on"), root.children().get(0).get("on"));
    assertSame(root.get("on"), root.children().get(1).get("at"));
  }

  @Test
  void valuesThatDoNotFitAmongTheSeenOnesAreReadAllTheSame() throws Exception {
    StringBuilder text = new StringBuilder("<a>");
    IntStream.range(0, 40_000).forEach(i -> text.append("<b id='").append(i).append("'/>"));
    List<String> ids = read(text + "</a>").children("b").map(XmlElement::id).toList();
    assertEquals(IntStream.range(0, 40_000).mapToObj(Integer::toString).toList(), ids);
  }

  @Test
  void allElementsComeInDocumentOrder() throws Exception {
    XmlElement root = read("<a><b><c/><d/></b><e><f/></e></a>");
    assertEquals(List.of("a", "b", "c", "d", "e", "f"), root.all().map(XmlElement::name).toList());
  }
}
