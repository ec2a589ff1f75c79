#include <algorithm>
#include <utility>

#include "sim/scenario/located_json.h"
#include "sim/scenario/text_form.h"
#include "sim/session/audit_trail.h"
#include "sim/session/canonical_form.h"
#include "sim/session/event_check.h"
#include "sim/session/report_trail.h"
#include "sim/session/sha256.h"

namespace ntk::session {
namespace {

using scenario::JsonKind;
using scenario::JsonMember;
using scenario::JsonValue;

/// One line of an exported trail, or one event of a report, as far as the chain needs it.
struct Link {
  std::size_t line = 0;
  std::size_t column = 1;
  std::uint64_t sequence = 0;  ///< 0: it is no event
  std::string previous;
  std::string hash;  ///< of the line as it stands, whatever it is; of an event of a report in canonical form
};

const JsonValue* member_named(const JsonValue& object, std::string_view key, JsonKind kind) {
  for (const JsonMember& each : object.members) {
    if (each.key == key && each.value.kind == kind) return &each.value;
  }
  return nullptr;
}

std::string event_name(std::uint64_t sequence) {
  return "event " + std::to_string(sequence);
}

std::string event_names(std::uint64_t first, std::uint64_t last) {
  if (first == last) return event_name(first) + " is";
  return "events " + std::to_string(first) + " to " + std::to_string(last) + " are";
}

/// Reads a trail line by line, or that of a report event by event, then follows its chain.
class Verifier {
 public:
  explicit Verifier(const Seal& before) : before_(before), expected_(before.count + 1) {}

  std::vector<TrailFault> verify(std::string_view text, const std::optional<Seal>& seal) {
    read(text);
    return faults_under(seal);
  }

  std::vector<TrailFault> verify(const ReportTrail& trail, const std::optional<Seal>& seal) {
    for (const JsonValue& each : trail.events.items) read(each);
    return faults_under(seal);
  }

 private:
  std::vector<TrailFault> faults_under(const std::optional<Seal>& seal) {
    for (const Link& each : links_) sequences_.push_back(each.sequence);
    std::sort(sequences_.begin(), sequences_.end());
    for (std::size_t i = 0; i < links_.size(); ++i) follow(i);
    if (seal) compare(*seal);
    std::stable_sort(faults_.begin(), faults_.end(),
                     [](const TrailFault& a, const TrailFault& b) { return a.line < b.line; });
    return std::move(faults_);
  }

  void fault(std::size_t line, std::string code, std::string message, std::size_t column = 1) {
    faults_.push_back({line, std::move(code), std::move(message), column});
  }
  /// Of a whole line, or event.
  void fault(const Link& link, std::string code, std::string message) {
    fault(link.line, std::move(code), std::move(message), link.column);
  }

  void read(std::string_view text) {
    std::size_t number = 0, with_return = 0;
    if (const std::size_t mark = scenario::byte_order_mark_size(text)) {
      fault(1, "byte-order-mark",
            "the file begins with a byte order mark, which a program has put there: it isn't part of the "
            "trail");
      text.remove_prefix(mark);
    }
    if (const std::size_t line = scenario::line_with_lone_return(text)) {
      fault(line, "line-ends", "a line ends with a carriage return alone, and a trail is written with LF");
    }
    while (!text.empty()) {
      ++number;
      const std::size_t end = text.find('\n');
      std::string_view line = text.substr(0, end);
      if (end == text.npos) fault(number, "cut-off", "the last line has no end: what followed is missing");
      text.remove_prefix(end == text.npos ? text.size() : end + 1);
      if (line.ends_with('\r')) {
        line.remove_suffix(1);
        ++with_return;
      }
      read_line(number, line);
    }
    if (with_return > 0) {
      fault(0, "line-ends",
            "the line ends were changed: " + std::to_string(with_return) +
                " of them are CR LF, and a trail is written with LF");
    }
  }

  void read_line(std::size_t number, std::string_view line) {
    Link link;
    link.line = number;
    link.hash = sha256(line);
    scenario::Diagnostics diagnostics(line, "each line is one event: `{ ... }`");
    const auto value = scenario::parse_json(diagnostics);
    const auto found = diagnostics.take_sorted();
    if (!value) {
      fault(number, "not-json", "the line is not JSON" + (found.empty() ? "" : ": " + found.front().message),
            found.empty() ? 1 : found.front().span.column);
    } else if (take_event(*value, link)) {
      const auto wrong = found.empty() ? find_form_fault(*value, line)
                                       : EventFault{found.front().message, found.front().span};
      if (wrong) not_canonical(link, *wrong, number);
    }
    links_.push_back(std::move(link));
  }

