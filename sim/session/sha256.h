// SHA-256 (FIPS 180-4), which chains the audit trail.
//
// Written here because nothing packaged serves every build: WebAssembly has no such library at hand,
// and the browser's own is asynchronous, absent from plain http and from the command line.
#pragma once

#include <string>
#include <string_view>

namespace ntk::session {

/// The digest of `message` as 64 hexadecimal digits, in lower case.
std::string sha256(std::string_view message);

}  // namespace ntk::session
