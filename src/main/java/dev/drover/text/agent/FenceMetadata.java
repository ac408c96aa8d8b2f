package dev.drover.text.agent;

import dev.drover.agent.UnusableMetadataException;
import dev.drover.agent.fence.Metadata;
import dev.drover.agent.fence.MetadataReader;
import dev.drover.text.InputException;
import dev.drover.text.xml.XmlElement;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reads the metadata of fence agents: the XML of OCF agents with a few attributes more. */
public final class FenceMetadata implements MetadataReader {
  @Override
  public Metadata read(String agent, String text) throws UnusableMetadataException {
    try {
      return metadata(agent, MetadataXml.read(agent, text));
    } catch (InputException | IOException e) {
      throw new UnusableMetadataException(String.valueOf(e.getMessage()));
    }
  }

  private static Metadata metadata(String agent, XmlElement root) {
    List<Metadata.Parameter> parameters =
        MetadataXml.parameters(root).map(FenceMetadata::parameter).toList();
    List<Metadata.Action> actions = MetadataXml.actions(root).map(FenceMetadata::action).toList();
    return new Metadata(root.get("name", agent), root.get("shortdesc", ""), parameters, actions);
  }

  private static Metadata.Parameter parameter(XmlElement element) {
    XmlElement content =
        element.child("content").orElseGet(() -> new XmlElement("content", Map.of(), 0, 0));
    return new Metadata.Parameter(
        element.get("name", ""),
        MetadataXml.isTrue(element, "required"),
        content.get("type", ""),
        content.get("default"),
        MetadataXml.isTrue(element, "deprecated"));
  }

  private static Metadata.Action action(XmlElement element) {
    return new Metadata.Action(
        element.get("name", ""),
        MetadataXml.isTrue(element, "automatic"),
        MetadataXml.isTrue(element, "on_target"));
  }
}