  void read(const JsonValue& event) {
    Link link;
    link.line = event.span.line;
    link.column = event.span.column;
    link.hash = sha256(canonical_text(event));
    if (take_event(event, link)) {
      if (const auto wrong = find_key_order_fault(event)) not_canonical(link, *wrong, wrong->span.line);
    }
    links_.push_back(std::move(link));
  }

  void not_canonical(const Link& link, const EventFault& wrong, std::size_t line) {
    fault(line, "not-canonical", event_name(link.sequence) + " is not in canonical form: " + wrong.message,
          wrong.span.column);
  }

  /// Whether the value has a place in the chain. Says what is wrong with it as an event.
  bool take_event(const JsonValue& value, Link& link) {
    if (const auto wrong = find_event_fault(value)) {
      // A line was read by itself, so its first line is the line's.
      fault(link.line + wrong->span.line - value.span.line, "not-an-event",
            "this is no event: " + wrong->message, wrong->span.column);
    }
    const JsonValue* sequence = member_named(value, "sequence", JsonKind::integer);
    const JsonValue* previous = member_named(value, "previous", JsonKind::string);
    if (!sequence || !previous || sequence->integer < 1) return false;  // and that was told
    link.sequence = static_cast<std::uint64_t>(sequence->integer);
    link.previous = previous->string;
    return true;
  }

  /// Holds one line against those before it.
  void follow(std::size_t i) {
    const Link& link = links_[i];
    if (link.sequence == 0) {  // reported; it stands where one event should
      ++expected_;
      return;
    }
    if (link.sequence < expected_) {
      step_back(link);
      return;
    }
    if (link.sequence > expected_) {
      step_over(link);
    } else if (link.previous != hash_before(i)) {
      chain_broken(i);
    }
    expected_ = link.sequence + 1;
  }

  std::string hash_before(std::size_t i) const { return i == 0 ? before_.hash : links_[i - 1].hash; }

  void step_back(const Link& link) {
    const auto [first, last] = std::equal_range(sequences_.begin(), sequences_.end(), link.sequence);
    if (last - first > 1) {
      fault(link, "added", event_name(link.sequence) + " stands in the trail more than once");
    } else {
      fault(link, "re-ordered", event_name(link.sequence) + " stands behind a later one");
    }
  }

  void step_over(const Link& link) {
    const auto first = std::lower_bound(sequences_.begin(), sequences_.end(), expected_);
    const auto last = std::lower_bound(sequences_.begin(), sequences_.end(), link.sequence);
    const auto elsewhere = static_cast<std::uint64_t>(last - first);
    if (elsewhere >= link.sequence - expected_) {
      fault(link, "re-ordered", event_name(link.sequence) + " stands before an earlier one");
    } else {
      fault(link, "missing", event_names(expected_, link.sequence - 1) + " missing before this line");
    }
  }

  void chain_broken(std::size_t i) {
    const Link& link = links_[i];
    if (i == 0) {
      fault(link, "changed",
            event_name(link.sequence) + (before_.count == 0
                                             ? " was changed: the first event follows no other"
                                             : " does not follow the event that the part begins after"));
    } else if (links_[i - 1].sequence != 0) {  // else it is reported already
      fault(links_[i - 1], "changed",
            event_name(link.sequence - 1) + " is not the one that " + event_name(link.sequence) +
                " was chained to: one of the two was changed");
    }
  }

  void compare(const Seal& seal) {
    const std::uint64_t count = expected_ - 1;
    const std::string& head = links_.empty() ? before_.hash : links_.back().hash;
    if (count < seal.count) {
      fault(0, "cut-off", event_names(count + 1, seal.count) + " missing at the end");
    } else if (count > seal.count) {
      fault(0, "added", event_names(seal.count + 1, count) + " not under the seal");
    } else if (head != seal.hash) {
      fault(links_.empty() ? Link{} : links_.back(), "changed",
            "the last event is not the one under the seal");
    }
  }

  std::vector<Link> links_;
  std::vector<std::uint64_t> sequences_;  ///< sorted
  Seal before_;
  std::uint64_t expected_;  ///< sequence number of the next line
  std::vector<TrailFault> faults_;
};

}  // namespace

std::vector<TrailFault> verify(std::string_view json_lines, const std::optional<Seal>& seal,
                               const Seal& before) {
  return Verifier(before).verify(json_lines, seal);
}

std::vector<TrailFault> verify(const ReportTrail& trail, const std::optional<Seal>& seal) {
  return Verifier(Seal()).verify(trail, seal);
}

}  // namespace ntk::session
