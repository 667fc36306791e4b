#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/base/result.hpp"
#include "libreview/clocks/runs.hpp"
#include "libreview/meeting/meeting.hpp"
#include "libreview/store/store.hpp"
#include "libreview/views/learned.hpp"
#include "libreview/views/list_query.hpp"
#include "libreview/views/stage_board.hpp"
#include "libreview/views/words.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// What the list of cases can be narrowed to by choosing from what there is.
enum class CaseValue { local_authority, agency };

/// Tables that answer one question each, kept in the transaction of the entry that changes them. Everything in them
/// can be made again from the journal: a wrong view is dropped and rebuilt.
class Views {
 public:
  explicit Views(Store& store) : store_(store), words_(store), learned_(store) {}

  /// Whether the tables are there and were made by this version of the program under this law. `fingerprint` changes
  /// with anything that decides what the views hold.
  [[nodiscard]] bool are_current(std::string_view fingerprint);
  /// Drops and creates the tables, empty. Inside a transaction.
  [[nodiscard]] Result<void> reset(std::string_view fingerprint);

  /// Keeps a case and its clocks. Inside a transaction.
  [[nodiscard]] Result<void> put(const v1::CaseFile& case_file, const std::vector<Line>& lines);
  /// The case as kept, or nothing. It equals the fold of its entries.
  [[nodiscard]] std::optional<v1::CaseFile> find(std::string_view case_id);
  /// The case in the bytes of a row of the list of cases. Throws where they are no case.
  [[nodiscard]] static v1::CaseFile file_of(const std::string& bytes);
  /// The programmes of this sort that are not closed, whoever may see them, by reference.
  [[nodiscard]] std::vector<v1::CaseFile> open_programmes(v1::ProgrammeSort sort);

  /// The case, if the reader sees it on the day. A case that is hidden costs as much as one that is not there.
  [[nodiscard]] std::optional<v1::CaseFile> find_for(const Reader& reader, std::string_view case_id, Date today);
  /// Whether a conflict of interest keeps the person out of the case.
  [[nodiscard]] bool keeps_out(std::string_view person, std::string_view case_id);
  /// Whether the reader sees it.
  [[nodiscard]] bool sees(const Reader& reader, std::string_view case_id, Date today);

  /// At most `limit` rows of those that the reader sees, of records of the sort that is asked for. Refuses fields that
  /// the list does not have.
  [[nodiscard]] Result<std::vector<ListRow>> cases(const ListQuery& query, const Reader& reader, Date today);
  [[nodiscard]] Result<std::vector<ListRow>> clocks(const ListQuery& query, const Reader& reader, Date today);

  /// How many open cases of those that the reader sees stand in which stage. It costs what there is of open cases in
  /// rows of an index, and reads no case.
  [[nodiscard]] std::map<v1::Stage, StageCount> stage_board(const Reader& reader, Date today);
  /// Refuses (`not-a-choice`, at the pointer) a list that is narrowed to a case, clock, agency, person or local
  /// authority that there is not: it would be empty, which reads as if nothing were late. A case that the reader does
  /// not see is one that there is not; nobody learns of people. Of a field that is not one of the `fields` of the list
  /// nothing is said: the list refuses it, whatever it names.
  [[nodiscard]] Result<void> check_names(const std::vector<Term>& terms, const std::vector<std::string_view>& fields,
                                         const RuleBook& law, const Reader& reader, Date today,
                                         std::string_view pointer);
  /// The values that a field of the list of cases has, each with a case that has it and that the reader sees; in their
  /// order.
  [[nodiscard]] std::vector<std::string> values_of_cases(CaseValue of, const Reader& reader, Date today);
  /// Walks the places where words are found (see `Words::each`), of the cases that the reader sees.
  void each_place(const std::string& match, const Reader& reader, Date today,
                  const std::function<bool(const Place&)>& visit);
  [[nodiscard]] Words& words() { return words_; }
  [[nodiscard]] Learned& learned() { return learned_; }
  /// Keeps what is found by words, of a case and the entry just added to it, which corrects nothing. Inside a
  /// transaction.
  [[nodiscard]] Result<void> add_words(const v1::CaseFile& file, const v1::Entry& entry);
  /// The same of a case and all its entries; what was there before is forgotten. Inside a transaction.
  [[nodiscard]] Result<void> put_words(const v1::CaseFile& file, const std::vector<v1::Entry>& entries);
  /// See Words::tidy.
  [[nodiscard]] Result<void> tidy_words();
  /// Keeps what a list of meetings is asked by. Inside a transaction.
  [[nodiscard]] Result<void> put(const Meeting& meeting);
  [[nodiscard]] Result<std::vector<ListRow>> meetings(const ListQuery& query);
  /// See `records_serving`.
  [[nodiscard]] std::vector<std::string> serving(std::string_view reference, std::string_view recommendation);

  /// A digest-like text of everything kept, for the test that rebuilt views equal kept ones.
  [[nodiscard]] std::string dump();

 private:
  void put_access(const v1::CaseFile& case_file);

  Store& store_;
  Words words_;
  Learned learned_;
};

}  // namespace review
