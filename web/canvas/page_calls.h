// What the canvas asks of the page's script.
//
// Each call goes to a function of the object `page` that the script puts on the module, and does
// nothing where it has put none:
//
//   chooseLesson(id)    fetch the lesson and load it
//   openFile()          let the user pick a scenario file, and load it
//   exportFile(what)    hand the user a file: events, table, seal, commands or report
//   vetFile(request)    let the user pick a file of persons, and put it to the request
//   showTextPage()      move on to the text page
//   work(what, attempt, text)  something with the work that is kept in the browser:
//                       new, open, copy, rename, commands, remove, bringBack;
//                       link, file, submission of the one at hand;
//                       compare, compareFile: compares the assignment with an attempt, or with a file
//   act(what)           do something of its own (web/view/acts.def): palette, shortcuts, tour, print
//   said(ok, message, help)  what came of something that was done on the canvas, for the live region
//   settingKept(key, value)  a setting was chosen that the text page may share
//
// Settings are kept in the browser where it allows that, and forgotten where it does not.
#pragma once

#include <string>

namespace ntk::web::page {

void choose_lesson(const std::string& id);
void open_file();
/// A word of web/view/exports.h.
void export_file(const char* what);
void vet_file(const std::string& request);
void show_text_page();
/// The rest of the page, which does what the panels ask for, is not there yet: the module's `isArriving`.
bool is_arriving();
void act(const char* what);
/// What came of something that was done on the canvas, in the words of the bridge's answers.
void tell(bool ok, const std::string& message, const std::string& help = {});
void work(const char* what, const std::string& attempt, const std::string& text);

/// Empty where nothing was kept under the key.
std::string setting(const char* key);
void keep_setting(const char* key, const std::string& value);

}  // namespace ntk::web::page
