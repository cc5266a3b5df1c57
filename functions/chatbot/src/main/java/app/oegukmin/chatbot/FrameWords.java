package app.oegukmin.chatbot;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that questions are made with and that tell nothing of what they are about. There are more;
 * one that is not here makes a question look as if less of it was found.
 */
final class FrameWords {

  /** A Korean word, as it stands in a question. */
  private static final Pattern KOREAN =
      Pattern.compile(
          "(?:언제|어디|어떻|어떤|어느|어때|무엇|무슨|뭐|뭔|몇|누가|누구|얼마|알려|있나|있어|있을|있는|있습|없나|없어|없는"
              + "|되나|되는|됩니|하나요|하려|합니|해야|싶|주세|가능|인가요|건가요|나요|까요|받을|받나|받아|받는|궁금|가르쳐"
              + "|들으|나가|나와|가져|모르|같아|같은|좋아|좋은|안돼|때문|경우|근처|사람|여기|거기).*"
              + "|제가|저는|나는|대해|대한|관련|방법|하면|하고|돼요|되요|할까요|될까요|안에|하는|하는지|그리고|또는"
              + "|내야|가야|해요|필요해요|필요한가요|그럼|정도|지금|갑자기|다시|다른|혹시|너무|많이|조금|모두|전부|동안|만약"
              + "|내고|내면|쓰고|보고|알고|가고|듣고|받고");

  /** Between the words of a Chinese sentence. */
  static final Pattern CHINESE =
      Pattern.compile(
          "可不可以|是不是|能不能|有没有|什么时候|怎么样|怎么办|哪一天|为什么|什么|怎么|怎样|如何|何时|哪里|哪儿|哪些|哪个"
              + "|以后|之后|以前|之前|必须|开始|一般|一共|一次|可以|需要|请问|应该|想要|不能|没有|多少|多久|多长|几点|最少|最多"
              + "|问题|知道|告诉|帮我|如果|因为|所以|但是|还是|或者|那么|这个|那个|时候|现在|已经|附近"
              + "|学校|校园里|校园|大学(?!院)|韩国(?!语)|留学生|外国人"
              + "|我们|吗|呢|的|了|是|在|我|有|能|要|几|谁|和|到|会|吧|想|从");

  private static final Set<String> ENGLISH =
      Set.of(
          ("a an the of to in on at for from by with and or is are was be been do does did can could will"
                  + " would should may must have has i me my we our you your it its this that these those"
                  + " what when where which who whom why how much many long there any some if as about"
                  + " please tell get s t m not no so than then into until up out am need want go take"
                  + " also still during before after soon new use make know happen find give every each"
                  + " other another one near between over under only just more most very")
              .split(" ", -1));

  /** What all is about here, as {@link Terms} cut it: it tells little. */
  private static final Set<String> EVERYWHERE =
      Set.of(
          ("한국 학교 대학 대학교 국민대 국민대학교 유학생 외국인 학생"
                  + " student korea korean international universit school campu kookmin foreigner")
              .split(" ", -1));

  private FrameWords() {}

  /** Whether a word of Hangul is one, whatever ends it. */
  static boolean hasKorean(String word) {
    return KOREAN.matcher(word).matches();
  }

  /** Whether a word of other letters is one. */
  static boolean hasEnglish(String word) {
    return ENGLISH.contains(word);
  }

  /** Whether nearly every text here has a word. */
  static boolean isEverywhere(String term) {
    return EVERYWHERE.contains(term);
  }
}
