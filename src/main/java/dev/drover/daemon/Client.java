package dev.drover.daemon;

import dev.drover.live.Letter;
import dev.drover.peer.Site;
import java.io.IOException;
import java.util.Map;

/** Gives commands to whichever member answers first. */
public final class Client {
  private final Site site;

  /** A client with the operator's certificate, as its site file names it. */
  public Client(Site site) {
    this.site = site;
  }

  /**
   * Begins to call the members, for several questions; the first one waits for a connection.
   *
   * @throws IOException where the certificate cannot be read
   */
  public Conversation open() throws IOException {
    return new Conversation(site);
  }

  /**
   * Asks one thing, and waits for the answer.
   *
   * @throws IOException where no member answers; the message says what each of them did
   */
  public Letter.Answer ask(String verb, Map<String, String> words) throws IOException {
    try (Conversation conversation = open()) {
      return conversation.ask(verb, words);
    }
  }
}
