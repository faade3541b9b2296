package protocol.engine;

import io.gatling.javaapi.core.ActionBuilder;

/** A protocol's verb: an action with settings of its own, to be put into a scenario as it is. */
public abstract class Verb implements ActionBuilder {

  /** The action with the settings made so far. */
  protected abstract ActionBuilder action();

  @Override
  public final io.gatling.core.action.builder.ActionBuilder asScala() {
    return action().asScala();
  }
}
