package account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

final class AccountsFileTest {

  private static final long CHAIN = 31_337;
  private static final Account FUNDER = Account.of("f0".repeat(32));
  private static final BigInteger RICH = BigInteger.TEN.pow(22);

  @TempDir
  Path folder;

  private final List<Account> children = Keyring.fresh().accounts(3);

  @Test
  void whatIsWrittenCanBeRead() throws IOException {
    SignedTransaction payment = Transaction
        .of(CHAIN, 0, Call.transfer(FUNDER.address(), BigInteger.TEN), Fees.flat(BigInteger.ONE))
        .signedBy(FUNDER);
    try (AccountsFile file = create()) {
      file.begin(CHAIN, RICH, 7);
      file.begin(CHAIN, BigInteger.ONE, 8);
      file.meet(CHAIN, BigInteger.TWO, 3);
      file.disperser(CHAIN, FUNDER.address());
      file.sending(CHAIN, List.of(payment));
      file.add(Keyring.fresh().accounts(1));
    }
    try (AccountsFile file = AccountsFile.open(path())) {
      assertThat(file.funder()).isEqualTo(FUNDER.address());
      assertThat(file.target()).isEqualTo("staging");
      assertThat(file.children()).hasSize(4).extracting(Account::key).startsWith(children.getFirst().key());
      assertThat(file.chains()).containsExactly(CHAIN);
      assertThat(file.chain(CHAIN))
          .contains(new Books.Chain(RICH, 7, BigInteger.TWO, 3, FUNDER.address(), List.of(Books.Payment.of(payment))));
      assertThat(file.disperser(CHAIN)).contains(FUNDER.address());
      assertThat(file.payments(CHAIN)).singleElement().isEqualTo(Books.Payment.of(payment));
      assertThat(file.payments(1)).isEmpty();
      file.settled(CHAIN, Map.of(payment.hash(), BigInteger.valueOf(21_000)));
      assertThat(file.payments(CHAIN)).extracting(Books.Payment::fee).containsExactly(BigInteger.valueOf(21_000));
    }
  }

  @Test
  void isForItsOwnersEyesAlone() throws IOException {
    create().close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path()))).isEqualTo("rw-------");
    assertThat(Files.list(folder)).as("nothing else remains").hasSize(2);
  }

  @Test
  void isTheJsonThatItsPageDescribes() throws IOException {
    try (AccountsFile file = create()) {
      file.begin(CHAIN, RICH, 7);
    }
    JsonNode json = new ObjectMapper().readTree(path().toFile());
    assertThat(json.fieldNames()).toIterable().containsExactly("format", "target", "funder", "children", "chains");
    assertThat(json.at("/children/0/address").asText()).isEqualTo(children.getFirst().address());
    assertThat(json.at("/children/0/key").asText()).hasSize(66);
    assertThat(json.at("/chains/31337/before").isTextual()).isTrue();
    assertThat(json.at("/chains/31337/before").asText()).isEqualTo(RICH.toString());
    String page = Files.readString(Path.of("docs/results.md")).split("## accounts-", 2)[1];
    json.findParents("key").getFirst().fieldNames().forEachRemaining(field -> assertThat(page).contains("`" + field));
    json.fieldNames().forEachRemaining(field -> assertThat(page).contains("`" + field));
  }

  @Test
  void nobodysMoneyIsOverwritten() throws IOException {
    create().close();
    assertThatIOException().isThrownBy(this::create).withMessageContaining("recover them first");
    assertThat(BooksJson.read(path()).children()).hasSize(3);
  }

  @Test
  void canBeReadWhileARunPays() throws IOException {
    try (AccountsFile file = create(); AccountsFile peeked = AccountsFile.peek(path())) {
      assertThat(peeked.children()).hasSameSizeAs(file.children());
      assertThatIllegalStateException().isThrownBy(() -> peeked.begin(CHAIN, RICH, 7));
    }
  }

  @Test
  void twoRunsDoNotShareOne() throws IOException {
    try (AccountsFile file = create()) {
      assertThatIOException().isThrownBy(() -> AccountsFile.open(path())).withMessageContaining(file + " is in use");
    }
    AccountsFile.open(path()).close();
  }

  @Test
  void whatIsNoneIsToldWithoutQuotingIt() throws IOException {
    assertThatIOException().isThrownBy(() -> AccountsFile.open(path())).withMessageContaining("there is no");
    Files.writeString(path(), "{\n \"key\" : 0x5ecre7");
    assertThatIOException().isThrownBy(() -> AccountsFile.open(path()))
        .withMessageContaining("line 2")
        .withMessageNotContaining("5ecre7")
        .withNoCause();
    Files.writeString(path(),
        "{\"format\": 2, \"target\": \"x\", \"funder\": \"0x\", \"children\": [], \"chains\": {}}");
    assertThatIOException().isThrownBy(() -> AccountsFile.open(path())).withMessageContaining("format 2");
  }

  @Test
  void nothingIsPaidBeforeWhatTheFunderHasIsNoted() throws IOException {
    try (AccountsFile file = create()) {
      assertThatIllegalStateException().isThrownBy(() -> file.sending(CHAIN, List.of()));
    }
  }

  @Test
  void neverShowsAKey() throws IOException {
    try (AccountsFile file = create()) {
      assertThat(file.toString() + BooksJson.read(path())).doesNotContain(children.getFirst().key().substring(2));
    }
  }

  private AccountsFile create() throws IOException {
    return AccountsFile.create(path(), "staging", FUNDER.address(), children);
  }

  private Path path() {
    return folder.resolve("accounts-staging.json");
  }
}
