// Worlds larger than can be exhausted, and requests in them, drawn at random: every field that a check looks
// at, every kind of target and every operation. Most of what is drawn is in order, so that a request meets
// few reasons at a time.
#pragma once

#include "sim/policy/world.h"

namespace ntk::oracle {

policy::World any_world();
/// Of a world that `any_world` drew: what it names is there.
policy::Request any_request();

}  // namespace ntk::oracle
