package dev.drover.daemon;

import dev.drover.keys.KeyRing;
import dev.drover.live.Letter;
import dev.drover.live.Token;
import dev.drover.peer.Address;
import dev.drover.peer.Site;
import dev.drover.raft.Applier;
import dev.drover.raft.DamagedException;
import dev.drover.raft.Lineage;
import dev.drover.raft.Member;
import dev.drover.raft.Replica;
import dev.drover.raft.Settings;
import dev.drover.raft.Setup;
import dev.drover.raft.Watcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a member that boots finds out which log counts, before it opens one: the members tell each
 * other where they stand, and the higher epoch wins. A member that hears nobody waits.
 */
final class Opening {
  private final Site site;
  private final Setup setup;
  private final Journal journal;
  private final Consumer<Replica> opened;
  private final Map<String, Letter.Standing> others = new LinkedHashMap<>();
  private @Nullable Replica replica;
  private final Set<String> empty = new HashSet<>();
  private boolean joining;
  private boolean founded;
  private boolean waits;

  /**
   * Nothing is open yet.
   *
   * @param opened is given the replica once
   */
  Opening(Site site, Setup setup, Journal journal, Consumer<Replica> opened) {
    this.site = site;
    this.setup = setup;
    this.journal = journal;
    this.opened = opened;
  }

  /** Where this member stands. */
  Letter.Standing standing() throws IOException {
    Optional<Lineage> mine = mine();
    return new Letter.Standing(
        site.node(),
        mine.map(Lineage::epoch).orElse(-1L),
        mine.map(lineage -> lineage.id().toString()).orElse(""),
        replica != null,
        isJoining(),
        founded);
  }

  /** The newest right to order anything that this member's log tells of. */
  Token newest() {
    try {
      return Lineage.latest(setup.settings().folder())
          .map(latest -> new Token(latest.epoch(), latest.term(), 0))
          .orElse(Token.NONE);
    } catch (IOException e) {
      // whoever opens it says so
      return Token.NONE;
    }
  }

  private Optional<Lineage> mine() throws IOException {
    return replica == null
        ? Lineage.read(setup.settings().folder())
        : Optional.of(replica.lineage());
  }

  private boolean isMember() {
    return replica != null
        && replica.members().stream().anyMatch(member -> member.name().equals(site.node()));
  }

  /** Whether this member still asks to be admitted. */
  boolean isJoining() {
    return joining && !isMember();
  }

  /** Takes up where another stands, and opens what is to be opened. */
  void heard(Letter.Standing other) throws IOException {
    others.put(other.node(), other);
    if (other.epoch() < 0) {
      empty.add(other.node());
    }
    proceed();
  }

  /** Whether another one has gone on without this member, which has its log open. */
  boolean isOvertakenBy(Letter.Standing other) {
    return replica != null && other.epoch() > replica.lineage().epoch();
  }

  /** The log of this member counts no more: the next process joins empty. */
  void drop() throws IOException {
    Lineage.drop(setup.settings().folder());
  }

  /**
   * Opens a log where it is certain which. One that is damaged is set aside: this member joins as
   * one that has none, where there is another to join.
   */
  void proceed() throws IOException {
    if (replica != null) {
      return;
    }
    try {
      choose();
    } catch (DamagedException e) {
      if (site.members().size() == 1) {
        throw e;
      }
      Path aside = Lineage.setAside(setup.settings().folder());
      journal.line(
          "%s%nThe log is set aside as `%s`: this member joins again, empty, as soon as another leads"
              .formatted(e.getMessage(), aside));
      choose();
    }
  }

