#include "reviewd/api/pack_in_parts.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "libreview/figures/figure_pack.hpp"
#include "libreview/figures/published_form.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/api/in_parts.hpp"

namespace reviewd {
namespace {

using review::CountedCase;
using review::Date;
using review::FigureTable;
using CountedFor = review::Desk::CountedFor;

/// So many records are folded at once, between what others ask.
constexpr std::size_t step = 50;

/// The tables as at each day that is wanted, and the last of them made into the answer; and whether something that
/// counted on that day was hidden since.
using OfAllTables = std::function<Response(Call&, const std::vector<std::vector<FigureTable>>&, bool)>;

/// The report as far as it is made.
class PackSoFar {
 public:
  PackSoFar(PackAsked asked, OfAllTables make) : asked_(std::move(asked)), make_(std::move(make)) {}

  /// Where the part was asked for before and never taken, what came of it is forgotten first.
  review::Result<RestInParts::Take> next(const std::shared_ptr<PackSoFar>& self, Call& call) {
    forget_untaken();
    auto part = call.desk().counted_part(after_, step, call.reader, call.moment, day(), counted_for());
    if (!part) return review::refuse(std::move(part.error()));
    for (auto& one : part->records) {
      // Of the report itself; what it is compared with is not told.
      hidden_since_ = hidden_since_ || (one.hidden_since && is_last_day());
      auto& into = review::sort_of(one.file.case_()).name == "case" ? cases_ : programmes_;
      into.push_back(std::move(one));
    }
    if (!part->next.empty()) {
      return RestInParts::Take([self, after = std::move(part->next)] {
        self->take(after);
        return std::optional<Response>();
      });
    }
    const auto rules = call.desk().rules_on(day(), call.moment);
    tables_.push_back(review::figure_pack({.cases = cases_,
                                           .period = asked_.pack.period,
                                           .as_at = day(),
                                           .law = *rules.law,
                                           .calendar = *rules.calendar,
                                           .programmes = programmes_}));
    std::optional<Response> whole;
    if (is_last_day()) whole = make_(call, tables_, hidden_since_);
    return RestInParts::Take([self, whole = std::move(whole)] {
      self->take_day();
      return whole;
    });
  }

 private:
  /// Whether it is the report itself, and not one that was published before.
  [[nodiscard]] bool is_last_day() const { return taken_days_ == asked_.besides.size(); }
  [[nodiscard]] Date day() const { return is_last_day() ? asked_.pack.as_at : asked_.besides[taken_days_]; }
  /// What was published before is as everybody sees it.
  [[nodiscard]] CountedFor counted_for() const {
    const bool for_everybody = asked_.pack.published || !is_last_day();
    return for_everybody ? CountedFor::everybody : CountedFor::reader;
  }

  void forget_untaken() {
    cases_.erase(cases_.begin() + static_cast<std::ptrdiff_t>(taken_cases_), cases_.end());
    programmes_.erase(programmes_.begin() + static_cast<std::ptrdiff_t>(taken_programmes_), programmes_.end());
    tables_.resize(taken_days_);
  }

  void take(const std::string& after) {
    after_ = after;
    taken_cases_ = cases_.size();
    taken_programmes_ = programmes_.size();
  }

  void take_day() {
    cases_.clear();
    programmes_.clear();
    take("");
    taken_days_ = tables_.size();
  }

  PackAsked asked_;
  OfAllTables make_;
  std::vector<CountedCase> cases_{};
  std::vector<CountedCase> programmes_{};
  std::vector<std::vector<FigureTable>> tables_{};  ///< as at each day
  std::string after_{};
  std::size_t taken_cases_ = 0;
  std::size_t taken_programmes_ = 0;
  std::size_t taken_days_ = 0;
  bool hidden_since_ = false;
};

Response all_tables_in_parts(Call& call, PackAsked asked, OfAllTables make) {
  const auto so_far = std::make_shared<PackSoFar>(std::move(asked), std::move(make));
  return in_parts(call, [so_far](Call& now) { return so_far->next(so_far, now); });
}

/// The last of these tables, with what is left out of it beside those before.
ShownPack suppressed(ShownPack pack, std::vector<std::vector<FigureTable>> all) {
  std::vector<review::PublishedPack> before;
  pack.tables = std::move(all.back());
  all.pop_back();
  for (auto& tables : all) {
    auto hidden = review::suppress(tables, pack.below, before);
    before.push_back({std::move(tables), std::move(hidden)});
  }
  pack.hidden = review::suppress(pack.tables, pack.below, before);
  if (pack.published) pack.tables = review::published_form(pack.tables);
  return pack;
}

}  // namespace

Response pack_in_parts(Call& call, PackAsked asked, OfPack make) {
  auto pack = asked.pack;
  return all_tables_in_parts(
      call, std::move(asked),
      [pack, make = std::move(make)](const Call& now, const std::vector<std::vector<FigureTable>>& all,
                                     bool hidden_since) mutable {
        if (hidden_since) pack.stamp.other.push_back(OtherThan::hidden);
        Response later;
        later.rest = SlowPart{SlowPart::Line::written, now.reader.person,
                              [pack, make, all](const std::stop_token&) { return make(suppressed(pack, all)); }};
        return later;
      });
}

Response tables_in_parts(Call& call, PackAsked asked, OfTables make) {
  asked.besides.clear();
  return all_tables_in_parts(call, std::move(asked),
                             [make = std::move(make)](Call& now, const std::vector<std::vector<FigureTable>>& all,
                                                      bool) { return make(now, all.back()); });
}

}  // namespace reviewd
