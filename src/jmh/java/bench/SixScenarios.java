package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.History;
import history.Invocation;
import history.Note;
import history.Operation;
import history.Outcome;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The history of a flawless shop in which a thousand shoppers at a time go through the six classic scenarios, and of the two rounds of reads
 * that follow. Made as it is read, from numbers alone: it takes no memory, however long it is.
 */
final class SixScenarios implements History {

  /** A letter for each step: items i and j with stock s and t, user, funds, order, add a and b, remove, find, subtract, pay, no. */
  private static final String[] STEPS = {"is", "isufoap", "isjtufoabp", "isufoarap", "isjtufoabxyn", "isuoan"};
  private static final int[] WEIGHTS = {5, 35, 60, 80, 90, 100};
  private static final double OPERATIONS_EACH = 14.8;
  private static final int SHOPPERS = 1_000;
  private static final int LONGEST = 12;
  private static final long APART = 20_000;
  private static final long LASTS = 1_000_000;
  private static final int ROUNDS = 2;
  private static final Outcome NO = new Outcome.Refused("status-400", "no");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final long journeys;
  private long now = LASTS;
  private long id;

  /** A history of about so many operations. */
  SixScenarios(long operations) {
    this.journeys = Math.max(SHOPPERS, Math.round(operations / OPERATIONS_EACH) / SHOPPERS * SHOPPERS);
  }

  @Override
  public Stream<Operation> operations() {
    now = LASTS;
    id = 0;
    // Shoppers take their steps in turn, so that a thousand journeys are under way at any time.
    Stream<Operation> load = LongStream.range(0, journeys * LONGEST).boxed().mapMulti((index, next) -> {
      long journey = index / (SHOPPERS * LONGEST) * SHOPPERS + index % SHOPPERS;
      int step = (int) (index / SHOPPERS % LONGEST);
      String steps = steps(journey);
      if (step < steps.length()) {
        next.accept(step(journey, steps.charAt(step)));
      }
    });
    Stream<Operation> reads = LongStream.range(0, journeys * ROUNDS)
        .boxed()
        .flatMap(index -> reads(index % journeys).stream());
    return Stream.concat(load, reads);
  }

  @Override
  public Stream<Note> notes() {
    return Stream.of(new Note("settled", 0, JSON.objectNode().put("complete", true)));
  }

  private Operation step(long journey, char step) {
    String first = id('i', journey);
    String second = id('j', journey);
    String order = id('o', journey);
    return switch (step) {
      case 'i' -> ok("create item", "", JSON.objectNode().put("price", price('i', journey)), answer("item", first));
      case 'j' -> ok("create item", "", JSON.objectNode().put("price", price('j', journey)), answer("item", second));
      case 's' -> ok("add stock", first, amount(stock('i', journey)), NullNode.getInstance());
      case 't' -> ok("add stock", second, amount(stock('j', journey)), NullNode.getInstance());
      case 'u' -> ok("create user", "", JSON.objectNode(), answer("user", id('u', journey)));
      case 'f' -> ok("add funds", id('u', journey), amount(funds(journey)), NullNode.getInstance());
      case 'o' -> ok("create order", "", answer("user", id('u', journey)), answer("order", order));
      case 'a' -> ok("add item", order, answer("item", first).put("quantity", 1), NullNode.getInstance());
      case 'b' -> ok("add item", order, answer("item", second).put("quantity", 1), NullNode.getInstance());
      case 'r' -> ok("remove item", order, answer("item", first), NullNode.getInstance());
      case 'x' -> ok("find item", second, JSON.objectNode(), shown('j', journey, stock('j', journey)));
      case 'y' -> ok("subtract stock", second, amount(stock('j', journey)), NullNode.getInstance());
      case 'p' -> ok("checkout", order, JSON.objectNode().put("expect", "paid"), NullNode.getInstance());
      default -> asked("checkout", order, JSON.objectNode().put("expect", "refused")).ended(now, List.of(), NO,
          NullNode.getInstance());
    };
  }

  /** Everything that a journey has touched, as it is in the end. */
  private List<Operation> reads(long journey) {
    String steps = steps(journey);
    boolean paid = steps.indexOf('p') >= 0;
    boolean two = steps.indexOf('j') >= 0;
    Operation item = ok("read item", id('i', journey), JSON.objectNode(),
        shown('i', journey, stock('i', journey) - (paid ? 1 : 0)));
    if (steps.indexOf('o') < 0) {
      return List.of(item);
    }
    long total = price('i', journey) + (two ? price('j', journey) : 0);
    long credit = steps.indexOf('f') < 0 ? 0 : funds(journey) - (paid ? total : 0);
    Operation user = ok("read user", id('u', journey), JSON.objectNode(), JSON.objectNode().put("credit", credit));
    ObjectNode shown = answer("user", id('u', journey)).put("paid", paid).put("total", total);
    var lines = shown.putArray("items");
    lines.addArray().add(id('i', journey)).add(1);
    if (!two) {
      return List.of(item, user, ok("read order", id('o', journey), JSON.objectNode(), shown));
    }
    lines.addArray().add(id('j', journey)).add(1);
    long left = steps.indexOf('y') < 0 ? stock('j', journey) - 1 : 0;
    return List.of(item, ok("read item", id('j', journey), JSON.objectNode(), shown('j', journey, left)), user,
        ok("read order", id('o', journey), JSON.objectNode(), shown));
  }

  private static String steps(long journey) {
    long draw = Math.floorMod(mixed('w', journey), 100L);
    int scenario = 0;
    while (draw >= WEIGHTS[scenario]) {
      scenario++;
    }
    return STEPS[scenario];
  }

  private Operation ok(String kind, String entity, JsonNode asked, JsonNode answered) {
    return asked(kind, entity, asked).ended(now, List.of(), Outcome.OK, answered);
  }

  private Invocation asked(String kind, String entity, JsonNode asked) {
    now += APART;
    long began = now - LASTS;
    return new Invocation(id++, 1, kind, entity, !kind.startsWith("read"), began, began, began, asked);
  }

  private static ObjectNode answer(String field, String value) {
    return JSON.objectNode().put(field, value);
  }

  private static ObjectNode amount(long amount) {
    return JSON.objectNode().put("amount", amount);
  }

  private static ObjectNode shown(char item, long journey, long stock) {
    return JSON.objectNode().put("stock", stock).put("price", price(item, journey));
  }

  private static String id(char what, long journey) {
    return new UUID(mixed(what, journey), mixed(what, ~journey)).toString();
  }

  private static long price(char item, long journey) {
    return 1 + Math.floorMod(mixed(item, journey), 10L);
  }

  private static long stock(char item, long journey) {
    return 100 + Math.floorMod(mixed(item, journey) >>> 8, 901L);
  }

  private static long funds(long journey) {
    return 10_000 + Math.floorMod(mixed('f', journey), 90_001L);
  }

  /** A number that looks random, and is the same each time. */
  private static long mixed(char what, long journey) {
    long mixed = (journey * 128 + what) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    return mixed ^ mixed >>> 32;
  }
}
