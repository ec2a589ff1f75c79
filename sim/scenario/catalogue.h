// The catalogue: the agencies, subsystems and interfaces that the source lists, for scenarios to refer
// to by id.
//
// Agencies: the host, the components of page 20, and all that Appendices 2 and 4 name (P35-39, P41-42).
// Subsystems: Appendix 1 and what section 1.2 adds to it (P9-10, P33-34), with their notices and
// retention (P23-24). Interfaces: Appendices 2 and 3 (P35-40), with direction and type of data. Which
// categories of data a subsystem or a type of data stands for is the simulator's reading.
//
// It is scenarios/catalogue.json, as it was when this program was built; docs/catalogue.md tells what
// was decided where the source is doubtful. Left out: the security agreements of interfaces, of which
// the tables state none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/policy/world.h"
#include "sim/scenario/diagnostic.h"

namespace ntk::scenario {

inline constexpr int catalogue_format = 1;
inline constexpr int last_page = 42;  ///< of the source

/// A list of the source. For the lists of agencies, systems and interfaces alike.
enum class SourceList : std::uint8_t {
  abstract,
  section_1_2,
  section_3_3,
  appendix_1,
  appendix_2,
  appendix_3,
  appendix_4,
};

/// What kind of body an agency is: the headings of Appendix 2, with tribes told from states (P35-39).
enum class Sector : std::uint8_t { federal, state_local, tribal, commercial };

/// Where a subsystem's data is and who collects it: the three parts of Appendix 1 (P33-34).
enum class Residence : std::uint8_t { collected_by_cbp, collected_by_others, not_resident };

using policy::Direction;  // of an interface's data, seen from the platform (P35-40)

/// What a period of retention runs from (P23-24).
enum class RetentionStart : std::uint8_t {
  collection,
  last_collection,
  admission_or_parole,
  matter_concluded,
  limitation_expired,
};

/// A department, or an independent body with offices below it (headings of App. 2, first column of App. 4).
struct Department {
  std::string id;
  std::string name;
  std::string short_name;  ///< the name where none is given
  int page = 0;            ///< the first of the appendices that names it
  std::string remarks;     ///< may be empty, here and below

  bool operator==(const Department&) const = default;
};

/// A place of the source that lists an agency.
struct Listing {
  SourceList list{};
  int page = 0;
  std::string named;  ///< as printed there; empty where that is the name or the short name

  bool operator==(const Listing&) const = default;
};

/// An agency, office, state, tribe or commercial organisation.
struct CatalogueAgency {
  policy::Agency agency;  ///< as a scenario has it
  Sector sector{};
  std::optional<policy::Ref<Department>> department;    ///< where the source names one
  std::optional<policy::Ref<CatalogueAgency>> part_of;  ///< where the source says so
  std::vector<Listing> listed;                          ///< at least one, in the order of the pages
  std::string remarks;

  bool operator==(const CatalogueAgency&) const = default;
};

/// A type of data that interfaces carry: a word of the column TECS Data Type (App. 2, App. 3).
struct DataType {
  std::string id;
  std::string name;
  policy::CategorySet categories;  ///< reading: the source does not pair them
  int page = 0;                    ///< the first that has it
  std::string remarks;

  bool operator==(const DataType&) const = default;
};

/// Number and title of a system of records notice (SORN).
struct RecordsNotice {
  std::string number;
  std::string title;
  int page = 0;  ///< that gives them

  bool operator==(const RecordsNotice&) const = default;
};

/// A publication of such a notice in the Federal Register.
struct Publication {
  std::string citation;  ///< "73 FR 68435": volume and page
  policy::Date date;
  int page = 0;  ///< that cites it
  std::string remarks;

  bool operator==(const Publication&) const = default;
};

/// A Privacy Impact Assessment (PIA).
struct Assessment {
  std::string number;  ///< empty where the source gives none
  std::string title;
  std::optional<policy::Date> date;
  int page = 0;  ///< that cites it

