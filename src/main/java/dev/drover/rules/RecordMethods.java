package dev.drover.rules;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/**
 * A step of the build: gives records written-out {@code equals}, {@code hashCode} and {@code
 * toString} in place of those that the virtual machine would put together from method handles at
 * each start, which no class archive keeps. They mean the same.
 */
final class RecordMethods {
  private static final String OBJECT_METHODS = "java/lang/runtime/ObjectMethods";
  private static final Type OBJECT = Type.getType(Object.class);
  private static final Type BUILDER = Type.getType(StringBuilder.class);

  private record Component(String name, Type type) {
    boolean primitive() {
      return type.getSort() < Type.ARRAY;
    }
  }

  private final String owner;
  private final List<Component> components = new ArrayList<>();
  private boolean changed;

  private RecordMethods(String owner) {
    this.owner = owner;
  }

  /** Writes the methods out in every record below a folder of classes; again changes nothing. */
  static void writeOut(Path classes) throws IOException {
    try (Stream<Path> found = Files.walk(classes)) {
      for (Path file : found.filter(path -> path.toString().endsWith(".class")).toList()) {
        byte[] before = Files.readAllBytes(file);
        byte[] after = writtenOut(before);
        if (after != before) {
          Files.write(file, after);
        }
      }
    }
  }

  /** The same class where it is no record, or has written-out methods. */
  static byte[] writtenOut(byte[] code) {
    ClassReader reader = new ClassReader(code);
    if (!"java/lang/Record".equals(reader.getSuperName())) {
      return code;
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    RecordMethods methods = new RecordMethods(reader.getClassName());
    reader.accept(methods.rewriting(writer), 0);
    return methods.changed ? writer.toByteArray() : code;
  }

  private ClassVisitor rewriting(ClassWriter writer) {
    return new ClassVisitor(Opcodes.ASM9, writer) {
      @Override
      public RecordComponentVisitor visitRecordComponent(String name, String type, String generic) {
        components.add(new Component(name, Type.getType(type)));
        return super.visitRecordComponent(name, type, generic);
      }

      @Override
      public MethodVisitor visitMethod(
          int access, String name, String type, String generic, String[] exceptions) {
        MethodVisitor out = super.visitMethod(access, name, type, generic, exceptions);
        return new MethodVisitor(Opcodes.ASM9, out) {
          @Override
          public void visitInvokeDynamicInsn(
              String method, String signature, Handle bootstrap, Object... arguments) {
            if (bootstrap.getOwner().equals(OBJECT_METHODS)) {
              changed = true;
              write(method, mv);
            } else {
              super.visitInvokeDynamicInsn(method, signature, bootstrap, arguments);
            }
          }
        };
      }
    };
  }

  /** The operands lie on the stack, as they would for the method handle: the record is first. */
  private void write(String method, MethodVisitor code) {
    switch (method) {
      case "equals" -> equality(code);
      case "hashCode" -> hash(code);
      case "toString" -> text(code);
      default -> throw new IllegalStateException(owner + "." + method);
    }
  }

  private void equality(MethodVisitor code) {
    Label differs = new Label();
    Label end = new Label();
    code.visitVarInsn(ASTORE, 1);
    code.visitVarInsn(ASTORE, 0);
    code.visitVarInsn(ALOAD, 1);
    code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
    code.visitJumpInsn(Opcodes.IFEQ, differs);
    for (Component component : components) {
      read(code, 0, component);
      box(code, component);
      read(code, 1, component);
      box(code, component);
      call(code, INVOKESTATIC, Type.getType(Objects.class), "equals", "(" + OBJECT + OBJECT + ")Z");
      code.visitJumpInsn(Opcodes.IFEQ, differs);
    }
    code.visitInsn(Opcodes.ICONST_1);
    code.visitJumpInsn(Opcodes.GOTO, end);
    code.visitLabel(differs);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitLabel(end);
    code.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {Opcodes.INTEGER});
  }

  private void hash(MethodVisitor code) {
    code.visitVarInsn(ASTORE, 0);
    code.visitInsn(Opcodes.ICONST_0);
    for (Component component : components) {
      code.visitIntInsn(Opcodes.BIPUSH, 31);
      code.visitInsn(Opcodes.IMUL);
      read(code, 0, component);
      box(code, component);
      call(code, INVOKESTATIC, Type.getType(Objects.class), "hashCode", "(" + OBJECT + ")I");
      code.visitInsn(Opcodes.IADD);
    }
  }

  private void text(MethodVisitor code) {
    code.visitVarInsn(ASTORE, 0);
    code.visitTypeInsn(Opcodes.NEW, BUILDER.getInternalName());
    code.visitInsn(Opcodes.DUP);
    call(code, Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V");
    String before = simpleName() + "[";
    for (Component component : components) {
      append(code, before + component.name() + "=");
      read(code, 0, component);
      box(code, component);
      call(code, INVOKEVIRTUAL, BUILDER, "append", "(" + OBJECT + ")" + BUILDER);
      before = ", ";
    }
    append(code, components.isEmpty() ? before + "]" : "]");
    call(code, INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;");
  }

  private String simpleName() {
    return owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1);
  }

  private static void append(MethodVisitor code, String text) {
    code.visitLdcInsn(text);
    call(code, INVOKEVIRTUAL, BUILDER, "append", "(Ljava/lang/String;)" + BUILDER);
  }

  private void read(MethodVisitor code, int variable, Component component) {
    code.visitVarInsn(ALOAD, variable);
    if (variable > 0) {
      code.visitTypeInsn(Opcodes.CHECKCAST, owner);
    }
    String type = component.type().getDescriptor();
    code.visitFieldInsn(Opcodes.GETFIELD, owner, component.name(), type);
  }

  /** Boxed values compare, hash and read as the primitives do, floating point included. */
  private static void box(MethodVisitor code, Component component) {
    if (component.primitive()) {
      Type boxed = Type.getType(wrapper(component.type()));
      call(code, INVOKESTATIC, boxed, "valueOf", "(" + component.type() + ")" + boxed);
    }
  }

  private static Class<?> wrapper(Type primitive) {
    return switch (primitive.getSort()) {
      case Type.BOOLEAN -> Boolean.class;
      case Type.CHAR -> Character.class;
      case Type.BYTE -> Byte.class;
      case Type.SHORT -> Short.class;
      case Type.INT -> Integer.class;
      case Type.FLOAT -> Float.class;
      case Type.LONG -> Long.class;
      case Type.DOUBLE -> Double.class;
      default -> throw new IllegalStateException(primitive + " is no primitive type");
    };
  }

  private static void call(
      MethodVisitor code, int how, Type type, String method, String signature) {
    code.visitMethodInsn(how, type.getInternalName(), method, signature, false);
  }
}
