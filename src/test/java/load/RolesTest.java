package load;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static load.Steps.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RolesTest {

  private static final String KEY = "0x" + "55".repeat(32);

  @TempDir
  private Path folder;

  @Test
  void theDefaultsSignAsTheKnownTestKeys() {
    List<Participant> participants = Roles.defaults().participants();
    assertThat(Roles.defaults().ids()).containsExactly("A", "B");
    assertThat(participants).extracting(Participant::signingAddress)
        .containsExactly("0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a", "0x1563915e194d8cfba1943570603f7606a3115508");
    assertThat(participants).extracting(Participant::destination)
        .doesNotHaveDuplicates()
        .allMatch(destination -> destination.startsWith("0x" + "0".repeat(24)) && destination.length() == 66);
  }

  @Test
  void readsTheOriginalsFields() {
    Roles roles = read(
        """
            {"A": {"databaseName": "first", "messagePort": 6050, "loadServerPort": 6060, "ganachePort": 8545, "chainId": 9001,
                   "artifactFile": "x.json", "privateKey": "%s", "chainPrivateKey": "%s",
                   "destination": "0xAADD1e134cE444B350eE07f0E3E2507475508412"},
             "B": {}}"""
            .formatted(KEY, KEY.replace("55", "66")));
    assertThat(roles.list().getFirst()).isEqualTo(new Role("A", "first", 6050, 6060, KEY, KEY.replace("55", "66"),
        "0x" + "0".repeat(24) + "aadd1e134ce444b350ee07f0e3e2507475508412"));
    assertThat(roles.list().getLast()).isEqualTo(Roles.defaults().list().getLast());
  }

  @Test
  void tellsEverythingAtOnceAndShowsNoKey() {
    String secret = "5".repeat(63);
    assertThatThrownBy(() -> read("""
        {"A": {"messagePort": 70000, "privateKey": "%s"}, "C": {"chainPrivateKey": 5, "port": 1}}""".formatted(secret)))
        .isInstanceOf(LoadFileException.class)
        .hasMessageContainingAll("A.messagePort: 70000 is wrong", "A.privateKey: cannot be used",
            "C.privateKey: missing", "C.chainPrivateKey: is no word", "C.destination: missing", "C.port: unknown field")
        .hasMessageNotContaining(secret);
  }

  @Test
  void refusesSharedKeysAndDestinations() {
    Role a = Roles.defaults().list().getFirst();
    assertThatThrownBy(() -> read("{\"A\": {}, \"B\": {\"privateKey\": \"" + a.privateKey() + "\", \"destination\": \""
        + a.destination() + "\"}}"))
        .hasMessageContainingAll("B.privateKey: is the same as that of A", "B.destination: is the same as that of A");
  }

  @Test
  void refusesWhatIsNoNameOfADatabase() {
    assertThatThrownBy(() -> read("{\"A\": {\"databaseName\": \"Wallet-A\"}, \"Hub-1\": {}}"))
        .isInstanceOf(LoadFileException.class)
        .hasMessageContainingAll("roles.json",
            "A.databaseName: \"Wallet-A\", which is no name of a database; give up to 63",
            "Hub-1.databaseName: missing, and by the role's name it would be \"wallet_hub-1\"");
  }

  @Test
  void refusesWhatIsNoRoleFile() {
    assertThatThrownBy(() -> read("[]")).hasMessageContaining("not a JSON object of two or more roles");
    assertThatThrownBy(() -> read("{\"A\": {}}")).hasMessageContaining("two or more roles");
    assertThatThrownBy(() -> read("{")).hasMessageContaining("not JSON");
    assertThatThrownBy(() -> Roles.read(folder.resolve("none"))).hasMessageContaining("no such file");
  }

  @Test
  void aRoleNeverShowsItsKeys() {
    Role role = Roles.defaults().list().getFirst();
    assertThat(role.toString()).contains("A", role.signingAddress())
        .doesNotContain(role.privateKey().substring(2), role.chainPrivateKey().substring(2));
  }

  private Roles read(String text) {
    return Roles.read(write(folder.resolve("roles.json"), text));
  }
}
