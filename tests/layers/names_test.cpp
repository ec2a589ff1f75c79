// What one standard library takes and another doesn't.
//
// No function of ours at namespace scope is called like one of the standard library's. Called without its namespace, with a std::string or a std::vector, the compiler looks into namespace std
// too, and may find the other one there: `quoted` was ambiguous as soon as a newer library's <string>
// included <iomanip>. And no iterator is taken for a pointer: one into a std::array is a pointer in one library, and a class
// in another.
#include <doctest/doctest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "tests/source_files.h"

namespace {

using ntk::source_folder;

namespace fs = std::filesystem;

/// Function templates of namespace std that take arguments of any type, or of its own types, up to C++26.
const std::set<std::string_view> standard = {
    // <algorithm>, <numeric>
    "accumulate", "adjacent_difference", "adjacent_find", "all_of", "any_of", "binary_search", "clamp",
    "contains_subrange", "copy", "copy_backward", "copy_if", "copy_n", "count", "count_if", "ends_with",
    "equal", "equal_range", "exclusive_scan", "fill", "fill_n", "find", "find_end", "find_first_of",
    "find_if", "find_if_not", "find_last", "fold_left", "fold_right", "for_each", "for_each_n", "gcd",
    "generate", "generate_n", "includes", "inclusive_scan", "inner_product", "inplace_merge", "iota",
    "is_heap", "is_partitioned", "is_permutation", "is_sorted", "is_sorted_until", "iter_swap", "lcm",
    "lexicographical_compare", "lower_bound", "make_heap", "max", "max_element", "merge", "midpoint", "min",
    "min_element", "minmax", "minmax_element", "mismatch", "move_backward", "next_permutation", "none_of",
    "nth_element", "partial_sort", "partial_sort_copy", "partial_sum", "partition", "partition_copy",
    "partition_point", "pop_heap", "prev_permutation", "push_heap", "reduce", "remove", "remove_copy",
    "remove_if", "replace", "replace_copy", "replace_if", "reverse", "reverse_copy", "rotate", "rotate_copy",
    "sample", "search", "search_n", "set_difference", "set_intersection", "set_symmetric_difference",
    "set_union", "shift_left", "shift_right", "shuffle", "sort", "sort_heap", "stable_partition",
    "stable_sort", "starts_with", "swap_ranges", "transform", "transform_reduce", "unique", "unique_copy",
    "upper_bound",
    // <utility>, <memory>, <functional>, <tuple>, <variant>, <optional>, <any>, <bit>
    "addressof", "allocate_shared", "any_cast", "apply", "as_const", "bind", "bind_front", "bind_back",
    "bit_cast", "cmp_equal", "cmp_less", "construct_at", "cref", "declval", "destroy", "destroy_at",
    "exchange", "forward", "forward_as_tuple", "forward_like", "get", "get_if", "hash_value",
    "holds_alternative", "in_range", "invoke", "invoke_r", "launder", "make_any", "make_from_tuple",
    "make_optional", "make_pair", "make_shared", "make_tuple", "make_unique", "mem_fn", "move",
    "move_if_noexcept", "not_fn", "ref", "swap", "tie", "to_address", "to_underlying", "tuple_cat",
    "unreachable", "visit", "visit_format_arg",
    // <iterator>, <span>, the containers
    "advance", "as_bytes", "as_writable_bytes", "back_inserter", "begin", "cbegin", "cend", "crbegin",
    "crend", "data", "distance", "empty", "end", "erase", "erase_if", "front_inserter", "inserter",
    "make_move_iterator", "make_reverse_iterator", "next", "prev", "rbegin", "rend", "size", "ssize",
    "to_array",
    // <string>, <charconv>, <format>, <print>, <regex>
    "format", "format_to", "format_to_n", "formatted_size", "from_chars", "getline", "make_format_args",
    "print", "println", "regex_match", "regex_replace", "regex_search", "stod", "stof", "stoi", "stol",
    "stold", "stoll", "stoul", "stoull", "to_chars", "to_string", "to_wstring", "vformat", "vprint_unicode",
    // <ios>, <iomanip>, <istream>, <ostream>
    "boolalpha", "dec", "defaultfloat", "emit_on_flush", "endl", "ends", "fixed", "flush", "get_money",
    "get_time", "hex", "hexfloat", "internal", "left", "noboolalpha", "oct", "put_money", "put_time",
    "quoted", "resetiosflags", "right", "scientific", "setbase", "setfill", "setiosflags", "setprecision",
    "setw", "showbase", "showpoint", "showpos", "skipws", "unitbuf", "uppercase", "ws",
    // <chrono>, <thread>, <mutex>, <future>, <locale>, <cmath>
    "abs", "arg", "async", "call_once", "ceil", "conj", "floor", "has_facet", "imag", "isalnum", "isalpha",
    "isdigit", "isspace", "lerp", "lock", "norm", "polar", "proj", "real", "round", "sync_wait", "tolower",
    "toupper", "trunc", "try_lock", "use_facet"};

bool is_part_of_name(char each) {
  return std::isalnum(static_cast<unsigned char>(each)) != 0 || each == '_';
}

/// The name in a line that begins a function at namespace scope, where it is one of those above. clang-format
/// puts such a line, and no other with a call in it, at the margin. `Class::name(` and `thing.name(` are
/// members'.
std::string_view standard_name_in(std::string_view line) {
  if (line.empty() || !(is_part_of_name(line[0]) || line[0] == '[')) return {};
  const std::string_view declared = line.substr(0, line.find_first_of("={;#"));
  for (std::size_t open = declared.find('('); open != std::string_view::npos;
       open = declared.find('(', open + 1)) {
    std::size_t begin = open;
    while (begin > 0 && is_part_of_name(declared[begin - 1])) --begin;
    const std::string_view name = declared.substr(begin, open - begin);
    const std::string_view before = declared.substr(0, begin);
    if (standard.contains(name) && !before.ends_with("::") && !before.ends_with('.')) return name;
  }
  return {};
}

TEST_CASE("a function at the margin that is called like one of the standard library's is found") {
  CHECK(standard_name_in("std::string quoted(std::string_view words) {") == "quoted");
  CHECK(standard_name_in("[[noreturn]] void move(Piece& piece);") == "move");
  CHECK(standard_name_in("const std::vector<int>& find(const Table& table) {") == "find");
  CHECK(standard_name_in("std::function<void(int)> bind(Table& table) {") == "bind");
  CHECK(standard_name_in("swap(Table& one, Table& other) {") == "swap");
  CHECK(standard_name_in("std::string Table::find(int row) const {").empty());
  CHECK(standard_name_in("std::array<int, rows.size()> places{};").empty());
  CHECK(standard_name_in("  return find(row);").empty());
  CHECK(standard_name_in("std::string find_row(int row);").empty());
  CHECK(standard_name_in("const auto all = begin(rows);").empty());
}

/// The first place where what a library's search returns is declared as a pointer. A C array's iterators are pointers.
std::string pointer_to_found_in(const std::string& source) {
  static const std::regex declared(
      R"re([*]\s*\w+\s*=\s*std::(ranges::)?(find|find_if|find_if_not|find_first_of|adjacent_find|lower_bound|upper_bound|partition_point|max_element|min_element|remove_if|unique|begin|end)\(\s*[\w.>()-]+(\.|->)c?begin\(\))re");
  std::smatch found;
  return std::regex_search(source, found, declared) ? found.str() : "";
}

TEST_CASE("an iterator that is taken for a pointer is found") {
  CHECK(!pointer_to_found_in("const auto* row =\n    std::find_if(rows.begin(), rows.end(), is);").empty());
  CHECK(!pointer_to_found_in("const Row* row = std::upper_bound(all.rows.begin(), all.rows.end(), 1);")
             .empty());
  CHECK(pointer_to_found_in("const auto row = std::find(rows.begin(), rows.end(), one);").empty());
  CHECK(pointer_to_found_in("const Row* row = std::find(std::begin(rows), std::end(rows), one);").empty());
}

TEST_CASE(
    "no function of ours at namespace scope is called like one of the standard library's, and no iterator is "
    "taken for a pointer") {
  std::size_t lines = 0;
  for (const char* folder : {"sim", "cli", "web", "tests", "bench"}) {
    for (const auto& entry : fs::recursive_directory_iterator(source_folder() / folder)) {
      const auto extension = entry.path().extension();
      if (extension != ".cpp" && extension != ".h") continue;
      std::ostringstream source;
      source << std::ifstream(entry.path()).rdbuf();
      CHECK_MESSAGE(
          pointer_to_found_in(source.str()).empty() != (entry.path().filename() == "names_test.cpp"),
          entry.path().string() << ": " << pointer_to_found_in(source.str()));
      std::istringstream in(source.str());
      for (std::string line; std::getline(in, line); ++lines) {
        CHECK_MESSAGE(standard_name_in(line).empty(), entry.path().string() << ": " << line);
      }
    }
  }
  CHECK(lines > 10000);
}

}  // namespace
