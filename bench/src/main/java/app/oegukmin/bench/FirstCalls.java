package app.oegukmin.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The samples of one function, in the order of the rounds. */
final class FirstCalls {

  private final List<FirstCall.Sample> samples = new ArrayList<>();

  void add(FirstCall.Sample sample) {
    samples.add(sample);
  }

  /** Prints the medians under a name. */
  void print(String name) {
    System.out.printf(
        "%-28s CPU %5d ms   init %5d ms   first response %5d ms%n",
        name,
        median(FirstCall.Sample::cpu),
        median(FirstCall.Sample::init),
        median(FirstCall.Sample::first));
  }

  /** Median, least and greatest ratio to the others' sample of the same round. */
  String ratios(FirstCalls others, Function<FirstCall.Sample, Duration> of) {
    double[] ratios =
        IntStream.range(0, samples.size())
            .mapToDouble(
                round ->
                    (double) of.apply(samples.get(round)).toNanos()
                        / of.apply(others.samples.get(round)).toNanos())
            .sorted()
            .toArray();
    return "%.2f [%.2f-%.2f]"
        .formatted(ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
  }

  /** Median of the differences to the others' sample of the same round, in milliseconds. */
  long difference(FirstCalls others, Function<FirstCall.Sample, Duration> of) {
    long[] differences =
        IntStream.range(0, samples.size())
            .mapToLong(
                round ->
                    of.apply(samples.get(round))
                        .minus(of.apply(others.samples.get(round)))
                        .toMillis())
            .sorted()
            .toArray();
    return differences[differences.length / 2];
  }

  private long median(Function<FirstCall.Sample, Duration> of) {
    long[] values = samples.stream().mapToLong(sample -> of.apply(sample).toMillis()).toArray();
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
