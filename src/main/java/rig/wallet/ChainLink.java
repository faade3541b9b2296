package rig.wallet;

import rig.chain.ChainClient;
import rig.chain.ChainWatcher;
import targets.ChainSpec;

/**
 * One wallet's connection to the chain.
 *
 * @param spec where it is
 * @param client pays from the wallet's own account
 * @param watcher tells what happens there
 */
record ChainLink(ChainSpec spec, ChainClient client, ChainWatcher watcher) {}
