#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libreview/access/disclose.hpp"
#include "libreview/access/embargoed.hpp"
#include "libreview/desk/erasure.hpp"
#include "libreview/desk/finds.hpp"
#include "libreview/desk/listed_cases.hpp"
#include "libreview/desk/meeting_recording.hpp"
#include "libreview/desk/record_part.hpp"
#include "libreview/desk/recording.hpp"
#include "libreview/desk/rules_known.hpp"
#include "libreview/figures/figure_question.hpp"
#include "libreview/journal/journal.hpp"
#include "libreview/learning/learned_record.hpp"
#include "libreview/meeting/withdrawn_words.hpp"
#include "libreview/record/mirrors.hpp"
#include "libreview/registers/alerts.hpp"
#include "libreview/registers/roster.hpp"
#include "libreview/store/random.hpp"
#include "libreview/views/stage_board.hpp"
#include "libreview/views/views.hpp"
#include "review/v1/plan_answer.pb.h"
#include "review/v1/programme_answer.pb.h"

namespace review {

/// A page of a list.
template <class Item>
struct Page {
  std::vector<Item> items;
  std::vector<std::string> next;  ///< the key to go on after; empty at the end
};

/// An open clock that would be due on another day. A day is empty where the clock would have none.
struct MovedClock {
  std::string case_id;
  std::string clock;
  std::string title;
  std::string before;  ///< ISO days
  std::string after;
  std::string local_before;  ///< the partnership's own date beside the national one
  std::string local_after;
};

/// What another law or calendar would move.
struct Moves {
  int count = 0;                   ///< as many as `clocks`; for a reader who sees no case at all, one total over all
  std::vector<MovedClock> clocks;  ///< those of cases that the reader sees, by case and clock
};

/// Takes entries in and gives answers out: permission, rules, journal and views, in that order, and `disclose` last.
/// It is plain code on the one storage thread. Writing happens between `Journal::begin` and `commit`, which whoever
/// owns the thread calls, so that several entries may share one commit.
class Desk {
 public:
  struct Parts {
    Journal& journal;
    Views& views;
    const RuleBook& law;
    const Calendar& calendar;
    Random& random;
    bool practice;
    std::string fingerprint;  ///< of the law and the holidays that the views are made under
    AlertArms& arms;          ///< what is to be told, and when
    Alerts& alerts;           ///< what was told
    Roster& roster;           ///< who is there to cover for somebody who is kept out
    RulesKnownOn known_on{};  ///< law and days off of an earlier day; those above where it is empty
  };

  /// Something of a case that an answer shows.
  struct Shown {
    std::string case_id;
    std::string what;  ///< as Read::what
    auto operator<=>(const Shown&) const = default;
  };
  explicit Desk(Parts parts) : parts_(std::move(parts)) {}

  /// Records an entry, and what follows from it in joined cases. Inside a transaction.
  [[nodiscard]] Result<Recorded> record(const Recording& recording);
  /// What the recorder gets of an entry just recorded: as it is shown, or without its content where it took the case
  /// from the recorder's own sight.
  [[nodiscard]] v1::Entry receipt(const Recorded& recorded, const Reader& reader, const Moment& moment);
  /// Whether the reader sees the case. To ask is not to read it: nothing is noted.
  [[nodiscard]] bool sees(std::string_view case_id, const Reader& reader, const Moment& moment);
  /// Whether the reader could record an entry of this sort there, by role and by how the case is seen: `not-found`,
  /// `not-permitted`. For acts that go with an entry and are not entries.
  [[nodiscard]] Result<void> may_record(std::string_view case_id, const v1::Entry& entry, const Reader& reader,
                                        const Moment& moment);
  /// Runs every check and says what would change. Stores nothing.
  [[nodiscard]] Result<Preview> preview(const Recording& recording);
  /// Who notes what of an answer is shown: the desk, or whoever asks and shows only some of it or nothing.
  enum class Notes { desk, asker };
  /// Runs the same checks, for whoever shows no more than what they refuse.
  [[nodiscard]] Result<void> check(const Recording& recording, Notes notes = Notes::desk);

