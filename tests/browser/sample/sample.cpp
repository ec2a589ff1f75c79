// One window of the widgets that exercise the platform: text fields, a long list, a table, a tooltip, a
// cursor.
//
// What a test cannot read off the canvas it asks for through the exported functions.
#include <emscripten/emscripten.h>
#include <imgui.h>

#include <array>
#include <string>

#include "web/canvas/platform/platform.h"
#include "web/canvas/platform/widget_map.h"

namespace platform = ntk::web::platform;

namespace {

struct Sample {
  std::array<char, 256> line{};
  std::array<char, 1024> paragraph{};
  int presses = 0;
  int undone = 0;
  float amount = 0;
  std::array<bool, 3> ticks{};
};

Sample sample;

void text_fields() {
  ImGui::InputText("Line", sample.line.data(), sample.line.size());
  ImGui::InputTextMultiline("Paragraph", sample.paragraph.data(), sample.paragraph.size(), {0, 70});
  ImGui::SliderFloat("Amount", &sample.amount, 0, 1);
}

void rows() {
  if (!ImGui::BeginTable("Rows", 2)) return;
  constexpr std::array<const char*, 3> names = {"first", "second", "third"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const platform::NamedScope row(names[i]);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(names[i]);
    platform::note(names[i]);
    ImGui::TableNextColumn();
    ImGui::Checkbox("Tick", &sample.ticks[i]);
  }
  ImGui::EndTable();
}

void long_list() {
  ImGui::BeginChild("List", {0, 120}, ImGuiChildFlags_Borders);
  for (int i = 1; i <= 50; ++i) {
    if (ImGui::Selectable(("Entry " + std::to_string(i)).c_str())) sample.presses += 100;
  }
  ImGui::EndChild();
}

void draw() {
  const ImGuiIO& io = ImGui::GetIO();
  if (!io.WantTextInput && io.KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_Z)) ++sample.undone;

  ImGui::SetNextWindowPos({16, 16});
  ImGui::SetNextWindowSize({io.DisplaySize.x - 32, io.DisplaySize.y - 32});
  ImGui::Begin("Sample", nullptr,
               ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoCollapse);
  ImGui::PushFont(platform::font(platform::Face::heading), platform::font_size(platform::Face::heading));
  ImGui::TextUnformatted("The platform, á la “Łódź” → ✓ 2016-08-12");
  ImGui::PopFont();
  if (ImGui::Button("Press")) ++sample.presses;
  ImGui::SetItemTooltip("Counts how often");
  ImGui::SameLine();
  ImGui::Text("%d", sample.presses);
  platform::note("Presses " + std::to_string(sample.presses));
  ImGui::SameLine();
  if (ImGui::Button("Copy")) ImGui::SetClipboardText("copied by a button");
  ImGui::SameLine();
  if (ImGui::Button("Larger")) platform::set_text_scale(platform::text_scale() + 0.25F);
  text_fields();
  rows();
  long_list();
  ImGui::End();
}

void restyle(float scale, const platform::Preferences& preferences) {
  ImGuiStyle style;
  if (preferences.dark) {
    ImGui::StyleColorsDark(&style);
  } else {
    ImGui::StyleColorsLight(&style);
  }
  style.FrameRounding = 4;
  style.WindowRounding = 6;
  style.ScaleAllSizes(scale);
  ImGui::GetStyle() = style;
  platform::set_background(preferences.dark ? IM_COL32(24, 26, 30, 255) : IM_COL32(232, 234, 238, 255));
}

}  // namespace

extern "C" {
EMSCRIPTEN_KEEPALIVE const char* sample_line() {
  return sample.line.data();
}
EMSCRIPTEN_KEEPALIVE const char* sample_paragraph() {
  return sample.paragraph.data();
}
EMSCRIPTEN_KEEPALIVE int sample_presses() {
  return sample.presses;
}
EMSCRIPTEN_KEEPALIVE int sample_undone() {
  return sample.undone;
}
EMSCRIPTEN_KEEPALIVE double sample_amount() {
  return static_cast<double>(sample.amount);
}

EMSCRIPTEN_KEEPALIVE bool ntk_start_panels() {
  return platform::start("#canvas", {.draw = draw, .restyle = restyle, .takes_key = [](ImGuiKeyChord chord) {
                                       return chord == (ImGuiMod_Ctrl | ImGuiKey_Z);
                                     }});
}
}

int main() {
  return 0;
}
