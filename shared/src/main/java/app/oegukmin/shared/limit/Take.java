package app.oegukmin.shared.limit;

/** What a call takes from one limit of its subject. */
record Take(Limit limit, Bucket bucket, long tokens) {

  static Take of(Subject subject, Limit limit, long tokens) {
    if (limit.subject() != subject.kind()) {
      throw new IllegalArgumentException(limit + " does not limit a " + subject.kind());
    }
    return new Take(limit, limit.bucket().times(subject.members()), tokens);
  }

  long cost() {
    return bucket.units(tokens);
  }

  long full() {
    return bucket.units(bucket.capacity());
  }

  /** Seconds from so many units until this could be taken, 0 when it can be now. */
  long secondsUntil(long level) {
    return bucket.seconds(cost() - level);
  }

  Decision.Balance balance(long level) {
    return new Decision.Balance(
        bucket.capacity(), bucket.tokens(level), bucket.seconds(full() - level));
  }
}
