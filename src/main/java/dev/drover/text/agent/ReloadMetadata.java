package dev.drover.text.agent;

import dev.drover.agent.Reload;
import dev.drover.agent.ReloadReader;
import dev.drover.agent.UnusableMetadataException;
import dev.drover.execute.Unreloadable;
import dev.drover.text.InputException;
import dev.drover.text.xml.XmlElement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads of the metadata of OCF agents how they reload.
 *
 * <p>Since OCF 1.1 an agent with the action {@code reload-agent} takes up the parameters that are
 * {@code reloadable}. Before, one with the action {@code reload} takes up those that are not {@code
 * unique}, as Pacemaker reads it.
 */
public final class ReloadMetadata implements ReloadReader {
  private static final Pattern VERSION = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?!\\d).*");

  @Override
  public Optional<Reload> read(String agent, String text) throws UnusableMetadataException {
    try {
      return reload(MetadataXml.read(agent, text));
    } catch (InputException | IOException unusable) {
      throw new UnusableMetadataException(firstLine(unusable));
    } catch (IllegalArgumentException unusable) {
      throw new UnusableMetadataException(MetadataXml.source(agent) + ": " + firstLine(unusable));
    }
  }

  private static String firstLine(Exception unusable) {
    return String.valueOf(unusable.getMessage()).lines().findFirst().orElse("");
  }

  private static Optional<Reload> reload(XmlElement root) {
    if (!isOfOcf11(root)) {
      return does(root, Reload.OLD)
          ? Optional.of(new Reload(Reload.OLD, names(root, each -> isTrue(each, "unique"))))
          : Optional.empty();
    }
    return does(root, Reload.AGENT)
        ? Optional.of(new Reload(Reload.AGENT, names(root, each -> !isTrue(each, "reloadable"))))
        : Optional.empty();
  }

  private static boolean isTrue(XmlElement parameter, String attribute) {
    return MetadataXml.isTrue(parameter, attribute);
  }

  private static boolean does(XmlElement root, String action) {
    return MetadataXml.actions(root).anyMatch(each -> each.get("name", "").equals(action));
  }

  private static Unreloadable names(XmlElement root, Predicate<XmlElement> counts) {
    List<String> names =
        MetadataXml.parameters(root)
            .filter(each -> each.get("name") != null)
            .filter(counts)
            .map(each -> each.get("name", ""))
            .distinct()
            .toList();
    return new Unreloadable(names);
  }

  /** The attribute {@code version} is the agent's own; that of OCF is an element. */
  private static boolean isOfOcf11(XmlElement root) {
    Matcher version = VERSION.matcher(root.child("version").map(XmlElement::text).orElse(""));
    if (!version.matches()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    int minor = version.group(2) == null ? 0 : Integer.parseInt(version.group(2));
    return major > 1 || (major == 1 && minor >= 1);
  }
}
