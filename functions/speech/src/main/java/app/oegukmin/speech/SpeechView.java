package app.oegukmin.speech;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The scores on the wire (contract §6.8). The first five are of the last segment, and absent when
 * nothing was recognised. All numbers are doubles, which JSON writes with a fraction: the app
 * cannot read others (contract §1.7).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SpeechView(
    String text,
    Double accuracyScore,
    Double pronunciationScore,
    Double completenessScore,
    Double fluencyScore,
    double paragraphAccuracy,
    double paragraphCompleteness,
    double paragraphFluency,
    List<WordView> wordList) {}
