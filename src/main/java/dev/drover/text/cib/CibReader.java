package dev.drover.text.cib;

import dev.drover.model.ClusterState;
import dev.drover.model.config.Configuration;
import dev.drover.text.InputException;
import dev.drover.text.xml.Limits;
import dev.drover.text.xml.XmlElement;
import dev.drover.text.xml.XmlTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Reads a Cluster Information Base, plain or compressed with gzip or bzip2.
 *
 * <p>Names from earlier releases are translated, references followed and templates merged, so that
 * what comes out needs no knowledge of the format. Access lists and alerts are skipped: no decision
 * depends on them.
 */
public final class CibReader {
  private CibReader() {}

  /**
   * Reads a file.
   *
   * @throws InputException where the file holds no usable CIB; tells up to 20 mistakes with line
   *     and column
   * @throws IOException where the file cannot be read
   */
  public static ClusterState read(Path file) throws IOException, InputException {
    try (InputStream input = Files.newInputStream(file)) {
      return read(input, file.toString());
    }
  }

  /**
   * Reads a stream to its end, without closing it.
   *
   * @param name what problems call the source
   * @throws InputException where the stream holds no usable CIB; tells up to 20 mistakes with line
   *     and column
   * @throws IOException where the stream cannot be read
   */
  public static ClusterState read(InputStream input, String name)
      throws IOException, InputException {
    return read(input, name, Limits.DEFAULT);
  }

  static ClusterState read(InputStream input, String name, Limits limits)
      throws IOException, InputException {
    XmlElement cib = XmlTree.read(input, name, limits);
    Document document = new Document(name, cib, limits.problems());
    if (!cib.is("cib")) {
      document.unknown(cib, cib.toString(), "<cib> as the outermost element", List.of("<cib>"));
      document.finish();
    }
    RuleReader rules = new RuleReader(document);
    SettingReader settings = new SettingReader(document, rules);
    ConfigurationReader configurationReader = new ConfigurationReader(document, rules, settings);
    Configuration configuration =
        configurationReader.read(
            cib.child("configuration").orElseGet(() -> empty("configuration")));
    ClusterState state =
        new ClusterState(configuration, new StatusReader(document, settings).read(cib));
    document.finish();
    return state;
  }

  private static XmlElement empty(String name) {
    return new XmlElement(name, Map.of(), 0, 0);
  }
}
