package load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import load.Instruction.CreateChannel;
import load.Instruction.CreateLedgerChannel;
import org.jspecify.annotations.Nullable;

/**
 * A load file: timed instructions for the wallets, gathered into jobs.
 *
 * <p>Two forms of the same instructions: a JSON array in the original's format, and CSV (file name ending in {@code .csv}) whose columns
 * are named by the path of the field in the JSON form, such as {@code channelParams.allocations.0.asset}. Instructions come in any order.
 * Beyond the original: amounts may be decimal, and {@code fundingInfo} may be {@code {"type": "None"}}; where it is absent, funding is
 * direct.
 */
public final class LoadFile {

  private final Path path;
  private final List<Job> jobs;

  private LoadFile(Path path, List<Job> jobs) {
    this.path = path;
    this.jobs = List.copyOf(jobs);
  }

  /**
   * Reads a file whole.
   *
   * @param servers the roles that instructions may name; any when empty
   * @throws LoadFileException with every problem of the file, or when it cannot be read
   */
  public static LoadFile read(Path path, Set<String> servers) {
    return read(path, servers, Headway.UNTOLD);
  }

  /** Reads a file whole, as {@link #read(Path, Set)}, and tells how far it has come. */
  public static LoadFile read(Path path, Set<String> servers, Headway headway) {
    var problems = new Problems(path);
    var jobs = new Jobs(problems);
    boolean whole = false;
    try {
      var intake = new Intake(new InstructionReader(servers), jobs, problems, headway);
      whole = Elements.of(path).read(path, problems, intake);
    } catch (NoSuchFileException _) {
      problems.add(Place.FILE, "", "there is no such file; check the path");
    } catch (IOException e) {
      problems.add(Place.FILE, "", "cannot be read: " + e.getMessage());
    }
    List<Job> inOrder = jobs.inOrder(whole);
    if (inOrder.isEmpty() && problems.count() == 0) {
      problems.add(Place.FILE, "", "there is no instruction in it");
    }
    problems.throwIfAny();
    return new LoadFile(path, inOrder);
  }

  /** Puts each element where it belongs. */
  private record Intake(InstructionReader reader, Jobs jobs, Problems problems, Headway headway)
      implements Elements.Reader {

    @Override
    public void take(JsonNode element, Place place) {
      long before = problems.count();
      var fields = new Fields(element, "", (field, text) -> problems.add(place, field, text));
      Instruction instruction = reader.read(fields);
      if (instruction != null && problems.count() == before) {
        jobs.add(instruction, place);
      } else {
        jobs.addBroken(element.path("jobId").asText());
      }
      headway.at("read", place.element() + 1);
    }
  }

  /** Where it was read from. */
  public Path path() {
    return path;
  }

  /** In the order of their first instructions. */
  public List<Job> jobs() {
    return jobs;
  }

  /** How many instructions there are in all. */
  public long instructions() {
    return jobs.stream().mapToLong(job -> job.instructions().size()).sum();
  }

  /** When the last instruction is due, in milliseconds from the start of the run. */
  public long end() {
    return jobs.stream().mapToLong(job -> job.instructions().getLast().timestamp()).max().orElse(0);
  }

  /** How many instructions of each type each server is asked, for example {@code CreateChannel} then {@code A}. */
  public SortedMap<String, SortedMap<String, Long>> counts() {
    SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();
    jobs.forEach(job -> job.instructions()
        .forEach(
            step -> counts.computeIfAbsent(step.type(), _ -> new TreeMap<>()).merge(step.serverId(), 1L, Long::sum)));
    return counts;
  }

  /** Everyone who takes part in a channel. */
  public Collection<Participant> participants() {
    Set<Participant> participants = new LinkedHashSet<>();
    for (Job job : jobs) {
      ChannelParams params = params(job.instructions().getFirst());
      if (params != null) {
        participants.addAll(params.participants());
      }
    }
    return participants;
  }

  private static @Nullable ChannelParams params(Instruction first) {
    return switch (first) {
      case CreateLedgerChannel create -> create.params();
      case CreateChannel create -> create.params();
      default -> null;
    };
  }
}
