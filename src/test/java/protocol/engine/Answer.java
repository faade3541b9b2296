package protocol.engine;

import java.util.concurrent.CompletableFuture;

/** What became of a request: a {@link RpcResponse} or a {@link TransportFailure}. */
final class Answer extends CompletableFuture<Object> implements RpcReply {

  @Override
  public void onResponse(RpcResponse response) {
    complete(response);
  }

  @Override
  public void onFailure(TransportFailure failure) {
    complete(failure);
  }
}
