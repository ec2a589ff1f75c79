// The bridge as the page's script calls it: the C functions of the WebAssembly module.
//
//   const char* ntk_call(const char* verb, const char* subject, const char* text, size_t length)
//
// The strings are those of bridge.h, in UTF-8. The text has a length, since it may be a file with
// anything in it; the others end with a zero, and so does the answer, which is good until the next call.
//
// The other way, the script is told of every new revision of the desk, whoever made it: the function
// `onDeskChanged` of the module is called with the number.
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