  /// A case, now or as it stood at the end of an earlier London day.
  [[nodiscard]] Result<v1::Case> show(std::string_view case_id, const Reader& reader, const Moment& moment,
                                      std::optional<Date> as_at = {});
  /// A case as it was at an earlier version, read today.
  [[nodiscard]] Result<v1::Case> show_version(std::string_view case_id, int version, const Reader& reader,
                                              const Moment& moment);
  /// The same of a programme.
  [[nodiscard]] Result<v1::Programme> show_programme(std::string_view programme, const Reader& reader,
                                                     const Moment& moment, std::optional<Date> as_at = {});
  [[nodiscard]] Result<v1::Programme> show_programme_version(std::string_view programme, int version,
                                                             const Reader& reader, const Moment& moment);
  /// An improvement plan as its board sees it on the day of the answer; that of a programme of another sort is empty.
  /// `not-permitted` for a role that reads its own agency's part alone.
  [[nodiscard]] Result<v1::ImprovementPlan> show_plan(std::string_view programme, const Reader& reader,
                                                      const Moment& moment, std::optional<Date> as_at = {});
  /// The record of a case or a programme. Where the asker notes what is shown, it does with `note_entries`.
  [[nodiscard]] Result<std::vector<v1::Entry>> entries(std::string_view case_id, const Reader& reader,
                                                       const Moment& moment, std::optional<Date> as_at = {},
                                                       Notes notes = Notes::desk);
  /// These of the `entries` of a case are shown to the reader: notes that, and what of them an embargo covers.
  void note_entries(std::string_view case_id, const std::vector<v1::Entry>& shown, const Reader& reader,
                    const Moment& moment);
  /// The same where the case was read for the reader already, as it stands now.
  void note_entries(const v1::CaseFile& now, const std::vector<v1::Entry>& shown, const Reader& reader,
                    const Moment& moment);
  [[nodiscard]] Result<v1::Entry> entry(std::string_view case_id, std::string_view entry_id, const Reader& reader,
                                        const Moment& moment, std::optional<Date> as_at = {});
  [[nodiscard]] Result<std::vector<v1::Clock>> clocks(std::string_view case_id, const Reader& reader,
                                                      const Moment& moment, std::optional<Date> as_at = {});
  [[nodiscard]] Result<v1::Clock> clock(std::string_view case_id, std::string_view clock_id, const Reader& reader,
                                        const Moment& moment, std::optional<Date> as_at = {});
  [[nodiscard]] Result<v1::Timetable> timetable(std::string_view case_id, const Reader& reader, const Moment& moment);
  /// The version of a case; 0 where there is none.
  [[nodiscard]] int version(std::string_view case_id);

  /// Tells what is due to be told on the day, of at most `limit` clocks and watches; how many there were, fewer than
  /// `limit` where nothing is left. Inside a transaction.
  [[nodiscard]] Result<int> tell(const Moment& moment, int limit);
  /// Brings what is told of the calendar itself in line with it. Inside a transaction.
  [[nodiscard]] Result<void> watch_calendar(const Moment& moment);

  /// Records an entry in a meeting, and what follows from it in the cases on its agenda. Inside a transaction.
  /// `Recording::case_id` is the reference of the meeting; empty to call one.
  [[nodiscard]] Result<Recorded> record_meeting(const Recording& recording);
  [[nodiscard]] Result<MeetingPreview> preview_meeting(const Recording& recording);
  /// What becomes of what an embargo keeps from the reader: left out, or taken along where the store itself moves.
  enum class Covered { left_out, taken_along };
  /// A meeting as the reader may see it; with `up_to`, as it was after that entry.
  [[nodiscard]] Result<ShownMeeting> show_meeting(std::string_view meeting, const Reader& reader, const Moment& moment,
                                                  std::string_view up_to = {}, Covered covered = Covered::left_out);
  [[nodiscard]] Result<Page<ShownMeeting>> list_meetings(ListQuery query, const Reader& reader, const Moment& moment);

