package dev.drover.daemon;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a node says on its standard error, a line each; systemd adds the time. */
public final class Journal {
  private final PrintWriter out;

  public Journal(PrintWriter out) {
    this.out = out;
  }

  /** Something that people may want to know. */
  public synchronized void line(String line) {
    out.println(line);
    out.flush();
  }

  /** A mistake in Drover itself, with where it came from: nobody sees it otherwise. */
  public void mistake(Throwable mistake) {
    StringWriter trace = new StringWriter();
    mistake.printStackTrace(new PrintWriter(trace));
    line("a mistake in Drover: " + trace);
  }
}
