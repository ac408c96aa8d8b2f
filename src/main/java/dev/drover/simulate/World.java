package dev.drover.simulate;

import dev.drover.model.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The truth: which machines have power, what really runs on them, and who hears whom. No decision
 * may look here; nodes report parts of it, and checkers judge by it.
 */
public final class World {
  /** One machine. */
  public static final class Machine {
    private final String name;
    private final boolean member;
    private boolean powered;
    private boolean answering;
    private final Map<String, Role> services = new LinkedHashMap<>();

    Machine(String name, boolean member) {
      this.name = name;
      this.member = member;
    }

    public String name() {
      return name;
    }

    /** Whether it is a full member when it is up, not a remote or guest node. */
    public boolean isMember() {
      return member;
    }

    public boolean powered() {
      return powered;
    }

    /** Whether it takes part in the cluster: it has power and its cluster process runs. */
    public boolean answering() {
      return powered && answering;
    }

    /** A service's role here; stopped where it does not run. */
    public Role role(String service) {
      return services.getOrDefault(service, Role.STOPPED);
    }
  }

  /**
   * What ran where from a moment on.
   *
   * @param cause what changed it, as a sentence without a full stop
   * @param byCluster whether the cluster did it
   * @param running machine to service to role
   */
  public record Moment(
      Instant at, String cause, boolean byCluster, Map<String, Map<String, Role>> running) {}

  private final Map<String, Machine> machines = new LinkedHashMap<>();
  private final Map<String, Integer> hears = new LinkedHashMap<>();
  private final List<Moment> moments = new ArrayList<>();
  private Instant clock;

  World(Instant clock) {
    this.clock = clock;
  }

  public Instant clock() {
    return clock;
  }

  void clock(Instant time) {
    if (time.isBefore(clock)) {
      throw new IllegalStateException("the clock does not go back from " + clock + " to " + time);
    }
    clock = time;
  }

  /** Adds a full member, without power. */
  void addMember(String name) {
    machines.put(name, new Machine(name, true));
  }

  /**
   * The machine of that name; one that is no member exists as soon as somebody speaks of it, and
   * has power.
   */
  Machine machine(String name) {
    return machines.computeIfAbsent(
        name,
        n -> {
          Machine machine = new Machine(n, false);
          machine.powered = true;
          return machine;
        });
  }

  Optional<Machine> known(String name) {
    return Optional.ofNullable(machines.get(name));
  }

  /** Every machine, members first as they are configured. */
  List<Machine> machines() {
    return List.copyOf(machines.values());
  }

  /** The members that take part, in groups that hear each other, in order of configuration. */
  List<List<String>> groups() {
    Map<Integer, List<String>> groups = new LinkedHashMap<>();
    for (Machine machine : machines.values()) {
      if (machine.member && machine.answering()) {
        int group = hears.getOrDefault(machine.name, 0);
        groups.computeIfAbsent(group, g -> new ArrayList<>()).add(machine.name);
      }
    }
    return List.copyOf(groups.values());
  }

  /** Each side hears only itself; machines that are on no side hear nobody. */
  void split(List<List<String>> sides) {
    int next = 1;
    for (Machine machine : machines.values()) {
      hears.put(machine.name, next++);
    }
    for (List<String> side : sides) {
      for (String name : side) {
        hears.put(name, next);
      }
      next++;
    }
  }

  void heal() {
    hears.clear();
  }

  /** Takes a machine's power: all that ran there is gone at once. */
  void powerOff(String name, String cause, boolean byCluster) {
    Machine machine = machine(name);
    machine.powered = false;
    machine.answering = false;
    machine.services.clear();
    note(cause, byCluster);
  }

  /** Ends all that runs on a machine, as when the container that it is goes away. */
  void clear(String name, String cause) {
    machine(name).services.clear();
    note(cause, true);
  }

  /** Boots a machine with nothing running. */
  void boot(String name, String cause) {
    Machine machine = machine(name);
    machine.powered = true;
    machine.answering = true;
    machine.services.clear();
    note(cause, false);
  }

  /** Ends a machine's cluster process; what runs there goes on. */
  void stopAnswering(String name, String cause) {
    machine(name).answering = false;
    note(cause, false);
  }

  /** Sets what a service is on a machine that has power. */
  void setRole(String machineName, String service, Role role, String cause, boolean byCluster) {
    Machine machine = machine(machineName);
    if (!machine.powered || machine.role(service) == role) {
      return;
    }
    if (role.isActive()) {
      machine.services.put(service, role);
    } else {
      machine.services.remove(service);
    }
    note(cause, byCluster);
  }

  /** Moves a service from one machine to another without a moment in between. */
  void move(String service, String from, String to, String cause) {
    Role role = machine(from).role(service);
    if (role.isActive() && machine(to).powered) {
      machine(from).services.remove(service);
      machine(to).services.put(service, role);
      note(cause, true);
    }
  }

  private void note(String cause, boolean byCluster) {
    moments.add(new Moment(clock, cause, byCluster, running()));
  }

  /** What runs where now. */
  Map<String, Map<String, Role>> running() {
    Map<String, Map<String, Role>> running = new LinkedHashMap<>();
    machines
        .values()
        .forEach(machine -> running.put(machine.name, new LinkedHashMap<>(machine.services)));
    return running;
  }

  /** Every change of what runs, since the last call. */
  List<Moment> takeMoments() {
    List<Moment> taken = List.copyOf(moments);
    moments.clear();
    return taken;
  }
}