  /// A case of a list, which others may be shown as well.
  using Listed = std::shared_ptr<const v1::Case>;
  /// What is told of each: all that may be, or where it stands (`disclose_standing`), for which no entry is read.
  enum class Told { all, standing };
  [[nodiscard]] Result<Page<Listed>> list_cases(ListQuery query, const Reader& reader, const Moment& moment,
                                                Notes notes = Notes::desk, Told told = Told::all);
  /// The programmes that the reader sees.
  [[nodiscard]] Result<Page<v1::Programme>> list_programmes(ListQuery query, const Reader& reader,
                                                            const Moment& moment);
  /// What a programme is called, for a list of something else; empty where the reader does not see it, or may not read
  /// what it is called. Whoever shows it notes that.
  [[nodiscard]] std::string programme_title(std::string_view programme, const Reader& reader, const Moment& moment);
  /// How many open cases stand where, of those that the reader sees. No case is shown by it.
  [[nodiscard]] Result<std::map<v1::Stage, StageCount>> count_stages(const Reader& reader, const Moment& moment);
  /// Refuses to narrow a list by names of which there is none that the reader may know; see Views::check_names.
  [[nodiscard]] Result<void> check_names(const std::vector<Term>& terms, const std::vector<std::string_view>& fields,
                                         const Reader& reader, const Moment& moment,
                                         std::string_view pointer = "/filter");
  /// Whether the reasons for lateness are told with clocks.
  enum class Reasons { told, left_out };
  /// Clocks across cases, without their working.
  [[nodiscard]] Result<Page<v1::Clock>> list_clocks(ListQuery query, const Reader& reader, const Moment& moment,
                                                    Reasons reasons = Reasons::told);

  /// Whose eyes figures are for: the reader's own, or everybody's, to whom no embargo opens anything and no reason is
  /// told.
  enum class CountedFor { reader, everybody };
  /// Of the next `limit` records those that the reader sees, as they were recorded by the end of an earlier London day
  /// or today: what the yearly report counts. What is hidden now is not in it, and what an embargo keeps today is kept.
  [[nodiscard]] Result<RecordPart<CountedCase>> counted_part(std::string_view after, std::size_t limit,
                                                             const Reader& reader, const Moment& moment, Date as_at,
                                                             CountedFor counted_for);
  /// Of the next `limit` records those that the reader sees, with what was learned in them as it stands. Whoever shows
  /// anything of them notes it. `not-permitted` for a role that does not read of incidents.
  [[nodiscard]] Result<RecordPart<LearnedRecord>> learned_part(std::string_view after, std::size_t limit,
                                                               const Reader& reader, const Moment& moment);

  /// Where the words stand, in cases and entries that the reader may see, best first. Only those are counted. The words
  /// around them are given for those that are asked for.
  [[nodiscard]] Result<Finds> search(std::string_view words, const Reader& reader, const Moment& moment,
                                     Excerpted excerpted = {});
  /// The views that the reader's agency is asked for and has not given, by day: in circulations, and for meetings to
  /// come that the reader is invited to. `not-permitted` for a role that reads nothing of cases.
  [[nodiscard]] Result<std::vector<AskedView>> asked_views(const Reader& reader, const Moment& moment);
  /// What the list of cases can be narrowed to: values that cases have which the reader may see.
  [[nodiscard]] Result<ListChoices> list_choices(const Reader& reader, const Moment& moment);

  /// Makes the views of one case again from its entries, and its words leave the index for good: what follows an
  /// erasure. Inside a transaction; the words leave the file with the next `Journal::scrub`.
  [[nodiscard]] Result<void> forget_erased(std::string_view case_id);
  /// What goes when these entries of a case are erased, whoever may see it; the whole case where none is named.
  [[nodiscard]] Erasure erasure_of(std::string_view case_id, const std::set<std::string>& named);
  /// Whether anything of the case may be erased on the day: see `may_be_erased`. A joined case holds it too.
  [[nodiscard]] Result<void> may_erase(std::string_view case_id, const std::set<std::string>& not_touched, Date today);
  /// Erases the sealed parts, and makes the views again. Inside a transaction.
  [[nodiscard]] Result<void> erase(std::string_view case_id, const Erasure& erasure);
  /// The open clocks that would be due on another day under another law and calendar. Changes nothing.
  [[nodiscard]] Moves moves(const RuleBook& law, const Calendar& calendar, const Reader& reader, const Moment& moment);

