#include "cli/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "sim/scenario/utf8.h"

namespace ntk::cli {
namespace {

struct Close {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};
using Stream = std::unique_ptr<std::FILE, Close>;

void complain_of(const std::string& what, const std::string& file) {
  complain("cannot " + what + " `" + shown_name(file) + "`: " + std::strerror(errno));
}

}  // namespace

std::string shown_name(const std::string& file) {
  return file == "-" ? "standard input" : file;
}

bool same_input_twice(const std::vector<std::string>& files) {
  if (std::count(files.begin(), files.end(), "-") <= 1) return false;
  complain("standard input can be read only once: only one of the files can come from it");
  return true;
}

std::optional<std::string> read_file(const std::string& file, std::size_t most) {
  const Stream stream(file == "-" ? stdin : std::fopen(file.c_str(), "rb"));
  if (!stream) {
    complain_of("read", file);
    return std::nullopt;
  }
  std::string text;
  char buffer[65536];
  while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, stream.get())) {
    text.append(buffer, size);
    if (text.size() <= most) continue;
    complain("`" + shown_name(file) + "` is too large: at most " + std::to_string(most) + " bytes are read");
    return std::nullopt;
  }
  if (std::ferror(stream.get()) != 0) {  // as a folder gives
    complain_of("read", file);
    return std::nullopt;
  }
  return text;
}

bool write_file(const std::string& file, std::string_view text) {
  Stream stream(std::fopen(file.c_str(), "wb"));
  const bool written = stream && std::fwrite(text.data(), 1, text.size(), stream.get()) == text.size() &&
                       std::fflush(stream.get()) == 0;
  if (!written) complain_of("write", file);
  return written;
}

bool is_file(const std::string& file) {
  std::error_code none;
  return std::filesystem::exists(file, none);
}

void write_output(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void complain(std::string_view message) {
  std::fprintf(stderr, "ntk: %s\n", scenario::safe_on_terminal(message).c_str());
}

}  // namespace ntk::cli
