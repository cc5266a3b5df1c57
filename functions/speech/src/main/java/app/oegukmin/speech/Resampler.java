package app.oegukmin.speech;

/**
 * Changes the sampling rate by band-limited interpolation: a new sample is the old ones around its
 * moment, weighted by a sinc under a Blackman window. The sinc's cutoff lies below half of the
 * lower rate, so nothing comes back as an alias. Immutable, safe for use by many threads.
 */
final class Resampler {

  // Zero crossings of the sinc at either side: more make the edge of the filter steeper.
  private static final int CROSSINGS = 24;
  private static final double PASSED = 0.92;

  private final int up;
  private final int down;
  private final int reach;
  // New samples fall on few distinct positions between two old ones; each has its weights.
  private final double[][] weights;

  /** From one rate to another, both in samples a second. */
  Resampler(int from, int to) {
    int common = gcd(from, to);
    this.up = to / common;
    this.down = from / common;
    double cutoff = PASSED * Math.min(1, (double) to / from);
    this.reach = (int) Math.ceil(CROSSINGS / cutoff);
    this.weights = new double[up][];
    for (int phase = 0; phase < up; phase++) {
      weights[phase] = weights((double) phase / up, cutoff, reach);
    }
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static double[] weights(double offset, double cutoff, int reach) {
    double[] weights = new double[2 * reach];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double distance = i - reach + 1 - offset;
      weights[i] = sinc(cutoff * distance) * blackman(distance / reach);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double blackman(double x) {
    return Math.abs(x) >= 1
        ? 0
        : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
  }

  /** The same sound at the new rate; beyond its ends is silence. */
  short[] resample(short[] samples) {
    short[] resampled = new short[(int) ((long) samples.length * up / down)];
    for (int n = 0; n < resampled.length; n++) {
      long position = (long) n * down;
      resampled[n] = at(samples, (int) (position / up), weights[(int) (position % up)]);
    }
    return resampled;
  }

  private short at(short[] samples, int middle, double[] weights) {
    int first = middle - reach + 1;
    int end = Math.min(weights.length, samples.length - first);
    double sum = 0;
    for (int i = Math.max(0, -first); i < end; i++) {
      sum += weights[i] * samples[first + i];
    }
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
  }
}
