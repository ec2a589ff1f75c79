#include "sim/policy/models.h"

namespace ntk::policy {
namespace {

constexpr ModelInfo model_table[] = {
#define MODEL(name, title, sentence) {Model::name, #name, title, sentence},
#define KIND(...)
#include "sim/policy/models.def"
#undef KIND
#undef MODEL
};

/// The rows of models.def, each by the name of its check.
namespace model_rows {

#define MODEL(...)
#define KIND(check, model) constexpr Model check = Model::model;
#include "sim/policy/models.def"
#undef KIND
#undef MODEL

}  // namespace model_rows

/// In the order of checks.def. A check without a model is not declared above, and stops the compiler here.
constexpr Model of_checks[] = {
#define RULE(name, ...) model_rows::name,
#include "sim/policy/checks.def"
#undef RULE
};

}  // namespace

std::span<const ModelInfo> models() {
  return model_table;
}

const ModelInfo& model_of(CheckId check) {
  return model_table[static_cast<std::size_t>(of_checks[static_cast<std::size_t>(check)])];
}

}  // namespace ntk::policy
