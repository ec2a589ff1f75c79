#include "tests/oracle/oracle_tables.h"

#include "tests/oracle/oracle.h"

namespace ntk::oracle {

const Words levelled = {"subject", "lookout", "moir", "seizure"};

const Words not_resident = {"ncic", "iii", "nlets", "cpic", "clets"};

const Words queryable = {
    "subject",         "lookout",           "moir", "seizure",         "primary_query_history",
    "image",           "inspection_result", "i94",  "border_crossing", "apis",
    "travel_document", "currency_report",   "esta", "watchlist"};

const Words reading = {
    "search", "display", "print", "report", "vet", "show_linked", "show_primary_instruction", "disclose"};

const Words changing = {"update", "delete", "withdraw", "place_on_primary", "recertify", "approve"};

const Words searching = {"search", "report", "vet"};

const std::map<std::string_view, Words> operations_of = {
    {"subject_query", {"search", "display"}},
    {"primary_query_history", {"search", "display"}},
    {"subject_maintenance", {"create", "update", "delete", "display"}},
    {"lookout_maintenance",
     {"search", "create", "update", "withdraw", "place_on_primary", "recertify", "display"}},
    {"lookout_approval", {"approve", "display"}},
    {"record_linking", {"show_linked"}},
    {"printing", {"print"}},
    {"mi_reports", {"report"}},
    {"batch_vetting", {"vet"}},
    {"external_query", {"search"}},
    {"inspection", {"display", "show_primary_instruction", "record_result", "intake"}},
    {"user_profile", {"search", "display", "create", "update", "certify", "activate", "assign", "reinstate"}},
    {"audit_review", {"search", "display"}},
    {"disclosure", {"disclose"}},
    {"system_support", {"use"}},
    {"reference_library", {"use"}},
};

const std::map<std::string_view, Words> categories_of = {
    {"subject_query", queryable},
    {"primary_query_history", {"primary_query_history"}},
    {"subject_maintenance", {"subject", "moir", "image"}},
    {"lookout_maintenance", {"lookout"}},
    {"lookout_approval", {"lookout"}},
    {"record_linking", queryable},
    {"printing", queryable},
    {"mi_reports", queryable},
    {"batch_vetting", {"subject", "lookout", "border_crossing", "i94", "primary_query_history"}},
    {"external_query", {"ncic", "iii", "nlets", "cpic", "clets"}},
    {"inspection",
     {"lookout", "inspection_result", "travel_document", "enhanced_document", "border_crossing", "apis",
      "advance_information"}},
    {"user_profile", {"user_profile"}},
    {"audit_review", {"audit"}},
    {"disclosure", queryable},
    {"system_support", {}},
    {"reference_library", {}},
};

const std::vector<std::string_view> every_check = {
    "AC-1",  "AC-2",  "AC-3",  "AC-4", "AC-5", "AC-6", "AC-7", "AG-1", "AG-2", "AG-3", "FN-1", "FN-2", "FN-3",
    "FN-4",  "FN-5",  "FN-6",  "FN-7", "DA-1", "DA-2", "DA-3", "DA-4", "DA-5", "DA-6", "DA-7", "DA-8", "DA-9",
    "DA-10", "DA-11", "DA-12", "AD-1", "AD-2", "AD-3", "AD-4", "LO-4", "US-1", "US-2", "DI-2", "DI-3",
};

const std::vector<std::string_view> record_checks = {
    "DA-1",  "DA-2",  "DA-3", "DA-4", "DA-5", "DA-6", "DA-7", "DA-8", "DA-10",
    "DA-11", "DA-12", "AD-1", "AD-2", "AD-3", "AD-4", "LO-4", "US-2",
};

const std::vector<std::string_view>& Verdicts::codes() {
  return every_check;
}

std::size_t Verdicts::position(std::string_view code) {
  static const auto positions = [] {
    std::map<std::string_view, std::size_t> made;
    for (std::size_t at = 0; at < every_check.size(); ++at) made[every_check[at]] = at;
    return made;
  }();
  return positions.at(code);
}

}  // namespace ntk::oracle