  /// The law or the calendar that the parts refer to has changed: the views are to be of this fingerprint.
  void made_under(std::string fingerprint) {
    parts_.fingerprint = std::move(fingerprint);
    listed_.forget();
  }
  /// Makes the views again from the journal, if they are not of this program and law, or in any case.
  [[nodiscard]] Result<void> rebuild_views(bool always);

  /// One entry of another store. Inside a transaction. The record keeps when and by whom it was recorded there, and the
  /// rules ask as they did then. Cases come whole: `arriving` are those that began in this import, and grows; a case
  /// that the store had before takes no entry this way. Whether there is a case that the reader does not see, an entry
  /// that begins none does not tell. An opening entry does: its reference is taken, and cannot be given twice.
  [[nodiscard]] Result<Recorded> import(const v1::Entry& entry, const Reader& reader, const Moment& moment,
                                        std::set<std::string>& arriving);

  /// The entries after number `seq` of the log, as the reader may see them: of cases that it does not see, none.
  /// Looks at `limit` of them at most.
  struct Outgoing {
    std::vector<v1::Entry> entries;
    std::int64_t last = 0;  ///< the number of the last that was looked at; 0 at the end
  };
  [[nodiscard]] Result<Outgoing> outgoing(std::int64_t seq, std::size_t limit, const Reader& reader,
                                          const Moment& moment, Covered covered = Covered::left_out);

  /// One case for an export: what the reader may see of it, without the content of what is hidden, whoever asks.
  [[nodiscard]] Result<std::vector<v1::Entry>> outgoing_case(std::string_view case_id, const Reader& reader,
                                                             const Moment& moment);

  /// What was shown since it was last asked: whoever answers records it before the answer leaves.
  [[nodiscard]] std::set<Shown> take_shown();

  /// Something of a case is shown that the desk itself does not hand out, such as a document.
  void note_shown(std::string_view case_id, std::string_view what) {
    shown_.insert({std::string(case_id), std::string(what)});
  }

  /// The entries of a case as they count, corrections in their place and withdrawn ones left out, whoever may see them:
  /// for answers that are made of single fields. It is on the caller to show no more than those.
  [[nodiscard]] std::vector<v1::Entry> entries_that_count(std::string_view case_id);

  /// An entry that filed a document, and the document's name.
  struct DocumentName {
    std::string entry;
    std::string document;
  };
  /// All of a case, oldest first, whoever may see them: for numbering. What is shown goes by `entries`.
  [[nodiscard]] std::vector<DocumentName> documents_filed(std::string_view case_id);

  /// See `embargoed_for`: what embargoes mean today for the reader of a case, which is given as it stands now.
  [[nodiscard]] Embargoed embargoed(const v1::CaseFile& now, const Reader& reader, const Moment& moment);
  /// What of the whole record of a case, which is given as it stands now, is to be blotted out of words. It is kept as
  /// long as what was read for an answer is (`take_shown`), and not to be asked after that.
  [[nodiscard]] std::shared_ptr<const IdentityBlot> blot_of(const v1::CaseFile& now);
  /// See `cases_beside`.
  [[nodiscard]] std::vector<CaseBeside> beside(const v1::CaseFile& now);

  /// Law and days off as they were known at the end of an earlier day: what an answer as at that day is worked out
  /// with. Those in force now where the day is not over, or no day is given.
  [[nodiscard]] RulesKnown rules_on(std::optional<Date> as_at, const Moment& moment) const;
  [[nodiscard]] const RuleBook& law() const { return parts_.law; }
  [[nodiscard]] const Calendar& calendar() const { return parts_.calendar; }
  [[nodiscard]] bool practice() const { return parts_.practice; }

