#include "web/bridge/bridge_exports.h"

#include <emscripten.h>

#include <cstddef>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "web/bridge/bridge.h"

// clang-format off
EM_JS(void, ntk_desk_changed, (double revision, const char* unkept), {
  if (Module["onDeskChanged"]) Module["onDeskChanged"](revision, UTF8ToString(unkept));
});
EM_JS(void, ntk_out_of_memory, (), {
  throw new RangeError("out of memory");
});
// clang-format on

namespace ntk::web {
namespace {

/// There is one page, and its script calls plain functions.
struct Attached {
  Desk& desk;
  Bridge bridge;
  void (*changed)();
  std::uint64_t told_revision;
  std::string answer;
};
std::unique_ptr<Attached> attached;

}  // namespace

void attach_bridge(Desk& desk, void (*changed)()) {
  std::set_new_handler(ntk_out_of_memory);  // else it would break off without a word that says why
  attached = std::make_unique<Attached>(Attached{desk, Bridge(desk), changed, desk.revision(), {}});
}

void tell_page() {
  if (!attached || attached->told_revision == attached->desk.revision()) return;
  attached->told_revision = attached->desk.revision();
  const std::string unkept = attached->bridge.unkept();
  ntk_desk_changed(static_cast<double>(attached->told_revision), unkept.c_str());
}

}  // namespace ntk::web

extern "C" EMSCRIPTEN_KEEPALIVE const char* ntk_call(const char* verb, const char* arguments,
                                                     std::size_t length, double since) {
  using ntk::web::attached;
  if (!attached)
    return "{\"ok\":false,\"message\":\"the page is still starting\",\"help\":\"\",\"revision\":0}";
  const std::uint64_t before = attached->desk.revision();
  std::string answer = attached->bridge.begin_call(verb, {arguments, length});
  if (attached->desk.revision() != before) {
    if (attached->changed != nullptr) attached->changed();
    ntk::web::tell_page();  // upon which the script may call again, as it does to keep the work
  }
  const auto known = since < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(since));
  attached->answer = attached->bridge.end_call(std::move(answer), known);
  return attached->answer.c_str();
}
