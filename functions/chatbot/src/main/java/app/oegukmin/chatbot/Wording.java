package app.oegukmin.chatbot;

import app.oegukmin.shared.language.Language;

/**
 * What the chatbot says by itself, in the asked language.
 *
 * @param apology for a failure
 * @param unknown that it does not know
 * @param nearest above the nearest notices
 * @param quotes that what follows is quoted
 * @param sources above the sources
 */
record Wording(String apology, String unknown, String nearest, String quotes, String sources) {

  private static final Wording KOREAN =
      new Wording(
          "죄송해요. 지금은 답을 드릴 수 없어요. 잠시 후에 다시 물어봐 주세요.",
          "잘 모르겠어요. 공지와 게시판에서 답을 찾지 못했어요.",
          "가장 가까운 공지예요:",
          "요약하지 않고 찾은 글을 그대로 보여 드려요:",
          "출처");

  private static final Wording ENGLISH =
      new Wording(
          "Sorry, I cannot answer right now. Please ask again in a moment.",
          "I don't know. I found no answer in the notices and on the board.",
          "The nearest notices are:",
          "I do not summarize; this is quoted from what I found:",
          "Sources");

  private static final Wording CHINESE =
      new Wording("抱歉，现在无法回答。请稍后再问。", "我不知道。在通知和留言板中没有找到答案。", "最接近的通知：", "我不作概括，以下是找到的原文：", "来源");

  /** The sentences of a language. */
  static Wording of(Language language) {
    return switch (language) {
      case KO -> KOREAN;
      case EN_US -> ENGLISH;
      case ZH -> CHINESE;
    };
  }
}
