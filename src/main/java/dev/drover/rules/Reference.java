package dev.drover.rules;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/**
 * Something that a compiled class refers to.
 *
 * @param owner the class's name, with dots
 * @param member the method, constructor ({@code <init>}) or field; null for the class as such
 */
record Reference(String owner, @Nullable String member) {
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_TYPE = 16;

  /**
   * Everything that a class refers to, members first. Read from its constant pool, which code
   * cannot go around.
   */
  static Set<Reference> of(byte[] type) {
    Set<Reference> members = new LinkedHashSet<>();
    Set<Reference> classes = new LinkedHashSet<>();
    ClassReader reader = new ClassReader(type);
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      int tag = at == 0 ? 0 : reader.readByte(at - 1);
      switch (tag) {
        case CLASS -> named(Type.getObjectType(reader.readUTF8(at, buffer)), classes::add);
        case FIELD, METHOD, INTERFACE_METHOD -> {
          String owner = reader.readClass(at, buffer);
          int nameAndType = reader.getItem(reader.readUnsignedShort(at + 2));
          named(
              Type.getObjectType(owner),
              one -> members.add(new Reference(one.owner, reader.readUTF8(nameAndType, buffer))));
        }
        case NAME_AND_TYPE -> typed(reader.readUTF8(at + 2, buffer), classes);
        case METHOD_TYPE -> typed(reader.readUTF8(at, buffer), classes);
        default -> {
          // numbers and text refer to nothing, and what is dynamic does so by entries of its own
        }
      }
    }
    members.addAll(classes);
    return members;
  }

  boolean isAllowed() {
    return member == null ? AllowedReferences.type(owner) : AllowedReferences.member(owner, member);
  }

  /** The class's name without its package. */
  String simpleOwner() {
    return owner.substring(1 + Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')));
  }

  @Override
  public String toString() {
    return member == null || member.startsWith("<") ? owner : owner + "." + member;
  }

  private static void typed(String descriptor, Set<Reference> classes) {
    if (descriptor.startsWith("(")) {
      for (Type argument : Type.getArgumentTypes(descriptor)) {
        named(argument, classes::add);
      }
      named(Type.getReturnType(descriptor), classes::add);
    } else {
      named(Type.getType(descriptor), classes::add);
    }
  }

  private static void named(Type type, Consumer<Reference> found) {
    Type one = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (one.getSort() == Type.OBJECT) {
      found.accept(new Reference(one.getClassName(), null));
    }
  }
}
