package protocol.rpc.transaction;

import account.Account;
import protocol.rpc.chain.Goal;
import protocol.rpc.node.Question.Asker;

/**
 * A transaction that somebody wants to have sent.
 *
 * @param name the request's name
 * @param from who signs and pays
 * @param draft what it is to do
 * @param gas how much it may use
 * @param fees what it offers
 * @param goal how far it is followed
 * @param sync whether the node is to answer with the receipt ({@code eth_sendRawTransactionSync})
 * @param asker on whose event loop and connections it is sent
 */
public record Order(String name, Account from, Draft draft, GasLimit gas, FeePolicy fees, Goal goal, boolean sync,
    Asker asker) {}
