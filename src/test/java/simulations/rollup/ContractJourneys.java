package simulations.rollup;

import contract.Calldata;
import contract.Token;
import contract.Workbench;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.exec.Executable;
import java.math.BigInteger;
import java.util.Set;
import protocol.engine.Expression;
import protocol.rpc.RpcTransaction;
import protocol.rpc.Wish;
import protocol.rpc.transaction.GasLimit;
import simulations.Pace;
import simulations.Settings;

import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static protocol.rpc.RpcDsl.contractCall;
import static protocol.rpc.RpcDsl.deploy;
import static protocol.rpc.RpcDsl.rpc;

/** What users do with contracts, each method one kind of transaction. Gas is given, or asked for once of a kind. */
final class ContractJourneys {

  static final String TRANSFER = "transfer";
  static final String TOKEN_TRANSFER = "token transfer";
  static final String STORAGE_WRITE = "storage write";
  static final String DEPLOY = "deploy";
  static final String GAS_BURNER = "gas burner";
  static final String REVERT = "revert";

  /** All kinds, by the names that files of mixes use. */
  static final Set<String> KINDS = Set.of(TRANSFER, TOKEN_TRANSFER, STORAGE_WRITE, DEPLOY, GAS_BURNER, REVERT);

  /** The most that a transaction may use since Osaka (EIP-7825). */
  private static final int MOST_GAS = 1 << 24;
  /** What a call uses depends on who has what. */
  private static final double MARGIN = 1.5;

  private final ChainJourneys payments;
  private final int cells;
  private final int burn;

  /** Journeys with the sizes that the settings give. */
  ContractJourneys(ChainJourneys payments, Settings settings) {
    this.payments = payments;
    this.cells = settings.count("cells", 10);
    this.burn = settings.count("burn", 500_000);
    if (burn < Workbench.LEAST_BURN || burn > MOST_GAS) {
      settings
          .problem("-Dburn=%d cannot be used: give gas from %d to %d".formatted(burn, Workbench.LEAST_BURN, MOST_GAS));
    }
  }

  /** Sends what was drawn for the user. */
  ChainBuilder sends() {
    return exec(doSwitch("#{transaction}").on(is(TRANSFER, payments.pays()), is(TOKEN_TRANSFER, paysInTokens()),
        is(STORAGE_WRITE, writes()), is(DEPLOY, deploys()), is(GAS_BURNER, burns()), is(REVERT, isReverted())));
  }

  private static Choice.WithKey is(String kind, Executable journey) {
    return onCase(kind).then(exec(journey));
  }

  private ChainBuilder paysInTokens() {
    Expression<String> data = session -> Token.transfer(String.valueOf(session.getString("payee")), BigInteger.ONE)
        .data();
    return exec(payments.choosesAPayee())
        .exec(sent(TOKEN_TRANSFER, contractCall("#{token}", data)).gas(new GasLimit.Estimated(MARGIN, "")));
  }

  private RpcTransaction writes() {
    return called(STORAGE_WRITE, Workbench.write(cells)).gas(new GasLimit.Estimated(MARGIN, ""));
  }

  private RpcTransaction deploys() {
    return sent(DEPLOY, deploy(Expression.constant(Workbench.deployment("Workbench").data())));
  }

  private RpcTransaction burns() {
    Calldata call = Workbench.burn(burn);
    return called(GAS_BURNER, call).gas(new GasLimit.Given(call.gasLimit()));
  }

  /** Every other time with an error of the contract's own, else with a reason in words. */
  private RpcTransaction isReverted() {
    Calldata coded = Workbench.refuse(7);
    Calldata worded = Workbench.refuseWithReason();
    Expression<String> data = session -> (session.userId() % 2 == 0 ? coded : worded).data();
    return sent(REVERT, contractCall("#{workbench}", data)).gas(new GasLimit.Given(coded.gasLimit())).revertExpected();
  }

  private static RpcTransaction called(String kind, Calldata call) {
    return sent(kind, contractCall("#{workbench}", call.data()));
  }

  private static RpcTransaction sent(String kind, Wish wish) {
    return rpc(kind).due(Pace.DUE).sendTransaction(wish);
  }
}
