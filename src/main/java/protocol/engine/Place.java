package protocol.engine;

import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;

/**
 * Where in a scenario an action stands.
 *
 * @param name the request's name
 * @param engine what the run's protocols share
 * @param core Gatling's parts
 * @param next who comes after
 */
record Place(String name, Engine engine, CoreComponents core, Action next) {}
