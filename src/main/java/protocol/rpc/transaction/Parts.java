package protocol.rpc.transaction;

import protocol.engine.SigningLane;
import protocol.rpc.chain.ChainWatcher;
import protocol.rpc.chain.Reader;
import protocol.rpc.node.Node;

/** What all transactions of a chain share. */
record Parts(Node node, Reader reader, ChainWatcher watcher, SigningLane signing, FeeOracle fees, GasBook gas,
    SyncForm sync, Census census) {

  static Parts of(Node node, Reader reader, ChainWatcher watcher, SigningLane signing) {
    return new Parts(node, reader, watcher, signing, new FeeOracle(reader, watcher), new GasBook(reader),
        new SyncForm(), new Census());
  }
}
