/**
 * A wallet's memory: what is saved here is on disk before it is sent or acknowledged.
 *
 * <p>Imports {@code rig.wallet.channel} and {@code rig.wallet.wire}, whose JSON it stores. Start reading at
 * {@link rig.wallet.store.Store}; the tables are in {@code src/main/resources/rig/wallet}.
 */
@NullMarked
package rig.wallet.store;

import org.jspecify.annotations.NullMarked;
