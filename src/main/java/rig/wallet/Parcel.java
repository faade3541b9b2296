package rig.wallet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rig.wallet.channel.Offer;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Terms;
import rig.wallet.wire.Message;
import rig.wallet.wire.ObjectiveBody;
import rig.wallet.wire.RequestBody;
import rig.wallet.wire.StateBody;

/** What one message says about one channel. */
final class Parcel {

  private final String channelId;
  private final List<StateBody> states = new ArrayList<>();
  private Optional<ObjectiveBody> opening = Optional.empty();
  private boolean closes;
  private boolean asks;

  private Parcel(String channelId) {
    this.channelId = channelId;
  }

  /** A message by channels, in the order in which it names them. */
  static List<Parcel> of(Message message) throws Refusal {
    Map<String, Parcel> parcels = new LinkedHashMap<>();
    for (StateBody state : message.signedStates()) {
      parcels.computeIfAbsent(state.id(), Parcel::new).states.add(state);
    }
    for (ObjectiveBody objective : message.objectives()) {
      Parcel parcel = parcels.computeIfAbsent(objective.id(), Parcel::new);
      parcel.opening = objective.opens() ? Optional.of(objective) : parcel.opening;
      parcel.closes |= objective.closes();
    }
    for (RequestBody request : message.requests()) {
      parcels.computeIfAbsent(request.id(), Parcel::new).asks = true;
    }
    return List.copyOf(parcels.values());
  }

  String channelId() {
    return channelId;
  }

  /** Whether the sender wants the end of the channel. */
  boolean closes() {
    return closes;
  }

  /** Whether the sender wants to know what we hold. */
  boolean asks() {
    return asks;
  }

  /** The states, in turn order, whatever order they came in. */
  List<Offer> offers() throws Refusal {
    List<Offer> offers = new ArrayList<>();
    for (StateBody state : states) {
      offers.add(state.offer());
    }
    offers.sort(Comparator.comparingLong(offer -> offer.state().turnNum()));
    return offers;
  }

  /** The terms of a channel that we do not know yet, when the sender proposes it. */
  Terms proposal() throws Refusal {
    if (opening.isEmpty() || states.isEmpty()) {
      throw new Refusal(Refusal.Reason.NOT_FOUND, "there is no channel " + channelId);
    }
    return states.getFirst().terms(opening.get());
  }
}
