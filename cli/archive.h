// ZIP files, as classes are handed out by learning platforms: read from memory, by minizip.
//
// Nothing is ever written, so a name that leads out of the archive does no harm; it is told all the same, and what bears
// it is not read. What unpacks to more than it may is cut off while it is unpacked: what the archive says of sizes is not
// trusted.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace ntk::cli {

/// Why something in an archive, or all of it, is not read.
struct ArchiveFault {
  std::string code;  ///< "zip-damaged", "zip-encrypted", "zip-path", "zip-bomb", "zip-too-deep", "zip-link"
  std::string message;  ///< lower case, no final stop
  std::string help;
};

/// What may come out of archives, all those within them included.
struct ArchiveBudget {
  std::size_t bytes = std::size_t{1} << 30;
  std::size_t entries = 200'000;
};
inline constexpr std::size_t largest_archive = std::size_t{1} << 30;  ///< bytes

/// Whether a file is a ZIP archive, by its first bytes.
bool is_archive(std::string_view bytes);
/// Whether it is a document of an office program, which is a ZIP archive too.
bool is_office_document(std::string_view bytes);

/// Hands out the files of an archive in its order: the name, with what is in it, or why it can't be read. Folders, and
/// what macOS and Windows put beside files, are passed over. `most` bounds one file.
void unpack(std::string_view bytes, std::size_t most, ArchiveBudget& budget,
            const std::function<void(const std::string& name, std::string content)>& take,
            const std::function<void(const std::string& name, ArchiveFault fault)>& refuse);

}  // namespace ntk::cli
