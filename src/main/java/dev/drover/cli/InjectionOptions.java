package dev.drover.cli;

import dev.drover.model.fact.Words;
import dev.drover.simulate.Injections;
import dev.drover.simulate.PretendedResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that change a cluster's reported status before anything is decided. */
final class InjectionOptions {
  @Option(
      names = {"-u", "--node-up"},
      paramLabel = "NODE",
      description = "Report a node as a member.")
  private List<String> nodesUp = new ArrayList<>();

  @Option(
      names = {"-d", "--node-down"},
      paramLabel = "NODE",
      description = "Report a node as cleanly gone.")
  private List<String> nodesDown = new ArrayList<>();

  @Option(
      names = {"-f", "--node-fail"},
      paramLabel = "NODE",
      description = "Report a node as lost.")
  private List<String> nodesFailing = new ArrayList<>();

  @Option(
      names = {"-g", "--ticket-grant"},
      paramLabel = "TICKET",
      description = "Grant a ticket.")
  private List<String> ticketsGranted = new ArrayList<>();

  @Option(
      names = {"-r", "--ticket-revoke"},
      paramLabel = "TICKET",
      description = "Revoke a ticket.")
  private List<String> ticketsRevoked = new ArrayList<>();

  @Option(
      names = {"-b", "--ticket-standby"},
      paramLabel = "TICKET",
      description = "Put a ticket in standby.")
  private List<String> ticketsStandby = new ArrayList<>();

  @Option(
      names = {"-e", "--ticket-activate"},
      paramLabel = "TICKET",
      description = "Take a ticket out of standby.")
  private List<String> ticketsActive = new ArrayList<>();

  @Option(
      names = {"-i", "--op-inject"},
      paramLabel = "OPERATION",
      converter = ResultConverter.class,
      description = "Add an operation's result: " + PretendedResult.FORM + ".")
  private List<PretendedResult> operations = new ArrayList<>();

  @Option(
      names = {"-F", "--op-fail"},
      paramLabel = "OPERATION",
      converter = ResultConverter.class,
      description =
          "When the plan comes to this operation, let it fail: " + PretendedResult.FORM + ".")
  private List<PretendedResult> failures = new ArrayList<>();

  @Option(
      names = {"-q", "--quorum"},
      paramLabel = "yes|no",
      converter = YesOrNo.class,
      description = "Say whether there is quorum.")
  private @Nullable Boolean quorate;

  Injections injections() {
    return new Injections(
        quorate,
        nodesUp,
        nodesDown,
        nodesFailing,
        ticketsGranted,
        ticketsRevoked,
        ticketsStandby,
        ticketsActive,
        operations);
  }

  /** What is to fail while the plan is carried out. */
  List<PretendedResult> failures() {
    return failures;
  }

  /** Reads an operation and its result. */
  static final class ResultConverter implements ITypeConverter<PretendedResult> {
    @Override
    public PretendedResult convert(String value) {
      return PretendedResult.parse(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "found `" + value + "`, expected " + PretendedResult.FORM));
    }
  }

  /** Reads the words that people use for a truth value. */
  static final class YesOrNo implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String value) {
      return Words.truth(value)
          .orElseThrow(
              () -> new TypeConversionException("found `" + value + "`, expected `yes` or `no`"));
    }
  }
}
