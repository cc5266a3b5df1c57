package app.oegukmin.shared.dynamo;

import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Instants as numbers of milliseconds. */
public final class EpochMillis implements AttributeConverter<Instant> {

  @Override
  public AttributeValue transformFrom(Instant instant) {
    return AttributeValue.fromN(Long.toString(instant.toEpochMilli()));
  }

  @Override
  public Instant transformTo(AttributeValue value) {
    return Instant.ofEpochMilli(Long.parseLong(value.n()));
  }

  @Override
  public EnhancedType<Instant> type() {
    return EnhancedType.of(Instant.class);
  }

  @Override
  public AttributeValueType attributeValueType() {
    return AttributeValueType.N;
  }
}
