// ntk schema: the JSON Schema of scenario files.
#include "sim/scenario/schema.h"
#include "cli/files.h"
#include "cli/verbs.h"

namespace ntk::cli {

void add_schema(CLI::App& program, ExitCode& status) {
  CLI::App* verb = program.add_subcommand("schema", "Print the JSON Schema of scenario files (draft-07)");
  verb->footer(
      "Save it beside your scenarios and name it in their \"$schema\": editors then complete and explain as\n"
      "you type.");
  verb->callback([&status] {
    print(scenario::schema_text());
    status = done;
  });
}

}  // namespace ntk::cli
