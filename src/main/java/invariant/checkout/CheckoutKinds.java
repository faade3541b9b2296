package invariant.checkout;

/** The operations that the judges of checkouts read; docs/history.md tells their data. */
public final class CheckoutKinds {

  public static final String CREATE_ITEM = "create item";
  public static final String CREATE_ITEMS = "create batch of items";
  public static final String ADD_STOCK = "add stock";
  public static final String SUBTRACT_STOCK = "subtract stock";
  public static final String CREATE_USER = "create user";
  public static final String CREATE_USERS = "create batch of users";
  public static final String ADD_FUNDS = "add funds";
  public static final String CREATE_ORDER = "create order";
  public static final String CREATE_ORDERS = "create batch of orders";
  public static final String ADD_ITEM = "add item";
  public static final String REMOVE_ITEM = "remove item";
  public static final String CHECKOUT = "checkout";
  public static final String FIND_ITEM = "find item";
  public static final String FIND_USER = "find user";
  public static final String FIND_ORDER = "find order";
  public static final String READ_ITEM = "read item";
  public static final String READ_USER = "read user";
  public static final String READ_ORDER = "read order";

  private CheckoutKinds() {}
}
