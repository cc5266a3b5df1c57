package app.oegukmin.crawler.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026.10.03",
        " 2026.10.3 ",
        "2026. 10. 03.",
        "2026-10-03",
        "2026/10/03",
        "26.10.03"
      })
  void readsADay(String text) {
    assertThat(WrittenDate.parse(text)).contains(LocalDate.of(2026, 10, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-03 13:27:52",
        "2026-10-03T13:27:52+09:00",
        "2026.10.03(토)",
        "2026. 10. 3. (토) 오후 1:27",
        "2026년 10월 3일",
        "2026년10월03일 토요일 13시 27분",
        "26년 10월 3일",
        "2026年 10月 3日",
        "작성일 : 2026-10-03",
        "등록일2026.10.03",
        "[2026/10/03]",
        "13:27 2026-10-03",
        "2026-10-03 (수정 2026-10-05)",
        "2026\u201310\u201303",
        "2026·10·03",
        "2026\u00A0.10.\u00A003",
        "２０２６．１０．０３",
        "26-10-03 13:27",
        "2026.13.40, 2026.10.03",
      })
  void f40_readsADayBesideOtherText(String text) {
    assertThat(WrittenDate.parse(text)).contains(LocalDate.of(2026, 10, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02-910-5808",
        "010-1234-5678",
        "13:27",
        "10월 3일",
        "192.26.10.03",
        "1226.10.031",
        "2026년",
        "3시간 전",
        "26.10",
      })
  void f40_otherNumbersAreNoDay(String text) {
    assertThat(WrittenDate.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "교무팀", "2026.13.01", "2026.02.30", "조회수 73", "20261003", "10.03"})
  void whatIsNoDayIsEmpty(String text) {
    assertThat(WrittenDate.parse(text)).isEmpty();
  }
}
