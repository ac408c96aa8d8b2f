package dev.drover.text.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Only what says {@code @Nullable} may be null; nothing in a list or map is. */
final class Present extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    return JsonSetter.Value.construct(isNullable(annotated) ? Nulls.SET : Nulls.FAIL, Nulls.FAIL);
  }

  private static boolean isNullable(Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter parameter)) {
      return false;
    }
    RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
    return components != null
        && parameter.getIndex() < components.length
        && components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
