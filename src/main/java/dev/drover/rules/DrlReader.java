package dev.drover.rules;

import java.util.List;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.io.DescrResource;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Parses a rule file and says, in the parsed form, which package and which stage its rules belong
 * to.
 */
final class DrlReader {
  private DrlReader() {}

  /** The parsed file, or null with the reasons added to {@code problems}. */
  static @Nullable DescrResource read(RuleFile file, List<RuleProblem> problems) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed;
    try {
      parsed = parser.parse(false, file.text());
    } catch (DroolsParserException reportedBelow) {
      parsed = null;
    }
    if (parsed == null || parser.hasErrors()) {
      problems.addAll(Diagnosis.ofFile(file, parser.getErrors()));
      return null;
    }
    parsed.setNamespace(RuleCompiler.PACKAGE);
    for (RuleDescr rule : parsed.getRules()) {
      rule.setNamespace(RuleCompiler.PACKAGE);
      rule.addAttribute(
          new AttributeDescr("agenda-group", file.stage(), AttributeDescr.Type.STRING));
    }
    DescrResource resource = new DescrResource(parsed);
    // becomes part of the classes, which must not depend on where the rules lie
    resource.setSourcePath(file.name());
    return resource;
  }
}
