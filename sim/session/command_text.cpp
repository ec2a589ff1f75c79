#include <algorithm>

#include "sim/policy/papers.h"
#include "sim/policy/phrases.h"
#include "sim/session/command_words.h"
#include "sim/session/value_text.h"

namespace ntk::session {
namespace {

using policy::word;
using scenario::Assignable;
using scenario::Scenario;

/// A command as a line. Called with the alternatives of Command.
struct Text {
  const Scenario& scenario;

  std::string operator()(const AssignCommand& command) const {
    const Assignable& field = scenario.assignables[command.assignable];
    const auto& row = field_word(field.field);
    return "assign " + std::string(row.kind_word) + ' ' + std::string(owner_id(scenario.world, field)) + ' ' +
           std::string(row.word) + ' ' + value_text(command.value, field, scenario.world);
  }
  std::string operator()(const PredictCommand& command) const {
    std::string text = "predict " + quoted_word(command.request) + (command.permitted ? " permit" : " deny");
    if (command.reason) text += ' ' + std::string(policy::check(*command.reason).code);
    if (command.certainty) text += ' ' + std::string(word(*command.certainty));
    return text;
  }
  std::string operator()(const AskCommand& command) const {
    if (command.like) return like_text(command);
    const policy::Request& request = command.request;
    const policy::World& world = scenario.world;
    std::string text = "ask " + quoted_word(command.id) + " user=" + world[request.user].id +
                       " function=" + std::string(word(request.function)) +
                       " operation=" + std::string(word(request.operation));
    if (const auto* search = std::get_if<policy::Search>(&request.target)) {
      text += search_text(*search);
    } else if (const auto* record = std::get_if<policy::Ref<policy::Record>>(&request.target)) {
      text += " record=" + world[*record].id;
    }
    text += " purpose=" + world[request.purpose].id + " place=" + quoted_word(request.place);
    if (!command.at_clock) text += " moment=" + policy::to_text(request.moment);
    return text;
  }
  std::string operator()(const RunCommand& command) const { return "run " + quoted_word(command.request); }
  std::string operator()(const RunAllCommand&) const { return "run all"; }
  std::string operator()(const AdvanceCommand& command) const {
    return "advance " + policy::to_text(command.to);
  }
  std::string operator()(const HintCommand&) const { return "hint"; }
  std::string operator()(const ResetCommand&) const { return "reset"; }
  std::string operator()(const MarkCommand& command) const {
    return (command.marked ? "mark " : "unmark ") + command.request;
  }
  std::string operator()(const FindCommand& command) const {
    const Assignable& field = scenario.assignables[command.assignable];
    const auto& row = field_word(field.field);
    return (command.found ? "find " : "unfind ") + std::string(row.kind_word) + ' ' +
           std::string(owner_id(scenario.world, field)) + ' ' + std::string(row.word);
  }
  std::string operator()(const VetCommand& command) const {
    return "vet " + quoted_word(command.request) + terms_text(command.terms);
  }

  /// Only what differs from the request of the script.
  std::string like_text(const AskCommand& command) const {
    const policy::World& world = scenario.world;
    const scenario::ScriptedRequest& scripted = scenario.requests[*command.like];
    const policy::Request& model = scripted.request;
    const policy::Request& asked = command.request;
    std::string text = "ask " + quoted_word(command.id) + " like=" + quoted_word(scripted.id);
    if (asked.user != model.user) text += " user=" + world[asked.user].id;
    if (asked.target != model.target) {
      if (const auto* search = std::get_if<policy::Search>(&asked.target)) text += search_text(*search);
      if (const auto* record = std::get_if<policy::Ref<policy::Record>>(&asked.target))
        text += " record=" + world[*record].id;
    }
    if (asked.change.level && asked.change.level != model.change.level)
      text += " level=" + std::string(word(*asked.change.level));
    if (asked.change.designation && asked.change.designation != model.change.designation)
      text += " designation=" + designation_text(*asked.change.designation);
    if (asked.purpose != model.purpose) text += " purpose=" + world[asked.purpose].id;
    if (asked.place != model.place) text += " place=" + quoted_word(asked.place);
    if (!command.at_clock) text += " moment=" + policy::to_text(asked.moment);
    return text;
  }

