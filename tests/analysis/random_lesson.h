// Lessons drawn at random, for properties of what is told of whole lessons.
#pragma once

#include "sim/scenario/scenario.h"

namespace ntk::analysis {

/// A lesson whose world and requests are random and in which a few fields can be assigned. What a set holds
/// beyond its choices has to go before it can be assigned at all. It has no goals.
scenario::Scenario any_lesson();

}  // namespace ntk::analysis
