package dev.drover.text.cib;

import dev.drover.model.ClusterState;
import dev.drover.text.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads text, and what was written. */
final class RoundTrip {
  private RoundTrip() {}

  static ClusterState of(ClusterState state) throws IOException, InputException {
    return read(CibWriter.write(state));
  }

  static ClusterState read(String cib) throws IOException, InputException {
    return CibReader.read(
        new ByteArrayInputStream(cib.getBytes(StandardCharsets.UTF_8)), "test.xml");
  }
}
