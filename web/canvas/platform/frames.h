// Frames, drawn on demand.
#pragma once

namespace ntk::web::platform {

/// Draws at once what has been asked for, until every event has been seen to. For what has to happen within
/// an event's own call: browsers allow a copy, or an on-screen keyboard, only there.
void draw_pending_frames();

}  // namespace ntk::web::platform