 private:
  /// The entries of a case as recorded, hidden ones included: for what does not leave the service.
  [[nodiscard]] std::vector<v1::Entry> read_entries(std::string_view case_id);
  using Entries = std::shared_ptr<const std::vector<v1::Entry>>;
  /// The same, read and verified once for an answer that asks several times: kept until `take_shown`, or until another
  /// entry is the newest.
  [[nodiscard]] Entries entries_once(std::string_view case_id);
  struct Weighed;
  struct Standing;
  struct WeighedMeeting;
  [[nodiscard]] Result<Weighed> weigh(const Recording& recording);
  /// The same for somebody who is told what came of it.
  [[nodiscard]] Result<Weighed> weigh_shown(const Recording& recording, Notes notes);
  [[nodiscard]] Result<v1::Entry> weigh_imported(const v1::CaseFile& file, const v1::Entry& entry, const Reader& reader,
                                                 const Moment& moment);
  /// The other cases that an entry is about; the reader must see each. One that the entry does not name is not named
  /// in the refusal either.
  [[nodiscard]] Result<std::vector<v1::CaseFile>> others_concerned(const v1::CaseFile& file, const v1::Entry& entry,
                                                                   const Reader& reader, Date today);
  /// The other cases that this one, or one of the entries, names and the reader does not see.
  [[nodiscard]] std::set<std::string> cases_hidden_from(const Reader& reader, const v1::CaseFile& file,
                                                        const std::vector<v1::Entry>& entries, Date today);
  [[nodiscard]] Result<std::optional<Recorded>> replay(const Recording& recording);
  [[nodiscard]] Result<Recorded> store(v1::CaseFile file, v1::Entry entry, const Recording& recording,
                                       const std::vector<v1::CaseFile>& joined);
  [[nodiscard]] Result<void> remember(const Recording& recording, const std::string& record, const std::string& entry,
                                      int version);
  /// What entries of a meeting said that was withdrawn since from the case that it was told to.
  [[nodiscard]] WithdrawnWords withdrawn_from_cases(const Meeting& meeting, const std::vector<StoredEntry>& stored);
  /// The cases on an agenda that the reader sees.
  [[nodiscard]] std::set<std::string> seen_on_agenda(const Meeting& meeting, const Reader& reader, Date today);
  /// Refuses to narrow a list to a meeting that the reader does not see.
  [[nodiscard]] Result<void> check_meetings(const std::vector<Term>& terms, const Reader& reader, Date today);
  /// Every case that the entry puts on an agenda is one that the recorder sees.
  [[nodiscard]] Result<void> sees_agenda(const Recording& recording);
  [[nodiscard]] Result<WeighedMeeting> weigh_meeting(const Recording& recording, const std::string& reference);
  /// Whether the recorder has left the item of this case, or it is hidden.
  [[nodiscard]] static bool is_withheld(const WeighedMeeting& weighed, std::string_view case_id);
  [[nodiscard]] Result<Weighed> weigh_follower(const Recording& recording, Mirror mirror,
                                               std::vector<Refusal>& set_aside);
  [[nodiscard]] Result<Recorded> import_meeting(const v1::Entry& entry, const Reader& reader, const Moment& moment,
                                                std::set<std::string>& arriving);
  /// What embargoes mean for the reader of each case on the agenda that has one, also of one that the reader does not
  /// see: a meeting's own words may repeat a name.
  [[nodiscard]] std::vector<Embargoed> embargoed_on_agenda(const Meeting& meeting, const Reader& reader,
                                                           const Moment& moment, Covered covered);
  [[nodiscard]] Result<void> rebuild_meetings();
  [[nodiscard]] Result<v1::Entry> append(const v1::CaseFile& file, v1::Entry entry, const Moment& moment,
                                         const std::string& person);
  [[nodiscard]] Result<void> keep(const v1::CaseFile& file, const v1::Entry& added);
  /// The case in the views, and what is to be told of it.
  [[nodiscard]] Result<void> put(const v1::CaseFile& file);
  /// Brings what is to be told of a case in line with what it is now, and with what holds the others of its reviews.
  [[nodiscard]] Result<void> arm(const v1::CaseFile& file, const std::vector<Line>& lines, Because because);
  /// The same of every case, once all of them are in the views.
  [[nodiscard]] Result<void> arm_all(Because because);
  /// The case in the views, from its entries. What is to be told of it stays as it is.
  [[nodiscard]] Result<void> refresh(std::string_view case_id);
  [[nodiscard]] std::optional<Find> find_at(const Place& place, const v1::CaseFile& file, const Reader& reader,
                                            Date today);
  [[nodiscard]] v1::CaseFile after(const v1::CaseFile& before, const v1::Entry& entry);
  /// What there is to be shown of a case, noted as shown: `what` as Read::what, or empty where the asker notes it.
  [[nodiscard]] Result<Standing> standing(std::string_view case_id, std::string_view what, const Reader& reader,
                                          const Moment& moment, std::optional<Date> as_at);
  [[nodiscard]] Result<CountedCase> counted_case(std::string_view case_id, const Reader& reader, const Moment& moment,
                                                 Date as_at, CountedFor counted_for);
  [[nodiscard]] Result<v1::Case> disclose_case(const Standing& standing, const Reader& reader, const Moment& moment);
  /// The same for a case as it was at an earlier version.
  [[nodiscard]] Result<Standing> standing_at(std::string_view case_id, int version, const Reader& reader,
                                             const Moment& moment);
  /// What a programme is called stands in the entries of the standing.
  [[nodiscard]] std::string title_told(const Standing& standing, const Reader& reader, const Moment& moment);
  /// A programme of which `shown` is disclosed already.
  [[nodiscard]] v1::Programme programme_of(const v1::Case& shown, const Standing& standing, const Reader& reader,
                                           const Moment& moment);
  /// Where something of a case is irregular: its entries that the reader does not read.
  [[nodiscard]] static std::set<std::string> irregular_unread(const Standing& standing, const Reader& reader,
                                                              Date today);
  /// The clocks of a case as it stood on a day, with those reasons for lateness that the reader may read.
  [[nodiscard]] std::vector<v1::Clock> readings_with_reasons(const Standing& standing, const Reader& reader,
                                                             const Moment& moment);
  /// Puts the reasons for lateness of these clocks with them, and notes that those were read.
  void explain_lateness(std::vector<v1::Clock>& clocks, const v1::CaseFile& file, const v1::CaseFile& now,
                        const std::vector<v1::Entry>& entries, const Reader& reader, Date day, const Moment& moment);
  struct ClocksOfCase {
    std::optional<v1::CaseFile> file{};  ///< nothing where the reader does not see it
    std::vector<v1::Clock> clocks{};
    Entries entries{};  ///< where a reason was asked for
  };
  using ListedClocks = std::map<std::string, ClocksOfCase>;  ///< by record
  /// The clock of a row of a list, if the reader sees it; `read` keeps the cases that were read before.
  [[nodiscard]] std::optional<v1::Clock> listed_clock(ListedClocks& read, const ListRow& row, const Reader& reader,
                                                      Date day, const Moment& moment, Reasons reasons);
  /// What an entry would change of the clocks that the reader sees.
  [[nodiscard]] std::vector<v1::ClockChange> changes_shown(const v1::CaseFile& before, const v1::CaseFile& after,
                                                           const Reader& reader, Date today);

  /// A conflict does not leave a case without a review coordinator.
  [[nodiscard]] Result<void> check_cover(const v1::CaseFile& file, const v1::Entry& entry, const Moment& moment);
  Parts parts_;
  std::set<Shown> shown_;
  struct Once {
    std::string record{};
    std::string newest{};  ///< the id of its newest entry
    Entries entries{};
  };
  Once once_;
  std::map<std::pair<std::string, int>, std::shared_ptr<const IdentityBlot>> blots_once_;  ///< by case and version
  ListedCases listed_;
  /// A case of a list as it stands on a day, made again only where it has changed.
  [[nodiscard]] ListedCases::Made listed(const ListRow& row, Date day);
  /// The warnings of a case, and what of its irregularities is kept from the reader: its entries are read for these.
  void add_what_is_worked_out(CaseFacts& facts, const Reader& reader, Date day, Date today);
  [[nodiscard]] Result<Listed> disclose_listed(const ListedCase& listed, const Reader& reader, Date day, Date today,
                                               Told told);
};

}  // namespace review
