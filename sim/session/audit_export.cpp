#include <algorithm>

#include "sim/session/audit_json.h"

namespace ntk::session {
namespace {

using policy::Record;
using policy::Ref;
using policy::Search;
using policy::word;
using policy::World;
using scenario::JsonWriter;

/// Terms by name: a search has each name once, and canonical JSON wants keys in order.
std::vector<policy::Field> in_key_order(std::vector<policy::Field> terms) {
  std::sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return terms;
}

std::vector<std::string_view> category_words(const Search& search) {
  std::vector<std::string_view> words;
  for (const auto& each : policy::words<policy::Category>()) {
    if (search.categories.contains(each.value)) words.push_back(each.word);
  }
  return words;
}

void write_query(JsonWriter& json, const Search& search) {
  json.begin_object().key("categories").begin_array();
  for (const std::string_view category : category_words(search)) json.value(category);
  json.end_array().key("terms").begin_object();
  for (const policy::Field& term : in_key_order(search.terms)) json.member(term.name, term.value);
  json.end_object().end_object();
}

// ---- CSV ---------------------------------------------------------------------------------------

/// One row of CSV, cell by cell.
class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_(out) {}
  ~CsvRow() { out_ += "\r\n"; }
  CsvRow(const CsvRow&) = delete;
  CsvRow& operator=(const CsvRow&) = delete;

  CsvRow& cell(std::string_view text) {
    if (!first_) out_ += ',';
    first_ = false;
    const bool formula = begins_a_formula(text);
    if (!formula && text.find_first_of(",\"\r\n") == text.npos) {
      out_ += text;
      return *this;
    }
    out_ += formula ? "\"'" : "\"";
    for (const char each : text) {
      if (each == '"') out_ += '"';
      out_ += each;
    }
    out_ += '"';
    return *this;
  }

 private:
  std::string& out_;
  bool first_ = true;
};

template <class List, class Text>
std::string joined(const List& list, std::string_view separator, Text text) {
  std::string all;
  for (const auto& each : list) {
    if (!all.empty()) all += separator;
    all += text(each);
  }
  return all;
}

std::string codes(const std::vector<policy::CheckId>& checks) {
  return joined(checks, " ", [](policy::CheckId id) { return policy::check(id).code; });
}

void write_csv_event(std::string& out, const AuditEvent& event, const World& world) {
  const auto id = [&](auto ref) -> std::string_view { return world[ref].id; };
  const auto* record = std::get_if<Ref<Record>>(&event.target);
  const Search* search = std::get_if<Search>(&event.target);
  const auto* entered = std::get_if<Record>(&event.target);
  const auto same = [](std::string_view text) { return text; };
  const auto term = [](const policy::Field& each) { return each.name + '=' + each.value; };
  const auto withheld = [&](const WithheldRecord& each) {
    return std::string(id(each.record)) + " (" + codes(each.failed) + ')';
  };
  CsvRow(out)
      .cell(std::to_string(event.sequence))
      .cell(policy::to_text(event.moment))
      .cell(id(event.user))
      .cell(id(event.agency))
      .cell(event.place)
      .cell(names_no_function(event.operation) ? "" : word(event.function))
      .cell(word(event.operation))
      .cell(record    ? id(*record)
            : entered ? std::string_view(entered->id)
                      : "")
      .cell(search ? joined(category_words(*search), " ", same) : "")
      .cell(search ? joined(in_key_order(search->terms), "; ", term) : "")
      .cell(id(event.purpose))
      .cell(scenario::word(event.outcome))
      .cell(joined(event.returned, " ", id) + (event.reviewed.empty() ? "" : "events ") +
            joined(event.reviewed, " ", [](std::uint64_t each) { return std::to_string(each); }))
      .cell(joined(event.withheld, "; ", withheld))
      .cell(codes(event.failed) + (event.suspends ? " OB-4" : ""))
      .cell(event.previous)
      .cell(event.hash);
}

}  // namespace

bool begins_a_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != cell.npos;
}

void write_codes(JsonWriter& json, const std::vector<policy::CheckId>& checks) {
  json.begin_array();
  for (const policy::CheckId id : checks) json.value(policy::check(id).code);
  json.end_array();
}

void write_records(JsonWriter& json, const std::vector<Ref<Record>>& records, const World& world) {
  json.begin_array();
  for (const Ref<Record> record : records) json.value(world[record].id);
  json.end_array();
}

void write_withheld(JsonWriter& json, const std::vector<WithheldRecord>& withheld, const World& world) {
  json.begin_array();
  for (const WithheldRecord& each : withheld) {
    json.begin_object().key("failed");
    write_codes(json, each.failed);
    json.member("record", world[each.record].id).end_object();
  }
  json.end_array();
}

void write_event(JsonWriter& json, const AuditEvent& event, const World& world) {
  json.begin_object().member("agency", world[event.agency].id).key("failed");
  json.begin_array();
  for (const policy::CheckId id : event.failed) json.value(policy::check(id).code);
  if (event.suspends) json.value("OB-4");
  json.end_array();
  json.key("function");
  names_no_function(event.operation) ? json.null() : json.value(word(event.function));
  json.member("moment", policy::to_text(event.moment))
      .member("operation", word(event.operation))
      .member("outcome", scenario::word(event.outcome))
      .member("place", event.place)
      .member("previous", event.previous)
      .member("purpose", world[event.purpose].id);
  if (const auto* record = std::get_if<Ref<Record>>(&event.target)) {
    json.member("record", world[*record].id);
  } else if (const auto* search = std::get_if<Search>(&event.target)) {
    json.key("query");
    write_query(json, *search);
  } else if (const auto* entered = std::get_if<Record>(&event.target)) {
    json.member("record", entered->id);
  }
  json.key("returned");
  write_records(json, event.returned, world);
  if (!names_no_function(event.operation) && event.function == policy::Function::audit_review) {
    json.key("reviewed").begin_array();
    for (const std::uint64_t each : event.reviewed) json.value(each);
    json.end_array();
  }
  json.member("sequence", event.sequence).member("user", world[event.user].id).key("withheld");
  write_withheld(json, event.withheld, world);
  json.end_object();
}

std::string canonical_json(const AuditEvent& event, const World& world) {
  JsonWriter json;
  write_event(json, event, world);
  return json.take();
}

std::string to_json_lines(const AuditTrail& trail, const World& world) {
  std::string lines;
  for (const AuditEvent& event : trail.events()) lines += canonical_json(event, world) + '\n';
  return lines;
}

std::string to_csv(const AuditTrail& trail, const World& world) {
  std::string out;
  {
    CsvRow heading(out);
    for (const std::string_view name :
         {"sequence", "moment", "user", "agency", "place", "function", "operation", "record", "categories",
          "terms", "purpose", "outcome", "returned", "withheld", "failed", "previous", "hash"}) {
      heading.cell(name);
    }
  }
  for (const AuditEvent& event : trail.events()) write_csv_event(out, event, world);
  return out;
}

std::string to_json(const Seal& seal) {
  return JsonWriter()
      .begin_object()
      .member("count", seal.count)
      .member("hash", seal.hash)
      .end_object()
      .text();
}

}  // namespace ntk::session
