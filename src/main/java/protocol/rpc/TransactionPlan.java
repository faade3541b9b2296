package protocol.rpc;

import protocol.engine.Checks;
import protocol.rpc.transaction.Order;

/**
 * What is to be done about one transaction.
 *
 * @param terms its name, its chain, when it is due
 * @param aim how far it is followed
 * @param order what is sent
 * @param checks of its receipt
 */
record TransactionPlan(Terms terms, RpcTransaction.Aim aim, Order order, Checks checks) {}
