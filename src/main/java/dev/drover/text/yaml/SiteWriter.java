package dev.drover.text.yaml;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.drover.peer.Site;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Writes what {@link SiteReader} reads. */
public final class SiteWriter {
  private static final YAMLFactory FACTORY =
      YAMLFactory.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private final JsonGenerator out;

  private SiteWriter(JsonGenerator out) {
    this.out = out;
  }

  /** A site as YAML; paths are written as they are. */
  public static String write(Site site) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      new SiteWriter(out).all(site);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory cannot fail to be written", impossible);
    }
    return text.toString();
  }

  private void all(Site site) throws IOException {
    out.writeStartObject();
    text("cluster", site.cluster());
    text("node", site.node());
    text("role", site.role().word());
    text("data", site.data().toString());
    out.writeObjectFieldStart("members");
    for (Site.Member member : site.members()) {
      out.writeObjectFieldStart(member.name());
      texts("addresses", member.addresses());
      text("replication", member.replication().toString());
      if (member.witness()) {
        out.writeBooleanField("witness", true);
      }
      out.writeEndObject();
    }
    out.writeEndObject();
    out.writeObjectFieldStart("tls");
    text("authority", site.tls().authority().toString());
    text("certificate", site.tls().certificate().toString());
    text("key", site.tls().key().toString());
    out.writeEndObject();
    out.writeObjectFieldStart("heartbeat");
    text("interval", Durations.text(site.heartbeat().interval()));
    out.writeNumberField("missed", site.heartbeat().missed());
    out.writeEndObject();
    out.writeObjectFieldStart("election");
    text("min", Durations.text(site.election().min()));
    text("max", Durations.text(site.election().max()));
    out.writeEndObject();
    out.writeObjectFieldStart("patience");
    text("restart", Durations.text(site.patience().restart()));
    text("standstill", Durations.text(site.patience().standstill()));
    text("boot", Durations.text(site.patience().boot()));
    out.writeEndObject();
    resourceAgents(site.resourceAgents());
    texts("reach", site.reach());
    Path watchdog = site.watchdog();
    if (watchdog != null) {
      text("watchdog", watchdog.toString());
    }
    texts("agents", site.agents());
    out.writeEndObject();
  }

  private void resourceAgents(Site.ResourceAgents agents) throws IOException {
    out.writeObjectFieldStart("resource-agents");
    text("ocf", agents.ocf().toString());
    text("init-scripts", agents.initScripts().toString());
    texts("fence", agents.fence());
    out.writeNumberField("at-once", agents.atOnce());
    text("watch", Durations.text(agents.watch()));
    out.writeEndObject();
  }

  private void text(String name, String value) throws IOException {
    out.writeStringField(name, value);
  }

  /** A list, where there is something in it. */
  private void texts(String name, List<?> values) throws IOException {
    if (!values.isEmpty()) {
      out.writeArrayFieldStart(name);
      for (Object value : values) {
        out.writeString(value.toString());
      }
      out.writeEndArray();
    }
  }
}
