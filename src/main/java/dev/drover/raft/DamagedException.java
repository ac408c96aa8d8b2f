package dev.drover.raft;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The log on this disk is not what was written. The member sets it aside and joins again, empty:
 * see {@link Lineage#setAside}.
 */
public final class DamagedException extends IOException {
  private static final long serialVersionUID = 1;

  DamagedException(Path file, long position, String what) {
    super(file + ": at byte `" + position + "`: " + what + "; maybe the disk is failing");
  }
}