  /// The classes as `assign` writes them, with commas between.
  std::string designation_text(const policy::Designation& classes) const {
    std::string text = value_text(classes, any_designation(), scenario.world);
    std::replace(text.begin(), text.end(), ' ', ',');
    return text;
  }

  static std::string terms_text(const std::vector<policy::Field>& terms) {
    std::string text;
    for (const policy::Field& term : terms) {
      text += " term:" + quoted_word(term.name) + '=' + quoted_word(term.value);
    }
    return text;
  }

  static std::string search_text(const policy::Search& search) {
    std::string text;
    for (const auto& each : policy::words<policy::Category>()) {
      if (!search.categories.contains(each.value)) continue;
      text += (text.empty() ? " categories=" : ",") + std::string(each.word);
    }
    return text + terms_text(search.terms);
  }
};

/// A command for people. Called with the alternatives of Command.
struct InWords {
  const Scenario& scenario;

  std::string operator()(const AssignCommand& command) const {
    const Assignable& field = scenario.assignables[command.assignable];
    return "assign " + policy::in_sentence(field_word(field.field).title) + " of " +
           thing_in_words(field, scenario.world);
  }
  std::string operator()(const PredictCommand& command) const {
    return std::string("predict ") + (command.permitted ? "a permit" : "a denial") + " of " +
           title(command.request);
  }
  std::string operator()(const AskCommand& command) const { return "add request " + command.id; }
  std::string operator()(const RunCommand& command) const { return "run " + title(command.request); }
  std::string operator()(const RunAllCommand&) const { return "run all requests"; }
  std::string operator()(const AdvanceCommand& command) const {
    return "move the clock to " + policy::in_words(command.to);
  }
  std::string operator()(const HintCommand&) const { return "reveal a hint"; }
  std::string operator()(const ResetCommand&) const { return "start over"; }
  std::string operator()(const MarkCommand& command) const {
    return (command.marked ? "mark " : "unmark ") + command.request;
  }
  std::string operator()(const VetCommand& command) const {
    return "vet a person by " + title(command.request);
  }
  std::string operator()(const FindCommand& command) const {
    const Assignable& field = scenario.assignables[command.assignable];
    return (command.found ? "name " : "no longer name ") +
           policy::in_sentence(field_word(field.field).title) + " of " +
           thing_in_words(field, scenario.world) + " as wrong";
  }

  std::string title(std::string_view request) const {
    for (const auto& each : scenario.requests) {
      if (each.id == request) return policy::in_quotes(each.title);
    }
    return std::string(request);
  }
};

}  // namespace

std::string thing_in_words(const Assignable& field, const policy::World& world) {
  switch (field_word(field.field).kind) {
    case scenario::AssignableKind::record:
      return world.records[field.at].title;
    case scenario::AssignableKind::user:
      return world.users[field.at].name;
    case scenario::AssignableKind::letter:
      return world.letters[field.at].title;
    case scenario::AssignableKind::agreement:
      return "the " + paper_in_sentence(world, policy::Ref<policy::Agreement>{field.at});
    case scenario::AssignableKind::memo:
      break;
  }
  return "the " + paper_in_sentence(world, policy::Ref<policy::OwnerMemo>{field.at});
}

std::string_view word(Certainty certainty) {
  return certainty_words[static_cast<std::size_t>(certainty)];
}

std::optional<Certainty> certainty_from_word(std::string_view text) {
  for (std::size_t i = 0; i < certainty_words.size(); ++i) {
    if (certainty_words[i] == text) return static_cast<Certainty>(i);
  }
  return std::nullopt;
}

std::string to_text(const Command& command, const Scenario& scenario) {
  return std::visit(Text{scenario}, command);
}

std::string in_words(const Command& command, const Scenario& scenario) {
  return std::visit(InWords{scenario}, command);
}

}  // namespace ntk::session
