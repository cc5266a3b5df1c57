package app.oegukmin.shared.faq;

/** An FAQ entry with its two texts. */
public record FaqPost(Faq faq, String question, String answer) {}
