#include "cli/grade_input.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <utility>

#include "cli/archive.h"
#include "sim/grading/grader.h"
#include "sim/scenario/utf8.h"

namespace ntk::cli {
namespace {

namespace fs = std::filesystem;

using grading::Fault;

constexpr int deepest_archive = 3;  // archives within archives

bool holds_lines(std::string_view name) {
  return name.ends_with(".jsonl") || name.ends_with(".ndjson");
}

class Items {
 public:
  explicit Items(const TakeItem& take) : take_(take) {}

  void file(const std::string& name) {
    std::error_code none;
    if (name == "-") return standard_input();
    if (fs::is_directory(name, none)) return folder(name);
    content_of(name);
  }

 private:
  void refuse(const std::string& name, Fault fault) {
    take_({scenario::safe_on_terminal(name), {}, std::move(fault)});
  }

  void cannot_read(const std::string& name) {
    refuse(name, {"unreadable", std::string("it can't be read: ") + std::strerror(errno), ""});
  }

  void folder(const std::string& name) {
    std::error_code failed;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator at(name, failed), end; !failed && at != end; at.increment(failed)) {
      if (!at->path().filename().string().starts_with('.')) entries.push_back(*at);
    }
    if (failed) return refuse(name, {"unreadable", "the folder can't be read: " + failed.message(), ""});
    std::sort(entries.begin(), entries.end());
    if (entries.empty()) refuse(name, {"nothing-handed-in", "there is no file in this folder", ""});
    for (const fs::directory_entry& each : entries) {
      const std::string path = each.path().string();
      if (each.is_symlink(failed)) {
        refuse(path, {"link", "it is a link to another file", "grade the file itself"});
      } else if (each.is_directory(failed)) {
        folder(path);
      } else if (each.is_regular_file(failed)) {
        content_of(path);
      } else {
        refuse(path, {"no-file", "it is no ordinary file", ""});
      }
    }
  }

  void content_of(const std::string& name) {
    std::error_code none;
    if (fs::exists(name, none) && !fs::is_regular_file(name, none) && !fs::is_fifo(name, none))
      return refuse(name, {"no-file", "it is no ordinary file", ""});
    std::ifstream in(name, std::ios::binary);
    if (!in) return cannot_read(name);
    if (holds_lines(name)) return lines(in, name, "");
    std::string bytes(4, '\0');
    in.read(bytes.data(), 4);
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    const std::size_t most = is_archive(bytes) ? largest_archive : grading::longest_file;
    read_up_to(in, most + 1, bytes);
    if (in.bad()) return cannot_read(name);
    contained(name, std::move(bytes), 0);
  }

  /// Goes on reading until there are so many bytes: one more than may be shows that there are too many.
  static void read_up_to(std::istream& in, std::size_t most, std::string& bytes) {
    char buffer[65536];
    while (bytes.size() < most) {
      in.read(buffer, sizeof buffer);
      if (in.gcount() == 0) return;
      bytes.append(buffer, static_cast<std::size_t>(in.gcount()));
    }
  }

  /// A file's bytes, wherever they came from.
  void contained(const std::string& name, std::string bytes, int depth) {
    if (is_office_document(bytes)) {
      refuse(name, {"not-a-submission", "it is a document of an office program",
                    "hand in the file that the page saves"});
    } else if (is_archive(bytes)) {
      archive(name, bytes, depth);
    } else {
      take_({scenario::safe_on_terminal(name), std::move(bytes), std::nullopt});
    }
  }

  void archive(const std::string& name, const std::string& bytes, int depth) {
    if (bytes.size() > largest_archive)
      return refuse(name, {"too-large", "the archive has more bytes than are read", "grade it in parts"});
    if (depth == deepest_archive) {
      return refuse(name,
                    {"zip-too-deep", "it is an archive within too many archives", "unpack the outer ones"});
    }
    bool any = false;
    unpack(
        bytes, grading::longest_file, budget_,
        [&](const std::string& entry, std::string content) {
          any = true;
          const std::string path = name + '/' + entry;
          if (holds_lines(entry)) return lines_of(content, path);
          contained(path, std::move(content), depth + 1);
        },
        [&](const std::string& entry, const ArchiveFault& fault) {
          any = true;
          refuse(entry.empty() ? name : name + '/' + entry, {fault.code, fault.message, fault.help});
        });
    if (!any) refuse(name, {"nothing-handed-in", "there is no file in this archive", ""});
  }

  void line(const std::string& name, std::size_t number, std::string text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == text.npos) return;
    if (text[begin] != '{') {
      return refuse(name + ':' + std::to_string(number), {"not-a-submission", "this line is no JSON object",
                                                          "each line is one submission: `{ ... }`"});
    }
    take_({scenario::safe_on_terminal(name) + (":" + std::to_string(number)), std::move(text), std::nullopt});
  }

  void lines_of(std::string_view text, const std::string& name) {
    for (std::size_t number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      line(name, number, std::string(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  /// Line by line, so that a file of any length can be graded. `first` was read already.
  void lines(std::istream& in, const std::string& name, const std::string& first) {
    std::size_t number = 1;
    if (!first.empty()) line(name, number++, first);
    for (std::string text; std::getline(in, text); ++number) line(name, number, std::move(text));
  }

  /// One submission, one file of commands, an archive, or submissions each on a line of its own.
  void standard_input() {
    const std::string name(grading::standard_input);
    std::string first;
    std::getline(std::cin, first);
    const std::size_t begin = first.find_first_not_of(" \t"), end = first.find_last_not_of(" \t\r");
    if (begin != first.npos && first[begin] == '{' && first[end] == '}') return lines(std::cin, name, first);
    if (!std::cin.eof()) first += '\n';
    read_up_to(std::cin, (is_archive(first) ? largest_archive : grading::longest_file) + 1, first);
    contained(name, std::move(first), 0);
  }

  const TakeItem& take_;
  ArchiveBudget budget_;
};

}  // namespace

void for_each_item(const std::vector<std::string>& files, const TakeItem& take) {
  Items items(take);
  for (const std::string& each : files) items.file(each);
}

}  // namespace ntk::cli
