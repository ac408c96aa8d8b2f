package dev.drover.text.yaml;

import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads who votes: a map from a name to its addresses, or to a map that says more than these. */
final class MembersReader {
  private static final List<String> KEYS = List.of("addresses", "replication", "witness");

  private final Problems problems;
  private final Map<Address, String> taken = new HashMap<>();

  MembersReader(Problems problems) {
    this.problems = problems;
  }

  /** All of them; of use only if no problem was noted. */
  List<Site.Member> read(YamlNode node) {
    Section all = Section.anyKeys(node, "members", problems);
    List<Site.Member> members = new ArrayList<>();
    all.fields().forEach((name, field) -> member(all, name, field).ifPresent(members::add));
    boolean isMap = node instanceof YamlNode.Fields;
    if (all.fields().size() > Site.MAX_MEMBERS) {
      problems.add(node.mark(), members.size() + " members", "at most " + Site.MAX_MEMBERS, null);
    } else if (isMap && all.fields().isEmpty()) {
      problems.add(node.mark(), "no members", "at least one", null);
    } else if (!members.isEmpty() && members.stream().allMatch(Site.Member::witness)) {
      problems.add(
          node.mark(), "only witnesses", "at least one member that can run resources", null);
    }
    return members;
  }

  private Optional<Site.Member> member(Section all, String name, YamlNode.Field field) {
    if (!Peer.isName(name)) {
      problems.add(field.keyMark(), name, Peer.NAME_FORM, null);
    }
    YamlNode value = field.value();
    boolean more = value instanceof YamlNode.Fields;
    Section section = more ? Section.open(value, "a member", KEYS, problems) : all;
    YamlNode listed = more ? section.requiredNode("addresses") : value;
    if (listed instanceof YamlNode.Fields) {
      // noted already where it is missing
      if (section.has("addresses")) {
        problems.add(listed, "an address or a list of addresses");
      }
      return Optional.empty();
    }
    List<Address> addresses =
        Addresses.list(section, listed, "addresses", Site.PORT, Site.MAX_LINKS, problems);
    if (addresses.isEmpty()) {
      if (listed instanceof YamlNode.Items list && list.items().isEmpty()) {
        problems.add(listed.mark(), "no addresses", "at least one", null);
      }
      return Optional.empty();
    }
    Address usual = new Address(addresses.get(0).host(), Site.REPLICATION_PORT);
    Address replication = more ? replication(section, usual) : usual;
    Set<Address> own = new LinkedHashSet<>(addresses);
    if (!own.add(replication)) {
      problems.add(
          more ? section.mark("replication") : listed.mark(),
          replication.toString(),
          "another address for replication than for messages",
          null);
    }
    own.forEach(address -> take(address, name, listed.mark()));
    return Optional.of(
        new Site.Member(name, addresses, replication, more && section.bool("witness", false)));
  }

  private Address replication(Section section, Address usual) {
    if (section.node("replication") instanceof YamlNode.Text text && !text.value().isEmpty()) {
      return Addresses.one(text, Site.REPLICATION_PORT, problems).orElse(usual);
    }
    if (section.has("replication")) {
      problems.add(section.requiredNode("replication"), "one address");
    }
    return usual;
  }

  /** Where one listens, nobody else can. */
  private void take(Address address, String name, Mark mark) {
    String other = taken.putIfAbsent(address, name);
    if (other != null) {
      problems.add(
          mark, address.toString(), "an address that is not that of `" + other + "`", null);
    }
  }
}
