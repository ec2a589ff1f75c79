#include "sim/policy/phrases.h"

#include <algorithm>

namespace ntk::policy {

const std::string& called(const Agency& agency) {
  return agency.short_name.empty() ? agency.name : agency.short_name;
}

std::string with_agency(const World& world, Ref<User> user) {
  return world[user].name + " (" + called(world[world[user].agency]) + ")";
}

std::string in_quotes(std::string_view title) {
  return "“" + std::string(title) + "”";
}

std::string possessive(std::string_view name) {
  return std::string(name) + "’s";
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view several) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : several);
}

std::string years(int count) {
  return counted(static_cast<std::uint64_t>(count), "year", "years");
}

std::string in_digits(std::size_t count) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string listed(const std::vector<std::string>& items, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " " + std::string(last) + " " : ", ";
    text += items[i];
  }
  return text;
}

std::string in_sentence(std::string_view title) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::string text(title);
  const bool begins_a_word = text.size() > 1 && is_upper(text[0]) && !is_upper(text[1]) && text[1] != '-';
  if (begins_a_word) text[0] = static_cast<char>(text[0] + 32);
  return text;
}

std::string with_code(std::string_view sentence, CheckId check) {
  if (sentence.ends_with('.')) sentence.remove_suffix(1);
  return std::string(sentence) + " (" + std::string(policy::check(check).code) + ").";
}

std::string in_words(CheckId id) {
  std::string_view sentence = policy::check(id).sentence;
  if (sentence.ends_with('.')) sentence.remove_suffix(1);
  return in_quotes(sentence) + " (" + std::string(policy::check(id).code) + ")";
}

std::string field_label(std::string_view name) {
  std::string label(name);
  std::replace(label.begin(), label.end(), '_', ' ');
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 32);
  return label;
}

namespace {

std::string in_words(const World& world, const DesignationClass& designated) {
  std::vector<std::string> agencies;
  for (Ref<Agency> each : designated.agencies) agencies.push_back(called(world[each]));
  std::vector<std::string> users;
  for (Ref<User> each : designated.users) users.push_back(world[each].name);
  std::vector<std::string> categories;
  for (const auto& each : words<UserCategory>()) {
    if (designated.categories.contains(each.value)) {
      categories.push_back(in_sentence(each.title) + "s");
    }
  }
  if (designated.names_nothing()) return "nobody";
  std::string text = listed(users, "or");
  if (!categories.empty()) text += (text.empty() ? "" : ", among ") + listed(categories, "or");
  if (!agencies.empty()) {
    if (text.empty()) return "users of " + listed(agencies, "or");
    text += " of " + listed(agencies, "or");
  }
  return text;
}

}  // namespace

std::string in_words(const World& world, const Designation& designation) {
  std::vector<std::string> classes;
  for (const DesignationClass& each : designation) classes.push_back(in_words(world, each));
  return classes.empty() ? "nobody" : listed(classes, "or");
}

std::string in_words(const Role& role) {
  return listed_in_sentence(role.functions) +
         (role.adds.empty() ? "" : "; enters " + listed_in_sentence(role.adds));
}

std::string in_words(const PrimaryDesignation& primary) {
  return in_sentence(title(primary.action)) +
         (primary.last_day ? ", through " + in_words(*primary.last_day) : ", until further notice") +
         (primary.approved ? ", approved" : ", not yet approved");
}

}  // namespace ntk::policy
