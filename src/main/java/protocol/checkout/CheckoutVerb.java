package protocol.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ActionBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import protocol.engine.Asked;
import protocol.engine.Expression;
import protocol.engine.Observed;
import protocol.engine.Verb;

import static io.gatling.javaapi.http.HttpDsl.http;

/** A verb of {@link CheckoutDsl}, to be put into a scenario as it is or with settings of its own. */
public final class CheckoutVerb extends Verb {

  private final Call call;
  private final Expression<Wanted> wanted;
  private final Reading reading;
  private final Terms terms;

  /** What is made of the answer, and the session keys of its fields. */
  record Reading(@Nullable Function<JsonNode, JsonNode> reader, Map<String, String> saved) {

    static final Reading NOTHING = new Reading(null, Map.of());
  }

  /** What the journey counts on, whether it is measured, and whether back-pressure is fine. */
  record Terms(Fate fate, boolean measured, boolean patient) {}

  private CheckoutVerb(Call call, Expression<Wanted> wanted, Reading reading, Terms terms) {
    this.call = call;
    this.wanted = wanted;
    this.reading = reading;
    this.terms = terms;
  }

  static CheckoutVerb of(Call call, Expression<Wanted> wanted, Reading reading) {
    return new CheckoutVerb(call, wanted, reading, new Terms(Fate.SUCCESS, true, false));
  }

  /** Saves what is learned, when it is one thing only, under another key: for a journey with several items. */
  public CheckoutVerb savingAs(String key) {
    if (reading.saved().size() != 1) {
      throw new IllegalStateException(
          call.kind() + " saves " + reading.saved().keySet() + ": say which with saving(field, key)");
    }
    return saving(reading.saved().keySet().iterator().next(), key);
  }

  /** Saves a field of the answer, as docs/history.md names it, under another key. */
  public CheckoutVerb saving(String field, String key) {
    Map<String, String> saved = new HashMap<>(reading.saved());
    if (saved.put(field, key) == null) {
      throw new IllegalArgumentException(call.kind() + " has no " + field + " to save");
    }
    return new CheckoutVerb(call, wanted, new Reading(reading.reader(), Map.copyOf(saved)), terms);
  }

  /** The journey counts on a success, and says so in the history. */
  public CheckoutVerb mustBePaid() {
    return with(new Terms(Fate.PAID, terms.measured(), terms.patient()));
  }

  /** The journey counts on a refusal, and says so in the history: anything but 4xx is KO. */
  public CheckoutVerb mustBeRefused() {
    return with(new Terms(Fate.REFUSED, terms.measured(), terms.patient()));
  }

  /** The target decides: a refusal is as good as a success. */
  public CheckoutVerb mayBeRefused() {
    return with(new Terms(Fate.EITHER, terms.measured(), terms.patient()));
  }

  /** Back-pressure (429, and 503 with Retry-After) is good. */
  public CheckoutVerb allowingBackPressure() {
    return with(new Terms(terms.fate(), terms.measured(), true));
  }

  /** A part of the warm-up: outside of histograms, accounting and gates. */
  public CheckoutVerb unmeasured() {
    return with(new Terms(terms.fate(), false, terms.patient()));
  }

  /** The same where the target's dialect has it, and nothing elsewhere. */
  public ActionBuilder whereSpoken() {
    return CheckoutProtocol.KEY.late(checkout -> checkout.speaks(call) ? action(checkout)
        : CheckoutProtocol.KEY.action(call.kind(), (turn, _) -> turn.end()));
  }

  private CheckoutVerb with(Terms other) {
    return new CheckoutVerb(call, wanted, reading, other);
  }

  @Override
  protected ActionBuilder action() {
    return CheckoutProtocol.KEY.late(this::action);
  }

  private ActionBuilder action(CheckoutComponents checkout) {
    Path path = checkout.path(call);
    String name = checkout.settings().compatible() ? call.courseName() : call.kind();
    var request = http(terms.measured() ? name : "warm-up: " + name).httpRequest(path.method(), Observed::address)
        .requestTimeout(checkout.settings().timeout());
    Observed observed = CheckoutProtocol.KEY.observed(call.kind(), request)
        .asked(asked(path, checkout.url(path.role())))
        .expecting(terms.fate().expectation(call, checkout.settings().compatible()));
    if (reading.reader() != null) {
      observed = observed.answering(reading.reader());
    }
    for (Map.Entry<String, String> saved : reading.saved().entrySet()) {
      observed = observed.saving(saved.getKey(), saved.getValue());
    }
    observed = terms.measured() ? observed : observed.unmeasured();
    observed = terms.patient() ? observed.allowingBackPressure() : observed;
    return call.isRead() ? observed.repeatable() : observed;
  }

  private Expression<Asked> asked(Path path, String url) {
    Optional<String> expected = call == Call.CHECKOUT ? terms.fate().expected() : Optional.empty();
    return session -> {
      Wanted one = wanted.apply(session);
      expected.ifPresent(fate -> one.data().put("expect", fate));
      return new Asked(one.entity(), one.data(), url + path.with(one.arguments()));
    };
  }
}
