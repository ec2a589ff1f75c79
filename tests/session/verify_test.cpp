#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>

#include "sim/session/seal.h"
#include "sim/session/sha256.h"
#include "tests/session/example_lesson.h"
#include "tests/size.h"

namespace ntk::session {
namespace {

/// An exported trail of four events, taken apart into lines.
struct Exported {
  std::vector<std::string> lines;
  Seal seal;

  Exported() {
    const Session session = session_after({"predict foreign-file deny DA-5", "run all"});
    for (const AuditEvent& each : session.trail().events()) {
      lines.push_back(canonical_json(each, session.world()));
    }
    seal = session.trail().seal();
  }

  std::string text() const {
    std::string text;
    for (const std::string& each : lines) text += each + '\n';
    return text;
  }
  /// The faults found, as "line:code line:code".
  std::string faults() const { return faults_in(text(), seal); }
  std::string faults_without_seal() const { return faults_in(text(), std::nullopt); }

  static std::string faults_in(std::string_view text, const std::optional<Seal>& seal) {
    std::string found;
    for (const TrailFault& each : verify(text, seal)) {
      CHECK_FALSE(each.message.empty());
      found += (found.empty() ? "" : " ") + std::to_string(each.line) + ':' + each.code;
    }
    return found;
  }
};

void replace_text(std::string& text, std::string_view what, std::string_view with) {
  REQUIRE(text.find(what) != text.npos);
  text.replace(text.find(what), what.size(), with);
}

TEST_CASE("a trail as it was exported is intact, with its seal and without") {
  const Exported trail;
  CHECK(trail.faults().empty());
  CHECK(trail.faults_without_seal().empty());
}

TEST_CASE("an empty trail is intact under the seal of an empty trail, and cut off under any other") {
  CHECK(Exported::faults_in("", Seal()).empty());
  CHECK(Exported::faults_in("", std::nullopt).empty());
  CHECK(Exported::faults_in("", Seal{2, std::string(64, 'a')}) == "0:cut-off");
}

TEST_CASE("a changed event is found by the hash that the next one carries") {
  Exported trail;
  replace_text(trail.lines[1], "\"place\":\"", "\"place\":\"Not the ");
  CHECK(trail.faults() == "2:changed");
  CHECK(trail.faults_without_seal() == "2:changed");
}

TEST_CASE("a change of the last event is found by the seal alone") {
  Exported trail;
  replace_text(trail.lines[3], "\"place\":\"", "\"place\":\"Not the ");
  CHECK(trail.faults() == "4:changed");
  CHECK(trail.faults_without_seal().empty());
}

TEST_CASE("events that were changed and chained anew are found by the seal alone") {
  Exported trail;
  replace_text(trail.lines[1], "\"place\":\"", "\"place\":\"Not the ");
  for (std::size_t i = 2; i < trail.lines.size(); ++i) {
    const std::size_t hash = trail.lines[i].find("\"previous\":\"") + 12;
    trail.lines[i].replace(hash, 64, sha256(trail.lines[i - 1]));
  }
  CHECK(trail.faults() == "4:changed");
  CHECK(trail.faults_without_seal().empty());
}

TEST_CASE("a first event that claims a predecessor was changed") {
  Exported trail;
  replace_text(trail.lines[0], std::string(64, '0'), std::string(63, '0') + '1');
  CHECK(trail.faults().find("1:changed") != std::string::npos);
}

TEST_CASE("a missing event is named") {
  Exported trail;
  trail.lines.erase(trail.lines.begin() + 1);
  CHECK(trail.faults() == "2:missing");
  CHECK(verify(trail.text(), trail.seal)[0].message == "event 2 is missing before this line");
  trail.lines.erase(trail.lines.begin() + 1);
  CHECK(verify(trail.text(), trail.seal)[0].message == "events 2 to 3 are missing before this line");
  trail.lines.erase(trail.lines.begin());
  CHECK(verify(trail.text(), trail.seal)[0].message == "events 1 to 3 are missing before this line");
}

TEST_CASE("a trail that was cut off is found by its seal, and cannot be found without") {
  Exported trail;
  trail.lines.resize(2);
  CHECK(trail.faults() == "0:cut-off");
  CHECK(verify(trail.text(), trail.seal)[0].message == "events 3 to 4 are missing at the end");
  CHECK(trail.faults_without_seal().empty());
}

TEST_CASE("an event that stands twice, and one added at the end, are found") {
  Exported trail;
  trail.lines.insert(trail.lines.begin() + 2, trail.lines[1]);
  CHECK(trail.faults() == "3:added");
  trail = Exported();
  trail.seal = {3, sha256(trail.lines[2])};
  CHECK(trail.faults() == "0:added");
}

TEST_CASE("events in another order are found") {
  Exported trail;
  std::swap(trail.lines[1], trail.lines[2]);
  const std::string faults = trail.faults();
  CHECK(faults.find("2:re-ordered") != std::string::npos);
  CHECK(faults.find("3:re-ordered") != std::string::npos);
}

TEST_CASE("the same event written otherwise is not canonical") {
  Exported trail;
  replace_text(trail.lines[0], ",\"failed\"", ", \"failed\"");
  CHECK(trail.faults() == "1:not-canonical 1:changed");
  trail = Exported();
  replace_text(trail.lines[3], "{\"agency\"", "{\"agency\":\"dea\",\"agency\"");
  CHECK(trail.faults_without_seal() == "4:not-canonical");
  trail = Exported();
  replace_text(trail.lines[3], "\"sequence\":4", "\"sequence\":4.0");
  CHECK(trail.faults_without_seal() == "4:not-canonical");
  trail = Exported();
  trail.lines[3] = "{\"user\":\"reyes\"," + trail.lines[3].substr(1);
  CHECK(trail.faults_without_seal() == "4:not-canonical");
}

TEST_CASE("what keeps an event from being canonical is named, at its place") {
  struct Row {
    std::string_view what, with, message;
    std::size_t behind;  ///< characters of `with` before the place
  };
  for (const Row& row : {
           Row{"\"sequence\":4", "\"sequence\":4.0", "`4.0` is written `4`", 11},
           Row{"\"sequence\":4", "\"sequence\":4e0", "`4e0` is written `4`", 11},
           Row{"\"reyes\"", "\"re\\u0079es\"", "`\"re\\u0079es\"` is written `\"reyes\"`", 0},
           Row{"\"user\":", "\"us\\u0065r\":", "`\"us\\u0065r\"` is written `\"user\"`", 0},
           Row{",\"user\":", ", \"user\":", "a space stands outside of text", 1},
           Row{"{\"agency\"", "{\"agency\":\"dea\",\"agency\"", "key `agency` is given twice in this object",
               16},
           Row{"\"sequence\":4,\"user\":\"reyes\"", "\"user\":\"reyes\",\"sequence\":4",
               "the key `sequence` stands behind `user`", 15},
       }) {
    CAPTURE(row.with);
    Exported trail;
    replace_text(trail.lines[3], row.what, row.with);
    const std::size_t at = trail.lines[3].find(row.with) + row.behind;
    const auto faults = verify(trail.text(), std::nullopt);
    const auto found = std::find_if(faults.begin(), faults.end(),
                                    [](const TrailFault& each) { return each.code == "not-canonical"; });
    REQUIRE(found != faults.end());
    CHECK(found->message.ends_with(row.message));
    CHECK(found->line == 4);
    CHECK(found->column == at + 1);
  }
}

TEST_CASE("a NUL that strayed into a trail is called one, and the text is not taken for UTF-16") {
  const Exported trail;
  for (const std::string& text : {trail.text() + '\0', '\0' + trail.text()}) {
    const auto faults = verify(text, trail.seal);
    CHECK(std::any_of(faults.begin(), faults.end(), [](const TrailFault& each) {
      return each.code == "not-json" && each.message.find("a NUL (U+0000)") != std::string::npos;
    }));
  }
}

TEST_CASE("a line that is not JSON, or is no event, is told so once") {
  Exported trail;
  trail.lines[1] = "not json";
  CHECK(trail.faults() == "2:not-json");
  trail.lines[1] = "{\"sequence\":2}";
  CHECK(trail.faults() == "2:not-an-event");
  trail.lines[1] = "[]";
  CHECK(trail.faults() == "2:not-an-event");
  trail.lines[1] = "";
  CHECK(trail.faults() == "2:not-json");
  trail.lines[1] = "{\"previous\":\"x\",\"sequence\":-1}";
  CHECK(trail.faults() == "2:not-an-event");
}

TEST_CASE("a trail whose line ends a program has changed is told just that") {
  const Exported trail;
  std::string text;
  for (const std::string& each : trail.lines) text += each + "\r\n";
  CHECK(Exported::faults_in(text, trail.seal) == "0:line-ends");
}

TEST_CASE("a byte order mark before a trail is named, and nothing else is blamed for it") {
  const Exported trail;
  CHECK(Exported::faults_in("\xEF\xBB\xBF" + trail.text(), trail.seal) == "1:byte-order-mark");
}

TEST_CASE("a trail whose lines end with a carriage return alone is told so") {
  const Exported trail;
  std::string text = trail.text();
  std::replace(text.begin(), text.end(), '\n', '\r');
  CHECK(Exported::faults_in(text, trail.seal).find("1:line-ends") != std::string::npos);
}

TEST_CASE("every line of a trail is an event in the documented format, or is told not to be, at its place") {
  struct Row {
    std::string_view what, with, message;
  };
  for (const Row& row : {
           Row{"\"failed\":[]", "\"failed\":7", "`failed` must be a list of ids of rules"},
           Row{"\"failed\":[]", "\"failed\":[\"ring\"]", "`failed` must be a list of ids of rules"},
           Row{"\"function\":\"subject_query\"", "\"function\":\"subject_quarry\"",
               "`function` must be a function"},
           Row{"\"outcome\":\"permitted\"", "\"outcome\":\"maybe\"", "`outcome` must be an outcome"},
           Row{"\"place\":", "\"plaice\":", "an event has no key `plaice`"},
           Row{"\"withheld\":[]", "\"withheld\":[{\"record\":\"ring\"}]",
               "`withheld` must be a list of records"},
           Row{"\"withheld\":[]", "\"withheld\":[],\"zzz\":1", "an event has no key `zzz`"},
           Row{",\"withheld\":[]", "", "it has no `withheld`"},
           Row{"T", "U", "`moment` must be a date and a time of day"},
       }) {
    CAPTURE(row.with);
    Exported trail;
    replace_text(trail.lines[0], row.what, row.with);
    const auto faults = verify(trail.lines[0] + '\n', std::nullopt);
    REQUIRE(faults.size() >= 1);
    CHECK(faults[0].code == "not-an-event");
    CHECK(faults[0].line == 1);
    CHECK(faults[0].message.find(row.message) != std::string::npos);
    const std::size_t at = trail.lines[0].find(row.with);
    if (!row.with.starts_with('"')) continue;
    CHECK(faults[0].column > at);
    CHECK(faults[0].column <= at + row.with.size());
  }
}

TEST_CASE("a hash in capitals seals as in small letters, and what is no seal is told with its place") {
  const Exported trail;
  std::string seal = to_json(trail.seal);
  const std::size_t hash = seal.find("hash") + 7;
  for (std::size_t at = hash; at < hash + 64; ++at) seal[at] = static_cast<char>(std::toupper(seal[at]));
  const SealResult read = read_seal(seal);
  REQUIRE(read.seal);
  CHECK(verify(trail.text(), read.seal).empty());
  for (const std::string& text : {std::string("{\"count\":1}"), seal + '}', seal + '\0', "\xFF\xFE" + seal}) {
    const SealResult none = read_seal(text);
    CHECK_FALSE(none.seal);
    REQUIRE(none.diagnostics.size() == 1);
    CHECK(none.diagnostics[0].span.line == 1);
  }
  CHECK(read_seal("\xEF\xBB\xBF" + seal).seal == trail.seal);
}

TEST_CASE("a last line without its end was cut off") {
  const Exported trail;
  std::string text = trail.text();
  text.pop_back();
  CHECK(Exported::faults_in(text, trail.seal) == "4:cut-off");
}

TEST_CASE("a sequence number beyond all reason is a fault like any other") {
  Exported trail;
  replace_text(trail.lines[1], "\"sequence\":2", "\"sequence\":9223372036854775807");
  CHECK(trail.faults().find("2:missing") != std::string::npos);
  replace_text(trail.lines[1], "9223372036854775807", "99999999999999999999999999");
  CHECK_FALSE(trail.faults().empty());
}

/// Of a whole trail `make soak` tries every place, the exhaustive tests one of so many.
constexpr std::size_t long_trail = tries_everything ? 10'000 : 500;
constexpr std::size_t usual_stride = tries_everything ? 16 : 1;

/// A long trail, taken apart, and the seal that stood after each of its events.
struct LongTrail {
  std::vector<std::string> lines;
  std::vector<Seal> seals = {Seal()};

