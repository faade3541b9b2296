package rig.wallet.wire;

import contract.FixedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import load.Participant;
import org.jspecify.annotations.Nullable;
import rig.wallet.channel.Funding;
import rig.wallet.channel.Kind;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Terms;

/** What never changes in a channel; the shape it is stored in. */
public record TermsBody(@Nullable String kind, @Nullable FundingBody funding, @Nullable List<Participant> participants,
    @Nullable Long nonce, @Nullable String appDefinition, @Nullable Long challengeDuration) {

  private static final long LONGEST = (1L << 48) - 1;

  /** The shape of given terms. */
  public static TermsBody of(Terms terms) {
    return new TermsBody(terms.kind().name().toLowerCase(Locale.ROOT), FundingBody.of(terms.funding()),
        terms.participants(), terms.fixed().nonce(), terms.fixed().appDefinition(), terms.fixed().challengeDuration());
  }

  /** The terms, with the channel's id. */
  public Terms terms() throws Refusal {
    List<Participant> parties = parties();
    var fixed = new FixedPart(parties.stream().map(Participant::signingAddress).toList(),
        Form.number("nonce", nonce, Long.MAX_VALUE), Form.address("appDefinition", appDefinition),
        Form.number("challengeDuration", challengeDuration, LONGEST));
    Kind purpose = Form.oneOf("kind", kind, Kind.class);
    Funding money = Form.present("funding", funding).funding();
    if (purpose == Kind.LEDGER && (parties.size() != 2 || money instanceof Funding.Ledger)) {
      throw new Refusal(Refusal.Reason.INVALID, "a ledger channel has two participants and money of its own");
    }
    return Terms.of(purpose, money, parties, fixed);
  }

  private List<Participant> parties() throws Refusal {
    List<Participant> parties = new ArrayList<>();
    for (Participant participant : Form.list(participants)) {
      parties.add(new Participant(Form.present("participantId", participant.participantId()),
          Form.address("signingAddress", participant.signingAddress()),
          Form.word("destination", participant.destination())));
    }
    if (parties.stream().map(Participant::signingAddress).distinct().count() != parties.size() || parties.size() < 2) {
      throw new Refusal(Refusal.Reason.INVALID, "a channel has at least two participants, all different");
    }
    return parties;
  }
}
