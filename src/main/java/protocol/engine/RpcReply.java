package protocol.engine;

/** What becomes of a request: exactly one of the two is called, once. Inside an action let {@link Turn#guarded} wrap it. */
public interface RpcReply {

  /** The target answered, with whatever status. */
  void onResponse(RpcResponse response);

  /** It did not. */
  void onFailure(TransportFailure failure);
}
