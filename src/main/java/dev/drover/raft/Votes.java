package dev.drover.raft;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.ratis.thirdparty.io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import org.apache.ratis.thirdparty.io.grpc.Metadata;
import org.apache.ratis.thirdparty.io.grpc.ServerCall;
import org.apache.ratis.thirdparty.io.grpc.ServerCallHandler;
import org.apache.ratis.thirdparty.io.grpc.ServerInterceptor;
import org.apache.ratis.thirdparty.io.grpc.Status;

/**
 * Has a vote on disk before anybody hears of it. Ratis writes it into a new file and gives that the
 * old one's name, but leaves it to the system when the folder is written: after a power failure the
 * member could vote a second time in the same term.
 */
final class Votes implements ServerInterceptor {
  private static final String REQUEST = "requestVote";

  private final Path logs;
  private final Disk disk;

  /** Port: what writes a folder. */
  @FunctionalInterface
  interface Disk {
    void force(Path folder) throws IOException;
  }

  /** For the votes of all groups in a folder. */
  Votes(Path logs, Disk disk) {
    this.logs = logs;
    this.disk = disk;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (!REQUEST.equals(call.getMethodDescriptor().getBareMethodName())) {
      return next.startCall(call, headers);
    }
    return next.startCall(
        new SimpleForwardingServerCall<Q, R>(call) {
          private boolean failed;

          @Override
          public void sendMessage(R reply) {
            try {
              force();
              super.sendMessage(reply);
            } catch (IOException e) {
              // nobody counts a vote that is not heard of
              failed = true;
              super.close(Status.INTERNAL.withDescription("the disk fails"), new Metadata());
            }
          }

          @Override
          public void close(Status status, Metadata trailers) {
            if (!failed) {
              super.close(status, trailers);
            }
          }
        },
        headers);
  }

  private void force() throws IOException {
    try (DirectoryStream<Path> groups = Files.newDirectoryStream(logs)) {
      for (Path group : groups) {
        Path current = new LogFolder(group).current();
        if (Files.isDirectory(current)) {
          disk.force(current);
        }
      }
    }
  }
}
