package dev.drover.text.agent;

import dev.drover.model.fact.Words;
import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import dev.drover.text.xml.Limits;
import dev.drover.text.xml.XmlElement;
import dev.drover.text.xml.XmlTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the metadata of resource agents and of fence agents have in common: OCF's XML. */
final class MetadataXml {
  /** Ten times what the largest agents of the common packages say. */
  private static final Limits LIMITS = new Limits(1 << 20, 10_000, 16, 50, 64 * 1024, 20);

  /** Says which file holds the document type, which nobody fetches; most agents begin with it. */
  private static final Pattern NAMED_TYPE =
      Pattern.compile("<!DOCTYPE\\s+resource-agent\\s+SYSTEM\\s+\"[^\"<>\\[]*\"\\s*>");

  private MetadataXml() {}

  /**
   * The outermost element.
   *
   * @param agent what problems call it
   * @throws InputException where the text is no metadata, with where and why
   */
  static XmlElement read(String agent, String text) throws IOException, InputException {
    String source = source(agent);
    // Any other document type may bring entities, and is refused.
    Matcher type = NAMED_TYPE.matcher(text.strip());
    byte[] bytes = type.replaceFirst("").getBytes(StandardCharsets.UTF_8);
    XmlElement root = XmlTree.read(new ByteArrayInputStream(bytes), source, LIMITS);
    if (!root.is("resource-agent")) {
      throw new InputException(
          new InputProblem(
              source, root.line(), root.column(), root.toString(), "<resource-agent>", null));
    }
    return root;
  }

  /** What problems call an agent's metadata. */
  static String source(String agent) {
    return "metadata of " + agent;
  }

  static Stream<XmlElement> parameters(XmlElement root) {
    return root.grandchildren("parameters").filter(each -> each.is("parameter"));
  }

  static Stream<XmlElement> actions(XmlElement root) {
    return root.grandchildren("actions").filter(each -> each.is("action"));
  }

  static boolean isTrue(XmlElement element, String attribute) {
    return Words.isTrue(element.get(attribute, "0"));
  }
}