  LongTrail() {
    Session session = session_after({});
    while (session.trail().events().size() < long_trail) session.apply("run own-file");
    for (const AuditEvent& each : session.trail().events()) {
      lines.push_back(canonical_json(each, session.world()));
      seals.push_back({lines.size(), sha256(lines.back())});
    }
  }

  /// Whether the verifier finds a fault in the part of the trail around `at`, with something done to it.
  bool finds(std::size_t at,
             const std::function<void(std::vector<std::string>&, std::size_t)>& tamper) const {
    const std::size_t first = at;  // the event, and the one that carries its hash
    const std::size_t end = std::min(at + 2, lines.size());
    std::vector<std::string> part(lines.begin() + static_cast<std::ptrdiff_t>(first),
                                  lines.begin() + static_cast<std::ptrdiff_t>(end));
    tamper(part, at - first);
    std::string text;
    for (const std::string& each : part) text += each + '\n';
    return !verify(text, seals[end], seals[first]).empty();
  }
};

TEST_CASE("a part of a trail is intact between the seals before and after it, and under no others") {
  const LongTrail trail;
  CHECK_FALSE(trail.finds(100, [](auto&, std::size_t) {}));
  const std::string two = trail.lines[7] + '\n' + trail.lines[8] + '\n';
  CHECK(verify(two, trail.seals[9], trail.seals[7]).empty());
  CHECK(Exported::faults_in(two, trail.seals[9]) == "1:missing");
  CHECK_FALSE(verify(two, trail.seals[9], Seal{7, std::string(64, 'a')}).empty());
}

TEST_CASE("any one change, removal, insertion or exchange in a long trail is found, wherever it is") {
  const std::size_t stride = std::getenv("NTK_EVERY_PLACE") ? 1 : usual_stride;
  const LongTrail trail;
  std::string whole;
  for (const std::string& each : trail.lines) whole += each + '\n';
  CHECK(verify(whole, trail.seals.back()).empty());
  using Lines = std::vector<std::string>;
  std::size_t missed = 0;
  for (std::size_t at = 0; at < trail.lines.size(); at += stride) {
    const auto place = [](Lines& part, std::size_t i) {
      return part.begin() + static_cast<std::ptrdiff_t>(i);
    };
    missed +=
        !trail.finds(at, [](Lines& part, std::size_t i) { replace_text(part[i], "display", "disploy"); });
    missed += !trail.finds(at, [&](Lines& part, std::size_t i) { part.erase(place(part, i)); });
    missed += !trail.finds(at, [&](Lines& part, std::size_t i) { part.insert(place(part, i), part[i]); });
    if (at + 1 < trail.lines.size())
      missed += !trail.finds(at, [](Lines& part, std::size_t i) { std::swap(part[i], part[i + 1]); });
  }
  CHECK(missed == 0);
}

}  // namespace
}  // namespace ntk::session
