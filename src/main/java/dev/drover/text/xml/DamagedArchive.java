package dev.drover.text.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A compressed input that cannot be unpacked, told apart from a disk or a pipe that cannot be read.
 */
final class DamagedArchive extends IOException {
  private static final long serialVersionUID = 1L;

  private final String format;

  private DamagedArchive(String format, IOException cause) {
    super(cause);
    this.format = format;
  }

  String format() {
    return format;
  }

  /** Opens a stream that unpacks something. */
  interface Opening {
    InputStream open() throws IOException;
  }

  /** Opens and unpacks; whatever goes wrong from here on is the archive's fault. */
  static InputStream guard(String format, Opening opening) throws DamagedArchive {
    try {
      return new Guard(format, opening.open());
    } catch (IOException damaged) {
      throw new DamagedArchive(format, damaged);
    }
  }

  private static final class Guard extends FilterInputStream {
    private final String format;

    Guard(String format, InputStream unpacking) {
      super(unpacking);
      this.format = format;
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException damaged) {
        throw new DamagedArchive(format, damaged);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (IOException damaged) {
        throw new DamagedArchive(format, damaged);
      }
    }
  }
}
