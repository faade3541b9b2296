package invariant.checkout;

/** The operations that the judges of checkouts read; docs/history.md tells their data. */
final class CheckoutKinds {

  static final String CREATE_ITEM = "create item";
  static final String CREATE_ITEMS = "create batch of items";
  static final String ADD_STOCK = "add stock";
  static final String SUBTRACT_STOCK = "subtract stock";
  static final String CREATE_USER = "create user";
  static final String CREATE_USERS = "create batch of users";
  static final String ADD_FUNDS = "add funds";
  static final String CREATE_ORDER = "create order";
  static final String CREATE_ORDERS = "create batch of orders";
  static final String ADD_ITEM = "add item";
  static final String REMOVE_ITEM = "remove item";
  static final String CHECKOUT = "checkout";
  static final String FIND_ITEM = "find item";
  static final String FIND_USER = "find user";
  static final String READ_ITEM = "read item";
  static final String READ_USER = "read user";
  static final String READ_ORDER = "read order";

  private CheckoutKinds() {}
}
