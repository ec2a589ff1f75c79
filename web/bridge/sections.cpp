#include "web/bridge/sections.h"

#include <utility>

#include "web/bridge/model.h"

namespace ntk::web {

using scenario::JsonWriter;

JsonWriter& ModelWriter::section(std::string name) {
  end_section();
  name_ = std::move(name);
  json_ = JsonWriter();
  return json_;
}

void ModelWriter::end_section() {
  if (!name_.empty()) sections_[name_] = json_.take();
  name_.clear();
}

std::map<std::string, std::string> ModelWriter::take() {
  end_section();
  return std::move(sections_);
}

void Sections::follow(const Desk& desk) {
  if (revision_ > 0 && desk_revision_ == desk.revision()) return;
  ModelWriter model(ModelWriter::Layout::split);
  write_model(model, desk);
  std::map<std::string, std::string> now = model.take();
  for (const auto& [name, section] : sections_) {
    if (section.text != "null") now.try_emplace(name, "null");
  }
  std::erase_if(now, [&](const auto& each) {
    const auto before = sections_.find(each.first);
    return before != sections_.end() && before->second.text == each.second;
  });
  desk_revision_ = desk.revision();
  if (revision_ > 0 && now.empty()) return;
  ++revision_;
  for (auto& [name, text] : now) sections_[name] = {std::move(text), revision_};
}

std::string Sections::since(std::uint64_t revision, const Desk& desk) {
  follow(desk);
  std::string json = "{\"revision\":" + std::to_string(revision_) + ",\"sections\":{";
  bool is_first = true;
  for (const auto& [name, section] : sections_) {
    if (section.revision <= revision) continue;
    if (!is_first) json += ',';
    is_first = false;
    scenario::append_json_string(json, name);
    json += ':';
    json += section.text;
  }
  return json + "}}";
}

std::string whole_model(const Desk& desk) {
  ModelWriter model(ModelWriter::Layout::whole);
  write_model(model, desk);
  std::string json = "{\"revision\":" + std::to_string(desk.revision());
  for (const auto& [name, text] : model.take()) json += ",\"" + name + "\":" + text;
  return json + "}";
}

}  // namespace ntk::web
