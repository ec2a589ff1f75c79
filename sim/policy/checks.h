// The checks of the policy: their ids, gates, sentences and sources. All of it comes from
// checks.def, the one place where a rule's wording and page stand.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace ntk::policy {

/// In the order of checks.def, which is the order of reasons.
enum class CheckId : std::uint8_t {
#define RULE(name, ...) name,
#include "sim/policy/checks.def"
#undef RULE
};

inline constexpr std::size_t check_count =
    std::initializer_list<CheckId>{
#define RULE(name, ...) CheckId::name,
#include "sim/policy/checks.def"
#undef RULE
    }
        .size();

/// The four gates that a request passes, in order.
enum class Gate : std::uint8_t { account, agency, function, data };

/// Whether a check is decided once per request or once per record touched.
enum class Scope : std::uint8_t { request, record };

/// Whose word a check is.
enum class Basis : std::uint8_t { source, partly, reading };

/// One row of checks.def.
struct Check {
  CheckId id;
  std::string_view code;  ///< "AC-1": the reason code in reports, goals and the audit trail
  Gate gate;
  Scope scope;
  Basis basis;
  std::string_view sentence;  ///< what is taught
  std::string_view source;    ///< page of the source, "P5-6"
  std::string_view reading;   ///< what of it is the simulator's reading; empty when nothing is
};

/// All checks, in order.
std::span<const Check> checks();
const Check& check(CheckId id);
/// The check with this code, exactly as it is written in checks.def.
std::optional<CheckId> check_from_code(std::string_view code);

std::string_view gate_title(Gate gate);  ///< "The account"

/// What a check says of one case. A check on a thing that does not arise is not applicable.
enum class Verdict : std::uint8_t { not_applicable, pass, fail };

/// The verdict of every check, at the position of its id.
class Verdicts {
 public:
  Verdict operator[](CheckId id) const { return at_[static_cast<std::size_t>(id)]; }
  Verdict& operator[](CheckId id) { return at_[static_cast<std::size_t>(id)]; }

  bool any_failed() const;
  /// The first failing check, which is the primary reason of a denial.
  std::optional<CheckId> first_failed() const;
  /// All failing checks, in order.
  std::vector<CheckId> failed() const;

  bool operator==(const Verdicts&) const = default;

 private:
  std::array<Verdict, check_count> at_{};
};

}  // namespace ntk::policy
