package dev.drover.text.yaml;

import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.text.InputException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file in which one node is told who it is and where the others are: {@code site.yaml}.
 * {@code docs/schema/site.schema.json} says what may stand in it.
 */
public final class SiteReader {
  private static final List<String> KEYS =
      List.of(
          "cluster",
          "node",
          "role",
          "data",
          "members",
          "tls",
          "heartbeat",
          "election",
          "patience",
          "resource-agents",
          "reach",
          "watchdog",
          "agents");

  private static final int MAX_REACH = 16;
  private static final int MAX_AGENTS = 1000;

  /** The port of the echo service: a host that is there answers, if only with a refusal. */
  private static final int ECHO = 7;

  private final Problems problems;
  private final Section section;
  private final Machine machine;

  private SiteReader(Problems problems, Section section, Path folder) {
    this.problems = problems;
    this.section = section;
    this.machine = new Machine(problems, folder);
  }

  /**
   * Reads a file. Paths in it are relative to its folder.
   *
   * @throws InputException where it is not such a file; with every problem found
   */
  public static Site read(Path file) throws InputException {
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    return read(YamlText.load(file, new Problems(file.toString())), file.toString(), folder);
  }

  /**
   * Reads a text.
   *
   * @param source what to call the text in problems
   * @param folder what paths in it are relative to
   * @throws InputException where it is not such a text; with every problem found
   */
  public static Site read(String text, String source, Path folder) throws InputException {
    Problems problems = new Problems(source);
    Section section = Section.open(YamlText.parse(text, problems), "a site", KEYS, problems);
    return new SiteReader(problems, section, folder).site();
  }

  private Site site() throws InputException {
    String cluster = name("cluster");
    String node = name("node");
    Role role = role();
    YamlNode listed = section.requiredNode("members");
    List<Site.Member> members =
        section.has("members") ? new MembersReader(problems).read(listed) : List.of();
    if (role != null && !members.isEmpty()) {
      checkPlace(node, role, members);
    }
    Path data = machine.path(section, "data", Site.DATA);
    Site.Tls tls = machine.tls(section.node("tls"));
    Site.Heartbeat heartbeat = machine.heartbeat(section.node("heartbeat"));
    Site.Election election = machine.election(section.node("election"));
    Site.Patience patience = machine.patience(section.node("patience"));
    Site.ResourceAgents resourceAgents = machine.agents(section.node("resource-agents"));
    List<Address> reach = Addresses.list(section, "reach", ECHO, MAX_REACH, problems);
    Path watchdog = section.has("watchdog") ? machine.path(section, "watchdog", Path.of("")) : null;
    List<String> agents = agents(members);
    problems.throwIfAny();
    return new Site(
        cluster,
        node,
        role == null ? Role.OPERATOR : role,
        data,
        members,
        tls,
        heartbeat,
        election,
        patience,
        resourceAgents,
        reach,
        watchdog,
        agents);
  }

  private String name(String key) {
    String name = section.required(key);
    if (!name.isEmpty() && !Peer.isName(name)) {
      problems.add(section.mark(key), name, Peer.NAME_FORM, null);
    }
    return name;
  }

  private @Nullable Role role() {
    if (!section.has("role")) {
      section.missing("role");
      return null;
    }
    List<String> words = Stream.of(Role.values()).map(Role::word).toList();
    String word = section.word("role", words);
    return word == null ? null : Role.of(word).orElseThrow();
  }

  /** Who votes stands among the members, in that role; who does not, stands elsewhere. */
  private void checkPlace(String node, Role role, List<Site.Member> members) {
    Optional<Site.Member> listed =
        members.stream().filter(member -> member.name().equals(node)).findFirst();
    boolean votes = role == Role.MEMBER || role == Role.WITNESS;
    if (listed.isPresent() && listed.get().role() != role) {
      String meant = listed.get().role().word();
      problems.add(
          section.mark("role"),
          role.word(),
          meant + ", which `" + node + "` is among the members",
          "`" + meant + "` is meant");
    } else if (listed.isEmpty() && votes && !node.isEmpty()) {
      problems.unknown(
          section.mark("node"),
          node,
          "the name of a " + role.word() + " that stands under members",
          members.stream().filter(member -> member.role() == role).map(Site.Member::name).toList());
    }
  }

  private List<String> agents(List<Site.Member> members) {
    Set<String> names = new LinkedHashSet<>();
    for (YamlNode.Text each : section.texts("agents")) {
      String name = each.value();
      if (!Peer.isName(name)) {
        problems.add(each.mark(), name, Peer.NAME_FORM, null);
      } else if (members.stream().anyMatch(member -> member.name().equals(name))) {
        problems.add(each.mark(), name, "the name of a node that is no member", null);
      } else if (!names.add(name)) {
        problems.add(each.mark(), name, "each agent once", null);
      }
    }
    if (names.size() > MAX_AGENTS) {
      problems.add(section.mark("agents"), names.size() + " agents", "at most " + MAX_AGENTS, null);
    }
    return List.copyOf(names);
  }
}
