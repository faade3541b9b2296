package simulations.rollup;

import account.Account;
import contract.Artifact;
import contract.Calldata;
import contract.Token;
import contract.Workbench;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import protocol.engine.Expression;
import protocol.rpc.RpcDsl;
import protocol.rpc.transaction.GasLimit;
import simulations.Settings;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;
import static protocol.rpc.RpcDsl.contractCall;
import static protocol.rpc.RpcDsl.deploy;
import static protocol.rpc.RpcDsl.rpc;

/** The contracts that a load calls, which one of its accounts deploys before. */
final class Contracts {

  /** What each account has of the token at first. */
  private static final BigInteger SHARE = BigInteger.valueOf(1_000_000);
  private static final int AT_ONCE = 400;

  private final String tokens;
  private final String workbenches;
  private final List<String> holders;
  private volatile String token = "";
  private volatile String workbench = "";

  /** Contracts that are not there yet; the settings name other artifacts than {@code Token} and {@code Workbench}. */
  Contracts(Settings settings, List<Account> accounts) {
    this.tokens = artifact(settings, "token", "Token");
    this.workbenches = artifact(settings, "workbench", "Workbench");
    this.holders = accounts.stream().map(Account::address).toList();
  }

  private static String artifact(Settings settings, String name, String otherwise) {
    String given = settings.text(name, otherwise);
    try {
      return Artifact.named(given).name();
    } catch (IllegalArgumentException e) {
      settings.problem("-D" + name + "=" + given + " cannot be used: " + e.getMessage());
      return otherwise;
    }
  }

  /** Deploys the workbench alone; the run ends here when that fails. */
  ChainBuilder areAWorkbench() {
    return orNothing(List.of(deployed("workbench", Workbench.deployment(workbenches)), exec(this::known)));
  }

  /** Deploys both, gives each account its share of the token, and reads who has how much; the run ends here when that fails. */
  ChainBuilder areDeployed() {
    List<ChainBuilder> steps = new ArrayList<>();
    steps.add(deployed("token", Token.deployment(tokens)));
    steps.add(deployed("workbench", Workbench.deployment(workbenches)));
    for (int from = 0; from < holders.size(); from += AT_ONCE) {
      steps.add(handOut(holders.subList(from, Math.min(from + AT_ONCE, holders.size()))));
    }
    steps.add(exec(this::known));
    steps.add(exec(isRead()));
    return orNothing(steps);
  }

  private static ChainBuilder orNothing(List<ChainBuilder> steps) {
    return exec(exitBlockOnFail().on(exec(steps))).exec(
        stopLoadGeneratorIf(_ -> "the contracts are not deployed: the rows of the set-up say why", Session::isFailed));
  }

  private static ChainBuilder deployed(String name, Calldata contract) {
    return exec(rpc("deploy " + name).unmeasured().sendTransaction(deploy(Expression.constant(contract.data()))))
        .exec(session -> session.set(name, session.get(RpcDsl.CONTRACT_ADDRESS)));
  }

  private static ChainBuilder handOut(List<String> some) {
    Calldata call = Token.transferToAll(some, SHARE);
    return exec(rpc("hand out tokens").unmeasured()
        .sendTransaction(contractCall("#{token}", call.data()))
        .gas(new GasLimit.Given(call.gasLimit())));
  }

  private Session known(Session session) {
    token = session.contains("token") ? String.valueOf(session.getString("token")) : token;
    workbench = String.valueOf(session.getString("workbench"));
    return session;
  }

  /** The user knows where they are. */
  Session areKnown(Session session) {
    return session.set("token", token).set("workbench", workbench);
  }

  /** Reads who has how much of the token. */
  ActionBuilder isRead() {
    return RpcDsl.readToken(Expression.of(_ -> token), Expression.constant(holders));
  }
}
