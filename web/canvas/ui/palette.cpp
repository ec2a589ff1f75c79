#include "web/canvas/ui/palette.h"

#include <algorithm>
#include <cmath>

namespace ntk::web::ui {
namespace {

// clang-format off
//                                   light          dark           contrast
constexpr std::uint32_t table[role_count][theme_count] = {
    /* paper        */              {0xfbfaf6,      0x12161f,      0x000000},
    /* sheet        */              {0xffffff,      0x1b212d,      0x000000},
    /* band         */              {0xf2efe7,      0x1a202b,      0x1c1c1c},
    /* ink          */              {0x1b1f27,      0xe9e7e0,      0xffffff},
    /* muted        */              {0x575d69,      0xa6adba,      0xe0e0e0},
    /* line         */              {0xddd8cc,      0x2d3543,      0x9a9a9a},
    /* edge         */              {0x868373,      0x737d8f,      0xffffff},
    /* accent       */              {0x1d3f8b,      0x94b5ff,      0xffe14d},
    /* accent_held  */              {0x152f6b,      0xb4cbff,      0xfff0a6},
    /* on_accent    */              {0xffffff,      0x0f1626,      0x000000},
    /* accent_soft  */              {0xe3e9f5,      0x232f4a,      0x33300f},
    /* permit       */              {0x1c6637,      0x82d59d,      0x7dff9b},
    /* permit_soft  */              {0xe5f1e7,      0x172f20,      0x002b0c},
    /* deny         */              {0xa1231b,      0xff9c90,      0xffb3aa},
    /* deny_soft    */              {0xfae8e5,      0x3a1d1b,      0x3d0000},
    /* partial      */              {0x7a4e00,      0xf0c468,      0xffd166},
    /* partial_soft */              {0xfaf0d9,      0x372b12,      0x332600},
};
// clang-format on

constexpr Palette column(Theme theme) {
  std::array<Colour, role_count> colours{};
  for (std::size_t i = 0; i < role_count; ++i) colours[i] = rgb(table[i][static_cast<std::size_t>(theme)]);
  return Palette(colours);
}

constexpr Palette palettes[] = {column(Theme::light), column(Theme::dark), column(Theme::contrast)};

constexpr double text = 4.5;
constexpr double shape = 3.0;

constexpr ContrastPair pairs[] = {
    {Role::ink, Role::paper, text},
    {Role::ink, Role::sheet, text},
    {Role::ink, Role::band, text},
    {Role::ink, Role::accent_soft, text},
    {Role::ink, Role::permit_soft, text},
    {Role::ink, Role::deny_soft, text},
    {Role::ink, Role::partial_soft, text},
    {Role::muted, Role::paper, text},
    {Role::muted, Role::sheet, text},
    {Role::muted, Role::band, text},
    {Role::muted, Role::accent_soft, text},
    {Role::muted, Role::permit_soft, text},
    {Role::muted, Role::deny_soft, text},
    {Role::muted, Role::partial_soft, text},
    {Role::accent, Role::paper, text},
    {Role::accent, Role::sheet, text},
    {Role::accent, Role::band, text},
    {Role::accent, Role::accent_soft, text},
    {Role::on_accent, Role::accent, text},
    {Role::on_accent, Role::accent_held, text},
    {Role::permit, Role::paper, text},
    {Role::permit, Role::sheet, text},
    {Role::permit, Role::band, text},
    {Role::permit, Role::accent_soft, text},
    {Role::permit, Role::permit_soft, text},
    {Role::deny, Role::paper, text},
    {Role::deny, Role::sheet, text},
    {Role::deny, Role::band, text},
    {Role::deny, Role::accent_soft, text},
    {Role::deny, Role::deny_soft, text},
    {Role::partial, Role::paper, text},
    {Role::partial, Role::sheet, text},
    {Role::partial, Role::band, text},
    {Role::partial, Role::accent_soft, text},
    {Role::partial, Role::partial_soft, text},
    {Role::edge, Role::paper, shape},
    {Role::edge, Role::sheet, shape},
    {Role::edge, Role::band, shape},
    {Role::edge, Role::accent_soft, shape},
};

/// Relative luminance of WCAG 2.1.
double luminance(Colour colour) {
  const auto linear = [](std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

const Palette& palette(Theme theme) {
  return palettes[static_cast<std::size_t>(theme)];
}

std::string_view word(Theme theme) {
  constexpr std::string_view words[] = {"light", "dark", "contrast"};
  return words[static_cast<std::size_t>(theme)];
}

std::string_view title(Theme theme) {
  constexpr std::string_view titles[] = {"Light", "Dark", "High contrast"};
  return titles[static_cast<std::size_t>(theme)];
}

std::span<const ContrastPair> contrast_pairs() {
  return pairs;
}

double contrast(Colour a, Colour b) {
  const double first = luminance(a), second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace ntk::web::ui
