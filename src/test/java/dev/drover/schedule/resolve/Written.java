package dev.drover.schedule.resolve;

import dev.drover.model.config.Configuration;
import dev.drover.text.cib.CibReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Configurations for tests, written the short way. */
final class Written {
  private Written() {}

  /**
   * Primitives with these names, a clone C of c, a bundle B of b1 with a promoted one, a template T
   * with t1 and t2, a tag G on a and b; and constraints.
   */
  static Configuration with(String constraints, String... primitives) {
    String resources =
        Arrays.stream(primitives)
            .map(name -> primitive(name, "class=\"ocf\" type=\"Dummy\""))
            .collect(Collectors.joining());
    String cib =
        "<cib><configuration><nodes><node id=\"1\" uname=\"n1\"/><node id=\"2\" uname=\"n2\"/></nodes><resources>"
            + resources
            + "<clone id=\"C\">"
            + primitive("c", "class=\"ocf\" type=\"Dummy\"")
            + "</clone>"
            + "<bundle id=\"B\"><podman image=\"i\" replicas=\"2\" promoted-max=\"1\"/>"
            + "<network control-port=\"3121\"/>"
            + primitive("b1", "class=\"ocf\" type=\"Dummy\"")
            + "</bundle>"
            + "<template id=\"T\" class=\"ocf\" type=\"Dummy\"/>"
            + primitive("t1", "template=\"T\"")
            + primitive("t2", "template=\"T\"")
            + "</resources><tags><tag id=\"G\"><obj_ref id=\"a\"/><obj_ref id=\"b\"/></tag></tags><constraints>"
            + constraints
            + "</constraints></configuration></cib>";
    try {
      return CibReader.read(new ByteArrayInputStream(cib.getBytes(StandardCharsets.UTF_8)), "test")
          .configuration();
    } catch (Exception unusable) {
      throw new AssertionError(unusable.getMessage(), unusable);
    }
  }

  private static String primitive(String name, String what) {
    return "<primitive id=\"" + name + "\" " + what + "/>";
  }
}
