package app.oegukmin.speech;

import java.util.List;

/**
 * A piece of speech that Azure recognised, with its scores from 0 to 100.
 *
 * @param duration in units of 100 ns
 * @param words what was said, in order
 */
record Segment(
    String text,
    double accuracy,
    double pronunciation,
    double completeness,
    double fluency,
    long duration,
    List<Word> words) {}
