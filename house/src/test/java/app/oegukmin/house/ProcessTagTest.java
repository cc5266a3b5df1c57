package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** The tag by which {@code make test-quick} leaves out what starts an engine or another process. */
class ProcessTagTest {

  private static final String TAG = "process";
  private static final Pattern STARTS_A_PROCESS =
      Pattern.compile("java\\.lang\\.(ProcessBuilder\\.start|Runtime\\.exec)\\(.*");

  private final Set<String> tagged = testsThat(ProcessTagTest::isTagged);
  private final Set<String> starting = testsThat(starters()::contains);

  @Test
  void everyTestThatCanStartAProcessHasIt() {
    assertThat(starting).hasSizeGreaterThan(100);
    assertThat(without(starting, tagged)).as("@Tag(\"process\") is missing").isEmpty();
  }

  @Test
  void noOtherTestHasIt() {
    assertThat(without(tagged, starting)).as("@Tag(\"process\") is not needed").isEmpty();
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static Set<String> testsThat(Predicate<JavaClass> wanted) {
    return Compiled.ALL.stream()
        .filter(
            type -> type.getMethods().stream().anyMatch(m -> m.isMetaAnnotatedWith(Testable.class)))
        .filter(wanted)
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isTagged(JavaClass test) {
    return test.tryGetAnnotationOfType(Tag.class).map(Tag::value).equals(Optional.of(TAG));
  }

  /** The classes that start processes, those that depend on them, and so on. */
  private static Set<JavaClass> starters() {
    Deque<JavaClass> open =
        Compiled.ALL.stream()
            .filter(ProcessTagTest::startsProcesses)
            .collect(Collectors.toCollection(ArrayDeque::new));
    Set<JavaClass> found = new HashSet<>();
    while (!open.isEmpty()) {
      JavaClass next = open.pop();
      if (found.add(next)) {
        next.getDirectDependenciesToSelf().stream()
            .map(Dependency::getOriginClass)
            .forEach(open::push);
      }
    }
    return found;
  }

  private static boolean startsProcesses(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .map(call -> call.getTarget().getFullName())
        .anyMatch(STARTS_A_PROCESS.asMatchPredicate());
  }
}
