package dev.drover.agent.fence;

import dev.drover.agent.process.Supervisor;
import dev.drover.text.agent.FenceMetadata;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** A fencer whose agents are programs of some folders, in real time. */
final class RealAgents implements AutoCloseable {
  private final MachineTimer timer = new MachineTimer();
  final FenceHistory history = new FenceHistory(10, InstantSource.system());
  final DeviceRunner runner;

  RealAgents(List<Path> folders, Supervisor supervisor) {
    FenceProgram programs = new FenceProgram(folders, supervisor);
    runner = new DeviceRunner(programs, new KnownAgents(programs, new FenceMetadata()), timer);
  }

  Fencer fencer(FenceSetup setup) {
    Fencer fencer = new Fencer(runner, new Targets(runner, timer), history, timer, new Random(1));
    fencer.use(setup);
    return fencer;
  }

  @Override
  public void close() {
    timer.close();
  }
}