  bool operator==(const Assessment&) const = default;
};

/// How long some records of a subsystem are kept (P23-24).
struct Retention {
  std::string applies_to;  ///< the records or persons meant
  policy::CategorySet categories;
  std::optional<int> years;            ///< where the source gives a number
  std::optional<RetentionStart> from;  ///< where the source says so
  std::string words;                   ///< what the source says, shortened
  int page = 0;

  bool operator==(const Retention&) const = default;
};

/// A system whose data is on the platform or reached through it.
struct Subsystem {
  std::string id;
  std::string name;
  std::string short_name;  ///< the name where none is given
  SourceList list{};
  int page = 0;
  Residence residence{};
  policy::CategorySet categories;     ///< reading
  std::optional<RecordsNotice> sorn;  ///< where the source gives its number
  std::vector<Publication> notices;   ///< all that the source cites
  std::optional<Assessment> pia;
  std::vector<Retention> retention;  ///< none where the source does not say
  std::string remarks;

  bool operator==(const Subsystem&) const = default;
};

/// A system, program or body at the other end of an interface.
struct RemoteSystem {
  std::string name;
  std::string short_name;            ///< the name where none is given
  std::vector<std::string> modules;  ///< of the host's targeting system, that it belongs to (P40)

  bool operator==(const RemoteSystem&) const = default;
};

/// A system-to-system interface, in one direction.
struct Interface {
  std::string id;
  SourceList list{};  ///< appendix_2: with systems outside the host; appendix_3: with its own
  int page = 0;
  Direction direction{};
  std::vector<policy::Ref<CatalogueAgency>> agencies;  ///< at the other end; in Appendix 3 the host
  std::vector<RemoteSystem> remote_systems;            ///< none where the source names none
  std::string use;                                     ///< empty where the source states none
  std::vector<policy::Ref<DataType>> data_types;
  std::string remarks;

  bool operator==(const Interface&) const = default;
};

struct Catalogue {
  std::string title;
  std::string source;  ///< the document
  std::vector<Department> departments;
  std::vector<CatalogueAgency> agencies;
  std::vector<DataType> data_types;
  std::vector<Subsystem> subsystems;
  std::vector<Interface> interfaces;

  const Department& operator[](policy::Ref<Department> ref) const { return departments[ref.at]; }
  const CatalogueAgency& operator[](policy::Ref<CatalogueAgency> ref) const { return agencies[ref.at]; }
  const DataType& operator[](policy::Ref<DataType> ref) const { return data_types[ref.at]; }

  bool operator==(const Catalogue&) const = default;
};

struct CatalogueReadResult {
  std::string file_name;
  std::optional<Catalogue> catalogue;   ///< there exactly when no diagnostic is an error; every Ref is valid
  std::vector<Diagnostic> diagnostics;  ///< in the order of the text
};

/// `file_name` is what the diagnostics are to call the text; no file is opened.
CatalogueReadResult read_catalogue(std::string_view text, std::string_view file_name);

/// The one that is built in. Read on first use.
const Catalogue& shipped_catalogue();

/// What an interface is called, where nobody gives it a name: "FBI: INTERPOL, NCIC, III, TSC, inbound".
std::string title_of(const Interface& interface, const Catalogue& catalogue);
/// The data that it carries: what its types of data stand for (reading).
policy::CategorySet categories_of(const Interface& interface, const Catalogue& catalogue);

}  // namespace ntk::scenario

// Their words, in JSON and for people, as of every other vocabulary.
namespace ntk::policy {

template <>
std::span<const Word<scenario::SourceList>> words<scenario::SourceList>();
template <>
std::span<const Word<scenario::Sector>> words<scenario::Sector>();
template <>
std::span<const Word<scenario::Residence>> words<scenario::Residence>();
template <>
std::span<const Word<scenario::RetentionStart>> words<scenario::RetentionStart>();

}  // namespace ntk::policy
