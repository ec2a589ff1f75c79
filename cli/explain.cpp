// ntk explain: why one request ends as it does, check by check.
#include <memory>

#include "cli/explain_text.h"
#include "cli/files.h"
#include "cli/session_input.h"
#include "cli/verbs.h"
#include "sim/scenario/suggestion.h"

namespace ntk::cli {
namespace {

struct ExplainOptions {
  SessionInput input;
  std::string request;
  std::string format = "text";
};

void complain_of_request(const session::Session& session, const std::string& id) {
  std::vector<std::string_view> ids;
  for (const auto& each : session.requests()) ids.push_back(each.id);
  const auto nearest = scenario::nearest_word(id, ids);
  std::string message = "no request has the id `" + id + '`';
  if (nearest) {
    message += ": did you mean `" + std::string(*nearest) + "`?";
  } else {
    message += "; there are:";
    for (const std::string_view each : ids) message += ' ' + std::string(each);
  }
  complain(message);
}

/// Decides the request as the world stands. It is not run: nothing is recorded, nothing has to be predicted.
ExitCode explain(const ExplainOptions& options) {
  ExitCode status = done;
  const auto session = open_session(options.input, status);
  if (!session) return status;
  const auto found = session->find_request(options.request);
  if (!found) {
    complain_of_request(*session, options.request);
    return wrong_usage;
  }
  const scenario::ScriptedRequest& scripted = session->requests()[*found];
  policy::Request request = scripted.request;
  if (scripted.at_clock) request.moment = session->clock();
  session::put_as_asked(request, session->world());
  const Explained explained{scripted, request, session->world(), decide(session->world(), request)};
  print(options.format == "json" ? explain_json(explained, session->scenario().id)
                                 : explain_text(explained, standard_output()));
  return done;
}

}  // namespace

void add_explain(CLI::App& program, ExitCode& status) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* verb = program.add_subcommand("explain", "Explain one decision: every gate and check, in words");
  verb->add_option("SCENARIO", options->input.scenario, "The scenario file")->required()->option_text(" ");
  verb->add_option("REQUEST", options->request, "The id of a request")->required()->option_text(" ");
  verb->add_option("--apply", options->input.commands, "A file of commands, or a submission, to apply first")
      ->type_name("COMMANDS");
  verb->add_option("--format", options->format, "text or json")
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  verb->footer(
      "The request is decided as things stand after COMMANDS, and not run: the trail is as before.\n"
      "Exit status: 0 explained; 2 wrong usage, or no such request; 3 a file cannot be read, the scenario "
      "is\n"
      "faulty, or a command was refused.");
  verb->callback([options, &status] {
    options->input.json = options->format == "json";
    status = explain(*options);
  });
}

}  // namespace ntk::cli
