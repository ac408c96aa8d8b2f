package dev.drover.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says what went wrong: to people what they can mend, and for a mistake in Drover where the details
 * are.
 */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    return report(failure, command.getErr());
  }

  /**
   * Reports anything that ended a run, an Error such as a lack of memory included, and gives its
   * exit code.
   */
  static int report(Throwable failure, PrintWriter err) {
    ExitCode code = ExitCode.of(failure);
    if (code == ExitCode.INTERNAL_ERROR) {
      err.println("drover: internal error: " + failure + details(failure));
    } else {
      err.println(message(failure));
    }
    err.flush();
    return code.number();
  }

  private static String message(Throwable failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": found nothing, expected a file";
    }
    if (failure instanceof FileAlreadyExistsException there) {
      return there.getFile() + ": found something, expected nothing there yet";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": found a file that may not be opened, expected permission";
    }
    if (failure instanceof FileSystemException other) {
      return other.getFile()
          + ": "
          + (other.getReason() == null ? other.toString() : other.getReason());
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private static String details(Throwable failure) {
    try {
      return " (details in " + CrashFile.write(failure) + ")";
    } catch (IOException nowhereToWrite) {
      StackTraceElement[] frames = failure.getStackTrace();
      return frames.length == 0 ? "" : " at " + frames[0];
    }
  }
}
