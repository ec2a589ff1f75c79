// The shape of JSON, found from samples of it, and written as TypeScript.
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace ntk {

struct JsonShape;

struct Member {
  std::unique_ptr<JsonShape> shape;
  std::size_t seen = 0;
};

/// What was seen in one place.
struct JsonShape {
  std::set<std::string> words;      ///< string, number, boolean, null, and types with a name
  std::unique_ptr<JsonShape> item;  ///< of the lists that were seen
  std::size_t objects = 0, lists = 0;
  std::map<std::string, Member> members;  ///< of the objects that were seen
};

class JsonShapes {
 public:
  /// What a value in a place is called: the place is the name of the type that it stands in and the way from there,
  /// "Kind.things[]". Empty: it is written where it stands.
  using Naming = std::string (*)(const std::string& place, const nlohmann::json& value);

  explicit JsonShapes(Naming naming) : naming_(naming) {}

  /// Takes a sample of a type that has a name.
  void add(const std::string& type, const nlohmann::json& value) { take(types_[type], type, value); }

  /// The types, in the order of their names.
  std::string typescript() const;
  /// Places of which no sample has shown what stands there: in lists that were always empty, or members that were always null.
  std::set<std::string> unseen() const;
  /// The names of all members.
  std::set<std::string> member_names() const;

 private:
  void take(JsonShape& shape, const std::string& place, const nlohmann::json& value);

  Naming naming_;
  std::map<std::string, JsonShape> types_;
};

}  // namespace ntk
