// The bridge as the page's script calls it: the C functions of the WebAssembly module.
//
//   const char* ntk_call(const char* verb, const char* arguments, size_t length, double since)
//
// The arguments are written as arguments.h has it; they have a length, since they may hold a file with anything in it. The verb
// ends with a zero, and so does the answer (bridge.h), which is good until the next call. What has changed in the model since a
// revision goes along with the answer; where `since` is below 0, nothing does.
//
// The other way, the script is told of every new revision of the desk, whoever made it: the function `onDeskChanged` of the
// module is called with the number, and with what is to be kept (the verb `keep_in_blocks`), or an empty text.
#pragma once

#include "web/app/desk.h"

namespace ntk::web {

/// Attaches the script to a desk, which must outlive the page. `changed` is called after a call that
/// changed the desk, so that the canvas can draw it; null where there is no canvas.
void attach_bridge(Desk& desk, void (*changed)());

/// Tells the script of the desk's revision, where that is new to it. To be called by whoever else
/// changes the desk: the canvas, at the end of a frame.
void tell_page();

}  // namespace ntk::web
