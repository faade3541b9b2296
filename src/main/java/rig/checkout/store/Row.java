package rig.checkout.store;

/** One row of a table; it never changes, a changed one takes its place. */
public interface Row {

  /** Its key. */
  String id();
}
