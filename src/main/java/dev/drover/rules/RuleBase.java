package dev.drover.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/**
 * The rules, ready to run. Made once and shared: opening a session on it is cheap, and any number
 * may be open at a time.
 */
public final class RuleBase {
  private static final int FEW = 4;

  private final KieBase base;
  private final RuleFolder folder;
  private final List<String> stages;
  private final RuleSession.Terms terms;
  private final AtomicInteger opened = new AtomicInteger();
  private volatile @Nullable KieSessionsPool pool;

  private RuleBase(KieBase base, RuleFolder folder, RuleSession.Terms terms) {
    this.base = base;
    this.folder = folder;
    this.stages = folder.stages();
    this.terms = terms;
  }

  /**
   * Makes the rules of a folder ready.
   *
   * @param rulesDir a folder of stages ({@code 3-score/}), each with rule files ({@code
   *     location.drl})
   * @throws RuleProblemsException where the folder or a rule in it cannot be used
   */
  public static RuleBase load(Path rulesDir) {
    return load(rulesDir, RuleCache.ofUser());
  }

  static RuleBase load(Path rulesDir, @Nullable RuleCache cache) {
    RuleFolder folder = RuleFolder.read(rulesDir);
    PackagedRules packaged = PackagedRules.find();
    if (packaged == null) {
      return of(RuleCompiler.compile(folder), folder);
    }
    String hash = folder.hash(packaged.fit());
    if (packaged.hash().equals(hash)) {
      return new RuleBase(
          base(packaged.models(), RuleBase.class.getClassLoader()),
          folder,
          RuleSession.Terms.USUAL);
    }
    CompiledRules compiled = cache == null ? null : cache.find(hash);
    if (compiled == null) {
      compiled = RuleCompiler.compile(folder);
      if (cache != null) {
        cache.store(hash, compiled);
      }
    }
    return of(compiled, folder);
  }

  /** What rules there are; read from the files' text with each call. */
  public Catalogue catalogue() {
    return Catalogue.of(folder);
  }

  /** Opens a session without facts. */
  public RuleSession open() {
    return open(RuleSession.MAX_FIRINGS);
  }

  RuleSession open(int maxFirings) {
    return new RuleSession(session(), stages, maxFirings, terms);
  }

  /**
   * A small decision spends a third of its time on laying out the memory of a session; a session
   * that has been used keeps that, and forgets the rest. A short command opens too few to gain.
   */
  private KieSession session() {
    if (opened.incrementAndGet() <= FEW) {
      return base.newKieSession();
    }
    KieSessionsPool used = pool;
    if (used == null) {
      synchronized (this) {
        used = pool == null ? base.newKieSessionsPool(1) : pool;
        pool = used;
      }
    }
    return used.newKieSession();
  }

  /** The same rules on other terms: to find out what a rule, or the order of facts, is good for. */
  RuleBase on(RuleSession.Terms terms) {
    return new RuleBase(base, folder, terms);
  }

  private static RuleBase of(CompiledRules rules, RuleFolder folder) {
    return new RuleBase(
        base(rules.models(), new RuleClassLoader(rules.classes())),
        folder,
        RuleSession.Terms.USUAL);
  }

  private static KieBase base(List<String> names, ClassLoader loader) {
    KieBaseConfiguration configuration =
        RuleBaseFactory.newKnowledgeBaseConfiguration(new Properties(), loader);
    List<Model> models = new ArrayList<>();
    for (String name : names) {
      try {
        models.add((Model) loader.loadClass(name).getDeclaredConstructor().newInstance());
      } catch (ReflectiveOperationException notOurs) {
        throw new IllegalStateException("compiled rules without " + name, notOurs);
      }
    }
    return KieBaseBuilder.createKieBaseFromModel(models, configuration);
  }
}
