// ntk explain: why one request ends as it does, check by check.
#include <memory>

#include "cli/explain_text.h"
#include "cli/files.h"
#include "cli/session_input.h"
#include "cli/verbs.h"

namespace ntk::cli {
namespace {

struct ExplainOptions {
  SessionInput input;
  std::string request;
};

/// Decides the request as the world stands. It is not run: nothing is recorded, nothing has to be predicted.
ExitCode explain(const ExplainOptions& options) {
  ExitCode status = done;
  const auto session = open_session(options.input, status);
  if (!session || !reveals_assignment(*session, status)) return status;
  const auto found = find_request(*session, options.request);
  if (!found) return wrong_usage;
  const scenario::ScriptedRequest& scripted = session->requests()[*found];
  policy::Request request = scripted.request;
  if (scripted.at_clock) request.moment = session->clock();
  session::put_as_asked(request, session->assigned());
  const Explained explained{scripted, request, session->world(), decide(session->world(), request)};
  write_output(options.input.json() ? explain_json(explained, session->scenario().id)
                                    : explain_text(explained, standard_output()));
  return done;
}

}  // namespace

void add_explain(Program& program) {
  auto options = std::make_shared<ExplainOptions>();
  program.verb("explain", "Explain one decision: every gate and check, in words")
      .session(options->input)
      .argument("REQUEST", options->request, "The id of a request")
      .format(options->input.format)
      .footer(R"(The request is decided as things stand after COMMANDS, and not run: the trail is as before.
Exit status: 0 explained; 2 wrong usage, or no such request; 3 a file cannot be read, the scenario is
faulty, or a command was refused.)")
      .does([options] { return explain(*options); });
}

}  // namespace ntk::cli
