package app.oegukmin.speech;

/** A sentence that somebody has read aloud. */
final class Reading {

  private final byte[] file;
  private final Recording recording;
  private final Sentence sentence;

  /**
   * A reading of a sentence.
   *
   * @param file the recording as it was sent, which nobody changes afterwards
   * @throws RecordingException when the file is no recording that is taken
   */
  Reading(byte[] file, Sentence sentence) {
    this.file = file;
    this.recording = WavReader.read(file);
    this.sentence = sentence;
  }

  /** Names it, under a secret. */
  SpeechKey key(String secret) {
    return SpeechKey.of(secret, file, sentence);
  }

  Recording recording() {
    return recording;
  }

  Sentence sentence() {
    return sentence;
  }
}
