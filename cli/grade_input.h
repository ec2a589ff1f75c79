// What is to be graded: files, folders, ZIP archives, JSON Lines, in the order in which they were named.
//
// A folder's files come in the order of their names. Whatever can't be read is handed out too, with the reason. Links and
// devices within a folder are not followed: a class's work comes from strangers.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/grading/row.h"

namespace ntk::cli {

/// One submission to grade, or why there is none.
struct GradeItem {
  std::string file;  ///< as rows call it
  std::string text;
  std::optional<grading::Fault> fault;
};
using TakeItem = std::function<void(GradeItem)>;

/// Hands out all items of the files, folders and archives. "-" is standard input.
void for_each_item(const std::vector<std::string>& files, const TakeItem& take);

}  // namespace ntk::cli
