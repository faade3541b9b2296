package simulations;

import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run from talking to anything but its target. Gatling asks Maven Central for its latest release unless it has done so
 * lately; no setting turns that off, and what it remembers of it are Java preferences. These say that it has just asked, and
 * forget all else. The Java runtime finds them by {@code META-INF/services}.
 */
public final class NoVersionCheck implements PreferencesFactory {

  private final Preferences none = new Forgetful(null, "");

  @Override
  public Preferences systemRoot() {
    return none;
  }

  @Override
  public Preferences userRoot() {
    return none;
  }

  private static final class Forgetful extends AbstractPreferences {

    Forgetful(@Nullable AbstractPreferences parent, String name) {
      super(parent, name);
    }

    @Override
    protected @Nullable String getSpi(String key) {
      return key.equals("lastCheckTimestamp") ? Long.toString(System.currentTimeMillis()) : null;
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
      return new Forgetful(this, name);
    }

    @Override
    protected void putSpi(String key, String value) {}

    @Override
    protected void removeSpi(String key) {}

    @Override
    protected void removeNodeSpi() {}

    @Override
    protected String[] keysSpi() {
      return new String[0];
    }

    @Override
    protected String[] childrenNamesSpi() {
      return new String[0];
    }

    @Override
    protected void syncSpi() {}

    @Override
    protected void flushSpi() {}
  }
}
