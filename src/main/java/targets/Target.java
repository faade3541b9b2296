package targets;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A system under test, resolved.
 *
 * @param name as given by {@code -Dtarget=}, for example {@code staging}; {@code embedded} for the rig
 * @param system one of {@code wallet}, {@code rollup}, {@code messaging}, {@code checkout}, {@code webserver}
 * @param endpoints its servers, in role order
 * @param chain the chain it settles on, when there is one
 * @param chains where chains answer that are under test themselves, by name
 * @param capabilities what it can be asked for beyond the load
 * @param dialect which checkout API it speaks, when the target tells
 */
public record Target(String name, String system, List<Endpoint> endpoints, Optional<ChainSpec> chain,
    List<ChainNodes> chains, Set<Capability> capabilities, Optional<Dialect> dialect) {}
