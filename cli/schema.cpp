// ntk schema: the JSON Schema of scenario files.
#include "sim/scenario/schema.h"
#include "cli/files.h"
#include "cli/verbs.h"

namespace ntk::cli {

void add_schema(Program& program) {
  program.verb("schema", "Print the JSON Schema of scenario files (draft-07)")
      .footer(
          R"(Save it beside your scenarios and name it in their "$schema": editors then complete and explain as
you type.)")
      .does([] {
        write_output(scenario::schema_text());
        return done;
      });
}

}  // namespace ntk::cli
