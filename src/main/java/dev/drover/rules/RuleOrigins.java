package dev.drover.rules;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Which rules a generated class belongs to. Drools makes a method for each rule, which names the
 * rule and then puts the classes of its conditions and its conclusion together; rules that have a
 * condition in common share its class.
 */
final class RuleOrigins {
  private static final String PACKAGE = RuleCompiler.PACKAGE.replace('.', '/') + "/";

  private final Map<String, Set<String>> rules = new LinkedHashMap<>();

  RuleOrigins(CompiledRules compiled) {
    for (byte[] type : compiled.classes().values()) {
      new ClassReader(type).accept(new Methods(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }
  }

  /** The names of the rules that a class is made for; none where it describes facts. */
  Set<String> of(String type) {
    return rules.getOrDefault(type, Set.of());
  }

  private final class Methods extends ClassVisitor {
    Methods() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new Method();
    }
  }

  private final class Method extends MethodVisitor {
    private final Set<String> used = new LinkedHashSet<>();
    private String text = "";
    private String rule = "";

    Method() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitLdcInsn(Object value) {
      text = value instanceof String said ? said : text;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (name.equals("rule") && owner.startsWith("org/drools/")) {
        rule = text;
      }
      use(owner);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      use(owner);
    }

    @Override
    public void visitEnd() {
      if (!rule.isEmpty()) {
        used.forEach(type -> rules.computeIfAbsent(type, none -> new LinkedHashSet<>()).add(rule));
      }
    }

    private void use(String owner) {
      if (owner.startsWith(PACKAGE)) {
        used.add(Type.getObjectType(owner).getClassName());
      }
    }
  }
}