  private void choose() throws IOException {
    Optional<Lineage> mine = mine();
    Optional<Letter.Standing> highest =
        others.values().stream()
            .filter(other -> other.epoch() > 0)
            .max(Comparator.comparingLong(Letter.Standing::epoch));
    long best = highest.map(Letter.Standing::epoch).orElse(-1L);
    if (mine.isPresent() && best <= mine.get().epoch()) {
      openMine(mine.get(), highest);
    } else if (mine.isEmpty()
        && !Lineage.isSetAside(setup.settings().folder())
        && (best <= 0 ? others.size() >= site.members().size() - 1 : isBeingFounded())) {
      journal.line("a new cluster begins with " + names());
      founded = true;
      open(Replica.found(setup, Lineage.first(site.cluster()), members()));
    } else if (highest.isPresent()) {
      join(mine, highest.get());
    }
  }

  /**
   * Whether somebody founded the cluster since this member was booted, and before that had nothing:
   * it had heard then that this one has nothing either, and counts on it.
   */
  private boolean isBeingFounded() {
    String first = Lineage.first(site.cluster()).id().toString();
    return others.values().stream()
        .filter(other -> other.epoch() > 0)
        .allMatch(
            other ->
                other.founded() && other.group().equals(first) && empty.contains(other.node()));
  }

  private void openMine(Lineage mine, Optional<Letter.Standing> highest) throws IOException {
    boolean conflict =
        highest.isPresent()
            && highest.get().epoch() == mine.epoch()
            && !highest.get().group().equals(mine.id().toString());
    if (conflict) {
      journal.line(
          "`%s` has another history of the same epoch `%d`: nothing is opened%nMaybe one of both was restored from a backup: empty its folder `%s`"
              .formatted(highest.get().node(), mine.epoch(), setup.settings().folder()));
    } else if (site.members().size() == 1 || !others.isEmpty()) {
      open(Replica.open(setup));
    } else if (!waits) {
      waits = true;
      journal.line(
          "waiting for one of %s: while this member was down another may have gone on without it"
              .formatted(names().stream().filter(name -> !name.equals(site.node())).toList()));
    }
  }

  private void join(Optional<Lineage> mine, Letter.Standing highest) throws IOException {
    if (mine.isPresent()) {
      journal.line(
          "`%s` has the later history, of epoch `%d`: this member's is dropped"
              .formatted(highest.node(), highest.epoch()));
      Lineage.discard(setup.settings().folder());
    }
    joining = true;
    open(Replica.join(setup, new Lineage(highest.epoch(), UUID.fromString(highest.group()))));
  }

  private void open(Replica made) {
    replica = made;
    if (!made.deaf().isEmpty()) {
      journal.line(
          "replication does not listen at %s: it is out of reach over that link until the daemon is started anew%nMaybe this machine does not have the address yet, or another process has the port"
              .formatted(made.deaf()));
    }
    opened.accept(made);
  }

  private List<Member> members() {
    return site.members().stream().map(Opening::member).toList();
  }

  private List<String> names() {
    return site.members().stream().map(Site.Member::name).toList();
  }

  /** How the member of that site replicates. */
  static Setup setup(Site site, KeyRing keys, Applier books, Watcher office) {
    Settings usual = Settings.in(site.data().resolve("log"));
    Settings settings =
        new Settings(
            usual.folder(),
            site.election().min(),
            site.election().max(),
            usual.stepDownWait(),
            usual.snapshotEvery(),
            usual.maxEntryBytes(),
            usual.maxPending());
    Member self = member(site.member(site.node()).orElseThrow());
    return new Setup(self, keys, settings, books, office, site::isVoter, further(site));
  }

  /** Replication goes over all links of a member, on one port. */
  static Map<Member, List<String>> further(Site site) {
    Map<Member, List<String>> further = new LinkedHashMap<>();
    for (Site.Member each : site.members()) {
      Address first = each.replication();
      List<String> hosts =
          each.addresses().stream()
              .map(Address::host)
              .filter(host -> !each.addresses().contains(new Address(host, first.port())))
              .filter(host -> !host.equals(first.host()))
              .distinct()
              .toList();
      further.put(member(each), hosts);
    }
    return further;
  }

  static Member member(Site.Member member) {
    return new Member(
        member.name(), member.replication().host(), member.replication().port(), member.witness());
  }
}
