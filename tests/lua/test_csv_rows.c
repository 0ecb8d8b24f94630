/* Rows of a CSV text: what RFC 4180 allows is read, what it does not is an error with its line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "csv_rows.h"

/* The rows as one text: fields between |, rows between /, each row after the line it begins on. */
static outlay_csv_status read_as_text(const char *bytes, size_t size, char *out, size_t *line) {
  outlay_csv csv = {0};
  const outlay_csv_status status = outlay_csv_read(&csv, bytes, size, ',');
  size_t used = 0;
  for (size_t i = 0; status == OUTLAY_CSV_OK && i < csv.row_count; i++) {
    out[used++] = (char)('0' + csv.rows[i].line);
    for (size_t j = 0; j < csv.rows[i].count; j++) {
      size_t length = 0;
      const char *field = outlay_csv_field(&csv, csv.rows[i].first + j, &length);
      out[used++] = '|';
      memcpy(out + used, field, length);
      used += length;
    }
    out[used++] = '/';
  }
  out[used] = '\0';
  if (line != NULL) *line = csv.line;
  outlay_csv_free(&csv);
  return status;
}

static void expect_rows(const char *bytes, const char *wanted) {
  char out[256];
  assert_int_equal(read_as_text(bytes, strlen(bytes), out, NULL), OUTLAY_CSV_OK);
  assert_string_equal(out, wanted);
}

static void expect_error(const char *bytes, outlay_csv_status wanted, size_t wanted_line) {
  char out[256];
  size_t line = 0;
  assert_int_equal(read_as_text(bytes, strlen(bytes), out, &line), wanted);
  assert_int_equal(line, wanted_line);
}

static void fields_are_separated_by_commas_and_trimmed(void **state) {
  (void)state;
  expect_rows("a,b\n1, 2 \n", "1|a|b/2|1|2/");
}

static void empty_fields_are_kept_and_empty_lines_left_out(void **state) {
  (void)state;
  expect_rows(",\n\n  \n,,x\n", "1||/4|||x/");
  expect_rows("", "");
  expect_rows("\n\n", "");
}

static void the_last_line_needs_no_newline(void **state) {
  (void)state;
  expect_rows("a\nb", "1|a/2|b/");
}

static void carriage_returns_before_newlines_are_dropped(void **state) {
  (void)state;
  expect_rows("a,b\r\nc,d\r\n", "1|a|b/2|c|d/");
}

static void quoted_fields_keep_commas_blanks_quotes_and_newlines(void **state) {
  (void)state;
  expect_rows("\"a,b\",\" c \",\"d\"\"e\"\n", "1|a,b| c |d\"e/");
  expect_rows("x,\"one\ntwo\",y\nz\n", "1|x|one\ntwo|y/3|z/");
}

static void a_byte_order_mark_is_dropped(void **state) {
  (void)state;
  expect_rows("\xEF\xBB\xBF\"a\",b\n", "1|a|b/");
}

static void a_zero_byte_is_text(void **state) {
  (void)state;
  char out[16];
  assert_int_equal(read_as_text("a\0b,c\n", 6, out, NULL), OUTLAY_CSV_OK);
  assert_memory_equal(out, "1|a\0b|c/", 8);
}

static void a_stray_quote_is_an_error_on_its_line(void **state) {
  (void)state;
  expect_error("a\n5\" disk\n", OUTLAY_CSV_STRAY_QUOTE, 2);
  expect_error("a\n\n\"b\"c\n", OUTLAY_CSV_STRAY_QUOTE, 3);
}

static void an_open_quote_is_an_error_on_the_line_where_it_opens(void **state) {
  (void)state;
  expect_error("a,b\nx,y\nc,\"d\n\ne\n", OUTLAY_CSV_OPEN_QUOTE, 3);
  expect_error("\"x\ny\",\"z\n", OUTLAY_CSV_OPEN_QUOTE, 2);
  expect_error("\"", OUTLAY_CSV_OPEN_QUOTE, 1);
}

static void another_delimiter_can_be_chosen(void **state) {
  (void)state;
  outlay_csv csv = {0};
  assert_int_equal(outlay_csv_read(&csv, "a;b,c\n", 6, ';'), OUTLAY_CSV_OK);
  assert_int_equal(csv.row_count, 1);
  assert_int_equal(csv.rows[0].count, 2);
  outlay_csv_free(&csv);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(fields_are_separated_by_commas_and_trimmed),
      cmocka_unit_test(empty_fields_are_kept_and_empty_lines_left_out),
      cmocka_unit_test(the_last_line_needs_no_newline),
      cmocka_unit_test(carriage_returns_before_newlines_are_dropped),
      cmocka_unit_test(quoted_fields_keep_commas_blanks_quotes_and_newlines),
      cmocka_unit_test(a_byte_order_mark_is_dropped),
      cmocka_unit_test(a_zero_byte_is_text),
      cmocka_unit_test(a_stray_quote_is_an_error_on_its_line),
      cmocka_unit_test(an_open_quote_is_an_error_on_the_line_where_it_opens),
      cmocka_unit_test(another_delimiter_can_be_chosen),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
