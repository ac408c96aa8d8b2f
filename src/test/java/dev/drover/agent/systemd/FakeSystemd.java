package dev.drover.agent.systemd;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;

/** A manager on a private bus, whose units do what the test says; it keeps what it was asked. */
final class FakeSystemd implements Manager, AutoCloseable {
  static final String NEVER = "never";
  static final String REFUSED = "refused";

  /** The job's result, {@link #NEVER}, or {@link #REFUSED} where there is to be no job. */
  volatile String result = "done";

  /** The unit's state after the job, with the sub-state after a space. */
  volatile String after = "active running";

  /** States that are told one after the other, before {@link #after}. */
  final Queue<String> passing = new ConcurrentLinkedQueue<>();

  /** The load state of units that are there. */
  volatile String load = "loaded";

  volatile boolean sendsSignals = true;
  final List<String> asked = new CopyOnWriteArrayList<>();

  private final Map<String, String> states = new ConcurrentHashMap<>();
  private final AtomicInteger lastJob = new AtomicInteger();
  private final DBusConnection connection;
  private volatile String job = "/";

  FakeSystemd(String address) throws DBusException {
    this(address, Map.of());
  }

  /**
   * A manager with units from its beginning.
   *
   * @param units their states by their names
   */
  FakeSystemd(String address, Map<String, String> units) throws DBusException {
    states.putAll(units);
    connection = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    connection.exportObject(PATH, this);
    connection.requestBusName(BUS_NAME);
  }

  /** Waits until it was asked for something. */
  void awaitAsked(String what) throws InterruptedException {
    synchronized (asked) {
      while (!asked.contains(what)) {
        asked.wait(40_000);
      }
    }
  }

  private void keep(String what) {
    synchronized (asked) {
      asked.add(what);
      asked.notifyAll();
    }
  }

  /** A unit that has a file. */
  FakeSystemd with(String unit, String state) {
    states.put(unit, state);
    return this;
  }

  @Override
  public void subscribe() {
    keep("Subscribe");
  }

  @Override
  public DBusPath startUnit(String unit, String mode) {
    return queue("start", unit, mode);
  }

  @Override
  public DBusPath stopUnit(String unit, String mode) {
    return queue("stop", unit, mode);
  }

  @Override
  public DBusPath reloadUnit(String unit, String mode) {
    return queue("reload", unit, mode);
  }

  @Override
  public void reload() {
    keep("Reload");
  }

  @Override
  public void cancelJob(UInt32 id) {
    keep("cancel " + id);
  }

  @Override
  public List<UnitStatus> listUnitsByNames(List<String> units) {
    return units.stream().map(this::status).toList();
  }

  @Override
  public boolean isRemote() {
    return false;
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public void close() {
    connection.disconnect();
  }

  /** Ends the job that runs. */
  void endJob() throws DBusException {
    String ended = job;
    job = "/";
    UInt32 id = new UInt32(lastJob.get());
    connection.sendMessage(new JobRemoved(PATH, id, new DBusPath(ended), "a.service", result));
  }

  private DBusPath queue(String what, String unit, String mode) {
    keep(what + " " + unit + " " + mode);
    if (!states.containsKey(unit)) {
      throw new DBusExecutionException("Unit " + unit + " not found.");
    }
    if (result.equals(REFUSED)) {
      throw new DBusExecutionException("Job is refused.");
    }
    DBusPath path = new DBusPath("/org/freedesktop/systemd1/job/" + lastJob.incrementAndGet());
    job = path.getPath();
    if (!result.equals(NEVER)) {
      states.put(unit, after);
      if (sendsSignals) {
        try {
          // Before the answer: as early as a signal can come.
          endJob();
        } catch (DBusException e) {
          throw new IllegalStateException(e);
        }
      } else {
        job = "/";
      }
    }
    return path;
  }

  private UnitStatus status(String unit) {
    String known = states.get(unit);
    String passed = passing.poll();
    String[] state = (passed != null ? passed : known != null ? known : "inactive dead").split(" ");
    return new UnitStatus(
        unit,
        "A unit",
        known == null ? "not-found" : load,
        state[0],
        state[1],
        "",
        new DBusPath("/org/freedesktop/systemd1/unit/a"),
        new UInt32(0),
        "",
        new DBusPath(job));
  }
}
