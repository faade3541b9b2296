package report;

import com.fasterxml.jackson.databind.JsonNode;

/** How busy the injector was, from the notes {@code machine} that {@link InjectorSampler} takes. */
final class InjectorLoad {

  private long samples;
  private double cpu;
  private double machineCpu;
  private long gcMs;
  private long ms;
  private long heapBytes;

  /**
   * Figures of a whole run.
   *
   * @param samples how many samples they are made from; with 0 all else is 0
   * @param cpu mean share of the machine's processors that the injector's process used, 0 to 1
   * @param machineCpu mean share that all processes used, 0 to 1
   * @param gcShare share of the time spent in garbage collection, 0 to 1
   * @param heapBytes the most heap in use
   */
  public record Figures(long samples, double cpu, double machineCpu, double gcShare, long heapBytes) {}

  void accept(JsonNode sample) {
    samples++;
    cpu += sample.path("cpu").asDouble();
    machineCpu += sample.path("machineCpu").asDouble();
    gcMs += sample.path("gcMs").asLong();
    ms += sample.path("ms").asLong();
    heapBytes = Math.max(heapBytes, sample.path("heapBytes").asLong());
  }

  Figures figures() {
    return new Figures(samples, mean(cpu), mean(machineCpu), ms == 0 ? 0 : rounded((double) gcMs / ms), heapBytes);
  }

  private double mean(double sum) {
    return samples == 0 ? 0 : rounded(sum / samples);
  }

  private static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }
}
