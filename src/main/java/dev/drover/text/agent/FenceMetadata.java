package dev.drover.text.agent;

import dev.drover.agent.fence.Metadata;
import dev.drover.agent.fence.MetadataReader;
import dev.drover.agent.fence.UnusableMetadataException;
import dev.drover.model.fact.Words;
import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import dev.drover.text.xml.Limits;
import dev.drover.text.xml.XmlElement;
import dev.drover.text.xml.XmlTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads the metadata of fence agents: the XML of OCF agents with a few attributes more. */
public final class FenceMetadata implements MetadataReader {
  /** Ten times what the largest agent of the fence-agents package says. */
  private static final Limits LIMITS = new Limits(1 << 20, 10_000, 16, 50, 64 * 1024, 20);

  @Override
  public Metadata read(String agent, String text) throws UnusableMetadataException {
    try {
      XmlElement root =
          XmlTree.read(
              new ByteArrayInputStream(text.strip().getBytes(StandardCharsets.UTF_8)),
              "metadata of " + agent,
              LIMITS);
      if (!root.is("resource-agent")) {
        throw new InputException(
            new InputProblem(
                "metadata of " + agent,
                root.line(),
                root.column(),
                root.toString(),
                "<resource-agent>",
                null));
      }
      return metadata(agent, root);
    } catch (InputException | IOException e) {
      throw new UnusableMetadataException(String.valueOf(e.getMessage()));
    }
  }

  private static Metadata metadata(String agent, XmlElement root) {
    List<Metadata.Parameter> parameters =
        root.grandchildren("parameters")
            .filter(each -> each.is("parameter"))
            .map(FenceMetadata::parameter)
            .toList();
    List<Metadata.Action> actions =
        root.grandchildren("actions")
            .filter(each -> each.is("action"))
            .map(FenceMetadata::action)
            .toList();
    return new Metadata(root.get("name", agent), root.get("shortdesc", ""), parameters, actions);
  }

  private static Metadata.Parameter parameter(XmlElement element) {
    XmlElement content =
        element.child("content").orElseGet(() -> new XmlElement("content", Map.of(), 0, 0));
    return new Metadata.Parameter(
        element.get("name", ""),
        isTrue(element, "required"),
        content.get("type", ""),
        content.get("default"),
        isTrue(element, "deprecated"));
  }

  private static Metadata.Action action(XmlElement element) {
    return new Metadata.Action(
        element.get("name", ""), isTrue(element, "automatic"), isTrue(element, "on_target"));
  }

  private static boolean isTrue(XmlElement element, String attribute) {
    return Words.isTrue(element.get(attribute, "0"));
  }
}
