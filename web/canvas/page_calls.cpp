#include "web/canvas/page_calls.h"

#include <emscripten.h>

#include <cstdlib>

// clang-format off
EM_JS(void, ntk_choose_lesson, (const char* id), {
  const page = Module["page"];
  if (page) page["chooseLesson"](UTF8ToString(id));
});
EM_JS(void, ntk_open_file, (), {
  const page = Module["page"];
  if (page) page["openFile"]();
});
EM_JS(void, ntk_export_file, (const char* what), {
  const page = Module["page"];
  if (page) page["exportFile"](UTF8ToString(what));
});
EM_JS(void, ntk_vet_file, (const char* request), {
  const page = Module["page"];
  if (page) page["vetFile"](UTF8ToString(request));
});
EM_JS(void, ntk_show_text_page, (), {
  const page = Module["page"];
  if (page) page["showTextPage"]();
});
EM_JS(bool, ntk_is_arriving, (), {
  return Boolean(Module["isArriving"]);
});
EM_JS(void, ntk_page_act, (const char* what), {
  const page = Module["page"];
  if (page) page["act"](UTF8ToString(what));
});
EM_JS(void, ntk_tell, (bool ok, const char* message, const char* help), {
  const page = Module["page"];
  if (page) page["said"](Boolean(ok), UTF8ToString(message), UTF8ToString(help));
});
EM_JS(void, ntk_work, (const char* what, const char* attempt, const char* text), {
  const page = Module["page"];
  if (page) page["work"](UTF8ToString(what), UTF8ToString(attempt), UTF8ToString(text));
});
EM_JS(char*, ntk_setting, (const char* key), {
  let value = null;
  try {
    value = localStorage.getItem(UTF8ToString(key));
  } catch (refused) {}
  if (value === null) return 0;
  const size = lengthBytesUTF8(value) + 1;
  const at = _malloc(size);
  stringToUTF8(value, at, size);
  return at;
});
EM_JS(void, ntk_keep_setting, (const char* key, const char* value), {
  try {
    localStorage.setItem(UTF8ToString(key), UTF8ToString(value));
  } catch (refused) {}
  const page = Module["page"];
  if (page) page["settingKept"](UTF8ToString(key), UTF8ToString(value));
});
// clang-format on

namespace ntk::web::page {

void choose_lesson(const std::string& id) {
  ntk_choose_lesson(id.c_str());
}
void open_file() {
  ntk_open_file();
}
void export_file(const char* what) {
  ntk_export_file(what);
}
void vet_file(const std::string& request) {
  ntk_vet_file(request.c_str());
}
void show_text_page() {
  ntk_show_text_page();
}

bool is_arriving() {
  return ntk_is_arriving();
}

void act(const char* what) {
  ntk_page_act(what);
}

void tell(bool ok, const std::string& message, const std::string& help) {
  ntk_tell(ok, message.c_str(), help.c_str());
}

void work(const char* what, const std::string& attempt, const std::string& text) {
  ntk_work(what, attempt.c_str(), text.c_str());
}

std::string setting(const char* key) {
  char* value = ntk_setting(key);
  std::string text = value != nullptr ? value : "";
  std::free(value);
  return text;
}
void keep_setting(const char* key, const std::string& value) {
  ntk_keep_setting(key, value.c_str());
}

}  // namespace ntk::web::page
