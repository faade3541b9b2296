package load;

import account.Account;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A role file in the original's format. A problem never repeats a key. */
final class RoleFile {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();
  private static final int LAST_PORT = 65_535;
  private static final Pattern DATABASE = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final Path file;
  private final Problems problems;

  RoleFile(Path file) {
    this.file = file;
    this.problems = new Problems(file);
  }

  List<Role> read() {
    List<Role> roles = new ArrayList<>();
    try {
      JsonNode tree = JSON.readTree(Files.readAllBytes(file));
      if (!tree.isObject() || tree.size() < 2) {
        problem("", "not a JSON object of two or more roles; write {\"A\": {…}, \"B\": {…}}");
      }
      tree.properties().forEach(entry -> roles.add(role(entry.getKey(), entry.getValue())));
    } catch (NoSuchFileException _) {
      problem("", "there is no such file; check the path");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problems.add(new Place(line, -1), "", "not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      problem("", "cannot be read: " + e.getMessage());
    }
    problems.throwIfAny();
    refuseShared(roles, "privateKey", Role::privateKey);
    refuseShared(roles, "destination", Role::destination);
    refuseShared(roles, "databaseName", Role::databaseName);
    problems.throwIfAny();
    return roles;
  }

  /** The database of a role that names none. */
  static String database(String id) {
    return "wallet_" + id.toLowerCase(Locale.ROOT);
  }

  private Role role(String id, JsonNode tree) {
    var fields = new Fields(tree, id, this::problem);
    Role known = Roles.known(id).orElse(null);
    List.of("ganachePort", "chainId", "artifactFile").forEach(fields::has);
    var role = new Role(id, databaseName(fields, id), port(fields, "messagePort"), port(fields, "loadServerPort"),
        key(fields, "privateKey", known == null ? null : known.privateKey()),
        key(fields, "chainPrivateKey", known == null ? null : known.chainPrivateKey()),
        destination(fields, known == null ? null : known.destination()));
    fields.nothingElse();
    return role;
  }

  private static String databaseName(Fields fields, String id) {
    boolean isGiven = fields.has("databaseName");
    String name = isGiven ? fields.text("databaseName") : database(id);
    if (!name.isEmpty() && !DATABASE.matcher(name).matches()) {
      fields.problem("databaseName", (isGiven ? "" : "missing, and by the role's name it would be ") + '"' + name
          + "\", which is no name of a database; give up to 63 of a-z, 0-9 and _, a letter first");
    }
    return name;
  }

  private static int port(Fields fields, String name) {
    return fields.has(name) ? (int) fields.whole(name, LAST_PORT, "a port from 0 (any free one) to 65535") : 0;
  }

  private String key(Fields fields, String name, @Nullable String otherwise) {
    if (otherwise != null && !fields.has(name)) {
      return otherwise;
    }
    String key = fields.secret(name);
    try {
      return key.isEmpty() ? key : requireKey(key);
    } catch (IllegalArgumentException e) {
      fields.problem(name, "cannot be used: " + e.getMessage());
      return "";
    }
  }

  private static String requireKey(String key) {
    Account.of(key);
    return key;
  }

  private static String destination(Fields fields, @Nullable String otherwise) {
    if (otherwise != null && !fields.has("destination")) {
      return otherwise;
    }
    boolean isAddress = fields.has("destination") && fields.text("destination").length() == 42;
    String hex = fields.hex("destination", isAddress ? 20 : 32);
    return isAddress && !hex.equals("0x") ? Account.destinationOf(hex) : hex;
  }

  private void refuseShared(List<Role> roles, String field, Function<Role, String> value) {
    Map<String, String> owners = new HashMap<>();
    for (Role role : roles) {
      String owner = owners.putIfAbsent(value.apply(role).toLowerCase(Locale.ROOT), role.id());
      if (owner != null) {
        problem(role.id() + "." + field, "is the same as that of " + owner + "; give each role its own");
      }
    }
  }

  private void problem(String field, String text) {
    problems.add(Place.FILE, field, text);
  }
}
