package fault;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** A fault that breaks nothing: it keeps what is asked of it, and behaves as a test wants it to. */
final class Rehearsed implements Fault {

  /** {@code begin}, {@code heal} and the first {@code recovered}, in order. */
  final List<String> asked = new CopyOnWriteArrayList<>();
  List<String> problems = List.of();
  Callable<Boolean> begin = () -> true;
  Callable<Boolean> heal = () -> true;
  Callable<Boolean> recovered = () -> true;

  @Override
  public String title() {
    return "nothing broken";
  }

  @Override
  public List<String> problems() {
    return problems;
  }

  @Override
  public void begin() throws Exception {
    asked.add("begin");
    begin.call();
  }

  @Override
  public void heal() throws Exception {
    asked.add("heal");
    heal.call();
  }

  @Override
  public boolean recovered() throws Exception {
    if (!asked.getLast().equals("recovered")) {
      asked.add("recovered");
    }
    return recovered.call();
  }
}
