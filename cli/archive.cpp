#include "cli/archive.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>

#include "sim/scenario/utf8.h"

namespace ntk::cli {
namespace {

/// A file in memory, as minizip is to read it.
struct Memory {
  std::string_view bytes;
  std::size_t at = 0;
};

Memory& memory(voidpf stream) {
  return *static_cast<Memory*>(stream);
}

voidpf open_memory(voidpf memory, const void*, int) {
  return memory;
}

uLong read_memory(voidpf, voidpf stream, void* into, uLong size) {
  Memory& from = memory(stream);
  const std::size_t count = std::min<std::size_t>(size, from.bytes.size() - from.at);
  std::copy_n(from.bytes.data() + from.at, count, static_cast<char*>(into));
  from.at += count;
  return static_cast<uLong>(count);
}

uLong write_memory(voidpf, voidpf, const void*, uLong) {
  return 0;
}

ZPOS64_T tell_memory(voidpf, voidpf stream) {
  return memory(stream).at;
}

long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  Memory& in = memory(stream);
  const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                           : origin == ZLIB_FILEFUNC_SEEK_CUR ? in.at
                                                              : in.bytes.size();
  const auto wanted = static_cast<std::size_t>(base + offset);
  if (wanted > in.bytes.size()) return -1;
  in.at = wanted;
  return 0;
}

int close_memory(voidpf, voidpf) {
  return 0;
}
int error_of_memory(voidpf, voidpf) {
  return 0;
}

struct Close {
  void operator()(void* file) const { unzClose(file); }
};
using Archive = std::unique_ptr<void, Close>;

Archive open_archive(Memory& memory) {
  zlib_filefunc64_def functions{open_memory, read_memory,  write_memory,    tell_memory,
                                seek_memory, close_memory, error_of_memory, &memory};
  return Archive(unzOpen2_64("", &functions));
}

struct Entry {
  std::string name;
  unz_file_info64 info{};
};

constexpr std::string_view end_of_list = "PK\x05\x06";  // alone in an empty archive
constexpr unsigned encrypted = 1;                       // a flag of an entry
constexpr unsigned unix_host = 3, kind_of_file = 0170000, link = 0120000, folder = 0040000;

unsigned kind(const Entry& entry) {
  return entry.info.version >> 8 == unix_host
             ? static_cast<unsigned>(entry.info.external_fa >> 16) & kind_of_file
             : 0;
}

bool is_folder(const Entry& entry) {
  return entry.name.ends_with('/') || entry.name.ends_with('\\') || kind(entry) == folder;
}

/// What systems put beside files: nobody handed it in.
bool is_litter(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  const std::string_view last = slash == name.npos ? name : name.substr(slash + 1);
  return name.starts_with("__MACOSX/") || name.find("/__MACOSX/") != name.npos || last == ".DS_Store" ||
         last.starts_with("._") || last == "Thumbs.db" || last == "desktop.ini";
}

bool leads_out(std::string_view name) {
  if (name.starts_with('/') || name.starts_with('\\') || (name.size() > 1 && name[1] == ':')) return true;
  for (std::string_view rest = name; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of("/\\"), rest.size());
    if (rest.substr(0, end) == "..") return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

bool read_entry(unzFile archive, Entry& entry) {
  char name[4096];
  if (unzGetCurrentFileInfo64(archive, &entry.info, name, sizeof name, nullptr, 0, nullptr, 0) != UNZ_OK)
    return false;
  entry.name.assign(name, std::min<std::size_t>(entry.info.size_filename, sizeof name));
  return true;
}

ArchiveFault damaged(std::string message) {
  return {"zip-damaged", std::move(message), "hand the file in again"};
}

ArchiveFault too_much(std::size_t most) {
  return {"zip-bomb",
          "it unpacks to more than " + std::to_string(most) + " bytes, which no attempt at a lesson needs",
          "hand in the file that the page saves"};
}

/// What keeps an entry from being unpacked; no code where nothing does.
ArchiveFault fault_of(const Entry& entry, std::size_t most) {
  if (leads_out(entry.name) || entry.name.find('\0') != entry.name.npos)
    return {"zip-path", "its name leads out of the archive", "pack the file anew, without folders above it"};
  if (kind(entry) == link) return {"zip-link", "it is a link to another file", "pack the file itself"};
  if ((entry.info.flag & encrypted) != 0)
    return {"zip-encrypted", "it is encrypted", "pack it without a password"};
  if (entry.info.uncompressed_size > most) return too_much(most);
  return {};
}

/// All of the entry that stands at hand, or why it can't be had.
ArchiveFault read_content(unzFile archive, std::size_t most, ArchiveBudget& budget, std::string& content) {
  if (unzOpenCurrentFile(archive) != UNZ_OK)
    return damaged("it can't be unpacked: the archive is damaged here");
  char buffer[65536];
  int count = 0;
  while ((count = unzReadCurrentFile(archive, buffer, sizeof buffer)) > 0) {
    content.append(buffer, static_cast<std::size_t>(count));
    budget.bytes -= std::min(budget.bytes, static_cast<std::size_t>(count));
    if (content.size() <= most && budget.bytes > 0) continue;
    unzCloseCurrentFile(archive);
    if (content.size() > most) return too_much(most);
    return {"zip-bomb", "all archives together unpack to more than may be unpacked",
            "grade fewer of them at once"};
  }
  const int closed = unzCloseCurrentFile(archive);
  if (count < 0) return damaged("it can't be unpacked: the archive is damaged here");
  if (closed == UNZ_CRCERROR) return damaged("its checksum is wrong: the archive is damaged here");
  return {};
}

}  // namespace

bool is_archive(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with(end_of_list);
}

bool is_office_document(std::string_view bytes) {
  const std::string_view begin = bytes.substr(0, 200);
  return is_archive(bytes) && (begin.find("[Content_Types].xml") != begin.npos ||
                               begin.find("mimetypeapplication/vnd.oasis") != begin.npos);
}

void unpack(std::string_view bytes, std::size_t most, ArchiveBudget& budget,
            const std::function<void(const std::string&, std::string)>& take,
            const std::function<void(const std::string&, ArchiveFault)>& refuse) {
  if (bytes.starts_with(end_of_list)) return;  // which minizip takes for a damaged archive
  Memory in_memory{bytes};
  const Archive archive = open_archive(in_memory);
  if (!archive) return refuse("", damaged("the archive is damaged or cut off: it has no list of its files"));
  int state = unzGoToFirstFile(archive.get());
  for (; state == UNZ_OK; state = unzGoToNextFile(archive.get())) {
    Entry entry;
    if (!read_entry(archive.get(), entry))
      return refuse("", damaged("the archive's list of files is damaged"));
    if (is_folder(entry) || is_litter(entry.name)) continue;
    if (budget.entries == 0 || budget.bytes == 0) {
      return refuse(
          "", {"zip-bomb", "the rest of the archive is not read: it unpacks to more than may be unpacked",
               "grade fewer files at once"});
    }
    --budget.entries;
    ArchiveFault fault = fault_of(entry, most);
    std::string content;
    if (fault.code.empty()) fault = read_content(archive.get(), most, budget, content);
    const std::string name = scenario::safe_on_terminal(entry.name);
    if (fault.code.empty()) {
      take(name, std::move(content));
    } else {
      refuse(name, std::move(fault));
    }
  }
  if (state != UNZ_END_OF_LIST_OF_FILE) refuse("", damaged("the archive's list of files is damaged"));
}

}  // namespace ntk::cli
