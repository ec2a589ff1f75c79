// The catalogue: the agencies, systems and interfaces of the real platform, to be looked through. It takes
// the place of the desk while it is open, and nothing in it is part of the session.
#pragma once

#include <string>

#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/view/catalogue_view.h"

namespace ntk::web::panels {

class Catalogue {
 public:
  /// `narrow`: each row as a paragraph of its own in place of a table.
  void draw(const Rectangle& at, bool narrow, Actions& actions);
  /// It was opened: the next frame begins at the search.
  void open() { opened_ = true; }
  /// Shows the agencies that a search finds.
  void look_for(std::string_view search) {
    search_ = search;
    choose(CatalogueList::agencies);
  }

 private:
  void draw_tools(bool narrow);
  void draw_nothing();
  void choose(CatalogueList list);

  CatalogueList list_ = CatalogueList::agencies;
  std::string search_;
  bool opened_ = false;
  bool to_the_top_ = false;  ///< what is shown has changed
};

}  // namespace ntk::web::panels
