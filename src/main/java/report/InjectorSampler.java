package report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.management.OperatingSystemMXBean;
import history.Note;
import history.Recorder;
import history.RunClock;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Notes every second how busy this process and its machine are, as notes {@code machine}:
 * {@code {"cpu": 0.4, "machineCpu": 0.7, "gcMs": 3, "ms": 1000, "heapBytes": 123456789}}, shares of all processors from 0 to 1 and
 * milliseconds since the sample before.
 */
public final class InjectorSampler implements AutoCloseable {

  private final Recorder recorder;
  private final RunClock clock;
  private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final ScheduledExecutorService ticks = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("injector-sampler").daemon().factory());
  private long gcMs = gcMs();
  private long sampled = System.nanoTime();

  private InjectorSampler(Recorder recorder, RunClock clock) {
    this.recorder = recorder;
    this.clock = clock;
  }

  /** Samples every second until closed. */
  public static InjectorSampler start(Recorder recorder, RunClock clock) {
    InjectorSampler sampler = new InjectorSampler(recorder, clock);
    sampler.ticks.scheduleAtFixedRate(sampler::sample, 1, 1, TimeUnit.SECONDS);
    return sampler;
  }

  void sample() {
    long gc = gcMs();
    long now = System.nanoTime();
    Runtime heap = Runtime.getRuntime();
    recorder.record(new Note("machine", clock.now(),
        JsonNodeFactory.instance.objectNode()
            .put("cpu", share(machine.getProcessCpuLoad()))
            .put("machineCpu", share(machine.getCpuLoad()))
            .put("gcMs", gc - gcMs)
            .put("ms", TimeUnit.NANOSECONDS.toMillis(now - sampled))
            .put("heapBytes", heap.totalMemory() - heap.freeMemory())));
    gcMs = gc;
    sampled = now;
  }

  @Override
  public void close() {
    ticks.shutdown();
  }

  /** Negative means not known yet. */
  private static double share(double load) {
    return Math.round(Math.max(0, load) * 10_000) / 10_000.0;
  }

  private static long gcMs() {
    return ManagementFactory.getGarbageCollectorMXBeans()
        .stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .filter(ms -> ms > 0)
        .sum();
  }
}
