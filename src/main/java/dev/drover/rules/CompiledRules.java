package dev.drover.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Rules as classes.
 *
 * @param models names of the classes that describe the rules
 * @param classes each class by its binary name
 */
record CompiledRules(List<String> models, Map<String, byte[]> classes) {
  private static final int MAX_CLASSES = 1_000_000;

  /** As one block of bytes with a checksum at its head. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    out.writeInt(models.size());
    for (String model : models) {
      out.writeUTF(model);
    }
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> type : classes.entrySet()) {
      out.writeUTF(type.getKey());
      out.writeInt(type.getValue().length);
      out.write(type.getValue());
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    new DataOutputStream(whole).writeLong(checksum(body.toByteArray()));
    body.writeTo(whole);
    return whole.toByteArray();
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws IOException where it is anything else, such as a part of it
   */
  static CompiledRules read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    long checksum = in.readLong();
    if (checksum != checksum(in.readAllBytes())) {
      throw new IOException("the checksum does not fit");
    }
    in =
        new DataInputStream(new ByteArrayInputStream(bytes, Long.BYTES, bytes.length - Long.BYTES));
    List<String> models = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      models.add(in.readUTF());
    }
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int left = count(in); left > 0; left--) {
      String name = in.readUTF();
      classes.put(name, in.readNBytes(in.readInt()));
    }
    return new CompiledRules(models, classes);
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MAX_CLASSES) {
      throw new IOException("no sensible number: " + count);
    }
    return count;
  }

  private static long checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
