#include "web/canvas/platform/widget_map.h"

#include <emscripten/emscripten.h>
#include <imgui_internal.h>

#include <cctype>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "web/canvas/platform/platform.h"

namespace ntk::web::platform {
namespace {

struct Widget {
  ImGuiID id = 0;
  std::string label;  // empty until it is known
  std::string path;   // JSON array
  ImRect rect;
  ImRect visible;  // the part within the window's clip rectangle
  bool disabled = false;
  ImGuiItemStatusFlags status = 0;
};

struct Text {
  std::string path;  // JSON array
  std::string words;
  ImRect rect;
};

bool recording = false;
std::vector<Widget> widgets;
std::vector<Text> texts;  // in the order of drawing
std::vector<std::string> scopes;
// Dear ImGui tells no label of what is scrolled out of sight. It is the one that it had in sight.
ImGuiStorage known;  // from the ID to the place in `labels`, plus one
std::vector<std::string> labels;
std::string last_frame = R"({"windows":[],"widgets":[],"texts":[]})";

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string number(float value) {
  return std::to_string(std::lround(value));
}

std::string rectangle(const ImRect& r) {
  return '[' + number(r.Min.x) + ',' + number(r.Min.y) + ',' + number(r.Max.x) + ',' + number(r.Max.y) + ']';
}

// "Requests###requests" is Requests, the child "Requests/list_0A1B2C3D" is list, "##Popup_0a1b2c3d" is Popup.
std::string_view window_name(const ImGuiWindow& window) {
  std::string_view name = window.Name;
  if (window.Flags & ImGuiWindowFlags_ChildWindow) {
    if (const std::size_t slash = name.rfind('/'); slash != std::string_view::npos)
      name.remove_prefix(slash + 1);
  }
  const std::size_t underscore = name.rfind('_');
  if (underscore != std::string_view::npos && underscore + 1 < name.size()) {
    bool hexadecimal = true;
    for (const char c : name.substr(underscore + 1))
      hexadecimal = hexadecimal && std::isxdigit(static_cast<unsigned char>(c));
    if (hexadecimal) name = name.substr(0, underscore);
  }
  const std::size_t hidden = name.find("##");
  if (hidden == std::string_view::npos) return name;
  if (hidden > 0) return name.substr(0, hidden);
  while (name.starts_with('#')) name.remove_prefix(1);
  return name;
}

std::string window_path(const ImGuiWindow& window) {
  const bool is_child = (window.Flags & ImGuiWindowFlags_ChildWindow) && window.ParentWindow;
  const std::string outer = is_child ? window_path(*window.ParentWindow) + ',' : "";
  return outer + json_text(window_name(window));
}

std::string current_path(const ImGuiWindow& window) {
  std::string path = window_path(window);
  for (const std::string& scope : scopes) path += ',' + json_text(scope);
  return '[' + path + ']';
}

std::string as_json(const Widget& w) {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  const auto flag = [](const char* name, bool value) {
    return value ? std::string(",\"") + name + "\":true" : "";
  };
  return "{\"path\":" + w.path + ",\"label\":" + json_text(w.label) + ",\"rect\":" + rectangle(w.rect) +
         ",\"visible\":" + rectangle(w.visible) + flag("disabled", w.disabled) +
         flag("checkable", w.status & ImGuiItemStatusFlags_Checkable) +
         flag("checked", w.status & ImGuiItemStatusFlags_Checked) +
         flag("openable", w.status & ImGuiItemStatusFlags_Openable) +
         flag("opened", w.status & ImGuiItemStatusFlags_Opened) +
         flag("inputable", w.status & ImGuiItemStatusFlags_Inputable) +
         flag("active", w.id != 0 && w.id == g.ActiveId) +
         flag("focused", w.id != 0 && w.id == g.NavId && g.NavCursorVisible) + '}';
}

std::string as_json(const ImGuiWindow& window) {
  return "{\"path\":[" + window_path(window) + "],\"rect\":" + rectangle(window.InnerClipRect) +
         ",\"scroll\":[" + number(window.Scroll.x) + ',' + number(window.Scroll.y) + "],\"scroll_max\":[" +
         number(window.ScrollMax.x) + ',' + number(window.ScrollMax.y) + "]}";
}

std::string as_json(const Text& text) {
  return "{\"path\":" + text.path + ",\"text\":" + json_text(text.words) +
         ",\"rect\":" + rectangle(text.rect) + '}';
}

void add(ImGuiID id, const ImRect& rect, bool disabled) {
  const ImGuiWindow& window = *ImGui::GetCurrentContext()->CurrentWindow;
  ImRect visible = rect;
  visible.ClipWithFull(window.ClipRect);
  widgets.push_back({id, {}, current_path(window), rect, visible, disabled, 0});
}

}  // namespace

NamedScope::NamedScope(std::string_view name) : recorded_(recording) {
  ImGui::PushID(name.data(), name.data() + name.size());
  if (recorded_) scopes.emplace_back(name);
}

NamedScope::~NamedScope() {
  if (recorded_) scopes.pop_back();
  ImGui::PopID();
}

void note(std::string_view label) {
  if (!recording) return;
  const ImGuiLastItemData& item = ImGui::GetCurrentContext()->LastItemData;
  add(0, item.Rect, false);
  widgets.back().label = label;
}

bool is_recording() {
  return recording;
}

void note(std::string_view label, ImVec2 min, ImVec2 max) {
  if (!recording) return;
  add(0, {min, max}, false);
  widgets.back().label = label;
}

void record_text(std::string_view words, ImVec2 min, ImVec2 max) {
  if (!recording || words.empty()) return;
  const ImGuiWindow& window = *ImGui::GetCurrentContext()->CurrentWindow;
  if (window.SkipItems) return;
  texts.push_back({current_path(window), std::string(words), {min, max}});
}

void record_text(std::string_view words) {
  const ImRect& rect = ImGui::GetCurrentContext()->LastItemData.Rect;
  record_text(words, rect.Min, rect.Max);
}

void begin_widget_map() {
  ImGui::GetCurrentContext()->TestEngineHookItems = recording;
  widgets.clear();
  texts.clear();
}

void end_widget_map() {
  if (!recording) return;
  std::string out = "{\"windows\":[";
  for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if (!window->WasActive || window->Hidden) continue;
    if (out.back() != '[') out += ',';
    out += as_json(*window);
  }
  out += "],\"widgets\":[";
  ImGuiStorage named;
  for (const Widget& widget : widgets) {
    if (!widget.label.empty()) named.SetBool(widget.id, true);
  }
  for (Widget& widget : widgets) {
    if (widget.label.empty() && !named.GetBool(widget.id)) {
      if (const int place = known.GetInt(widget.id); place > 0)
        widget.label = labels[static_cast<std::size_t>(place - 1)];
    }
    if (widget.label.empty()) continue;
    if (out.back() != '[') out += ',';
    out += as_json(widget);
  }
  out += "],\"texts\":[";
  for (const Text& text : texts) {
    if (out.back() != '[') out += ',';
    out += as_json(text);
  }
  last_frame = out + "]}";
}

}  // namespace ntk::web::platform

// The hooks of Dear ImGui. An item is added first; its label comes later, from the kind of widget it is.

using namespace ntk::web::platform;

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& rect,
                                 const ImGuiLastItemData* item) {
  if (context->CurrentWindow == nullptr) return;
  add(id, rect, item != nullptr && (item->ItemFlags & ImGuiItemFlags_Disabled));
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label,
                                  ImGuiItemStatusFlags flags) {
  if (label == context->CurrentWindow->Name) return;  // the window itself
  for (auto widget = widgets.rbegin(); widget != widgets.rend(); ++widget) {
    if (widget->id != id) continue;
    widget->label = label;
    widget->status = flags;
    if (known.GetInt(id) == 0) {
      labels.emplace_back(label);
      known.SetInt(id, static_cast<int>(labels.size()));
    }
    return;
  }
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
  return nullptr;
}

extern "C" EMSCRIPTEN_KEEPALIVE void ntk_record_widgets(bool on) {
  recording = on;
  request_frame();
}

extern "C" EMSCRIPTEN_KEEPALIVE const char* ntk_widgets() {
  return last_frame.c_str();
}
