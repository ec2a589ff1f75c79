// Normalization and letter case against the Unicode Character Database itself, where Debian's package unicode-data is
// installed in the version of our tables, and against utf8proc. Elsewhere the sample of unicode_test.cpp has to do.
#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "sim/policy/unicode.h"
#include "tests/size.h"

#ifdef NTK_UTF8PROC
#include <utf8proc.h>

#include <cstdlib>
#endif

namespace ntk::policy {
namespace {

const std::string database = "/usr/share/unicode/";

/// Whether the database is there, in our version.
bool has_database() {
  std::ifstream folding(database + "CaseFolding.txt");
  std::string first;
  return std::getline(folding, first) &&
         first.find("CaseFolding-" + std::string(unicode_version()) + ".txt") != first.npos;
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, ';');) fields.push_back(field);
  return fields;
}

#ifndef __EMSCRIPTEN__
std::string text_of(const std::string& code_points) {
  std::istringstream in(code_points);
  std::string text;
  for (unsigned value = 0; in >> std::hex >> value;) append_utf8(text, value);
  return text;
}

TEST_CASE("every row of the database's normalization test holds") {
  if (!has_database()) {
    MESSAGE("unicode-data ", unicode_version(), " is not installed");
    return;
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(
      popen(("bzip2 -dc " + database + "NormalizationTest.txt.bz2").c_str(), "r"), &pclose);
  REQUIRE(in);
  std::size_t at = 0;
  std::size_t wrong = 0;
  for (char buffer[4096]; std::fgets(buffer, sizeof buffer, in.get());) {
    const std::string line = buffer;
    if (line.empty() || !std::isxdigit(static_cast<unsigned char>(line[0])) || !is_tried(at++)) continue;
    const auto columns = fields_of(line);
    const std::string nfc_of_source = text_of(columns[1]);
    const std::string nfc_of_compatible = text_of(columns[3]);
    for (const std::size_t column : {0u, 1u, 2u}) wrong += nfc(text_of(columns[column])) != nfc_of_source;
    for (const std::size_t column : {3u, 4u}) wrong += nfc(text_of(columns[column])) != nfc_of_compatible;
  }
  CHECK(at > 18'000);
  CHECK(wrong == 0);
}
#endif

TEST_CASE("every simple folding of the database holds, and nothing else folds") {
  if (!has_database()) {
    MESSAGE("unicode-data ", unicode_version(), " is not installed");
    return;
  }
  std::ifstream in(database + "CaseFolding.txt");
  std::vector<char32_t> folded(0x110000);
  for (char32_t each = 0; each < folded.size(); ++each) folded[each] = each;
  std::size_t rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.find("; C;") == line.npos && line.find("; S;") == line.npos) continue;
    const auto columns = fields_of(line);
    folded[std::stoul(columns[0], nullptr, 16)] = static_cast<char32_t>(std::stoul(columns[2], nullptr, 16));
    ++rows;
  }
  CHECK(rows > 1'400);
  std::size_t wrong = 0;
  for (char32_t each = 0; each < folded.size(); ++each) {
    if ((each >= 0xD800 && each <= 0xDFFF) || !is_tried(each, 0x3000)) continue;
    std::string text;
    append_utf8(text, each);
    const std::string composed = nfc(text);
    const CodePoint first = code_point_at(composed, 0);
    if (first.length != composed.size()) continue;  // several characters: the parts are tried by themselves
    std::string expected;
    append_utf8(expected, folded[first.value]);
    wrong += fold(text) != nfc(expected);
  }
  CHECK(wrong == 0);
}

#ifdef NTK_UTF8PROC
TEST_CASE("another implementation composes every character, and characters in a row, as this one does") {
  if (std::string_view(utf8proc_unicode_version()) != unicode_version()) {
    MESSAGE("utf8proc is of Unicode ", utf8proc_unicode_version());
    return;
  }
  const auto others = [](const std::string& text) {
    utf8proc_uint8_t* out = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &out,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    std::string composed =
        size < 0 ? std::string("?")
                 : std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
    std::free(out);
    return composed;
  };
  std::size_t wrong = 0;
  std::string row;
  for (char32_t each = 1; each < 0x110000; ++each) {
    if ((each >= 0xD800 && each <= 0xDFFF) || !is_tried(each, 0x3000)) continue;
    std::string text;
    append_utf8(text, each);
    wrong += nfc(text) != others(text);
    // After letters and before marks: what composes, what is blocked, what is sorted.
    const std::string around = "e" + text + "\u0323\u0301" + text + "\u0302";
    wrong += nfc(around) != others(around);
    row += text;
    if (row.size() < 200) continue;
    wrong += nfc(row) != others(row);
    row.clear();
  }
  CHECK(wrong == 0);
}
#endif

}  // namespace
}  // namespace ntk::policy
