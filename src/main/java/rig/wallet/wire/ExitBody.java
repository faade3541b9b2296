package rig.wallet.wire;

import contract.Exit;
import contract.Share;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rig.wallet.channel.Refusal;

/** How one asset is split: one entry of {@code allocations} or {@code outcome}. */
public record ExitBody(@Nullable String asset, @Nullable List<Item> allocationItems) {

  /** One share. */
  public record Item(@Nullable String destination, @Nullable String amount) {}

  /** The outcome that a list of these stands for; at least one asset. */
  public static List<Exit> outcome(@Nullable List<ExitBody> bodies) throws Refusal {
    List<ExitBody> given = Form.list(bodies);
    if (given.isEmpty()) {
      throw new Refusal(Refusal.Reason.INVALID, "allocations is missing or empty");
    }
    List<Exit> outcome = new ArrayList<>(given.size());
    for (ExitBody body : given) {
      List<Share> shares = new ArrayList<>();
      for (Item item : Form.list(body.allocationItems)) {
        shares.add(new Share(Form.word("destination", item.destination), Form.amount("amount", item.amount)));
      }
      outcome.add(new Exit(Form.address("asset", body.asset), List.copyOf(shares)));
    }
    return List.copyOf(outcome);
  }

  /** The list that an outcome is shown as. */
  public static List<ExitBody> of(List<Exit> outcome) {
    return outcome.stream()
        .map(exit -> new ExitBody(exit.asset(), exit.shares().stream().map(ExitBody::item).toList()))
        .toList();
  }

  private static Item item(Share share) {
    return new Item(share.destination(), "0x" + share.amount().toString(16));
  }
}
