package protocol.rpc.read;

import java.util.List;
import java.util.function.Supplier;
import protocol.engine.ComponentsKey;
import protocol.engine.Engine;
import protocol.engine.EngineProtocol;
import protocol.rpc.node.RpcChain;

/**
 * What is read, and where.
 *
 * @param engine what the run's protocols share
 * @param chains one chain that is asked, or two nodes whose answers are compared; asked for when the first virtual user is about to start
 * @param mix what is asked, as a {@link Survey} has found it; asked for at the same time
 * @param settings how
 */
public record ReadProtocol(Engine engine, Supplier<List<RpcChain>> chains, Supplier<Mix> mix, ReadSettings settings)
    implements EngineProtocol {

  static final ComponentsKey<ReadProtocol, ReadComponents> KEY = new ComponentsKey<>(ReadProtocol.class,
      ReadComponents::open);
}
