package dev.drover.live;

import dev.drover.model.ClusterState;
import dev.drover.model.config.Configuration;
import java.util.ArrayList;
import java.util.List;

/**
 * The replicated state: the same entries in the same order make the same ledger on every member.
 *
 * <p>Not for several threads.
 */
public final class Ledger {
  /** So many lines for people are kept. */
  public static final int MOST_NEWS = 1000;

  /** So many fencings are remembered. */
  public static final int MOST_FENCINGS = 100;

  /** Port: reads what an operator wrote. */
  @FunctionalInterface
  public interface Reader {
    /**
     * The configuration in a text.
     *
     * @param name of the file, whose end says what format it has
     * @throws IllegalArgumentException where it makes no sense; the message is for people
     */
    Configuration read(String name, String text);
  }

  private final Reader reader;
  private Saved saved = Saved.nothing();
  private Configuration written = Empty.CONFIGURATION;
  private ClusterState state = new ClusterState(written, saved.status());

  /** A ledger without entries. */
  public Ledger(Reader reader) {
    this.reader = reader;
  }

  /** All that it holds. */
  public Saved saved() {
    return saved;
  }

  /** The cluster as it is known: the configuration with its amendments, and the status. */
  public ClusterState state() {
    return state;
  }

  /** Takes a snapshot's contents in place of its own. */
  public void restore(Saved contents) {
    Configuration read =
        contents.text().isEmpty()
            ? Empty.CONFIGURATION
            : reader.read(contents.name(), contents.text());
    written = read;
    replace(contents);
  }

  /**
   * Takes up the next entry.
   *
   * @param index in the log; higher than all before
   */
  public Reply apply(long index, Entry entry) {
    if (entry instanceof Entry.Configure configure) {
      return configure(index, configure);
    }
    if (entry instanceof Entry.Amend amend) {
      List<Amendment> amendments = new ArrayList<>(saved.amendments());
      for (Amendment amendment : amend.amendments()) {
        amendments.removeIf(amendment::replaces);
        if (amendment.value() != null) {
          amendments.add(amendment);
        }
      }
      List<String> lines =
          amend.amendments().stream().map(made -> amend.by() + ": " + made.sentence()).toList();
      replace(
          saved.configured(
              index,
              saved.name(),
              saved.text(),
              List.copyOf(amendments),
              new Change(amend.by(), amend.at()),
              news(index, amend.at(), lines)));
      return Reply.done(index);
    }
    if (entry instanceof Entry.Policy policy) {
      return rule(index, policy);
    }
    Entry.Happened happened = (Entry.Happened) entry;
    replace(
        saved.happened(
            index,
            happened.patch().applyTo(saved.status()),
            news(index, happened.at(), happened.news()),
            fencings(happened.fencings())));
    return Reply.done(index);
  }

  private List<FenceRecord> fencings(List<FenceRecord> more) {
    List<FenceRecord> all = new ArrayList<>(saved.fencings());
    all.addAll(more);
    return List.copyOf(all.subList(Math.max(0, all.size() - MOST_FENCINGS), all.size()));
  }

  /** The latest lines with some more. */
  private List<News> news(long index, long at, List<String> lines) {
    List<News> news = new ArrayList<>(saved.news());
    lines.forEach(line -> news.add(new News(index, at, line)));
    return List.copyOf(news.subList(Math.max(0, news.size() - MOST_NEWS), news.size()));
  }

  private Reply configure(long index, Entry.Configure entry) {
    if (entry.expected() >= 0 && entry.expected() != saved.configuredAt()) {
      return Reply.refused(
          index, otherwise("configuration", saved.configuredAt(), entry.expected()));
    }
    Configuration read;
    try {
      read = reader.read(entry.name(), entry.text());
    } catch (IllegalArgumentException wrong) {
      return Reply.refused(index, String.valueOf(wrong.getMessage()));
    }
    written = read;
    List<String> lines = List.of("%s: applied `%s`".formatted(entry.by(), entry.name()));
    replace(
        saved.configured(
            index,
            entry.name(),
            entry.text(),
            saved.amendments(),
            new Change(entry.by(), entry.at()),
            news(index, entry.at(), lines)));
    return Reply.done(index);
  }

  private Reply rule(long index, Entry.Policy entry) {
    if (entry.expected() >= 0 && entry.expected() != saved.ruledAt()) {
      return Reply.refused(index, otherwise("policy", saved.ruledAt(), entry.expected()));
    }
    String rules =
        entry.files().isEmpty() ? "the rules that Drover comes with" : "rules of its own";
    List<String> lines = List.of("%s: the cluster decides by %s".formatted(entry.by(), rules));
    Change change = new Change(entry.by(), entry.at());
    replace(saved.ruled(index, entry.files(), change, news(index, entry.at(), lines)));
    return Reply.done(index);
  }

  private static String otherwise(String what, long found, long expected) {
    return "the %s has index `%d`, expected `%d`%nMaybe somebody else changed it meanwhile: look at it again"
        .formatted(what, found, expected);
  }

  private void replace(Saved contents) {
    saved = contents;
    state = new ClusterState(new Amended(saved.amendments()).of(written), saved.status());
  }
}
