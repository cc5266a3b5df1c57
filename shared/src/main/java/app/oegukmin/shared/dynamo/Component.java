package app.oegukmin.shared.dynamo;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.ImmutableAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/**
 * A component of a record as an attribute, or as the several attributes of another record. Values
 * on the way to the constructor lie in an array, in the order of the components.
 *
 * @param mapping adds the component to a schema
 */
record Component<T extends Record>(
    String name,
    String attributeName,
    boolean optional,
    Consumer<StaticImmutableTableSchema.Builder<T, Object[]>> mapping) {

  static <T extends Record> Component<T> of(
      RecordComponent component,
      int index,
      String attributeName,
      List<StaticAttributeTag> tags,
      AttributeConverter<?> converter) {
    Type declared = component.getGenericType();
    boolean optional = component.getType() == Optional.class;
    Type type = optional ? argument(declared) : declared;
    return of(component, index, attributeName, tags, converter, enhanced(type));
  }

  // The converter belongs to the component's type: who declares the schema sees to that.
  @SuppressWarnings("unchecked")
  private static <T extends Record, R> Component<T> of(
      RecordComponent component,
      int index,
      String attributeName,
      List<StaticAttributeTag> tags,
      AttributeConverter<?> converter,
      EnhancedType<R> type) {
    Class<T> record = (Class<T>) component.getDeclaringRecord();
    Method accessor = accessor(component);
    var attribute =
        ImmutableAttribute.builder(record, Object[].class, type)
            .name(attributeName)
            .getter(item -> (R) get(accessor, item))
            .setter((values, value) -> values[index] = value)
            .tags(tags);
    if (converter != null) {
      attribute.attributeConverter((AttributeConverter<R>) converter);
    }
    return new Component<>(
        component.getName(),
        attributeName,
        component.getType() == Optional.class,
        schema -> schema.addAttribute(attribute.build()));
  }

  // The schema is of the component's type: who declares the outer one sees to that.
  @SuppressWarnings("unchecked")
  static <T extends Record, R> Component<T> flattened(
      RecordComponent component, int index, TableSchema<R> attributes) {
    Method accessor = accessor(component);
    return new Component<>(
        component.getName(),
        component.getName(),
        component.getType() == Optional.class,
        schema ->
            schema.flatten(
                attributes,
                item -> (R) get(accessor, item),
                (values, value) -> values[index] = value));
  }

  private static Method accessor(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return accessor;
  }

  private static EnhancedType<?> enhanced(Type type) {
    if (type instanceof Class<?> plain) {
      return EnhancedType.of(MethodType.methodType(plain).wrap().returnType());
    }
    return argument(type) instanceof Class<?> element && element.isRecord()
        ? EnhancedType.listOf(document(element.asSubclass(Record.class)))
        : EnhancedType.of(type);
  }

  private static <E extends Record> EnhancedType<E> document(Class<E> type) {
    return EnhancedType.documentOf(type, RecordSchema.of(type).build());
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private static Object get(Method accessor, Object record) {
    try {
      Object value = accessor.invoke(record);
      if (value == null) {
        throw new IllegalStateException("Record lacks component " + accessor.getName());
      }
      return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + accessor, e);
    }
  }

  static <T extends Record> Constructor<T> constructor(Class<T> type) {
    Class<?>[] types =
        Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("A record has a canonical constructor: " + type, e);
    }
  }

  static <T extends Record> T construct(
      Constructor<T> constructor, List<Component<T>> components, Object[] values) {
    Object[] arguments = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      arguments[i] = components.get(i).argument(values[i]);
    }
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Item does not fit " + constructor, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot construct with " + constructor, e);
    }
  }

  private Object argument(Object value) {
    if (optional) {
      return Optional.ofNullable(value);
    }
    if (value == null) {
      throw new IllegalStateException("Item lacks attribute " + attributeName);
    }
    return value;
  }
}
