#include "tests/source_files.h"

namespace ntk {

std::filesystem::path source_folder() {
  return NTK_SOURCE_DIR;
}

}  // namespace ntk
