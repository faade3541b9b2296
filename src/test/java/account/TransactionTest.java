package account;

import account.Kind.Access;
import account.Kind.AccessList;
import account.Kind.Blobs;
import account.Kind.FeeMarket;
import account.Kind.Legacy;
import account.Kind.SetCode;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class TransactionTest {

  private static final long SEED = 20_260_102;
  private static final String KEY = "46".repeat(32);
  private static final Account SENDER = Account.of(KEY);
  private static final String TO = "0x" + "35".repeat(20);
  private static final Fees FEES = new Fees(BigInteger.valueOf(20_000_000_000L), BigInteger.ONE);

  @Test
  void theExampleOfEip155() {
    var transaction = new Transaction(1, 9, Call.transfer(TO, BigInteger.TEN.pow(18)),
        Fees.flat(BigInteger.valueOf(20_000_000_000L)), new Legacy());
    SignedTransaction signed = transaction.signedBy(SENDER);
    assertThat(signed.raw())
        .isEqualTo("0xf86c098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a764"
            + "00008025a028ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276"
            + "a067cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83");
    assertThat(signed.hash()).isEqualTo("0x33469b22e9f636356c4160a87eb19df52b7412e8eac32a4a55ffe88ea8350788");
    assertThat(signed.from()).isEqualTo("0x9d8a62f656a8d1615c1294fd71e9cfb3e4855a4f");
  }

  @Test
  void equalsWhatWeb3jSigns() {
    var random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      var data = new byte[random.nextInt(300)];
      random.nextBytes(data);
      var fees = new Fees(number(random).add(BigInteger.TWO.pow(70)), number(random));
      var call = new Call(i % 9 == 0 ? null : TO, number(random), Numeric.toHexString(data),
          random.nextInt(30_000_000));
      long chainId = 1 + random.nextInt(100_000);
      var transaction = Transaction.of(chainId, random.nextInt(1_000), call, fees);
      RawTransaction theirs = RawTransaction.createTransaction(chainId, BigInteger.valueOf(transaction.nonce()),
          BigInteger.valueOf(call.gasLimit()), call.to(), call.value(), call.data(), fees.tip(), fees.max());
      byte[] expected = TransactionEncoder.signMessage(theirs, Credentials.create(KEY));
      assertThat(transaction.signedBy(SENDER).raw()).as("seed %d, transaction %d", SEED, i)
          .isEqualTo(Numeric.toHexString(expected));
    }
  }

  @Test
  void everyKindBeginsWithItsType() {
    var accesses = List.of(new Access(TO, List.of("0x" + "01".repeat(32))));
    assertThat(raw(new AccessList(accesses))).startsWith("0x01");
    assertThat(raw(new FeeMarket(accesses))).startsWith("0x02").isNotEqualTo(raw(new FeeMarket(List.of())));
    assertThat(raw(new SetCode(List.of(), List.of(Authorization.signedBy(SENDER, 5, TO, 1))))).startsWith("0x04");
  }

  @Test
  void aBlobTransactionIsKnownByWhatStandsInTheBlock() {
    SignedTransaction bare = blobs(Blob.Form.BARE).signedBy(SENDER);
    SignedTransaction one = blobs(Blob.Form.PROOF_PER_BLOB).signedBy(SENDER);
    SignedTransaction cells = blobs(Blob.Form.PROOF_PER_CELL).signedBy(SENDER);
    assertThat(bare.raw()).startsWith("0x03").hasSizeLessThan(500);
    assertThat(one.raw()).startsWith("0x03").hasSizeGreaterThan(2 * 131_072);
    assertThat(cells.raw().length() - one.raw().length()).isGreaterThanOrEqualTo(2 * 127 * 48);
    assertThat(bare.hash()).isEqualTo(one.hash()).isEqualTo(cells.hash());
  }

  @Test
  void aRaisedOneOffersMoreInEverythingAndIsTheSameOtherwise() {
    Transaction transaction = blobs(Blob.Form.BARE);
    Transaction raised = transaction.raised(10);
    assertThat(raised.fees()).isEqualTo(new Fees(BigInteger.valueOf(22_000_000_000L), BigInteger.TWO));
    assertThat(((Blobs) raised.kind()).maxFeePerBlobGas()).isEqualTo(8);
    assertThat(raised.call()).isEqualTo(transaction.call());
    assertThat(raised.nonce()).isEqualTo(transaction.nonce());
    assertThat(Fees.flat(BigInteger.ZERO).raised(10)).isEqualTo(Fees.flat(BigInteger.ONE));
  }

  @Test
  void whatNoNodeWouldTakeIsRefused() {
    var deploys = new Call(null, BigInteger.ZERO, "0x00", 100_000);
    var leave = List.of(Authorization.signedBy(SENDER, 5, TO, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Transaction(5, 0, deploys, FEES, new SetCode(List.of(), leave)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Blobs(BigInteger.ONE, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Fees(BigInteger.ONE, BigInteger.TWO));
    assertThatIllegalArgumentException().isThrownBy(() -> Blob.of(new byte[Blob.CAPACITY + 1], Blob.Form.BARE));
  }

  private static String raw(Kind kind) {
    return new Transaction(5, 0, Call.transfer(TO, BigInteger.ONE), FEES, kind).signedBy(SENDER).raw();
  }

  private static Transaction blobs(Blob.Form form) {
    var blob = Blob.of("cargo".getBytes(java.nio.charset.StandardCharsets.UTF_8), form);
    return new Transaction(5, 0, Call.transfer(TO, BigInteger.ONE), FEES,
        new Blobs(BigInteger.valueOf(7), List.of(blob)));
  }

  private static BigInteger number(Random random) {
    return new BigInteger(random.nextInt(70), random);
  }
}
