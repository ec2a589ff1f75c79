// The colours of the page: one table of roles for each theme, and the contrast they promise.
//
// Plain data without Dear ImGui, so that a test can hold every promise. A panel never names a
// colour, only a role. Contrast is the ratio of WCAG 2.1: at least 4.5 for text, and 3 for large
// text, for the boundary of a control and for a mark that carries meaning.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace ntk::web::ui {

/// An opaque colour in sRGB.
struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;

  bool operator==(const Colour&) const = default;
};

/// "0x1d3f8b" as a colour.
constexpr Colour rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
          static_cast<std::uint8_t>(hex)};
}

enum class Theme : std::uint8_t { light, dark, contrast };
inline constexpr std::size_t theme_count = 3;

/// What a colour is for.
enum class Role : std::uint8_t {
  paper,        ///< ground of the page
  sheet,        ///< ground of controls and of what lies on top: pop-ups, notices
  band,         ///< ground of the header, of table headings and of what the pointer is on
  ink,          ///< text
  muted,        ///< text that explains
  line,         ///< hairlines: they decorate, and promise nothing
  edge,         ///< boundary of a control
  accent,       ///< links, the primary button, what is chosen
  accent_held,  ///< the primary button under the pointer
  on_accent,    ///< text on either accent
  accent_soft,  ///< ground of the chosen row
  permit,       ///< each of these as text and mark ...
  permit_soft,  ///< ... and as the ground of that text
  deny,
  deny_soft,
  partial,  ///< permitted with hits withheld; outdated
  partial_soft,
};
inline constexpr std::size_t role_count = static_cast<std::size_t>(Role::partial_soft) + 1;

class Palette {
 public:
  constexpr explicit Palette(std::array<Colour, role_count> colours) : colours_(colours) {}
  constexpr Colour operator[](Role role) const { return colours_[static_cast<std::size_t>(role)]; }

 private:
  std::array<Colour, role_count> colours_;
};

const Palette& palette(Theme theme);
std::string_view word(Theme theme);   ///< "light": how the choice is kept
std::string_view title(Theme theme);  ///< "Light"

/// One promise of every theme.
struct ContrastPair {
  Role front;
  Role ground;
  double least;  ///< ratio
};
std::span<const ContrastPair> contrast_pairs();

/// The contrast ratio of WCAG 2.1, from 1 to 21.
double contrast(Colour a, Colour b);

}  // namespace ntk::web::ui
