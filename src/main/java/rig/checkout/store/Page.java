package rig.checkout.store;

import java.util.List;

/** What the steps of one transaction see of a database. */
public interface Page {

  /** All its rows. */
  List<Rows<?>> rows();
}
