package dev.drover.benchmark;

/** What a cluster has to decide about. */
enum Occasion {
  FIRST_PLACEMENT("first placement", "first.xml"),
  SETTLED("settled", "settled.xml"),
  NODE_LOST("one node lost", "lost.xml");

  private final String words;
  private final String file;

  Occasion(String words, String file) {
    this.words = words;
    this.file = file;
  }

  /** What reports call it. */
  String words() {
    return words;
  }

  /** The input's name in the folder of its size. */
  String file() {
    return file;
  }
}
