#pragma once

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/refusal.hpp"
#include "libreview/calendar/date.hpp"
#include "review/v1/case.pb.h"
#include "review/v1/case_file.pb.h"
#include "review/v1/clock.pb.h"

namespace review {

/// A case as lists give it, without what is worked out: its dates as they read on a day, without their working.
struct ListedCase {
  v1::CaseFile file;
  std::vector<v1::Clock> clocks;
  std::vector<Held> holds;
  /// What everybody is shown of it who reads of incidents and sees every case that it names; null until somebody was.
  mutable std::shared_ptr<const v1::Case> shown{};
  /// The same of where it stands alone; see `disclose_standing`.
  mutable std::shared_ptr<const v1::Case> standing{};
};

/// Cases as lists gave them last. A home page looks at hundreds of cases of which none has changed; to work their dates
/// out again each time would take most of its time. What was made of the same bytes on the same day is the same, under
/// one law: whoever changes the law forgets all.
class ListedCases {
 public:
  using Made = std::shared_ptr<const ListedCase>;

  /// What was made of these bytes for this day; otherwise what `make` makes of them.
  [[nodiscard]] Made get(std::string_view record, std::string_view bytes, Date day,
                         const std::function<ListedCase()>& make);
  void forget() {
    kept_.clear();
    used_.clear();
  }

 private:
  using Used = std::list<std::string>;
  struct Kept {
    std::string bytes;
    Date day;
    Made made;
    Used::iterator used;
  };
  void drop(std::map<std::string, Kept, std::less<>>::iterator one);

  std::map<std::string, Kept, std::less<>> kept_;
  Used used_;  ///< the records, the one that was asked for last at the end
};

}  // namespace review
