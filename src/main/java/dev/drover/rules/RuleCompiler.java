package dev.drover.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.drools.compiler.builder.impl.KnowledgeBuilderConfigurationImpl;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.io.DescrResource;
import org.drools.model.codegen.execmodel.JavaParserCompiler;
import org.drools.model.codegen.execmodel.ModelBuilderImpl;
import org.drools.model.codegen.execmodel.ModelWriter;
import org.drools.model.codegen.execmodel.PackageSources;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.CompositeKnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.ParallelLambdaExternalizationOption;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;
import org.kie.memorycompiler.CompilationProblem;
import org.kie.memorycompiler.CompilationResult;
import org.kie.util.maven.support.ReleaseIdImpl;

/**
 * Turns rule files into classes. Neither it nor the compiler behind it is loaded where precompiled
 * rules are found.
 */
final class RuleCompiler {
  /** The one DRL package of all rule files. */
  static final String PACKAGE = "dev.drover.policy";

  private RuleCompiler() {}

  /**
   * Compiles a rules folder.
   *
   * @throws RuleProblemsException with all problems that could be found at once
   */
  static CompiledRules compile(RuleFolder folder) {
    List<RuleProblem> problems = new ArrayList<>(RuleLint.check(folder));
    List<DescrResource> files = parse(folder, problems);
    if (!problems.isEmpty()) {
      throw new RuleProblemsException(problems);
    }
    try {
      return javac(folder, sources(folder, files));
    } catch (RuleProblemsException known) {
      throw known;
    } catch (Throwable broken) { // a rule that confuses the compiler can end it with an Error too
      throw new RuleProblemsException(Diagnosis.of(folder, List.of(broken.toString())));
    }
  }

  static List<DescrResource> parse(RuleFolder folder, List<RuleProblem> problems) {
    List<DescrResource> files = new ArrayList<>();
    for (RuleFile file : folder.files()) {
      DescrResource read = DrlReader.read(file, problems);
      if (read != null) {
        files.add(read);
      }
    }
    return files;
  }

  /** Adds parsed files to a builder, all together, and builds. */
  static void build(KnowledgeBuilderImpl builder, List<DescrResource> files) {
    CompositeKnowledgeBuilder batch = builder.batch();
    files.forEach(file -> batch.add(file, ResourceType.DESCR));
    batch.build();
  }

  /**
   * One rule after the other: side by side, the order and the names of what is generated would
   * vary.
   */
  static KnowledgeBuilderConfigurationImpl configuration() {
    Properties options = new Properties();
    options.setProperty(ParallelRulesBuildThresholdOption.PROPERTY_NAME, "-1");
    options.setProperty(ParallelLambdaExternalizationOption.PROPERTY_NAME, "false");
    return KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
            options, RuleCompiler.class.getClassLoader())
        .as(KnowledgeBuilderConfigurationImpl.KEY);
  }

  /** Java sources by path. */
  private record Sources(MemoryFileSystem files, ModelWriter.Result names) {}

  private static Sources sources(RuleFolder folder, List<DescrResource> files) {
    // a fixed id, because the names of generated classes are made from it
    ModelBuilderImpl<PackageSources> builder =
        new ModelBuilderImpl<>(
            PackageSources::dumpSources,
            configuration(),
            new ReleaseIdImpl("dev.drover", "policy", "1"),
            false);
    build(builder, files);
    if (builder.hasErrors()) {
      List<String> messages =
          builder.getErrors().stream().map(KnowledgeBuilderError::getMessage).toList();
      throw new RuleProblemsException(Diagnosis.of(folder, messages));
    }
    MemoryFileSystem written = new MemoryFileSystem();
    return new Sources(written, new ModelWriter().writeModel(written, builder.getPackageSources()));
  }

  private static CompiledRules javac(RuleFolder folder, Sources sources) {
    MemoryFileSystem compiled = new MemoryFileSystem();
    CompilationResult result =
        JavaParserCompiler.getCompiler()
            .compile(
                sources.names().getSourceFiles().toArray(String[]::new),
                sources.files(),
                compiled,
                RuleCompiler.class.getClassLoader());
    if (result.getErrors().length > 0) {
      List<String> messages =
          Stream.of(result.getErrors()).map(CompilationProblem::getMessage).toList();
      throw new RuleProblemsException(Diagnosis.of(folder, messages));
    }
    Map<String, byte[]> classes = new TreeMap<>();
    compiled.getMap().forEach((path, bytes) -> classes.put(path.asClassName(), bytes));
    CompiledRules rules = new CompiledRules(List.copyOf(sources.names().getModelFiles()), classes);
    List<RuleProblem> refused = ReferenceScan.check(folder, rules);
    if (!refused.isEmpty()) {
      throw new RuleProblemsException(refused);
    }
    return rules;
  }
}
