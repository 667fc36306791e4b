#include "libreview/law/read_guidance.hpp"

namespace review {
namespace {

/// One row for each `[[key]]`, made by `read`; no other keys in the row.
template <class Row, class Read>
std::vector<Row> rows(LawTable& root, std::string_view key, Read read) {
  std::vector<Row> all;
  for (LawTable& table : root.tables(key)) {
    all.push_back(read(table));
    table.no_other_keys();
  }
  return all;
}

/// The same where the file holds nothing else.
template <class Row, class Read>
std::vector<Row> only_rows(LawTable& root, std::string_view key, Read read) {
  std::vector<Row> all = rows<Row>(root, key, read);
  root.no_other_keys();
  return all;
}

}  // namespace

std::vector<Source> read_sources(LawTable root) {
  return only_rows<Source>(root, "source", [](LawTable& table) {
    return Source{.id = table.text("id"),
                  .title = table.text("title"),
                  .address = table.text_or_empty("address"),
                  .dated = table.text_or_empty("dated"),
                  .note = table.text_or_empty("note")};
  });
}

std::vector<Criterion> read_criteria(LawTable root) {
  return only_rows<Criterion>(root, "criterion", [](LawTable& table) {
    return Criterion{.id = table.text("id"),
                     .question = table.text("question"),
                     .decision = table.one_of("decision", {"notification", "review", "national", "circumstance"}),
                     .from = table.date("from"),
                     .references = table.citations("cites"),
                     .cites = {},
                     .grade = table.text("grade")};
  });
}

std::vector<NotComputed> read_not_computed(LawTable root) {
  return only_rows<NotComputed>(root, "not-computed", [](LawTable& table) {
    return NotComputed{.id = table.text("id"),
                       .wording = table.text("wording"),
                       .why = table.text("why"),
                       .references = table.citations("cites"),
                       .cites = {}};
  });
}

std::vector<NotRule> read_not_rules(LawTable root) {
  return only_rows<NotRule>(root, "not-rule", [](LawTable& table) {
    return NotRule{.id = table.text("id"),
                   .claim = table.text("claim"),
                   .why = table.text("why"),
                   .seen_in = table.citations("seen-in"),
                   .seen_in_cites = {},
                   .references = table.citations("cites"),
                   .cites = {}};
  });
}

Retention read_retention(LawTable root) {
  Retention retention;
  retention.rules = rows<RetentionRule>(root, "retention", [](LawTable& table) {
    return RetentionRule{.id = table.text("id"),
                         .title = table.text("title"),
                         .counts_from = table.one_of("counts-from", {"case-closed", "date-of-birth", "record-made"}),
                         .from = table.date("from"),
                         .length = table.number("length"),
                         .unit = table.choice("unit", find_unit),
                         .references = table.citations("cites"),
                         .cites = {},
                         .grade = table.text("grade"),
                         .note = table.text_or_empty("note")};
  });
  retention.holds = rows<LegalHold>(root, "hold", [](LawTable& table) {
    return LegalHold{.id = table.text("id"),
                     .title = table.text("title"),
                     .from = table.date("from"),
                     .references = table.citations("cites"),
                     .cites = {},
                     .grade = table.text("grade"),
                     .note = table.text_or_empty("note")};
  });
  root.no_other_keys();
  return retention;
}

}  // namespace review
