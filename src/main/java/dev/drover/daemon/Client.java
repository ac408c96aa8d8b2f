package dev.drover.daemon;

import dev.drover.live.Letter;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.io.IOException;
import java.util.Map;

/** Gives commands to whichever member answers first. */
public final class Client {
  private final Site site;

  /**
   * A client with an operator's certificate, as its site file names it.
   *
   * @throws IllegalArgumentException where it is a node's: that is for the node's daemon alone
   */
  public Client(Site site) {
    if (site.role() != Role.OPERATOR) {
      throw new IllegalArgumentException(
          "the role `" + site.role().word() + "`: expected `operator`");
    }
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
