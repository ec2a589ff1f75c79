// Shortcuts of the canvas on keyboards that are no English ones. The page's own are held by tests/page/key_names.test.mjs.
#include <doctest/doctest.h>

#include "web/canvas/platform/key_names.h"

using ntk::web::platform::letter_or_digit;

TEST_CASE("where the layout has Latin letters, the letter counts and not the place") {
  CHECK(letter_or_digit("z", "KeyY") == 'Z');  // German
  CHECK(letter_or_digit("Z", "KeyW") == 'Z');  // French, with Shift
  CHECK(letter_or_digit("5", "Digit5") == '5');
  CHECK(letter_or_digit("ü", "BracketLeft") == '\0');
  CHECK(letter_or_digit("ı", "KeyI") == '\0');  // Turkish: a Latin letter of its own
  CHECK(letter_or_digit("ế", "KeyE") == '\0');  // Vietnamese
  CHECK(letter_or_digit("é", "Digit2") == '\0');
  CHECK(letter_or_digit("&", "Digit1") == '\0');
  CHECK(letter_or_digit("€", "KeyE") == '\0');
}

TEST_CASE("where it has letters of another script, the place counts") {
  CHECK(letter_or_digit("я", "KeyZ") == 'Z');
  CHECK(letter_or_digit("Я", "KeyZ") == 'Z');
  CHECK(letter_or_digit("ζ", "KeyZ") == 'Z');
  CHECK(letter_or_digit("ז", "KeyZ") == 'Z');
  CHECK(letter_or_digit("ئ", "KeyZ") == 'Z');
  CHECK(letter_or_digit("ผ", "KeyZ") == 'Z');
  CHECK(letter_or_digit("ㅋ", "KeyZ") == 'Z');
  CHECK(letter_or_digit("\xF0\x9E\xA4\xA2", "KeyA") == 'A');  // Adlam, beyond the first plane
}

TEST_CASE("digits of other scripts are digits") {
  CHECK(letter_or_digit("٢", "Digit2") == '2');
  CHECK(letter_or_digit("ๅ", "Digit1") == '1');
}

TEST_CASE("keys that type no letter and no digit stand for none") {
  for (const char* key : {"Escape", "ArrowLeft", "Process", "Unidentified", "Dead", "Shift", "", " ", "?"}) {
    CHECK(letter_or_digit(key, "KeyZ") == '\0');
  }
  CHECK(letter_or_digit("я", "") == '\0');
  CHECK(letter_or_digit("я", "Semicolon") == '\0');
  CHECK(letter_or_digit("\xFF\xFE", "KeyZ") == '\0');
}
