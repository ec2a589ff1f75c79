// What `ntk new` writes. NAME stands for the lesson's id.
#pragma once

#include <string_view>

namespace ntk::cli {

inline constexpr std::string_view new_scenario = R"json({
  "format": 1,
  "id": "NAME",
  "title": "A lesson to begin with",
  "brief": "Ortega of the FBI looks for Vale. The DEA has a record on a ring of four, and is ready to share it. It keeps its source file to itself. Let Ortega read what she needs, and no more.",
  "clock": "2016-08-12T09:00",
  "agencies": [
    {"id": "cbp", "name": "U.S. Customs and Border Protection", "short_name": "CBP", "standing": "host"},
    {"id": "fbi", "name": "Federal Bureau of Investigation", "short_name": "FBI", "standing": "external"},
    {"id": "dea", "name": "Drug Enforcement Administration", "short_name": "DEA", "standing": "external"}
  ],
  "purposes": [
    {"id": "fugitives", "title": "fugitive apprehension"}
  ],
  "users": [
    {
      "id": "ortega", "name": "Ana Ortega", "agency": "fbi", "investigation": {"type": "bi", "completed": "2014-05-02"},
      "training_passed": "2016-03-01", "functions": ["subject_query"], "duties": ["fugitives"]
    },
    {
      "id": "reyes", "name": "Jess Reyes", "agency": "dea", "investigation": {"type": "bi", "completed": "2011-08-12"},
      "training_passed": "2016-03-01", "functions": ["subject_query"], "duties": ["fugitives"]
    }
  ],
  "agreements": [
    {
      "id": "moa-fbi", "agency": "fbi", "term": {"first": "2016-01-01", "last": "2016-12-31"},
      "categories": ["subject"], "functions": ["subject_query"]
    },
    {
      "id": "moa-dea", "agency": "dea", "term": {"first": "2016-01-01"}, "categories": ["subject"],
      "functions": ["subject_query"]
    }
  ],
  "owner_memos": [
    {"id": "memo", "owner": "dea", "to": "fbi", "term": null, "categories": ["subject"], "levels": [4]}
  ],
  "records": [
    {
      "id": "harbour-report", "title": "Harbour report", "category": "subject", "owner": "cbp", "level": 1,
      "fields": {"last_name": "Vale"}
    },
    {
      "id": "ring", "title": "Ring of four", "category": "subject", "owner": "dea", "level": 3,
      "designation": [{"agencies": ["fbi"]}], "fields": {"last_name": "Vale"}
    },
    {
      "id": "source", "title": "Source file", "category": "subject", "owner": "dea", "level": 4, "designation": [],
      "fields": {"last_name": "Vale"}
    }
  ],
  "assignable": [
    {"owner_memo": "memo", "field": "term", "choices": [null, {"first": "2016-08-01", "last": "2016-12-31"}]},
    {"owner_memo": "memo", "field": "levels", "choices": [3, 4]},
    {"record": "ring", "field": "designation", "choices": [{"agencies": ["fbi"]}, {"users": ["reyes"]}]}
  ],
  "requests": [
    {
      "id": "ring-display", "title": "Ortega opens the DEA’s record", "user": "ortega", "function": "subject_query",
      "operation": "display", "record": "ring", "purpose": "fugitives", "place": "Field Office"
    },
    {
      "id": "vale-search", "title": "Ortega looks Vale up", "user": "ortega", "function": "subject_query",
      "operation": "search", "search": {"categories": ["subject"], "terms": {"last_name": "vale"}},
      "purpose": "fugitives", "place": "Field Office"
    },
    {
      "id": "late-display", "title": "Reyes opens the harbour report", "user": "reyes", "function": "subject_query",
      "operation": "display", "record": "harbour-report", "purpose": "fugitives", "place": "Field Office"
    }
  ],
  "predictions": [
    {"request": "ring-display", "reason": true},
    {"request": "late-display", "reason": true, "required": true}
  ],
  "goals": [
    {
      "id": "ring-opens", "title": "Ortega reads the DEA’s record",
      "decision": {"request": "ring-display", "outcome": "permit"}
    },
    {
      "id": "source-stays", "title": "The search shows all but the source file",
      "decision": {"request": "vale-search", "returned": ["harbour-report", "ring"], "withheld": ["source"]}
    },
    {
      "id": "levels-needed", "title": "The memo covers the level that is needed, and no other",
      "assigned": {"owner_memo": "memo", "field": "levels", "is": [3]}
    },
    {
      "id": "foreseen", "title": "Predicted right: Reyes opens the harbour report", "points": 3,
      "prediction": {"request": "late-display", "later_points": 2}
    }
  ],
  "hints": [
    {"text": "Who owns the record, and what has that agency signed?", "goal": "ring-opens"},
    {
      "text": "The search finds three records. Which of them has a level that the memo covers?", "goal": "source-stays"
    }
  ]
}
)json";

inline constexpr std::string_view new_key = R"(# NAME: what is right.
predict late-display deny AC-3
assign owner_memo memo term 2016-08-01 2016-12-31
assign owner_memo memo levels 3
run all
)";

inline constexpr std::string_view new_wrong_attempt =
    R"(# "More is better": the memo covers a level that nobody needs.
# misses: levels-needed
# points: 5
predict late-display deny AC-3
assign owner_memo memo term 2016-08-01 2016-12-31
assign owner_memo memo levels 3 4
run all
)";

inline constexpr std::string_view new_readme = R"(# A lesson to begin with

For instructors. About 10 minutes.

## What it teaches

Another agency's record at level 3 needs two things: its owner designates the reader, and the owner's memo covers the level.

## Misconceptions this lesson surfaces

| what students tend to think | where they find out |
|---|---|
| More is better. | Let the memo cover level 4 too, and a goal is lost. |
| A good investigation is good forever. | Reyes is denied. The prediction counts. |

## Solving it

Sign the memo, and let it cover level 3 alone. The key is in `keys/NAME.commands`.
)";

}  // namespace ntk::cli
