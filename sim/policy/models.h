// The general models of access control: of each check, which model it is an example of.
//
// A platform like this one uses many models at once. A student who knows which one a rule belongs to can find the same rule in
// other systems. The assignment of rules to models is the simulator's own, from the literature (docs/models.md); the sources of
// the rules name no models.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sim/policy/checks.h"

namespace ntk::policy {

enum class Model : std::uint8_t {
#define MODEL(name, ...) name,
#define KIND(...)
#include "sim/policy/models.def"
#undef KIND
#undef MODEL
};

/// One row of models.def.
struct ModelInfo {
  Model id;
  std::string_view word;      ///< "discretionary": in JSON
  std::string_view title;     ///< "Discretionary access control (DAC)"
  std::string_view sentence;  ///< who decides, and by what
};

/// All models, in order.
std::span<const ModelInfo> models();
/// The model that a check is an example of.
const ModelInfo& model_of(CheckId check);

}  // namespace ntk::policy
